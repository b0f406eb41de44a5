import { findLasts, type LastEvents } from '../people/last-events.ts';
import { toIso } from '../people/to-iso.ts';
import type { EventSource, WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason } from '../schema/wheel.ts';
import type { EngagementRules } from './engagement-options.ts';

/** What a lead is: marketing qualified, accepted by sales (since when), qualified by sales (by what). */
export interface Qualification {
  mql: boolean;
  sal: number | undefined;
  sql: 'score' | 'checkout' | undefined;
}

/** MQL: 25 or more. SAL: MQL and contacted since. SQL: 40 or more, or a checkout page in the last 14 days. */
export class QualificationTest {
  readonly #context: WheelContext;
  readonly #rules: EngagementRules;
  readonly #contacts: readonly EventSource[];
  /** Everybody's last checkout page. */
  readonly #checkouts: LastEvents;

  constructor(context: WheelContext, rules: EngagementRules) {
    this.#context = context;
    this.#rules = rules;
    this.#contacts = context.sourcesOf(rules.contacts);
    this.#checkouts = findLasts(context.store, context.sourcesOf(rules.checkouts), context.instants.now);
  }

  /**
   * @param score NaN of who is not in the index
   * @param since since when the score has been that of a marketing qualified lead
   */
  judge(person: number, score: number, since: number): Qualification {
    const { mqlFrom, sqlFrom } = this.#rules;
    const mql = score >= mqlFrom;
    return {
      mql,
      sal: mql ? this.#findContact(person, since) : undefined,
      sql: score >= sqlFrom ? 'score' : this.#hasCheckout(person) ? 'checkout' : undefined,
    };
  }

  reasonsOf({ mql, sal, sql }: Qualification): PlaceReason[] {
    return [
      ...(mql ? [{ code: 'mql', from: this.#rules.mqlFrom }] : []),
      ...(sal === undefined ? [] : [{ code: 'sal', at: toIso(sal) }]),
      ...(sql === undefined ? [] : [{ code: 'sql', by: sql }]),
    ];
  }

  /** The first contact from an instant on, up to now. */
  #findContact(person: number, from: number): number | undefined {
    const { store, instants } = this.#context;
    let first = Infinity;
    for (const { kind, test } of this.#contacts) {
      for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
        const at = store.toMs(kind.time[row]!);
        if (at >= from && at < first && (test === null || test(row, person))) first = at;
      }
    }
    return first <= instants.now ? first : undefined;
  }

  #hasCheckout(person: number): boolean {
    const last = this.#checkouts.at[person]!;
    if (last === -Infinity) return false;
    const { calendar } = this.#context.store;
    return this.#context.instants.now < calendar.addDays(last, this.#rules.sqlCheckoutDays);
  }
}
