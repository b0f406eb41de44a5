import { FunnelwheelError } from '../error.ts';
import type { Store } from '../dataset/store.ts';
import { matchMs } from '../funnel/answer/tally.ts';
import { reportAttempts } from '../funnel/answer/report-attempts.ts';
import { Verdict } from '../funnel/answer/report.ts';
import { FunnelMatcher } from '../funnel/match/match-funnel.ts';
import { RunContext, type Span } from '../funnel/match/run-context.ts';
import { compileFunnel } from '../funnel/plan/compile-funnel.ts';
import {
  parseActivationOptions,
  type ActivationOptions,
  type ActivationPeriod,
  type ActivationResult,
  type Deed,
  type FunnelDefinition,
} from '../schema/index.ts';
import type { AcquiredPerson } from './acquired-person.ts';
import { listActivationPeriods, type ActivationSpan } from './activation-periods.ts';
import { findActivationPreset } from './presets.ts';

/** The two deeds of a rate, as they were asked for or as the preset has them. */
interface Marks {
  preset?: string;
  acquired: Deed;
  activated: Deed;
}

const DEFAULT_PRESET = 'first-class';

/**
 * Activation rate = activated ÷ acquired (seed 004), as counts. Somebody is acquired once, by the first event that
 * fits, of any date: so the periods add up to the whole, and nobody is new twice. Activated is who then does the other
 * deed, by another event, at or after it and within the time allowed; it is told under the period of acquisition.
 * It is the funnel of these two steps, with the funnel's rules for days, ties and windows.
 *
 * @throws FunnelwheelError `invalid-options` for options that are none, an unknown preset, a range that ends before it
 * begins or asks for too many periods.
 */
export function computeActivation(store: Store, input: ActivationOptions = {}): ActivationResult {
  const options = parseActivationOptions(input);
  const marks = toMarks(options);
  const { now } = options;
  const plan = compileFunnel(toFunnel(marks, options));
  const context = new RunContext(store, plan, now === undefined ? {} : { now });
  const range = context.toSpan(options.range, 'range');
  const cohort = listAcquired(context).filter((person) => isWithin(person.acquiredAt, range));
  const spans = listActivationPeriods(context, cohort, range, options);
  const periods = spans.map((span) => tallyPeriod(cohort, span, context.now, options));
  return {
    version: 1,
    origin: 'computed',
    timeZone: store.calendar.timeZone,
    ...(Number.isFinite(context.now) ? { asOf: new Date(context.now).toISOString() } : {}),
    ...(options.range ? { range: options.range } : {}),
    ...sumPeriods(periods),
    definition: { ...marks, ...(options.within === undefined ? {} : { within: options.within }) },
    interval: options.interval ?? 'month',
    periods,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(options.benchmark === undefined ? {} : { benchmark: options.benchmark }),
  };
}

function toMarks({ preset, acquired, activated }: ActivationOptions): Marks {
  const id = preset ?? (acquired && activated ? undefined : DEFAULT_PRESET);
  const base = id === undefined ? undefined : findActivationPreset(id);
  if (id !== undefined && base === undefined) {
    throw new FunnelwheelError('invalid-options', `preset: there is no preset "${id}"`, {
      path: 'preset',
      value: id,
    });
  }
  const marks = { acquired: acquired ?? base!.acquired, activated: activated ?? base!.activated };
  return id === undefined ? marks : { preset: id, ...marks };
}

function toFunnel({ acquired, activated }: Marks, { within }: ActivationOptions): FunnelDefinition {
  const window = within === undefined || within === 'period' ? {} : { window: within };
  return {
    id: 'activation',
    order: 'sequential',
    reentry: 'first',
    steps: [
      { id: 'acquired', ...acquired },
      { id: 'activated', ...activated, ...window },
    ],
  };
}

/** Everybody who was ever acquired, up to now. */
function listAcquired(context: RunContext): AcquiredPerson[] {
  const matching = new FunnelMatcher(context).match();
  const report = reportAttempts(context, matching);
  return Array.from(report.rows.attempt, (attempt, row) => ({
    acquiredAt: matchMs(context, report, attempt, 0)!,
    activatedAt: matchMs(context, report, attempt, 1),
    isOpen: report.verdict[1]![row] === Verdict.Open,
  }));
}

function tallyPeriod(
  cohort: readonly AcquiredPerson[],
  { start, end, complete, cut }: ActivationSpan,
  now: number,
  { within }: ActivationOptions,
): ActivationPeriod {
  const own = cohort.filter(({ acquiredAt }) => acquiredAt >= start && acquiredAt < end);
  const limit = within === 'period' ? end : Infinity;
  const activated = own.filter(({ activatedAt }) => activatedAt !== undefined && activatedAt < limit);
  const open = within === 'period' ? (now < end ? own.length - activated.length : 0) : countOpen(own);
  return {
    start: new Date(start).toISOString(),
    acquired: own.length,
    activated: activated.length,
    open,
    complete,
    ...(cut ? { cut } : {}),
  };
}

function countOpen(people: readonly AcquiredPerson[]): number {
  return people.filter(({ isOpen }) => isOpen).length;
}

function sumPeriods(
  periods: readonly ActivationPeriod[],
): Required<Pick<ActivationResult, 'acquired' | 'activated' | 'open'>> {
  const sum = (field: 'acquired' | 'activated' | 'open') =>
    periods.reduce((total, period) => total + (period[field] ?? 0), 0);
  return { acquired: sum('acquired'), activated: sum('activated'), open: sum('open') };
}

function isWithin(instant: number, { from, to }: Span): boolean {
  return instant >= from && instant <= to;
}
