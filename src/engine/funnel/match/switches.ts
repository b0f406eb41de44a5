import { valueAt, type Column } from '../../dataset/column.ts';
import type { EventKind } from '../../dataset/store.ts';
import type { RowPredicate } from './condition.ts';
import type { RunContext } from './run-context.ts';

/**
 * The studio's switches: purchases at 0, drop-ins, refunded ones, a second intro offer; no-shows, late cancels,
 * aggregator bookings. What a switch leaves out does not exist for the funnel. Source: funnels.md, "The catalogue".
 */
export class SwitchFilter {
  readonly #context: RunContext;
  /** Every step asks anew, and looking for second intros walks through all purchases. */
  readonly #known = new Map<EventKind, RowPredicate | null>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** What the rows of a kind must fulfil; null when no switch touches it. */
  forKind(kind: EventKind): RowPredicate | null {
    let passes = this.#known.get(kind);
    if (passes === undefined) this.#known.set(kind, (passes = this.#compile(kind)));
    return passes;
  }

  #compile(kind: EventKind): RowPredicate | null {
    if (kind.type === 'purchase') return this.#forPurchases(kind);
    return kind.type === 'booking' ? this.#forBookings(kind) : null;
  }

  #forPurchases(kind: EventKind): RowPredicate | null {
    const { switches } = this.#context.plan;
    const passes = this.#purchasePasses(kind);
    if (!switches.ignoreSecondIntro) return passes;
    const laterIntros = this.#laterIntros();
    return (row, subject) => !laterIntros.has(kind.seq[row]!) && (passes === null || passes(row, subject));
  }

  #forBookings(kind: EventKind): RowPredicate | null {
    const { switches } = this.#context.plan;
    const status = kind.column('status');
    const refused: RowPredicate[] = [];
    if (switches.ignoreNoShows) refused.push(cellTest(status, (value) => value === 'no-show'));
    if (switches.ignoreLateCancels) refused.push(cellTest(status, (value) => value === 'late-cancel'));
    if (switches.ignoreAggregators) {
      refused.push(cellTest(kind.column('aggregator'), (value) => !['false', '0'].includes(String(value))));
    }
    return none(refused);
  }

  /**
   * Places of all intro purchases but each person's first. Looked up among persons, because in a funnel of
   * memberships the first intro belongs to another membership.
   */
  #laterIntros(): Set<number> {
    const later = new Set<number>();
    const kind = this.#context.store.persons.kinds.get('purchase');
    if (!kind) return later;
    const passes = this.#purchasePasses(kind);
    const isIntro = cellTest(kind.column('intro'), isTrue);
    for (let person = 0; person < this.#context.store.persons.count; person++) {
      let seen = false;
      for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
        if (!isIntro(row, person) || (passes && !passes(row, person))) continue;
        if (seen) later.add(kind.seq[row]!);
        seen = true;
      }
    }
    return later;
  }

  #purchasePasses(kind: EventKind): RowPredicate | null {
    const { ignoreZero, ignoreDropIns, ignoreRefunded } = this.#context.plan.switches;
    const refused: RowPredicate[] = [];
    if (ignoreZero) refused.push(cellTest(kind.column('amount'), (value) => Number(value) === 0));
    if (ignoreDropIns) refused.push(cellTest(kind.column('dropIn'), isTrue));
    if (ignoreRefunded) refused.push(cellTest(kind.column('refunded'), isTrue));
    return none(refused);
  }
}

function isTrue(value: unknown): boolean {
  return String(value) === 'true' || String(value) === '1';
}

/** Tests a cell that is there; a missing one fails. */
function cellTest(column: Column | undefined, holds: (value: unknown) => boolean): RowPredicate {
  return (row) => {
    const value = valueAt(column, row);
    return value !== undefined && holds(value);
  };
}

function none(refused: readonly RowPredicate[]): RowPredicate | null {
  return refused.length === 0 ? null : (row, subject) => !refused.some((test) => test(row, subject));
}
