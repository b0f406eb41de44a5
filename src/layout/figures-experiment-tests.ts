import type { Comparison, VariantReadout } from '../engine/experiments/readout.ts';
import type { Estimate, TestResult } from '../engine/statistics/proportions.ts';
import type { ExperimentContext } from './figures-experiment-view.ts';

/** The tests as a table: a row a figure, a column a variant. */
export interface TestTable {
  columns: string[];
  rows: { label: string; cells: string[] }[];
  /** All variants at once, where there are more than two. */
  overall: string;
  method: string;
}

const NONE = '–';

/** Everything that was computed, for those who want to check it. */
export function layoutTests(context: ExperimentContext): TestTable {
  const { readout, step, localization, nameOf } = context;
  const { messages, format } = localization;
  const { variants, overall } = step;
  return {
    columns: variants.map(nameOf),
    rows: listRows(context).map(([label, cell]) => ({ label, cells: variants.map(cell) })),
    overall:
      variants.length > 2 && overall
        ? messages.overall(toFigures(overall.statistic, context), toChance(overall.p, context))
        : '',
    method: messages.method(format.percent(readout.plan.confidence), format.percent(readout.plan.power)),
  };
}

type Row = [label: string, cell: (variant: VariantReadout) => string];

function listRows(context: ExperimentContext): Row[] {
  const { messages, format } = context.localization;
  const percent = (value: number) => format.percent(value);
  const ofPair =
    (write: (versus: Comparison) => string | null): Row[1] =>
    ({ versus }) =>
      (versus && write(versus)) ?? NONE;
  return [
    [messages.people, ({ exposed }) => format.number(exposed)],
    [messages.converted, ({ converted }) => format.number(converted)],
    [messages.open, ({ open }) => format.number(open)],
    [messages.rate, ({ rate }) => (rate === null ? NONE : percent(rate))],
    [
      messages.interval,
      ({ rate, low, high }) => (rate === null ? NONE : `${percent(low)} – ${percent(high)}`),
    ],
    [messages.difference, ofPair(({ difference }) => toRange(difference, (value) => format.points(value)))],
    [messages.lift, ofPair(({ lift }) => toRange(lift, (value) => format.change(value)))],
    [messages.zTest, ofPair(({ zTest }) => toTest(zTest, context))],
    [messages.chiSquare, ofPair(({ chiSquare }) => toTest(chiSquare, context))],
    [messages.chiSquareYates, ofPair(({ chiSquareYates }) => toTest(chiSquareYates, context))],
    [
      messages.anytime,
      ofPair(({ anytime }) => (anytime === null ? null : `p ≤ ${toChance(anytime, context)}`)),
    ],
    [messages.toBeBest, ({ chanceToBeBest }) => percent(chanceToBeBest)],
    [messages.needed, ofPair(({ needed }) => (needed === null ? null : format.number(needed)))],
  ];
}

function toRange(estimate: Estimate | null, write: (value: number) => string): string | null {
  return estimate && `${write(estimate.value)} (${write(estimate.low)} – ${write(estimate.high)})`;
}

function toTest(test: TestResult | null, context: ExperimentContext): string | null {
  const { messages } = context.localization;
  return test && messages.statistic(toFigures(test.statistic, context), toChance(test.p, context));
}

function toFigures(value: number, { localization }: ExperimentContext): string {
  return localization.format.number(Math.round(value * 100) / 100);
}

/** A p-value with two figures that count: `0.0011`. */
function toChance(p: number, { localization }: ExperimentContext): string {
  if (p < 0.0001) return `< ${decimals(0.0001, 4, localization.tag)}`;
  return decimals(p, p < 0.001 ? 5 : p < 0.01 ? 4 : 3, localization.tag);
}

function decimals(value: number, digits: number, tag: string): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value);
}
