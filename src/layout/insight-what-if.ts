import { computeWhatIf, type WhatIf, type WhatIfOption } from '../engine/insight/compute-what-if.ts';
import { computeFunnelFacts, type FunnelFacts, type StepFacts } from '../engine/insight/step-facts.ts';
import type { FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { WhatIfLocalization } from '../i18n/insight-what-if.ts';
import type { StepOption } from './insight-steps.ts';
import { rankLosses } from './loss-ranking.ts';
import { toStepLabel } from './step-words.ts';

/** What is thought of first: so many more of a hundred. */
const FIRST_THOUGHT = 0.05;

/** How many would do a step. */
export interface WhatIfRow {
  label: string;
  /** As it is, if it comes true, if half of it does. */
  cells: string[];
  /** Lengths of the bars, as parts of the longest; none for money and rates. */
  sizes: number[];
}

/** The section "what if". */
export interface WhatIfView {
  title: string;
  lead: string;
  steps: StepOption[];
  step: string;
  label: string;
  /** 0 to 1: what is thought, and what is. */
  rate: number;
  now: number | undefined;
  valueText: string;
  rows: WhatIfRow[];
  /** Why nothing can be said; empty where it can. */
  reason: string;
}

/** What it is laid out with. */
export interface WhatIfContext {
  result: FunnelResult;
  currency: string | undefined;
  localization: ChartLocalization;
  words: WhatIfLocalization;
}

/** What is thought of a funnel: what was chosen, else a little more where most people are lost. Undefined where it has one step. */
export function toThought(
  result: FunnelResult,
  chosen: Partial<WhatIfOption> | undefined,
): WhatIfOption | undefined {
  const facts = computeFunnelFacts(result);
  const wanted = facts.steps.find(({ id, index }) => id === chosen?.step && index > 0);
  const step = wanted ?? facts.steps[rankLosses(facts).biggestLoss ?? 1];
  if (!step) return undefined;
  const isOwn = wanted !== undefined && chosen?.rate !== undefined;
  const rate = isOwn ? chosen.rate : Math.round(Math.min(1, (step.rate ?? 0) + FIRST_THOUGHT) * 1000) / 1000;
  return { step: step.id, rate: Math.max(0, Math.min(1, rate ?? 0)) };
}

/** A thought and what would follow from it, as the reader sees it. */
export function layoutWhatIf(thought: WhatIfOption, context: WhatIfContext): WhatIfView {
  const { result, localization, words } = context;
  const { messages, format } = words;
  const facts = computeFunnelFacts(result);
  const answer = computeWhatIf(result, thought);
  const step = facts.steps.find(({ id }) => id === thought.step);
  const label = step ? toStepLabel(step, localization) : thought.step;
  const rate = format.percent(thought.rate);
  const now = answer.rate === undefined ? '' : format.percent(answer.rate);
  return {
    title: toTitle(answer, facts, context),
    lead: answer.reason ? '' : messages.lead(messages.quote(label), now, rate),
    steps: facts.steps.slice(1).map((each) => ({ id: each.id, label: toStepLabel(each, localization) })),
    step: thought.step,
    label,
    rate: thought.rate,
    now: answer.rate,
    valueText: messages.sliderValue(rate, now || messages.unknown),
    rows: answer.reason ? [] : toRows(answer, facts, label, context),
    reason: answer.reason ? messages.reasons[answer.reason] : '',
  };
}

function toTitle({ cases: [whole], reason }: WhatIf, facts: FunnelFacts, context: WhatIfContext): string {
  const { localization, currency } = context;
  const { messages, format } = context.words;
  if (!whole || reason) return messages.impossible;
  const step = facts.steps.find(({ id }) => id === whole.end.step);
  const end = messages.quote(step ? toStepLabel(step, localization) : whole.end.step);
  const { now, then } = whole.end;
  if (Math.round(now) === Math.round(then)) return messages.same(`${format.number(Math.round(now))} ${end}`);
  const money = whole.money ? format.estimate(Math.abs(whole.money), currency) : undefined;
  return messages.answer(format.number(now), format.number(Math.round(then)), end, money, then > now);
}

function toRows(answer: WhatIf, facts: FunnelFacts, label: string, context: WhatIfContext): WhatIfRow[] {
  const { localization, currency } = context;
  const { messages, format } = context.words;
  const [whole, half] = answer.cases;
  if (!whole || !half) return [];
  const nameOf = (id: string): string => {
    const step: StepFacts | undefined = facts.steps.find((each) => each.id === id);
    return step ? toStepLabel(step, localization) : id;
  };
  const rates = [answer.rate ?? 0, whole.rate, half.rate].map((rate) => format.percent(rate));
  const people = whole.steps.map(({ step, now, then }, index): WhatIfRow => {
    const counts = [now, then, half.steps[index]?.then ?? now];
    const longest = Math.max(1, ...counts);
    return {
      label: messages.arriveRow(nameOf(step)),
      cells: counts.map((count) => format.number(Math.round(count))),
      sizes: counts.map((count) => count / longest),
    };
  });
  const toMoney = (money: number | undefined): string =>
    money === undefined ? messages.unknown : toSigned(money, format.estimate(Math.abs(money), currency));
  const hasMoney = whole.money !== undefined;
  return [
    { label: messages.rateRow(messages.quote(label)), cells: rates, sizes: [] },
    ...people,
    ...(hasMoney
      ? [{ label: messages.moneyRow, cells: ['', toMoney(whole.money), toMoney(half.money)], sizes: [] }]
      : []),
  ];
}

function toSigned(amount: number, text: string): string {
  if (amount === 0) return text;
  return `${amount > 0 ? '+' : '\u2212'}${text}`;
}
