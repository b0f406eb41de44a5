import { toIso } from '../people/to-iso.ts';
import type { EventSource, WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason } from '../schema/wheel.ts';
import type { EngagementRules } from './engagement-options.ts';

/** What a lead is: marketing qualified, accepted by sales (since when), qualified by sales (by what). */
export interface Qualification {
  mql: boolean;
  sal?: number;
  sql?: 'score' | 'checkout';
}

/** MQL: 25 or more. SAL: MQL and contacted since. SQL: 40 or more, or a checkout page in the last 14 days. */
export class QualificationTest {
  readonly #context: WheelContext;
  readonly #rules: EngagementRules;
  readonly #contacts: readonly EventSource[];
  readonly #checkouts: readonly EventSource[];

  constructor(context: WheelContext, rules: EngagementRules) {
    this.#context = context;
    this.#rules = rules;
    this.#contacts = context.sourcesOf(rules.contacts);
    this.#checkouts = context.sourcesOf(rules.checkouts);
  }

  /**
   * @param score NaN of who is not in the index
   * @param since since when the score has been that of a marketing qualified lead
   */
  judge(person: number, score: number, since: number): Qualification {
    const { mqlFrom, sqlFrom } = this.#rules;
    const mql = score >= mqlFrom;
    const contact = mql ? this.#findContact(person, since) : Infinity;
    const isSoldTo = score >= sqlFrom ? 'score' : this.#hasCheckout(person) ? 'checkout' : undefined;
    return {
      mql,
      ...(contact === Infinity ? {} : { sal: contact }),
      ...(isSoldTo === undefined ? {} : { sql: isSoldTo }),
    };
  }

  reasonsOf({ mql, sal, sql }: Qualification): PlaceReason[] {
    return [
      ...(mql ? [{ code: 'mql', from: this.#rules.mqlFrom }] : []),
      ...(sal === undefined ? [] : [{ code: 'sal', at: toIso(sal) }]),
      ...(sql === undefined ? [] : [{ code: 'sql', by: sql }]),
    ];
  }

  /** The first contact from an instant on. */
  #findContact(person: number, from: number): number {
    let first = Infinity;
    this.#each(this.#contacts, person, (at) => {
      if (at >= from && at < first) first = at;
    });
    return first;
  }

  #hasCheckout(person: number): boolean {
    const { calendar } = this.#context.store;
    const { now } = this.#context.instants;
    let last = -Infinity;
    this.#each(this.#checkouts, person, (at) => (last = Math.max(last, at)));
    return last !== -Infinity && now < calendar.addDays(last, this.#rules.sqlCheckoutDays);
  }

  #each(sources: readonly EventSource[], person: number, tell: (at: number) => void): void {
    const { store, instants } = this.#context;
    for (const { kind, test } of sources) {
      for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
        const at = store.toMs(kind.time[row]!);
        if (at > instants.now) break;
        if (test === null || test(row, person)) tell(at);
      }
    }
  }
}
