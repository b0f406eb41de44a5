import type { FunnelResult } from '../schema/index.ts';
import { findOnward, type NoOnward } from './descent.ts';
import { computeFunnelFacts, type FunnelFacts, type StepFacts } from './step-facts.ts';

/** The observed value of a purchase: one amount a subject, of those whose amount is known. */
export interface PurchaseValue {
  /** The step at which it is paid. */
  step: string;
  mean: number;
  median: number | undefined;
  /** How many amounts are known. */
  count: number;
  total: number;
}

/** What somebody who does a step may be expected to pay at a later one (or at it). */
export interface MoneyTerm {
  /** The step at which it is paid. */
  step: string;
  /** Of those who did the first, the part that did this one; 1 at the step itself. */
  onward: number;
  /** The mean value there. */
  value: number;
}

/**
 * Why nothing is said of a step's money, besides {@link NoOnward}: nobody pays at or after it; it divides people
 * instead of losing them (a split); nobody must do it; in any order a bar is no step, and has no purchase of its own.
 */
export type NoMoney = NoOnward | 'no-value' | 'divides' | 'optional' | 'unordered';

/** The money of one step. Undefined is unknown, and `reason` says why. */
export interface StepMoney {
  step: string;
  /** Paid at this step or after it, by people who did it. */
  reached: number | undefined;
  /** The people it lost: the dropped; where nothing bounds it, without those who entered too recently to tell. */
  lost: number | undefined;
  /** Those who can still do it. */
  open: number;
  /** What one more person at this step may be expected to bring: Σ onward × value. */
  perPerson: number | undefined;
  /** What `perPerson` is made of. */
  terms: MoneyTerm[];
  /** Left on the table: `lost` × `perPerson`. */
  left: number | undefined;
  /** Not lost yet: `open` × `perPerson`. */
  pending: number | undefined;
  reason?: NoMoney;
}

/** The money of a funnel. */
export interface FunnelMoney {
  currency: string | undefined;
  /** Whose purchase an amount is of. */
  per: 'person' | 'membership';
  /** The values observed, by step; the last is what the funnel is about. */
  values: PurchaseValue[];
  steps: StepMoney[];
}

/**
 * The money of a funnel: observed value of a purchase, value that reached each step, and what is left on the table.
 *
 * A loss is worth lost × Σ (observed onward conversion × observed mean value) over every step at or after it at which
 * people pay: whoever is lost before the intro offer pays neither it nor the membership that would have followed. The
 * mean, not the median, because a sum is asked for. It assumes that those who were lost would have gone on, and paid,
 * as those did who were not. Source: funnels.md, "At a glance".
 */
export function computeMoney(result: FunnelResult, facts = computeFunnelFacts(result)): FunnelMoney {
  const values = listValues(facts);
  return {
    currency: result.currency,
    per: result.subject ?? 'person',
    values,
    steps: facts.steps.map((step) => toStepMoney(facts, values, step)),
  };
}

function listValues(facts: FunnelFacts): PurchaseValue[] {
  return facts.steps.flatMap(({ id, source: { value } }) => {
    if (!value || value.count <= 0) return [];
    const { total, count, median, mean } = value;
    return [{ step: id, total, count, median: median ?? undefined, mean: mean ?? total / count }];
  });
}

function toStepMoney(facts: FunnelFacts, values: readonly PurchaseValue[], step: StepFacts): StepMoney {
  const worth = weigh(facts, values, step);
  const lost = countLost(step);
  const known = { step: step.id, lost, open: step.open, terms: worth.terms, reached: worth.reached };
  const reason = worth.reason ?? (step.split ? 'divides' : step.optional ? 'optional' : undefined);
  if (reason !== undefined)
    return { ...known, perPerson: worth.perPerson, left: undefined, pending: undefined, reason };
  const { perPerson } = worth;
  const times = (people: number | undefined) =>
    people === undefined || perPerson === undefined ? undefined : people * perPerson;
  return { ...known, perPerson, left: times(lost), pending: times(step.open) };
}

/**
 * The people a step lost: the dropped; in a step that nothing bounds, without those who entered too recently to tell.
 */
export function countLost(step: StepFacts): number | undefined {
  if (step.dropped === undefined) return undefined;
  return Math.max(0, step.dropped - (step.bounded ? 0 : step.recent));
}

interface Worth {
  terms: MoneyTerm[];
  perPerson: number | undefined;
  reached: number | undefined;
  reason?: NoMoney;
}

function weigh(facts: FunnelFacts, values: readonly PurchaseValue[], step: StepFacts): Worth {
  const terms: MoneyTerm[] = [];
  const refuse = (reason: NoMoney): Worth => ({
    terms: [],
    perPerson: undefined,
    reached: undefined,
    reason,
  });
  if (facts.order === 'unordered') return refuse('unordered');
  let reached = 0;
  for (const value of values) {
    const paidAt = facts.steps.find(({ id }) => id === value.step)!;
    const onward = findOnward(facts, step, paidAt);
    if (!onward) continue;
    if ('reason' in onward) return refuse(onward.reason);
    terms.push({ step: value.step, onward: onward.rate, value: value.mean });
    reached += value.total;
  }
  if (terms.length === 0) return refuse('no-value');
  return { terms, perPerson: terms.reduce((sum, { onward, value }) => sum + onward * value, 0), reached };
}
