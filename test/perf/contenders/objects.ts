import type { Contender } from '../contender.ts';
import { KINDS, STEPS, WINDOW_SECONDS, type Journeys } from '../journeys.ts';

interface Event {
  kind: string;
  at: number;
  source: number;
}

/** What one writes first: objects, grouped by person once at load, and a loop. */
export const objects: Contender = {
  name: 'naive objects',
  load: (journeys) => {
    const people = group(journeys);
    return {
      answer: ({ sources }) => {
        const done: number[][] = Array.from({ length: STEPS }, () => []);
        for (const [person, events] of people) {
          const level = furthest(events, sources);
          for (let step = 0; step < level; step++) done[step]!.push(person);
        }
        return done.map((ids) => ids.sort((a, b) => a - b));
      },
    };
  },
};

function group({ person, kind, seconds, source }: Journeys): Map<number, Event[]> {
  const people = new Map<number, Event[]>();
  for (let row = 0; row < person.length; row++) {
    const event = { kind: KINDS[kind[row]!]!, at: seconds[row]!, source: source[row]! };
    const own = people.get(person[row]!);
    if (own) own.push(event);
    else people.set(person[row]!, [event]);
  }
  for (const events of people.values()) events.sort((a, b) => a.at - b.at);
  return people;
}

function furthest(events: readonly Event[], sources: readonly number[]): number {
  let best = 0;
  for (const start of events) {
    if (start.kind !== KINDS[0] || !sources.includes(start.source)) continue;
    let level = 1;
    let last = start;
    while (level < STEPS) {
      const next = events.find((event) => event.kind === KINDS[level] && event.at >= last.at);
      if (!next || next.at > start.at + WINDOW_SECONDS) break;
      last = next;
      level++;
    }
    best = Math.max(best, level);
  }
  return best;
}
