import { FunnelwheelError, type ErrorCode } from '../../error.ts';
import { OPEN_SPAN, readInstant, toSpan, type Span } from '../../dataset/span.ts';
import type { Store, SubjectView } from '../../dataset/store.ts';
import type { Duration, RangeOption, RunOptions } from '../../schema/index.ts';
import type { FunnelPlan, PlanStep } from '../plan/plan.ts';

export type { Span } from '../../dataset/span.ts';

/**
 * One run of a plan over a store: the options resolved to instants. *Now* is an argument; without it and without
 * the dataset's `asOf` there is none, and nothing is in the future.
 */
export class RunContext {
  readonly store: Store;
  readonly plan: FunnelPlan;
  readonly options: RunOptions;
  readonly view: SubjectView;
  /** Epoch ms. */
  readonly now: number;
  readonly range: Span;
  /** By step; asked for every row, and an instant takes reading. */
  readonly #spans: Span[] = [];

  /** @throws FunnelwheelError `invalid-options` with the path of an instant that is none, or a range upside down. */
  constructor(store: Store, plan: FunnelPlan, options: RunOptions = {}) {
    this.store = store;
    this.plan = plan;
    this.options = options;
    this.view = plan.subject === 'membership' ? store.memberships : store.persons;
    const now = options.now ?? store.summary.asOf;
    this.now = now === undefined ? Infinity : readInstant(now, store.calendar, 'now').ms;
    this.range = this.toSpan(options.range, 'range');
    this.#refuseUnknownFilters();
    this.#refuseOpenStart();
  }

  /** The same run with other options for what is shown of it. */
  withOptions(options: RunOptions): RunContext {
    return new RunContext(this.store, this.plan, options);
  }

  /** A range option as instants: bare dates are whole days of the studio. */
  toSpan(range: RangeOption | undefined, path: string, code: ErrorCode = 'invalid-options'): Span {
    return toSpan(range, this.store.calendar, path, code);
  }

  /** The instants an event must lie in by the absolute part of a step's date rule. */
  spanOf(step: PlanStep): Span {
    return (this.#spans[step.index] ??= this.#toStepSpan(step));
  }

  #toStepSpan(step: PlanStep): Span {
    const { when } = step;
    if (when === 'inRange') return this.range;
    if (typeof when === 'string') return OPEN_SPAN;
    if ('lookback' in when) return this.#lookback(this.options.lookbackDays ?? when.lookback.days);
    return this.toSpan(when, `steps[${step.index}].when`, 'invalid-definition');
  }

  /** Value of `$from`, `$to`, `$now` in ms; infinite where the run has no such bound. */
  token(name: string): number {
    if (name === '$now') return this.now;
    return name === '$from' ? this.range.from : this.range.to;
  }

  /** Last instant within `duration` of an anchor; of a day-only anchor, the end of the last day. */
  windowEnd(anchor: number, dayOnly: boolean, duration: Duration): number {
    const end = this.shift(anchor, duration);
    const { calendar } = this.store;
    return dayOnly && !('ms' in duration) ? calendar.endOfDay(calendar.dayOf(end)) : end;
  }

  /** An instant moved on by a duration of the studio's calendar. */
  shift(instant: number, duration: Duration): number {
    if ('ms' in duration) return instant + duration.ms;
    const { calendar } = this.store;
    return 'days' in duration
      ? calendar.addDays(instant, duration.days)
      : calendar.addMonths(instant, duration.months);
  }

  #lookback(days: number): Span {
    const { from } = this.range;
    return { from: this.store.calendar.addDays(from, -days), to: from - 1 };
  }

  /** A look-back, or an absence, is counted from the start of the period. */
  #refuseOpenStart(): void {
    if (this.range.from !== -Infinity) return;
    const step = this.plan.steps.find(
      ({ absent, when }) => absent || (typeof when === 'object' && 'lookback' in when),
    );
    if (!step) return;
    throw new FunnelwheelError('invalid-options', `range.from: step "${step.id}" looks back from it`, {
      path: 'range.from',
    });
  }

  #refuseUnknownFilters(): void {
    for (const id of Object.keys(this.options.filters ?? {})) {
      if (this.plan.steps.some((step) => step.id === id)) continue;
      throw new FunnelwheelError('unknown-step', `filters: there is no step "${id}"`, {
        path: `filters.${id}`,
      });
    }
  }
}
