import { valueAt } from '../dataset/column.ts';
import { hasValues, type EventSource } from '../people/wheel-context.ts';
import type { WheelMetric, WheelUnit } from '../schema/wheel.ts';
import { computeMedian } from '../statistics/quantiles.ts';
import { Flywheel, isCustomerPlace } from './flywheel-places.ts';
import type { Period } from './period.ts';

/** What a metric came to; `value` null: the data cannot tell. */
export interface Measured {
  value: number | null;
  of?: { numerator: number; denominator: number };
}

interface MetricDefinition {
  id: string;
  phase: number;
  unit: WheelUnit;
  measure: (period: Period) => Measured;
}

/** The seed's metrics ("Étape 2"), phase by phase, and the days to the next phase. Source: lifecycle.md, section 3. */
const METRICS: readonly MetricDefinition[] = [
  { id: 'qualified-leads', phase: Flywheel.Activation, unit: 'count', measure: countQualifiedLeads },
  { id: 'trials', phase: Flywheel.Activation, unit: 'count', measure: countTrials },
  { id: 'first-sales', phase: Flywheel.Activation, unit: 'count', measure: countFirstSales },
  {
    id: 'days-to-adoption',
    phase: Flywheel.Activation,
    unit: 'days',
    measure: daysFrom(Flywheel.Activation),
  },
  { id: 'value-realised', phase: Flywheel.Adoption, unit: 'share', measure: computeValueRealised },
  { id: 'process-finished', phase: Flywheel.Adoption, unit: 'count', measure: countProcessFinished },
  { id: 'days-to-adoration', phase: Flywheel.Adoption, unit: 'days', measure: daysFrom(Flywheel.Adoption) },
  { id: 'retention-rate', phase: Flywheel.Adoration, unit: 'share', measure: computeRetentionRate },
  { id: 'arpu', phase: Flywheel.Adoration, unit: 'money', measure: computeRevenuePerUser },
  { id: 'lifetime-value', phase: Flywheel.Adoration, unit: 'money', measure: computeLifetimeValue },
  { id: 'days-to-advocacy', phase: Flywheel.Adoration, unit: 'days', measure: daysFrom(Flywheel.Adoration) },
  { id: 'referred-leads', phase: Flywheel.Advocacy, unit: 'count', measure: countBrought },
  { id: 'affiliate-signups', phase: Flywheel.Advocacy, unit: 'count', measure: countAffiliates },
];

const UNKNOWN: Measured = { value: null };

/** Ids of the metrics, which are what targets are set for. */
export const METRIC_IDS: readonly string[] = METRICS.map(({ id }) => id);

/**
 * The metrics of each phase, in this period and in the one before.
 * @param before undefined where the dataset does not cover it: then nothing is said of it
 */
export function computeMetrics(
  now: Period,
  before: Period | undefined,
  targets: Readonly<Record<string, number>>,
): WheelMetric[][] {
  const phases: WheelMetric[][] = [[], [], [], []];
  for (const { id, phase, unit, measure } of METRICS) {
    phases[phase]!.push({
      id,
      unit,
      ...measure(now),
      previous: before ? measure(before).value : null,
      ...(Object.hasOwn(targets, id) ? { target: targets[id]! } : {}),
    });
  }
  return phases;
}

/** Whether a metric reached its target: days at most, everything else at least. */
export function isMet({ value, target, unit }: WheelMetric): boolean {
  if (value === null || target === undefined || target === null) return false;
  return unit === 'days' ? value <= target : value >= target;
}

/** People brought in a period: those of the dataset once each, and those it does not know. */
export function countBrought(period: Period): Measured {
  const { unknown, isKnown } = period.bringings;
  if (!isKnown) return UNKNOWN;
  const others = unknown.filter(({ at, by }) => period.has(at) && period.isIncluded(by));
  return { value: listBrought(period).length + others.length };
}

/** Dense indexes of the people of the dataset who were brought in a period. */
export function listBrought({ context, bringings, from, to }: Period): number[] {
  const isBrought = (at: number) => at > from && at <= to;
  return Array.from(context.population).filter((person) => isBrought(bringings.broughtAt[person]!));
}

function countQualifiedLeads(period: Period): Measured {
  const { rules, context, record } = period;
  if (!context.hasTypes(rules.qualified)) return UNKNOWN;
  const qualified = period.sourcesOf(rules.qualified);
  const isNew = (person: number) => {
    const at = period.first(qualified, person);
    return period.has(at) && !(record.firstPurchase[person]! < at);
  };
  return { value: period.count(isNew) };
}

function countTrials(period: Period): Measured {
  return countFirsts(
    period,
    period.context.hasTypes(period.rules.trials),
    period.sourcesOf(period.rules.trials),
  );
}

function countAffiliates(period: Period): Measured {
  const { affiliates } = period.rules;
  return countFirsts(period, period.context.hasTypes(affiliates), period.sourcesOf(affiliates));
}

function countFirstSales(period: Period): Measured {
  if (!period.context.hasTypes(period.rules.purchases)) return UNKNOWN;
  return { value: period.count((person) => period.has(period.record.firstPurchase[person]!)) };
}

/** People whose first event of some is in the period. */
function countFirsts(period: Period, isKnown: boolean, sources: readonly EventSource[]): Measured {
  if (!isKnown) return UNKNOWN;
  return { value: period.count((person) => period.has(period.first(sources, person))) };
}

/** Of the new customers, those who have come as often as realises value. */
function computeValueRealised(period: Period): Measured {
  const { rules, sources } = period;
  if (!period.context.hasTypes(rules.visits)) return UNKNOWN;
  let customers = 0;
  const realised = period.count((person) => {
    const signup = period.record.firstPurchase[person]!;
    if (!period.has(signup)) return false;
    customers += 1;
    return countSince(period, sources.visits, person, signup) >= rules.valueVisits;
  });
  return toShare(realised, customers);
}

/** People who paid for the second time. */
function countProcessFinished(period: Period): Measured {
  const { sources, store } = period;
  if (sources.paid.length === 0) return UNKNOWN;
  const secondOf = (person: number) => {
    const at: number[] = [];
    eachUntil(period, sources.paid, person, ({ kind }, row) => at.push(store.toMs(kind.time[row]!)));
    return at.sort((a, b) => a - b)[1] ?? Infinity;
  };
  return { value: period.count((person) => period.has(secondOf(person))) };
}

/** Of those who were customers at the start, the share who still are. */
function computeRetentionRate(period: Period): Measured {
  let customers = 0;
  const kept = period.count((person) => {
    if (!isCustomerPlace(period.startOf(person))) return false;
    customers += 1;
    return isCustomerPlace(period.placeOf(person));
  });
  return toShare(kept, customers);
}

/** Money of the period a customer. */
function computeRevenuePerUser(period: Period): Measured {
  const { sum, isKnown } = sumAmounts(period, period.from);
  const customers = period.count((person) => isCustomerPlace(period.placeOf(person)));
  return isKnown ? toShare(sum, customers) : UNKNOWN;
}

/** What a customer has brought so far: all money ÷ all who ever paid. A fact, no forecast. */
function computeLifetimeValue(period: Period): Measured {
  const { sum, isKnown, payers } = sumAmounts(period, -Infinity);
  return isKnown ? toShare(sum, payers) : UNKNOWN;
}

function sumAmounts(period: Period, from: number): { sum: number; payers: number; isKnown: boolean } {
  const { paid } = period.sources;
  const isKnown = paid.some(({ kind }) => hasValues(kind, 'amount'));
  let sum = 0;
  const payers = period.count((person) => {
    let hasPaid = false;
    eachUntil(period, paid, person, ({ kind }, row) => {
      if (period.store.toMs(kind.time[row]!) <= from) return;
      hasPaid = true;
      sum += Number(valueAt(kind.column('amount'), row) ?? 0) || 0;
    });
    return hasPaid;
  });
  return { sum, payers, isKnown };
}

/** Median days in a phase of those who went on from it in the period. */
function daysFrom(phase: number): MetricDefinition['measure'] {
  return ({ record, index }) => ({ value: computeMedian(record.moves[index]!.days[phase]!) });
}

function countSince(period: Period, sources: readonly EventSource[], person: number, from: number): number {
  let count = 0;
  eachUntil(period, sources, person, ({ kind }, row) => {
    if (period.store.toMs(kind.time[row]!) >= from) count += 1;
  });
  return count;
}

/** Somebody's events among some, up to the period's end. */
function eachUntil(
  { store, to }: Period,
  sources: readonly EventSource[],
  person: number,
  tell: (source: EventSource, row: number) => void,
): void {
  for (const source of sources) {
    const { kind, test } = source;
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
      if (store.toMs(kind.time[row]!) > to) break;
      if (test === null || test(row, person)) tell(source, row);
    }
  }
}

function toShare(numerator: number, denominator: number): Measured {
  if (denominator === 0) return UNKNOWN;
  return { value: numerator / denominator, of: { numerator, denominator } };
}
