import { daysBetween, median, type Person, type World } from './world.ts';

/** A word and what belongs to it. */
export interface Reason {
  code: string;
  [field: string]: unknown;
}

/** A stay at a place. `from` null: always. */
export interface Stay {
  place: string;
  from: number | null;
  reasons: Reason[];
}

/** Somebody's stays, oldest first; how to judge an instant is the model's. */
export interface Story {
  person: Person;
  stays: Stay[];
  /** Why they are where they are at the end of the story. */
  reasons: Reason[];
}

/**
 * Walks through every instant at which something can change, and notes each change of place.
 * @param judge the place at an instant, called with rising instants; the first is minus infinity
 */
export function tellStory(
  person: Person,
  instants: readonly number[],
  until: number,
  judge: (at: number) => { place: string; reasons: Reason[] },
): Story {
  const first = judge(-Infinity);
  const stays: Stay[] = [{ place: first.place, from: null, reasons: first.reasons }];
  let last = first;
  for (const at of [...new Set(instants)].filter((one) => one <= until).sort((a, b) => a - b)) {
    last = judge(at);
    if (last.place !== stays.at(-1)!.place)
      stays.push({ place: last.place, from: at, reasons: last.reasons });
  }
  return { person, stays, reasons: last.reasons };
}

/** The stay at an instant. */
export function stayAt({ stays }: Story, at: number): Stay {
  return stays.filter(({ from }) => from === null || from <= at).at(-1)!;
}

/** Whole days of a stay so far; null where it began before all data. */
export function daysOf(world: World, { from }: Stay, at: number): number | null {
  return from === null ? null : daysBetween(world, from, at);
}

/** The median days of those at a place. */
export function medianDays(
  world: World,
  stories: readonly Story[],
  place: string,
  at: number,
): number | null {
  const stays = stories.map((story) => stayAt(story, at)).filter((stay) => stay.place === place);
  const until = world.plant === 'median-counts-from-t0' ? (world.before ?? at) : at;
  return median(stays.flatMap((stay) => daysOf(world, stay, until) ?? []));
}
