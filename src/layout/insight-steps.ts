import type { FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { computeFunnelFacts, type FunnelFacts, type StepFacts } from '../engine/insight/step-facts.ts';
import { toStepLabel } from './step-words.ts';

/** A step the reader can choose. */
export interface StepOption {
  id: string;
  label: string;
}

/** Two steps, the first before the second, and what either can be changed to. */
export interface StepPair {
  facts: FunnelFacts;
  from: StepFacts;
  to: StepFacts;
  fromOptions: StepOption[];
  toOptions: StepOption[];
}

/** The two by id, as a source is asked. */
export function toPairIds({ from, to }: StepPair): { from: string; to: string } {
  return { from: from.id, to: to.id };
}

/** What a question about two steps depends on. */
export function toPairQuestion(pair: StepPair | undefined): string {
  return JSON.stringify(pair ? toPairIds(pair) : null);
}

/** What was chosen, by id. */
export interface ChosenPair {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * The two steps a section is about: those that were chosen, else the first and the goal. A choice that the funnel does
 * not have (any more) is none. Undefined where the funnel has one step only.
 */
export function toStepPair(
  result: FunnelResult,
  chosen: ChosenPair,
  localization: ChartLocalization,
): StepPair | undefined {
  const facts = computeFunnelFacts(result);
  const { steps, goal } = facts;
  const indexOf = (id: string | undefined): number => steps.findIndex((step) => step.id === id);
  const wanted = indexOf(chosen.to);
  const to = steps[wanted > 0 ? wanted : Math.max(goal, Math.min(1, steps.length - 1))];
  const start = steps[indexOf(chosen.from)];
  const from = start && to && start.index < to.index ? start : steps[0];
  if (!from || !to || from.index >= to.index) return undefined;
  const toOption = (step: StepFacts): StepOption => ({ id: step.id, label: toStepLabel(step, localization) });
  return {
    facts,
    from,
    to,
    fromOptions: steps.slice(0, to.index).map(toOption),
    toOptions: steps.slice(1).map(toOption),
  };
}
