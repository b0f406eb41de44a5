import type { CellValue, Column } from '../../dataset/column.ts';
import type { EventKind } from '../../dataset/store.ts';
import { FunnelwheelError } from '../../error.ts';
import type { Factor, FactorsOption, FactorsResult, Scalar } from '../../schema/index.ts';
import { computeQuantile } from '../../statistics/quantiles.ts';
import { SMALL_SAMPLE } from '../../statistics/small-sample.ts';
import type { RunContext } from '../match/run-context.ts';
import { findStep } from '../plan/find-step.ts';
import type { PlanStep } from '../plan/plan.ts';
import { FactorTally, type Population } from './factor-tally.ts';
import { filterJourneys, listJourneys, type Journeys } from './journeys.ts';
import { MOST_VALUES, OF_ONE_EVENT, OF_ONE_PERSON } from './offers.ts';
import type { Report } from './report.ts';

const DAY_MS = 86_400_000;
/** Nine of ten of those who did it did so by then: going on later counts as not going on, for everybody alike. */
const HORIZON = 0.9;
/** A quarter of those who did it did so by then: three quarters still had it before them. */
const LANDMARK = 0.25;
/** Columns that say how somebody stands now: they follow from going on, and do not come before it. */
const OF_NOW: ReadonlySet<string> = new Set(['leadStage', 'isCustomer', 'customerSince']);

/**
 * What goes with going on from one step to another: properties people had, and events between.
 *
 * Everybody is looked at over the same time, the horizon: who was not there so long is left out, who went on later
 * counts as not. And an event counts only in a first part of it, the same for all, and only among those who had not gone
 * on by its end: else whoever took longer would have had more time for everything, and every event would seem to hold
 * people back (immortal-time bias; the landmark method, Anderson, Cain and Gelber, J. Clin. Oncol. 1 (1983) 710–719).
 * Left out are the steps' own types of events, dated columns of the people (they keep the latest stamp), and columns that
 * tell how somebody stands now. Source: funnels.md; issue "What goes with converting".
 *
 * @throws FunnelwheelError `unknown-step`; `invalid-options` when the steps are the wrong way round.
 */
export function computeFactors(context: RunContext, report: Report, option: FactorsOption): FactorsResult {
  const { steps } = context.plan;
  const from = findStep(context.plan, option.from, 'from');
  const to = findStep(context.plan, option.to, 'to', steps.length - 1);
  if (from.index >= to.index)
    throw new FunnelwheelError('invalid-options', 'to: must come after from', {
      path: 'to',
      value: option.to,
    });
  const journeys = listJourneys(context, report, from, to);
  const ids = { from: from.id, to: to.id };
  const ascending = journeys.took.filter(Number.isFinite).sort();
  const horizon = computeQuantile(ascending, HORIZON);
  if (horizon === null) return { ...ids, horizon: null, within: null, factors: [] };
  const within = option.withinDays ? option.withinDays * DAY_MS : computeQuantile(ascending, LANDMARK)!;
  const observedUntil = Math.min(context.now, context.spanOf(to).to);
  const judged = filterJourneys(
    journeys,
    (took, entry) => took <= horizon || observedUntil - entry >= horizon,
  );
  const atRisk = filterJourneys(judged, (took) => took > within);
  const support = option.support ?? SMALL_SAMPLE;
  const counting: Counting = { context, report, from, support, horizon };
  const people = countPeople(judged, horizon);
  const waiting = countPeople(atRisk, horizon);
  return {
    ...ids,
    horizon: horizon / 1000,
    within: within / 1000,
    people: { ...people, left: journeys.row.length - judged.row.length },
    atRisk: { ...waiting },
    factors: [
      ...countPersonFactors(counting, judged, people),
      ...countEntryFactors(counting, judged, people),
      ...(within > 0 ? countEventFactors(counting, atRisk, waiting, within) : []),
    ],
  };
}

function countPeople({ took }: Journeys, horizon: number): Population {
  let converted = 0;
  for (const time of took) if (time <= horizon) converted++;
  return { people: took.length, converted };
}

interface Counting {
  context: RunContext;
  report: Report;
  from: PlanStep;
  support: number;
  /** Ms; who took longer counts as not having gone on. */
  horizon: number;
}

function countPersonFactors(
  { context, report, support, horizon }: Counting,
  { row, took }: Journeys,
  whole: Population,
): Factor[] {
  const { store, view } = context;
  const properties = store.summary.personProperties.filter(
    (property) => !OF_ONE_PERSON.has(property) && !OF_NOW.has(property),
  );
  return properties.flatMap((property) => {
    const column = toDivider(store.personColumn(property));
    if (!column) return [];
    const tally = new FactorTally(column.values.length);
    for (let i = 0; i < row.length; i++) {
      const person = view.personOf(report.rows.subject[row[i]!]!);
      tally.add(column.codes[person]!, row[i]!, took[i]! <= horizon);
    }
    const toFactor = (value: Scalar) => ({ kind: 'person' as const, property: `person.${property}`, value });
    return listValueFactors(tally, column.values, whole, support, toFactor);
  });
}

function countEntryFactors(
  { context, report, from, support, horizon }: Counting,
  { row, took }: Journeys,
  whole: Population,
): Factor[] {
  if (from.absent || context.plan.order === 'unordered') return [];
  const entries = report.matching.attempts.columns[from.index]!;
  const matches = report.matching.attempts.match[from.index]!;
  const properties = new Set(entries.kinds.flatMap((kind) => kind.properties));
  return [...properties].flatMap((property) => {
    if (OF_ONE_EVENT.has(property)) return [];
    // Types of one step each have a dictionary of their own: values are counted by what they are.
    const codes = new Map<CellValue, number>();
    const columns = entries.kinds.map((kind) => toDivider(kind.column(property)));
    for (const column of columns)
      for (const value of column?.values ?? [])
        if (value !== undefined && !codes.has(value)) codes.set(value, codes.size + 1);
    if (codes.size === 0 || codes.size > MOST_VALUES) return [];
    const tally = new FactorTally(codes.size + 1);
    for (let i = 0; i < row.length; i++) {
      const match = matches[report.rows.attempt[row[i]!]!]!;
      const column = columns[entries.kind[match]!];
      const value = column?.values[column.codes[entries.row[match]!]!];
      tally.add(value === undefined ? 0 : codes.get(value)!, row[i]!, took[i]! <= horizon);
    }
    const toFactor = (value: Scalar) => ({ kind: 'entry' as const, property, value });
    return listValueFactors(tally, [undefined, ...codes.keys()], whole, support, toFactor);
  });
}

function countEventFactors(
  counting: Counting,
  journeys: Journeys,
  whole: Population,
  within: number,
): Factor[] {
  const { plan, view } = counting.context;
  // A step of any type leaves no event that is none of a step's. An outcome of any type is one of the step's own.
  if (plan.steps.some((step) => step.conditions.some(({ types }) => types === null))) return [];
  const ways = plan.steps.flatMap((step) => [...step.conditions, ...step.outcomes]);
  const ofSteps = new Set(ways.flatMap(({ types }) => types ?? []));
  const kinds = [...view.kinds.values()].filter(({ type }) => !ofSteps.has(type));
  return kinds.flatMap((kind) => countKindFactors(counting, kind, journeys, whole, within));
}

function countKindFactors(
  { context: { store }, report, support, horizon }: Counting,
  kind: EventKind,
  { row, entry, took }: Journeys,
  whole: Population,
  within: number,
): Factor[] {
  const happened = new FactorTally(2);
  const divided = kind.properties.flatMap((property) => {
    const column = OF_ONE_EVENT.has(property) ? undefined : toDivider(kind.column(property));
    return column ? [{ property, column, tally: new FactorTally(column.values.length) }] : [];
  });
  for (let j = 0; j < row.length; j++) {
    const subject = report.rows.subject[row[j]!]!;
    const converted = took[j]! <= horizon;
    for (let i = kind.off[subject]!; i < kind.off[subject + 1]!; i++) {
      const since = store.toMs(kind.time[i]!) - entry[j]!;
      if (since <= 0 || since > within || kind.fromPerson?.[i] === 1) continue;
      happened.add(1, row[j]!, converted);
      for (const { column, tally } of divided) tally.add(column.codes[i]!, row[j]!, converted);
    }
  }
  const event = kind.type;
  const at = happened.factor(1, whole, support);
  return [
    ...(at ? [{ kind: 'event' as const, event, ...at }] : []),
    ...divided.flatMap(({ property, column, tally }) =>
      column.values.flatMap((value, code): Factor[] => {
        const counts = isScalar(value) ? tally.factor(code, whole, support) : undefined;
        return counts ? [{ kind: 'event', event, property, value: value as Scalar, ...counts }] : [];
      }),
    ),
  ];
}

/** The values of a property that everybody has at most one of; of two that are each other's opposite, one says all. */
function listValueFactors(
  tally: FactorTally,
  values: readonly (CellValue | undefined)[],
  whole: Population,
  support: number,
  toFactor: (value: Scalar) => Omit<Factor, 'with' | 'without'>,
): Factor[] {
  const factors = values.flatMap((value, code): Factor[] => {
    const counts = isScalar(value) ? tally.factor(code, whole, support) : undefined;
    return counts ? [{ ...toFactor(value as Scalar), ...counts } as Factor] : [];
  });
  const [first, second] = factors;
  const isMirror = factors.length === 2 && first!.with.people === second!.without.people;
  return isMirror ? [first!] : factors;
}

function isScalar(value: CellValue | undefined): value is Scalar {
  return value !== undefined && !Array.isArray(value);
}

/** A column of few values. */
function toDivider(column: Column | undefined) {
  return column?.kind === 'dictionary' && column.values.length - 1 <= MOST_VALUES ? column : undefined;
}
