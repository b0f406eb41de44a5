import { gather } from '../../dataset/gather.ts';
import type { Where } from '../../schema/index.ts';
import { filterColumn, type CandidateColumn } from './candidate-column.ts';
import { collectSeveral } from './collect-several.ts';
import { compileWhere, eventWhere, testPersonWhere, type RowPredicate } from './condition.ts';
import { collectOne, collectWithin, within, type KindFilter, type Pass } from './kind-column.ts';
import type { PlanCondition, PlanStep } from '../plan/plan.ts';
import type { RunContext, Span } from './run-context.ts';
import { SwitchFilter } from './switches.ts';

/** Finds the candidates of steps and of exclusions in one run. */
export class CandidateFinder {
  readonly #context: RunContext;
  readonly #switches: SwitchFilter;

  constructor(context: RunContext) {
    this.#context = context;
    this.#switches = new SwitchFilter(context);
  }

  /** What may fill a step by type, conditions and absolute date rule, whichever of them is picked. */
  findStatic(step: PlanStep): CandidateColumn {
    return this.#collect(this.#filters(step.conditions, step), this.#context.spanOf(step));
  }

  /**
   * What a step picks from: for `last` the events of any date, for `first-ever` the very first event alone (the
   * conditions are tested on it afterwards), else what {@link findStatic} gives.
   */
  findPool(step: PlanStep): CandidateColumn {
    if (step.pick === 'first-ever') return this.#findFirstEver(step);
    return step.pick === 'last'
      ? this.#collect(this.#filters(step.conditions, step), EVER)
      : this.findStatic(step);
  }

  /**
   * {@link findPool} for the subjects at some places of a list, both ascending, and for nobody else. Undefined where they
   * are so many, or so looked for, that all may as well be found and kept.
   */
  findWithin(step: PlanStep, subjects: Int32Array, places: Int32Array): CandidateColumn | undefined {
    const { view } = this.#context;
    if (step.pick !== 'first' || places.length * FEW > view.count) return undefined;
    const [filter, ...others] = this.#filters(step.conditions, step);
    if (!filter || others.length > 0) return undefined;
    return collectWithin(filter, this.#toPass(this.#context.spanOf(step)), gather(subjects, places));
  }

  /** What may fill a step, picked from its pool lane by lane. */
  pick(step: PlanStep, pool: CandidateColumn): CandidateColumn {
    if (step.nth !== undefined) return keepNth(pool, step.nth);
    if (step.pick !== 'last') return pool;
    const span = this.#toTicks(this.#context.spanOf(step));
    return filterColumn(pool, (i, lane) => i === pool.off[lane + 1]! - 1 && within(pool.time[i]!, span));
  }

  /**
   * Who passes a step of absence: subjects who fulfil its conditions on the person and have none of its events.
   * 1 for those who pass.
   */
  findAbsent(step: PlanStep): Uint8Array {
    const { plan, options, view } = this.#context;
    const shared = [plan.where, options.filters?.[step.id]];
    const conditions = step.conditions.map(({ types, where }) => ({ types, where: eventWhere(where) }));
    const filters = this.#filters(conditions, undefined, false, eventWhere(shared));
    const found = this.#collect(filters, this.#context.spanOf(step));
    const ofPerson = testPersonWhere(
      [...shared, ...step.conditions.flatMap(({ where }) => where)],
      this.#context,
    );
    const passed = new Uint8Array(view.count);
    for (let subject = 0; subject < view.count; subject++)
      if (found.off[subject] === found.off[subject + 1] && ofPerson(subject)) passed[subject] = 1;
    return passed;
  }

  /** The events of an exclusion, at any date up to now. */
  findExcluded(condition: PlanCondition): CandidateColumn {
    return this.#collect(this.#filters([condition]), EVER);
  }

  /** A subject's whole stream for strict order: table rows in the range that meet the global conditions. */
  findStream(): CandidateColumn {
    const column = this.#collect(this.#filters([{ types: null, where: [] }]), this.#context.range);
    return filterColumn(column, (i) => column.kinds[column.kind[i]!]!.fromPerson?.[column.row[i]!] !== 1);
  }

  /** The very first event of the step's types, which then must fulfil everything else. */
  #findFirstEver(step: PlanStep): CandidateColumn {
    const types = step.conditions.map(({ types }) => ({ types, where: [] }));
    const all = this.#collect(this.#filters(types, undefined, false), EVER);
    const first = filterColumn(all, (i, lane) => i === all.off[lane]);
    return this.#keepFulfilling(first, step);
  }

  #keepFulfilling(column: CandidateColumn, step: PlanStep): CandidateColumn {
    const filters = this.#filters(step.conditions, step);
    const span = this.#toTicks(this.#context.spanOf(step));
    return filterColumn(column, (i, lane) => {
      const kind = column.kinds[column.kind[i]!]!;
      const filter = filters.find((candidate) => candidate.kind === kind);
      if (!filter || !within(column.time[i]!, span)) return false;
      return filter.test === null || filter.test(column.row[i]!, lane);
    });
  }

  /** For each kind that any of the conditions names, what its rows must fulfil. */
  #filters(
    conditions: readonly PlanCondition[],
    step?: PlanStep,
    global = true,
    extra: readonly Where[] = [],
  ): KindFilter[] {
    const { plan, options, view } = this.#context;
    const shared = [global ? plan.where : undefined, step && options.filters?.[step.id], ...extra];
    const filters: KindFilter[] = [];
    for (const kind of view.kinds.values()) {
      const tests = conditions
        .filter(({ types }) => types === null || types.includes(kind.type))
        .map(({ where }) => compileWhere([...where, ...shared], kind, this.#context))
        .filter((test) => test !== false);
      if (tests.length === 0) continue;
      filters.push({ kind, test: and(anyOf(tests), this.#switches.forKind(kind)) });
    }
    return filters;
  }

  #collect(filters: readonly KindFilter[], span: Span): CandidateColumn {
    const pass = this.#toPass(span);
    return filters.length === 1 ? collectOne(filters[0]!, pass) : collectSeveral(filters, pass);
  }

  #toPass({ from, to }: Span): Pass {
    const { store, view, now } = this.#context;
    return { store, subjects: view.count, ticks: this.#toTicks({ from, to: Math.min(to, now) }) };
  }

  #toTicks(span: Span): Span {
    const { store } = this.#context;
    return { from: Math.ceil((span.from - store.base) / store.unit), to: store.toTick(span.to) };
  }
}

/** Of how many subjects one must have come to a step for the others' candidates to be worth finding. */
const FEW = 2;

const EVER: Span = { from: -Infinity, to: Infinity };

function keepNth(column: CandidateColumn, nth: number): CandidateColumn {
  return filterColumn(column, (i, lane) => i === column.off[lane]! + nth - 1);
}

function anyOf(tests: readonly (RowPredicate | null)[]): RowPredicate | null {
  if (tests.includes(null)) return null;
  const all = tests as readonly RowPredicate[];
  return all.length === 1 ? all[0]! : (row, subject) => all.some((test) => test(row, subject));
}

function and(a: RowPredicate | null, b: RowPredicate | null): RowPredicate | null {
  if (a === null) return b;
  return b === null ? a : (row, subject) => a(row, subject) && b(row, subject);
}
