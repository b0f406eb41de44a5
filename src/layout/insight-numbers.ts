import { computeFunnelFacts, type FunnelFacts, type StepFacts } from '../engine/insight/step-facts.ts';
import type { FunnelResult } from '../engine/schema/index.ts';
import { computeWilsonInterval } from '../engine/statistics/wilson-interval.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { NumbersLocalization } from '../i18n/insight-numbers.ts';
import { toStepLabel } from './step-words.ts';

/** Under so many people a rate is shown with what it may be. Source: look.md §0, "Numbers". */
const SHOW_INTERVAL_UNDER = 100;

/** One number: `27.6% = 158 ÷ 572`, and what these are. */
export interface NumberLine {
  kind: string;
  number: string;
  /** Its terms with their values; empty where words say it all. */
  formula: string;
  words: string;
}

/** The numbers of one step. */
export interface NumberBlock {
  label: string;
  lines: NumberLine[];
}

interface Context {
  facts: FunnelFacts;
  words: NumbersLocalization;
  nameOf: (index: number) => string;
}

/** Every number a chart shows of its steps, with the numbers it is worked out from. */
export function layoutNumbers(
  result: FunnelResult,
  localization: ChartLocalization,
  words: NumbersLocalization,
): NumberBlock[] {
  const facts = computeFunnelFacts(result);
  const nameOf = (index: number): string => {
    const step = facts.steps[index];
    return words.messages.quote(step ? toStepLabel(step, localization) : '');
  };
  const context = { facts, words, nameOf };
  return facts.steps.map((step) => ({
    label: toStepLabel(step, localization),
    lines: listLines(step, context),
  }));
}

function listLines(step: StepFacts, context: Context): NumberLine[] {
  const { words, nameOf } = context;
  const { kinds, first, went, unknown } = words.messages;
  const { converted } = step;
  if (converted === undefined) return [{ kind: kinds.count, number: '—', formula: '', words: unknown }];
  const say = step.index === 0 ? first : went;
  const count = {
    kind: kinds.count,
    number: words.format.number(converted),
    formula: '',
    words: say(nameOf(step.index)),
  };
  if (step.index === 0) return [count];
  return [count, ...listRates(step, context), ...listLosses(step, context), ...listRest(step, context)];
}

/** The bases by name: `“A” or “B”`. */
function baseName({ base }: StepFacts, { words, nameOf }: Context): string {
  return words.format.either(base.map(nameOf));
}

/** `158 ÷ 572`. */
function divide(part: number, whole: number, { format }: NumbersLocalization): string {
  return `${format.number(part)} ÷ ${format.number(whole)}`;
}

function listRates(step: StepFacts, context: Context): NumberLine[] {
  const { facts, words, nameOf } = context;
  const { messages, format } = words;
  const { rate, entered, converted = 0, rateOfTotal, source } = step;
  const lines: NumberLine[] = [];
  const base = baseName(step, context);
  const name = nameOf(step.index);
  if (rate !== undefined && entered) {
    const part = Math.round(rate * entered);
    const isInBoth = source.fromPrevious !== undefined && source.fromPrevious !== converted;
    lines.push({
      kind: messages.kinds.rate,
      number: format.percent(rate, entered),
      formula: divide(part, entered, words),
      words: (isInBoth ? messages.inBoth : messages.ofBase)(name, base),
    });
    if (entered < SHOW_INTERVAL_UNDER) lines.push(toInterval(part, entered, words));
  }
  const first = facts.steps[0]?.converted;
  if (rateOfTotal !== undefined && first) {
    const number = format.percent(rateOfTotal, first);
    lines.push({
      kind: messages.kinds.total,
      number,
      formula: divide(converted, first, words),
      words: messages.ofFirst(name, nameOf(0)),
    });
  }
  return lines;
}

function toInterval(part: number, whole: number, { messages, format }: NumbersLocalization): NumberLine {
  const { low, high } = computeWilsonInterval(part, whole);
  const [from, to] = [format.percent(low, 10), format.percent(high, 10)];
  return {
    kind: messages.kinds.interval,
    number: `${from} – ${to}`,
    formula: '',
    words: messages.between(from, to),
  };
}

function listLosses(step: StepFacts, context: Context): NumberLine[] {
  const { words, nameOf } = context;
  const { messages, format } = words;
  const { dropped, entered, rate, open, skipped, bounded, recent } = step;
  if (dropped === undefined || !entered || step.optional || step.split) return [];
  const base = baseName(step, context);
  const went = rate === undefined ? entered - dropped - open - skipped : Math.round(rate * entered);
  const terms = [entered, went, ...(open > 0 ? [open] : []), ...(skipped > 0 ? [skipped] : [])];
  const said = [
    (bounded ? messages.lost : messages.notYet)(base, nameOf(step.index)),
    open > 0 ? messages.open : '',
    skipped > 0 ? messages.skipped : '',
    !bounded && recent > 0 ? messages.recent(format.number(recent), toP90(step, words)) : '',
  ];
  return [
    {
      kind: bounded ? messages.kinds.lost : messages.kinds.notYet,
      number: format.number(dropped),
      formula: terms.map((term) => format.number(term)).join(' − '),
      words: said.filter(Boolean).join(', '),
    },
    {
      kind: bounded ? messages.kinds.lostRate : messages.kinds.notYetRate,
      number: format.percent(dropped / entered, entered),
      formula: divide(dropped, entered, words),
      words: messages.lostShare(base),
    },
  ];
}

function toP90({ time }: StepFacts, { format }: NumbersLocalization): string | undefined {
  return typeof time?.p90 === 'number' ? format.duration(time.p90, 'long') : undefined;
}

function listRest({ time, rate, entered, previous }: StepFacts, { words }: Context): NumberLine[] {
  const { messages, format } = words;
  const lines: NumberLine[] = [];
  if (typeof time?.median === 'number' && time.median > 0) {
    const duration = format.duration(time.median, 'long');
    const count = time.count === undefined ? undefined : format.number(time.count);
    lines.push({
      kind: messages.kinds.median,
      number: duration,
      formula: '',
      words: messages.median(duration, count),
    });
  }
  if (rate !== undefined && previous?.rate !== undefined) {
    const [now, before] = [format.percent(rate, entered), format.percent(previous.rate, previous.entered)];
    lines.push({
      kind: messages.kinds.change,
      number: format.points(rate - previous.rate),
      formula: `${now} − ${before}`,
      words: messages.change(now, before),
    });
  }
  return lines;
}
