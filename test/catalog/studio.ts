// A hand-made studio in Paris for the tests of the catalogue: rows in, a funnel's answer out.
import assert from 'node:assert/strict';
import { createStore, FunnelSession } from '../../src/engine/index.ts';
import type { FunnelDefinition, PeoplePage, RunOptions } from '../../src/engine/index.ts';

type Row = Record<string, unknown>;
type Id = string | number;

/** One event: its type, who, when (local time of Paris unless it ends in Z), and its properties. */
export type EventRow = [type: string, person: string, at: string, properties?: Row];

export interface StudioRows {
  /** People with columns of their own; who only has events needs no row. */
  people?: Row[];
  events: EventRow[];
}

/** `[entered, converted, open, dropped]` of a step. */
export type Tally = [entered: number, converted: number, open: number, dropped: number];
const OUTCOMES = ['entered', 'converted', 'open', 'dropped'] as const;

function toColumns(rows: Row[]): { length: number; columns: Record<string, unknown[]> } {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  return { length: rows.length, columns };
}

/** Everything one asks of a funnel over a studio, for one period and one *now*. */
export class Studio {
  readonly #session: FunnelSession;

  constructor(rows: StudioRows) {
    const events = rows.events.map(([type, person, at, properties]) => ({ type, person, at, ...properties }));
    this.#session = new FunnelSession(
      createStore({
        timeZone: 'Europe/Paris',
        ...(rows.people ? { people: { name: 'people', ...toColumns(rows.people) } } : {}),
        events: [{ name: 'events', ...toColumns(events) }],
      }),
    );
  }

  /**
   * Entered, converted, open and dropped of every step, by step id. On the way: the list behind each number is as
   * long as the number.
   */
  tally(definition: FunnelDefinition, options: RunOptions): Record<string, Tally> {
    const { steps } = this.#session.compute(definition, options);
    return Object.fromEntries(
      steps.map(({ id = '', ...counts }) => [
        id,
        OUTCOMES.map((outcome) => {
          const { segmentTotal } = this.#session.people(definition, options, { step: id, outcome });
          assert.equal(segmentTotal, counts[outcome], `the list of ${outcome} at ${id}`);
          assert.equal(this.ids(definition, options, id, outcome).length, counts[outcome]);
          return Number(counts[outcome]);
        }) as Tally,
      ]),
    );
  }

  /** The ids of a segment, sorted. */
  ids(definition: FunnelDefinition, options: RunOptions, step: string, outcome: string): Id[] {
    return [...this.#session.ids(definition, options, { step, outcome })].sort();
  }

  /** The rows of a segment's list. */
  people(
    definition: FunnelDefinition,
    options: RunOptions,
    step: string,
    outcome: string,
  ): PeoplePage['people'] {
    return this.#session.people(definition, options, { step, outcome }).people;
  }

  /** Properties offered to divide a funnel by. */
  breakdownProperties(definition: FunnelDefinition): string[] {
    return this.#session.breakdownProperties(definition).map(({ property }) => property);
  }

  /** The whole result. */
  result(definition: FunnelDefinition, options: RunOptions) {
    return this.#session.compute(definition, options);
  }
}

/** March 2026 in Paris: from 28 February 23:00 UTC to 31 March 22:00 UTC, the clocks going forward on the 29th. */
export const MARCH: RunOptions['range'] = { from: '2026-03-01', to: '2026-03-31' };
