import { valueAt } from '../dataset/column.ts';
import { hasValues } from '../people/wheel-context.ts';
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
export function listBrought(period: Period): number[] {
  return period.peopleIn(period.bringings.broughtAt);
}

function countQualifiedLeads(period: Period): Measured {
  const { rules, context, record, firsts } = period;
  if (!context.hasTypes(rules.qualified)) return UNKNOWN;
  const hadBought = (person: number) => record.firstPurchase[person]! < firsts.qualified[person]!;
  return { value: period.peopleIn(firsts.qualified).filter((person) => !hadBought(person)).length };
}

function countTrials(period: Period): Measured {
  return countIn(period, period.context.hasTypes(period.rules.trials), period.firsts.trial);
}

function countAffiliates(period: Period): Measured {
  return countIn(period, period.context.hasTypes(period.rules.affiliates), period.firsts.affiliate);
}

function countFirstSales(period: Period): Measured {
  return countIn(period, period.context.hasTypes(period.rules.purchases), period.record.firstPurchase);
}

/** People who paid for the second time. */
function countProcessFinished(period: Period): Measured {
  return countIn(period, period.sources.paid.length > 0, period.firsts.secondPaid);
}

/** People with whom something happened in the period. @param at epoch ms of when it did */
function countIn(period: Period, isKnown: boolean, at: Float64Array): Measured {
  return isKnown ? { value: period.peopleIn(at).length } : UNKNOWN;
}

/** Of the new customers, those who have come as often as realises value. */
function computeValueRealised(period: Period): Measured {
  const { rules, record } = period;
  if (!period.context.hasTypes(rules.visits)) return UNKNOWN;
  const customers = period.peopleIn(record.firstPurchase);
  const hasRealised = (person: number) =>
    countVisits(period, person, record.firstPurchase[person]!) >= rules.valueVisits;
  return toShare(customers.filter(hasRealised).length, customers.length);
}

/** Of those who were customers at the start, the share who still are. */
function computeRetentionRate(period: Period): Measured {
  const customers = period.customersAtStart;
  const kept = customers.filter((person) => isCustomerPlace(period.placeOf(person)));
  return toShare(kept.length, customers.length);
}

/** Money of the period a customer. */
function computeRevenuePerUser(period: Period): Measured {
  const { sum, isKnown } = sumAmounts(period, period.from);
  return isKnown ? toShare(sum, period.customers.length) : UNKNOWN;
}

/** What a customer has brought so far: all money ÷ all who ever paid. A fact, no forecast. */
function computeLifetimeValue(period: Period): Measured {
  const { sum, isKnown, payers } = sumAmounts(period, -Infinity);
  return isKnown ? toShare(sum, payers) : UNKNOWN;
}

function sumAmounts(
  { store, context, sources, to }: Period,
  from: number,
): { sum: number; payers: number; isKnown: boolean } {
  const { base, unit } = store;
  const paid = sources.paid.map(({ kind, test }) => ({ kind, test, amount: kind.column('amount') }));
  let sum = 0;
  let payers = 0;
  for (const person of context.population) {
    let hasPaid = false;
    for (const { kind, test, amount } of paid) {
      for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
        const at = base + kind.time[row]! * unit;
        if (at > to) break;
        if (at <= from || (test !== null && !test(row, person))) continue;
        hasPaid = true;
        sum += Number(valueAt(amount, row) ?? 0) || 0;
      }
    }
    if (hasPaid) payers += 1;
  }
  return { sum, payers, isKnown: paid.some(({ kind }) => hasValues(kind, 'amount')) };
}

/** Median days in a phase of those who went on from it in the period. */
function daysFrom(phase: number): MetricDefinition['measure'] {
  return ({ record, index }) => ({ value: computeMedian(record.moves[index]!.days[phase]!) });
}

/** Somebody's visits from an instant on, up to the period's end. */
function countVisits({ store, sources, to }: Period, person: number, from: number): number {
  let count = 0;
  for (const { kind, test } of sources.visits) {
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
      const at = store.toMs(kind.time[row]!);
      if (at >= from && at <= to && (test === null || test(row, person))) count += 1;
    }
  }
  return count;
}

function toShare(numerator: number, denominator: number): Measured {
  if (denominator === 0) return UNKNOWN;
  return { value: numerator / denominator, of: { numerator, denominator } };
}
