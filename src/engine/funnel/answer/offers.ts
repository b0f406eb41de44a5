import { valueAt } from '../../dataset/column.ts';
import type { EventKind, Store } from '../../dataset/store.ts';
import type { FunnelResult } from '../../schema/index.ts';
import type { FunnelPlan, PlanStep } from '../plan/plan.ts';
import type { RunContext } from '../match/run-context.ts';

/** Columns nobody divides people by: who they are, and dates. */
export const OF_ONE_PERSON: ReadonlySet<string> = new Set([
  'id',
  'name',
  'email',
  'phone',
  'consent',
  'tags',
  'createdAt',
  'leadCreatedAt',
  'lastContactedAt',
  'convertedToCustomerAt',
  'referredBy',
]);
/** Properties of events that are dates, amounts, or somebody's. */
export const OF_ONE_EVENT: ReadonlySet<string> = new Set([
  'membership',
  'eventAt',
  'startsAt',
  'amount',
  'referredBy',
  'referred',
]);
/** More different values than this are not offered. */
export const MOST_VALUES = 60;

/** A property by which a funnel can be divided. */
export interface BreakdownOffer {
  /** `source` of the steps' events, `person.location` of the people, `step.intro`: whether they did a step. */
  property: string;
  /** How many different values it has, the missing one among them. */
  values: number;
}

/**
 * Properties by which a funnel can be divided: columns of the people (`person.x`), properties of the steps' events,
 * and whether somebody passed a split step (`step.intro`), as far as they have more than one value but not too many.
 */
export function listBreakdownProperties(store: Store, plan: FunnelPlan): BreakdownOffer[] {
  const ofPersons = store.summary.personProperties
    .filter((property) => !OF_ONE_PERSON.has(property))
    .map((property) => ({
      property: `person.${property}`,
      values: countValues(store.personColumn(property)),
    }));
  const types = new Set(
    plan.steps.flatMap((step) => step.conditions.flatMap((condition) => condition.types ?? [])),
  );
  const ofEvents = new Map<string, number>();
  for (const type of types) {
    const kind = store.persons.kinds.get(type);
    for (const property of kind?.properties ?? []) {
      if (OF_ONE_EVENT.has(property) || !isOfEvents(kind!)) continue;
      // Types of one property mostly share its values: those of the richest stand for all.
      ofEvents.set(property, Math.max(ofEvents.get(property) ?? 0, countValues(kind!.column(property))));
    }
  }
  const sharesBase = (step: PlanStep) =>
    plan.steps.some(
      (other) => other !== step && other.bases.length > 0 && String(other.bases) === String(step.bases),
    );
  const ofSteps = plan.steps
    .filter((step) => step.split || sharesBase(step))
    .map((step) => ({ property: `step.${step.id}`, values: 2 }));
  const offers = [...ofEvents].map(([property, values]) => ({ property, values }));
  return [...offers, ...ofPersons, ...ofSteps].filter(({ values }) => values > 1 && values <= MOST_VALUES);
}

/** Whether a kind has rows of its own, and is not made of dated columns of the people alone. */
function isOfEvents(kind: EventKind): boolean {
  return kind.fromPerson === null || kind.fromPerson.includes(0);
}

/** Different values of a column, the missing one among them; 0 where it is no such column, or of nothing. */
function countValues(column: ReturnType<Store['personColumn']>): number {
  if (column?.kind !== 'dictionary' || column.values.length === 1) return 0;
  return column.values.length - 1 + (column.codes.includes(0) ? 1 : 0);
}

/**
 * What the studio must set up first: the seed asks for an intro offer on sale before its funnels can show anything.
 */
export function listNotices(context: RunContext): NonNullable<FunnelResult['notices']> {
  const asksForIntro = context.plan.steps.some(requiresIntro);
  if (!asksForIntro) return [];
  const kind = context.store.persons.kinds.get('purchase');
  const column = kind?.column('intro');
  for (let row = 0; row < (kind?.count ?? 0); row++) {
    if (['true', '1'].includes(String(valueAt(column, row)))) return [];
  }
  return [{ code: 'no-intro-offer' }];
}

function requiresIntro(step: PlanStep): boolean {
  return step.conditions.some(
    ({ types, where }) =>
      types?.includes('purchase') && where.some((part) => String(part['intro']) === 'true'),
  );
}
