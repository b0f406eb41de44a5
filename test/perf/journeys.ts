/** The kinds of events, the funnel's first; the last ones are of no step. */
export const KINDS = [
  'lead',
  'intro',
  'booking',
  'membership',
  'next-booking',
  'visit',
  'open',
  'click',
  'call',
  'note',
] as const;

/** How many kinds are steps. */
export const STEPS = 5;
export const WINDOW_DAYS = 120;
const DAY = 86_400;
const SPAN_DAYS = 540;
/** 2025-01-01T00:00:00Z, in seconds. */
export const BASE = 1_735_689_600;

/** Made-up journeys as columns, a row an event, in no order. */
export interface Journeys {
  people: number;
  person: Int32Array;
  /** Index into {@link KINDS}. */
  kind: Uint8Array;
  /** Seconds since {@link BASE}. */
  seconds: Int32Array;
  /** 0 to 11. */
  source: Uint8Array;
}

/** A generator of numbers from 0 up to 1 (mulberry32), so that every run compares the same data. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Journeys of so many people, about eleven events each: half of the kinds are steps, in any order. */
export function makeJourneys(people: number, seed = 20261122): Journeys {
  const random = seeded(seed);
  const counts = Int32Array.from({ length: people }, () => 2 + Math.floor(random() * random() * 37));
  const length = counts.reduce((sum, count) => sum + count, 0);
  const journeys: Journeys = {
    people,
    person: new Int32Array(length),
    kind: new Uint8Array(length),
    seconds: new Int32Array(length),
    source: new Uint8Array(length),
  };
  let row = 0;
  for (let person = 0; person < people; person++) {
    const source = Math.floor(random() * 12);
    for (let i = 0; i < counts[person]!; i++, row++) {
      journeys.person[row] = person;
      journeys.kind[row] = Math.floor(random() * KINDS.length);
      // Whole minutes and a unique second for each of a person's events: no two at one instant, in any engine.
      journeys.seconds[row] = Math.floor(random() * SPAN_DAYS * 1440) * 60 + (i % 60);
      journeys.source[row] = source;
    }
  }
  return journeys;
}

/** The window in seconds. */
export const WINDOW_SECONDS = WINDOW_DAYS * DAY;
