import { FunnelwheelError } from './error.ts';
import type { Store } from './dataset/store.ts';
import { computeGroups, toBreakdownResult, type Group } from './funnel/answer/breakdown.ts';
import { computeFactors } from './funnel/answer/compute-factors.ts';
import { compileFunnel } from './funnel/plan/compile-funnel.ts';
import { explainSubject, type Explanation } from './funnel/answer/explain.ts';
import { computeFilterValues } from './funnel/answer/filter-values.ts';
import { keepable, RecentlyUsed } from './recently-used.ts';
import { tupleKey } from './funnel/match/lanes.ts';
import { KeptWork } from './funnel/match/kept-work.ts';
import { FunnelMatcher, type Matching } from './funnel/match/match-funnel.ts';
import { listBreakdownProperties, listNotices, type BreakdownOffer } from './funnel/answer/offers.ts';
import { computeIds, computePeople, type SegmentPart } from './funnel/answer/people.ts';
import { findStep } from './funnel/plan/find-step.ts';
import { reportAttempts } from './funnel/answer/report-attempts.ts';
import { restrict, type Report } from './funnel/answer/report.ts';
import { RunContext } from './funnel/match/run-context.ts';
import { ArrangedLists } from './people/arranged-lists.ts';
import { toPreviousRange } from './funnel/answer/previous-range.ts';
import { computeTimeToConvert, type Histogram } from './funnel/answer/time-to-convert.ts';
import { toIsoRange, toResult, toStepCounts } from './funnel/answer/to-result.ts';
import { computeTrend, reportPeriod } from './funnel/answer/trend.ts';
import {
  listSegments,
  parseDefinition,
  parseFactorsOption,
  parsePeopleQuery,
  parseRunOptions,
  parseSegment,
  parseTimeToConvert,
  type FactorsOption,
  type FactorsResult,
  type FilterOffer,
  type FunnelDefinition,
  type FunnelResult,
  type FunnelSegment,
  type GroupComparison,
  type GroupValue,
  type PeoplePage,
  type PeopleQuery,
  type RunOptions,
  type Segment,
  type TimeToConvertOption,
} from './schema/index.ts';

/** One run of a funnel, kept so that its people can be asked for. */
interface Run {
  context: RunContext;
  matcher: FunnelMatcher;
  matching: Matching;
  report: Report;
  groups: readonly Group[] | undefined;
  lists: ArrangedLists;
  /** The people of points of trends, by their period. */
  periods: RecentlyUsed<Report>;
}

/** The key of the merged rest, which no tuple has. */
const OTHER = 'other';
/** Runs kept at most; the one used longest ago goes first. */
const KEPT_RUNS = 8;
/** At least one, what it is compared with, and one more. */
const LEAST_RUNS = 3;
/** Points of trends whose people are kept, a run. */
const KEPT_PERIODS = 16;

/**
 * Questions about one store. Keeps the latest runs, so that the people behind a number are those that were counted.
 * Everything it is asked with is checked; every error is a `FunnelwheelError`.
 */
export class FunnelSession {
  readonly #store: Store;
  readonly #runs = new Map<string, Run>();
  readonly #kept: KeptWork;
  readonly #most: number;

  constructor(store: Store) {
    this.#store = store;
    this.#kept = new KeptWork(store);
    this.#most = keepable(store.persons.count, KEPT_RUNS, LEAST_RUNS);
  }

  /** A funnel's numbers, with the breakdown, comparison and trend that the options ask for. */
  compute(definition: FunnelDefinition, options: RunOptions = {}): FunnelResult {
    const run = this.#run(definition, options);
    const { context, matching, report, groups } = run;
    const { breakdown, trend } = context.options;
    const notices = listNotices(context);
    return {
      ...toResult(context, report, {
        breakdown: breakdown && toBreakdownResult(context, breakdown, groups ?? []),
        trend: trend && computeTrend(context, matching, report, trend),
        comparison: this.#compare(definition, run),
      }),
      ...(notices.length > 0 ? { notices } : {}),
    };
  }

  /** A page of the people behind a segment, or behind several: then each subject once. */
  people(
    definition: FunnelDefinition,
    options: RunOptions,
    segment: FunnelSegment,
    query: PeopleQuery = {},
  ): PeoplePage {
    const run = this.#run(definition, options);
    return computePeople(
      run.context,
      toParts(run, parseSegment(segment)),
      run.lists,
      parsePeopleQuery(query),
    );
  }

  /** Distinct ids of everybody in a segment, or in any of several. */
  ids(
    definition: FunnelDefinition,
    options: RunOptions,
    segment: FunnelSegment,
    query: PeopleQuery = {},
  ): (string | number)[] {
    const run = this.#run(definition, options);
    return computeIds(run.context, toParts(run, parseSegment(segment)), parsePeopleQuery(query));
  }

  /** Which event matched which step for one subject, and why others did not. */
  explain(definition: FunnelDefinition, options: RunOptions, id: string | number): Explanation {
    const { matcher, report } = this.#run(definition, options);
    return explainSubject(matcher, report, id);
  }

  /** Values a step can be filtered by, with their counts, the other filters being on. */
  filterValues(
    definition: FunnelDefinition,
    options: RunOptions,
    stepId: string,
    property: string,
  ): FilterOffer {
    const { [property]: _own, ...others } = options.filters?.[stepId] ?? {};
    const { breakdown: _, trend: __, comparison: ___, ...rest } = options;
    const { context, matcher } = this.#run(definition, {
      ...rest,
      filters: { ...options.filters, [stepId]: others },
    });
    return computeFilterValues(matcher, findStep(context.plan, stepId, 'step'), property);
  }

  /** Histogram of the time from one step to another, of everybody or of a group of the breakdown. */
  timeToConvert(
    definition: FunnelDefinition,
    options: RunOptions,
    option: TimeToConvertOption = {},
  ): Histogram {
    const run = this.#run(definition, options);
    const parsed = parseTimeToConvert(option);
    return computeTimeToConvert(run.context, findGroup(run, parsed.group, 'group'), parsed);
  }

  /** What goes with going on from one step to another: counts, to be read with `assessFactors`. */
  factors(definition: FunnelDefinition, options: RunOptions, option: FactorsOption = {}): FactorsResult {
    const { context, report } = this.#run(definition, options);
    return computeFactors(context, report, parseFactorsOption(option));
  }

  /** Properties by which it makes sense to divide the funnel, each with how many values it has. */
  breakdownProperties(definition: FunnelDefinition): BreakdownOffer[] {
    return listBreakdownProperties(this.#store, compileFunnel(definition));
  }

  #run(definition: FunnelDefinition, input: RunOptions): Run {
    const options = parseRunOptions(input);
    // Checked before it becomes a key: what is no JSON cannot be one.
    definition = parseDefinition(definition);
    const key = JSON.stringify([definition, { ...options, trend: undefined, comparison: undefined }]);
    const known = this.#runs.get(key);
    // Deleted and set again, so that the map's order is that of use.
    this.#runs.delete(key);
    const run = known
      ? { ...known, context: known.context.withOptions(options) }
      : this.#compute(definition, options);
    this.#runs.set(key, run);
    if (this.#runs.size > this.#most) this.#runs.delete(this.#runs.keys().next().value!);
    return run;
  }

  #compute(definition: FunnelDefinition, options: RunOptions): Run {
    const { order, reentry, switches, breakdown } = options;
    const plan = compileFunnel(definition, { order, reentry, switches });
    const context = new RunContext(this.#store, plan, options);
    const matcher = new FunnelMatcher(context, this.#kept);
    const matching = matcher.match();
    const report = reportAttempts(context, matching);
    return {
      context,
      matcher,
      matching,
      report,
      groups: breakdown && computeGroups(matcher, report, breakdown),
      lists: new ArrangedLists(),
      periods: new RecentlyUsed(KEPT_PERIODS),
    };
  }

  /** The same funnel over another period: the one before, or one that was named. Or a group beside another. */
  #compare(definition: FunnelDefinition, run: Run): FunnelResult['comparison'] {
    const { context } = run;
    const { comparison, breakdown: _, trend: __, ...rest } = context.options;
    if (comparison === undefined) return undefined;
    if (typeof comparison === 'object' && 'group' in comparison) return compareGroups(run, comparison);
    const range = comparison === 'previous' ? toPreviousRange(context) : comparison;
    if (!range) return undefined;
    context.toSpan(range, 'comparison');
    const other = this.#run(definition, { ...rest, range });
    return { range: toIsoRange(other.context.options), steps: toStepCounts(other.context, other.report) };
  }
}

/** The segments of a list, each with the report that has its people. */
function toParts(run: Run, segment: FunnelSegment): SegmentPart[] {
  const isUnion = 'anyOf' in segment;
  return listSegments(segment).map((part, index) => {
    const path = isUnion ? `segment.anyOf[${index}]` : 'segment';
    return { segment: part, report: findReport(run, part, path), path };
  });
}

/** The report of a segment's group, of its period, or, where it has both, that of the period's people in the group. */
function findReport(run: Run, { group, period }: Segment, path: string): Report {
  const ofGroup = findGroup(run, group, `${path}.group`);
  if (!period) return ofGroup;
  const { context, matching, report } = run;
  const ofPeriod = run.periods.get(JSON.stringify([period.interval, period.start]), () =>
    reportPeriod(context, matching, report, period, `${path}.period`),
  );
  if (group === undefined) return ofPeriod;
  const members = new Set(ofGroup.rows.subject);
  const rows = [...ofPeriod.rows.subject.keys()].filter((row) => members.has(ofPeriod.rows.subject[row]!));
  return restrict(ofPeriod, rows);
}

/** A group that nobody is in (any more) has no people; one that may have been merged with others is refused. */
function findGroup({ report, groups }: Run, group: GroupValue | undefined, path: string): Report {
  if (group === undefined) return report;
  const find = (key: string) => groups?.find(({ value }) => groupKey(value) === key);
  const found = find(groupKey(group));
  if (found) return found.report;
  if (groups && !find(OTHER)) return restrict(report, []);
  throw new FunnelwheelError('invalid-options', `${path}: there is no such group`, { path, value: group });
}

/**
 * The numbers that a group of the breakdown is held against: those of another, or of everybody who is not in it. Its own
 * are in the breakdown.
 */
function compareGroups(run: Run, { group, against }: GroupComparison): FunnelResult['comparison'] {
  const own = findGroup(run, group, 'comparison.group');
  const other =
    against === undefined ? restOf(run.report, own) : findGroup(run, against, 'comparison.against');
  return {
    group,
    ...(against === undefined ? {} : { against }),
    steps: toStepCounts(run.context, other),
  };
}

function restOf(whole: Report, group: Report): Report {
  const members = new Set(group.rows.subject);
  const others = [...whole.rows.subject.keys()].filter((row) => !members.has(whole.rows.subject[row]!));
  return restrict(whole, others);
}

function groupKey(value: GroupValue): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return OTHER;
  return tupleKey(Array.isArray(value) ? value : [value]);
}
