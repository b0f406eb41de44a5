import type { Journeys } from './journeys.ts';

/** What is asked: the five-step funnel of those who started from some sources. */
export interface Query {
  /** Sources of the first event that count; no two rounds ask for the same. */
  sources: readonly number[];
}

/** The answer: for each step, the ids of those who did it, ascending. */
export type Answer = readonly (readonly number[] | Int32Array)[];

/** A way to compute the funnel, loaded with the data. */
export interface Loaded {
  answer(query: Query): Promise<Answer> | Answer;
  close?(): Promise<void> | void;
}

/** One of those that are compared. */
export interface Contender {
  name: string;
  /** Takes the data in; not part of what is timed as an answer. */
  load(journeys: Journeys): Promise<Loaded> | Loaded;
}
