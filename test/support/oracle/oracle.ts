import { Temporal } from 'temporal-polyfill';
import { divide } from './breakdown.ts';
import type { GroupKey } from './breakdown.ts';
import type { Plant } from './plants.ts';
import { toRun } from './run.ts';
import { toSubjects } from './subjects.ts';
import { trendOf, type Period } from './trend.ts';
import type { GroupComparison } from '../../../src/engine/schema/options.ts';
import type { FunnelDefinition, OracleDataset, ReportRow, Run, RunOptions, Subject } from './types.ts';
import { deadlineOf, equallyFarOf, reportSubject } from './verdict.ts';

export type { OracleDataset } from './types.ts';
export type { Plant } from './plants.ts';

/** Seconds from a step's anchor: one value a row, and what is made of them. */
export interface OracleTimes {
  seconds: number[];
  p25: number;
  median: number;
  p75: number;
  p90: number;
  mean: number;
}

/** The counts, people and times of one step. */
export interface OracleStep {
  id: string;
  entered: number;
  converted: number;
  open: number;
  dropped: number;
  skipped: number;
  outcomes: Record<string, number>;
  /** Distinct subjects, sorted, under `entered`, `converted`, `open`, `dropped`, `skipped` and each outcome. */
  ids: Record<string, Array<string | number>>;
  time: OracleTimes | undefined;
}

/** A reported attempt. */
export interface OracleRow {
  id: string | number;
  /** Step id (in `unordered` the bar's) → instant of the match, epoch ms. */
  matched: Record<string, number>;
}

/** The answer to one question. */
export interface OracleResult {
  steps: OracleStep[];
  rows: OracleRow[];
  groups?: Array<{ value: GroupKey | 'other'; steps: OracleStep[] }>;
  trend?: Period[];
  /** The same funnel over the period before, of as many whole days or calendar months; or a group's counterpart. */
  comparison?: OracleStep[];
  /** The period before, where there is one. */
  before?: RunOptions['range'];
  /** Of those open at each step: until when. Sorted texts. */
  deadlines: string[];
  /** Who took how long from the first step to the last, by {@link TOOK}; distinct and sorted. */
  took: Array<Array<string | number>>;
  /** How many rows have such a time, and its mean in seconds: what a histogram sums up. */
  timed: { count: number; mean: number };
}

/** Bounds, in seconds, by which times are asked for: each from the one before (included) to itself (excluded). */
export const TOOK = [0, 1, 3600, 86_400, 3 * 86_400];

/** Computes a funnel slowly, by listing every attempt there could be. */
export function runOracle(
  dataset: OracleDataset,
  definition: FunnelDefinition,
  options: RunOptions = {},
  plant?: Plant,
): OracleResult {
  const seen = plant === 'days-in-utc' ? { ...dataset, timeZone: 'UTC' } : dataset;
  const run = toRun(seen, definition, options, plant);
  const subjects = toSubjects(dataset, run);
  const rows = subjects.flatMap((subject) => reportSubject(subject, run));
  const timed = timeRows(rows, run);
  return {
    steps: countSteps(rows, run),
    rows: rows.map((row) => toOracleRow(row, run)),
    deadlines: listDeadlines(rows, run),
    took: groupByTime(timed),
    timed: { count: timed.length, mean: mean(timed.map(({ time }) => time)) },
    ...(options.breakdown && {
      groups: divide(subjects, run, options.breakdown).map((group) => ({
        value: group.key,
        steps: countSteps(group.rows, run),
      })),
    }),
    ...(options.trend && { trend: trendOf(subjects, run, options.trend) }),
    ...(typeof options.comparison === 'object' && 'group' in options.comparison
      ? compareGroups(subjects, run, options.comparison)
      : compareWithBefore(dataset, definition, options, run, plant)),
  };
}

function listDeadlines(rows: ReportRow[], run: Run): string[] {
  const texts = run.steps.flatMap((step) =>
    rows
      .filter((row) => row.steps[step.index]!.state === 'open')
      .map((row) => toDeadline(step.id, row.subject.id, deadlineOf(row, step, run))),
  );
  return texts.sort();
}

/** As it is compared. */
export function toDeadline(step: string, id: string | number, instant: number): string {
  return JSON.stringify([step, id, Number.isFinite(instant) ? instant : null]);
}

/** From the first step to the last, of the rows whose reported attempt did both. */
function timeRows(rows: ReportRow[], run: Run): Array<{ id: string | number; time: number }> {
  const last = run.steps.length - 1;
  const didBoth = rows.filter(({ attempt: { kept } }) => kept[0] && kept[last]);
  return didBoth.map((row) => {
    const attempts =
      run.options.time === 'mean' && run.reentry !== 'every' ? equallyFarOf(row, run) : [row.attempt];
    const seconds = attempts.flatMap(({ kept }) => {
      const [start, end] = [kept[0], kept[last]];
      return start && end ? [Math.floor(end.instant / 1000) - Math.floor(start.instant / 1000)] : [];
    });
    return { id: row.subject.id, time: mean(seconds) };
  });
}

function groupByTime(timed: ReturnType<typeof timeRows>): OracleResult['took'] {
  return [...TOOK, Infinity].map((max, i) => {
    const min = TOOK[i - 1] ?? -Infinity;
    const own = timed.filter(({ time }) => time >= min && time < max).map(({ id }) => id);
    return [...new Set(own)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
  });
}

function compareGroups(
  subjects: Subject[],
  run: Run,
  { group, against }: GroupComparison,
): Pick<OracleResult, 'comparison'> {
  const groups = divide(subjects, run, run.options.breakdown!);
  const keyOf = (value: unknown) =>
    JSON.stringify([value].flat().map((one) => (one === null ? null : String(one))));
  const rowsOf = (value: unknown) =>
    groups.find(({ key }) => JSON.stringify(key) === keyOf(value))?.rows ?? [];
  if (against !== undefined) return { comparison: countSteps(rowsOf(against), run) };
  const members = new Set(rowsOf(group).map(({ subject }) => subject));
  const others = subjects.filter((subject) => !members.has(subject));
  return {
    comparison: countSteps(
      others.flatMap((subject) => reportSubject(subject, run)),
      run,
    ),
  };
}

function compareWithBefore(
  dataset: OracleDataset,
  definition: FunnelDefinition,
  options: RunOptions,
  run: Run,
  plant: Plant | undefined,
): Pick<OracleResult, 'comparison' | 'before'> {
  const before = options.comparison === 'previous' && previousPeriod(options, today(run));
  if (!before) return {};
  return { comparison: runOracle(dataset, definition, before, plant).steps, before: before.range };
}

/** The studio's day at *now*; undefined where nothing is in the future. */
function today(run: Run): Temporal.PlainDate | undefined {
  return Number.isFinite(run.now) ? Temporal.PlainDate.from(run.calendar.dayOf(run.now)) : undefined;
}

/**
 * Only ranges of whole days are asked for. Of a period still in progress only the days that have begun have a
 * counterpart; one that has not begun has none (look.md: "the same number of days").
 */
function previousPeriod(
  { range, comparison: _, ...options }: RunOptions,
  now: Temporal.PlainDate | undefined,
): RunOptions | undefined {
  const [from, to] = [range?.from, range?.to].map((day) => Temporal.PlainDate.from(day as string));
  if (now && Temporal.PlainDate.compare(now, from!) < 0) return undefined;
  const last = now && Temporal.PlainDate.compare(now, to!) < 0 ? now : to!;
  // On its last day a period is still in progress.
  const isOver = !now || Temporal.PlainDate.compare(now, to!) > 0;
  if (from!.day === 1 && to!.add({ days: 1 }).day === 1) {
    // Whole calendar months, and the same number of them before: to their end, or as far in as this period is.
    const { months } = from!.until(to!.add({ days: 1 }), { largestUnit: 'months' });
    const begin = from!.subtract({ months });
    const end = from!.subtract({ days: 1 });
    const asFar = begin.add(from!.until(last));
    const until = isOver || Temporal.PlainDate.compare(asFar, end) > 0 ? end : asFar;
    return { ...options, range: { from: begin.toString(), to: until.toString() } };
  }
  const days = from!.until(to!).days + 1;
  const before = { from: from!.subtract({ days }).toString(), to: last.subtract({ days }).toString() };
  return { ...options, range: before };
}

function toOracleRow({ subject, attempt }: ReportRow, run: Run): OracleRow {
  const matched: Record<string, number> = {};
  for (const step of run.steps) {
    const match = attempt.kept[step.index];
    if (match) matched[step.id] = match.instant;
  }
  return { id: subject.id, matched };
}

function countSteps(rows: ReportRow[], run: Run): OracleStep[] {
  return run.steps.map((step) => {
    const inState = (state: string) => rows.filter((row) => row.steps[step.index]!.state === state);
    const entered = rows.filter((row) => row.steps[step.index]!.state !== 'not-entered');
    const states = { converted: inState('converted'), open: inState('open'), dropped: inState('dropped') };
    const skipped = inState('skipped');
    const outcomeIds = Object.keys(step.definition.outcomes ?? {});
    const ofOutcome = (id: string) => entered.filter((row) => row.steps[step.index]!.outcome === id);
    return {
      id: step.id,
      entered: entered.length,
      converted: states.converted.length,
      open: states.open.length,
      dropped: states.dropped.length,
      skipped: skipped.length,
      outcomes: Object.fromEntries(outcomeIds.map((id) => [id, ofOutcome(id).length])),
      ids: {
        entered: idsOf(entered),
        converted: idsOf(states.converted),
        open: idsOf(states.open),
        dropped: idsOf(states.dropped),
        skipped: idsOf(skipped),
        ...Object.fromEntries(outcomeIds.map((id) => [id, idsOf(ofOutcome(id))])),
      },
      time: timesOf(states.converted, step.index, run),
    };
  });
}

function idsOf(rows: ReportRow[]): Array<string | number> {
  return [...new Set(rows.map((row) => row.subject.id))].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

function timesOf(rows: ReportRow[], step: number, run: Run): OracleTimes | undefined {
  const verdicts = rows.map((row) => row.steps[step]!).filter((verdict) => verdict.seconds !== undefined);
  if (verdicts.length === 0) return undefined;
  const equallyFar = run.options.time === 'mean';
  const seconds = verdicts.map((one) =>
    equallyFar ? quantile(one.equallyFarSeconds, 0.5, run) : one.seconds!,
  );
  const forMean = verdicts.map((one) => (equallyFar ? mean(one.equallyFarSeconds) : one.seconds!));
  return {
    seconds: [...seconds].sort((a, b) => a - b),
    p25: quantile(seconds, 0.25, run),
    median: quantile(seconds, 0.5, run),
    p75: quantile(seconds, 0.75, run),
    p90: quantile(seconds, 0.9, run),
    mean: mean(forMean),
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Linear interpolation between the sorted values, type 7. */
export function quantile(values: number[], q: number, run?: Run): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)]!;
  if (run?.plant === 'quantile-nearest-rank') return sorted[Math.ceil(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
