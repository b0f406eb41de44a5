import type { Dataset } from '../../../src/engine/schema/index.ts';
import type { OracleEvent, OraclePerson } from './oracle.ts';

/** A seeded source of random numbers (mulberry32): the same seed gives the same studio. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A small studio of a few people and their events in the first four months of 2026, in UTC. */
export interface RandomStudio {
  people: OraclePerson[];
  events: OracleEvent[];
  campaigns: Record<string, unknown>[];
  now: string;
  pick: <T>(list: readonly T[]) => T;
}

const TYPES = ['lead', 'check-in', 'trial', 'booking', 'purchase', 'exposure', 'exposure', 'site-visit'];
const SOURCES = ['google', 'Google', 'forum', 'friend', '', null];
const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

/** Draws a studio; instants fall on few hours, so that ties are common. */
export function drawStudio(seed: number): RandomStudio {
  const random = createRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!;
  const people = Array.from({ length: 1 + whole(8) }, (_, i) => ({ id: `p${i}`, source: pick(SOURCES) }));
  const at = () => new Date(START + whole(120) * DAY + whole(3) * 6 * 3_600_000).toISOString();
  const events = Array.from({ length: whole(40) }, (): OracleEvent => {
    const type = pick(TYPES);
    return {
      person: `p${whole(people.length + 1)}`,
      at: at(),
      type,
      source: pick(SOURCES),
      kind: pick(['class', 'appointment']),
      ...(type === 'purchase' && random() < 0.8 ? { amount: whole(200) } : {}),
      ...(type === 'exposure' ? { experiment: pick(['x', 'y']), variant: pick(['a', 'b', 'c']) } : {}),
    };
  });
  const maybe = (value: number) => (random() < 0.7 ? value : null);
  const campaigns = Array.from({ length: whole(12) }, () => ({
    channel: pick(['google', 'forum', 'Réseau']),
    date: new Date(START + whole(120) * DAY).toISOString().slice(0, 10),
    clicks: maybe(whole(300)),
    cost: maybe(whole(500)),
    purchases: maybe(whole(30)),
    revenue: maybe(whole(2000)),
  }));
  return { people, events, campaigns, now: new Date(START + (30 + whole(100)) * DAY).toISOString(), pick };
}

/** The studio as a host would hand it over. */
export function toStudioDataset({ people, events, campaigns, now }: RandomStudio): Dataset {
  return {
    timeZone: 'UTC',
    asOf: now,
    people: people.map((person) => ({ ...person })),
    ...(events.length > 0 ? { events } : {}),
    ...(campaigns.length > 0 ? { campaigns } : {}),
  };
}
