import { FunnelwheelError } from '../error.ts';
import type { FunnelResult } from '../schema/index.ts';
import { computeMoney, type FunnelMoney } from './compute-money.ts';
import { findOnward, type NoOnward } from './descent.ts';
import { computeFunnelFacts, type FunnelFacts, type StepFacts } from './step-facts.ts';

/** A step whose rate is thought of as another. */
export interface WhatIfOption {
  step: string;
  /** Its converted of its entered, 0 to 1. */
  rate: number;
}

/** A step under a thought. */
export interface WhatIfStep {
  step: string;
  now: number;
  then: number;
}

/** What would be if the whole of the change came about, or half of it. */
export interface WhatIfCase {
  /** 1, or 0.5. */
  share: number;
  rate: number;
  /** The step itself and every later one that counts its people, in order; people may be parts of one. */
  steps: WhatIfStep[];
  /** The last of them that people must do: what arrives at the end. */
  end: WhatIfStep;
  /** Paid by all who would arrive, more than now; undefined where nobody pays at or after the step. */
  money: number | undefined;
}

/** Why nothing can be thought of a step: it has no rate, or what would follow is not known. */
export type NoWhatIf = NoOnward | 'no-rate';

/** The answer: as it is, the whole change, and half as much. */
export interface WhatIf {
  step: string;
  /** The rate as it is. */
  rate: number | undefined;
  entered: number | undefined;
  cases: WhatIfCase[];
  reason?: NoWhatIf;
}

/**
 * What would arrive at the end if a step's rate were another: the people it would have more (or fewer) go on at the
 * observed rates of those who did it, and pay the observed mean. With the case that only half of the change comes
 * about. Steps that do not count its people stay as they are. It is refused where a later step has several bases: who
 * would do this step may be there already by another.
 * Source: funnels.md, "At a glance".
 *
 * @throws FunnelwheelError `unknown-step`; `invalid-options` for a rate that is none.
 */
export function computeWhatIf(result: FunnelResult, option: WhatIfOption): WhatIf {
  const facts = computeFunnelFacts(result);
  const step = facts.steps.find(({ id }) => id === option.step);
  if (!step)
    throw new FunnelwheelError('unknown-step', `step: there is no step "${option.step}"`, { path: 'step' });
  if (!(option.rate >= 0 && option.rate <= 1))
    throw new FunnelwheelError('invalid-options', 'rate: must be from 0 to 1', {
      path: 'rate',
      value: option.rate,
    });
  const { id, rate, entered } = step;
  const known = { step: id, rate, entered };
  if (rate === undefined || entered === undefined || step.converted === undefined)
    return { ...known, cases: [], reason: 'no-rate' };
  const onwards = listOnwards(facts, step);
  if ('reason' in onwards) return { ...known, cases: [], reason: onwards.reason };
  const money = computeMoney(result, facts);
  const cases = [1, 0.5].map((share) => {
    const then = rate + (option.rate - rate) * share;
    return toCase({ share, rate: then, more: entered * (then - rate) }, onwards, money.steps[step.index]);
  });
  return { ...known, cases };
}

interface Onward {
  step: StepFacts;
  rate: number;
}

function listOnwards(facts: FunnelFacts, step: StepFacts): Onward[] | { reason: NoOnward } {
  const onwards: Onward[] = [];
  for (const later of facts.steps.slice(step.index)) {
    const onward = findOnward(facts, step, later);
    if (!onward) continue;
    if ('reason' in onward) return onward;
    onwards.push({ step: later, rate: onward.rate });
  }
  return onwards;
}

function toCase(
  { share, rate, more }: { share: number; rate: number; more: number },
  onwards: readonly Onward[],
  money: FunnelMoney['steps'][number] | undefined,
): WhatIfCase {
  const toStep = ({ step, rate: onward }: Onward) => {
    const now = step.converted ?? 0;
    return { step: step.id, now, then: now + more * onward };
  };
  const end = onwards.findLast(({ step }) => !step.split && !step.optional) ?? onwards[0]!;
  return {
    share,
    rate,
    steps: onwards.map(toStep),
    end: toStep(end),
    money: money?.perPerson === undefined ? undefined : more * money.perPerson,
  };
}
