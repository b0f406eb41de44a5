import { computeMoney, type StepMoney } from '../engine/insight/compute-money.ts';
import { computeFunnelFacts, type FunnelFacts, type StepFacts } from '../engine/insight/step-facts.ts';
import type { FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { MoneyLocalization } from '../i18n/insight-money.ts';
import type { Mark } from './insight-mark.ts';
import { toStepLabel } from './step-words.ts';

/** One step's money. */
export interface MoneyRow {
  id: string;
  label: string;
  /** Opens the people it lost. */
  mark: Mark;
  /** Length of its bar, as a part of the longest. */
  size: number;
  lost: string;
  each: string;
  /** The amount of `each` alone. */
  worth: string;
  left: string;
  reached: string;
  /** Why there is no amount; empty where there is one. */
  reason: string;
  /** How the amount comes about. */
  formula: string;
  open: string;
}

/** The section "money". */
export interface MoneyView {
  title: string;
  values: string[];
  rows: MoneyRow[];
  notes: string[];
}

/** What it is laid out with. `currency` is an ISO 4217 code, if any. */
export interface MoneyContext {
  result: FunnelResult;
  currency: string | undefined;
  localization: ChartLocalization;
  words: MoneyLocalization;
}

/** The money of a funnel as the reader sees it. Undefined where nobody's purchase has a value. */
export function layoutMoney(context: MoneyContext): MoneyView | undefined {
  const { result, currency, words } = context;
  const facts = computeFunnelFacts(result);
  const money = computeMoney(result, facts);
  if (money.values.length === 0) return undefined;
  const highest = Math.max(0, ...money.steps.map(({ left }) => left ?? 0));
  const rows = money.steps.slice(1).flatMap((each, index) => {
    const step = facts.steps[index + 1];
    return step ? [layoutRow(each, step, highest, facts, context)] : [];
  });
  return {
    title: toTitle(money.steps, facts, context),
    values: money.values.map(({ step, median, mean, count }) =>
      words.messages.value(
        labelOf(facts, step, context),
        median === undefined ? undefined : words.format.currency(median, currency),
        words.format.currency(mean, currency),
        { n: count, text: words.format.number(count) },
      ),
    ),
    rows,
    notes: currency === undefined ? [words.messages.noCurrency] : [],
  };
}

function labelOf({ steps }: FunnelFacts, id: string, { localization, words }: MoneyContext): string {
  const step = steps.find((each) => each.id === id);
  return words.messages.quote(step ? toStepLabel(step, localization) : id);
}

function toTitle(steps: readonly StepMoney[], facts: FunnelFacts, context: MoneyContext): string {
  const { messages, format } = context.words;
  const known = steps.filter(({ left }) => left !== undefined);
  if (known.length === 0) return messages.unknownLeft;
  const most = known.reduce((best, each) => ((each.left ?? 0) > (best.left ?? 0) ? each : best));
  if (!most.left) return messages.nothingLeft;
  return messages.most(labelOf(facts, most.step, context), format.estimate(most.left, context.currency));
}

function layoutRow(
  money: StepMoney,
  step: StepFacts,
  highest: number,
  facts: FunnelFacts,
  context: MoneyContext,
): MoneyRow {
  const { currency, localization, words } = context;
  const { messages, format } = words;
  const { lost = 0, perPerson, left, reached, pending, open } = money;
  const label = toStepLabel(step, localization);
  const counted = { n: lost, text: format.number(lost) };
  const people =
    money.lost === undefined ? messages.unknown : (step.bounded ? messages.lost : messages.notYet)(counted);
  const amount = left === undefined ? '' : format.estimate(left, currency);
  const each = perPerson === undefined ? '' : format.estimate(perPerson, currency);
  const isOpenable = (step.dropped ?? 0) > 0 && !step.optional && !step.split;
  return {
    id: step.id,
    label,
    mark: {
      key: `left/${step.id}`,
      heading: label,
      words: [amount, people].filter(Boolean).join(', '),
      segment: isOpenable ? { step: step.id, outcome: 'dropped' } : undefined,
      count: step.dropped,
    },
    size: highest > 0 ? (left ?? 0) / highest : 0,
    lost: people,
    worth: each,
    each: each
      ? messages.each(
          each,
          money.terms.some(({ step: paidAt }) => paidAt !== step.id),
        )
      : '',
    left: amount,
    reached: reached === undefined ? '' : format.currency(reached, currency),
    reason: money.reason ? messages.reasons[money.reason] : '',
    formula: left ? toFormula(money, facts, context) : '',
    open:
      open > 0 && pending
        ? messages.open({ n: open, text: format.number(open) }, format.estimate(pending, currency))
        : '',
  };
}

/** `414 × €41 ≈ €17,000: 8.9% go on to “Membership purchased” and pay €320 on average`. */
function toFormula(
  { lost, perPerson, left, terms, step }: StepMoney,
  facts: FunnelFacts,
  context: MoneyContext,
): string {
  const { messages, format } = context.words;
  const say = (amount: number): string => format.currency(amount, context.currency);
  const product = messages.product(
    format.number(lost ?? 0),
    say(Number((perPerson ?? 0).toPrecision(3))),
    format.estimate(left ?? 0, context.currency),
  );
  const parts = terms.map(({ step: paidAt, onward, value }) => {
    const name = labelOf(facts, paidAt, context);
    return paidAt === step
      ? messages.all(say(value), name)
      : messages.term(format.percent(onward), say(value), name);
  });
  return `${product}${messages.colon}${format.list(parts)}.`;
}
