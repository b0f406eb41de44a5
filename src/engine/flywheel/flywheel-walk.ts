import { CustomerWalk, Role } from '../people/customer-walk.ts';
import { Instants } from '../people/instants.ts';
import { toIso } from '../people/to-iso.ts';
import { runningEnd } from '../people/running-end.ts';
import type { EventSource, WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason } from '../schema/wheel.ts';
import type { FlywheelRules } from './flywheel-options.ts';
import { Flywheel } from './flywheel-places.ts';

/**
 * Walks a customer from adoption (a beginner) to adoration (has realised value: comes) and advocacy (brings others, or
 * speaks for the studio; an act counts for a year). Source: lifecycle.md, section 3; the seed, "Étape 1".
 */
export class FlywheelWalk extends CustomerWalk {
  readonly #rules: FlywheelRules;
  /** The acts of advocacy so far, and what the latest was. */
  readonly #acts = new Instants();
  #latestAct = '';
  readonly #actEnd = (at: number) => this.calendar.addMonths(at, this.#rules.advocacyMonths);

  /** @param brought people whom clients brought, as events of those clients */
  constructor(context: WheelContext, rules: FlywheelRules, brought: EventSource) {
    const acts = [...context.sourcesOf(rules.advocacy), brought];
    super({
      store: context.store,
      purchases: context.sourcesOf(rules.purchases),
      interactions: context.sourcesOf(rules.interactions),
      others: [
        ...context.sourcesOf(rules.visits).map((source) => ({ ...source, role: Role.Visit })),
        ...acts.map((source) => ({ ...source, role: Role.Advocacy })),
        ...context.sourcesOf(['cancellation']).map((source) => ({ ...source, role: Role.Cancellation })),
      ],
      formerMonths: rules.formerMonths,
      notEngaged: Flywheel.NotEngaged,
      engaged: Flywheel.Activation,
      former: Flywheel.Former,
    });
    this.#rules = rules;
  }

  protected override reset(): void {
    this.#acts.clear();
  }

  /** What somebody says before they are a client is not a client's word. */
  protected override applyOwn(_role: number, instant: number, type: string): void {
    if (Number.isNaN(this.firstPurchase)) return;
    this.#acts.push(instant);
    this.#latestAct = type;
  }

  protected override customerPlace(instant: number): number {
    if (this.#isAdvocate(instant)) return Flywheel.Advocacy;
    const place = this.visits.length - this.#rules.valueVisits;
    const hasRealised = place >= 0 && this.visits.at[place]! >= this.signup;
    return hasRealised ? Flywheel.Adoration : Flywheel.Adoption;
  }

  protected override nextThreshold(now: number, until: number): number {
    if (this.place !== Flywheel.Advocacy) return Infinity;
    if (this.leastEnd(this.#acts.last, this.#rules.advocacyMonths) > until) return Infinity;
    const end = this.#actsEnd();
    return end > now ? end : Infinity;
  }

  protected override customerReasons(): PlaceReason[] {
    const { valueVisits: needed, advocacyMonths } = this.#rules;
    if (this.place === Flywheel.Advocacy) {
      const at = toIso(this.#acts.last);
      return [{ code: 'advocate', event: this.#latestAct, at, months: advocacyMonths }];
    }
    const visits = this.#countVisits();
    if (this.place === Flywheel.Adoration) return [{ code: 'value-realised', visits, needed }];
    return [{ code: 'new-customer', at: toIso(this.signup), visits, needed }];
  }

  #isAdvocate(instant: number): boolean {
    if (this.#acts.length === 0) return false;
    return this.leastEnd(this.#acts.last, this.#rules.advocacyMonths) > instant || this.#actsEnd() > instant;
  }

  #actsEnd(): number {
    return runningEnd(this.#acts.at, this.#acts.length - 1, this.#actEnd);
  }

  /** Visits since the sign-up. */
  #countVisits(): number {
    const { at, length } = this.visits;
    let count = 0;
    while (count < length && at[length - 1 - count]! >= this.signup) count++;
    return count;
  }
}
