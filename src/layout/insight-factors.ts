import { assessFactors, type AssessedFactor } from '../engine/insight/assess-factors.ts';
import type { Factor, FactorsResult, FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { FactorsLocalization } from '../i18n/insight-factors.ts';
import { nameOf } from '../i18n/word-of.ts';
import { RULE_MESSAGES } from '../i18n/rule-messages.ts';
import { toValueLabel } from './breakdown-groups.ts';
import { toStepPair } from './insight-steps.ts';
import { toStepLabel } from './step-words.ts';

/** The scale goes so many doublings to a side at most, and at least the second: beyond, a bar says no more. */
const MOST_DOUBLINGS = 10;
const LEAST_DOUBLINGS = 1;
/** So many ticks are told apart. */
const MOST_TICKS = 9;

/** So many are drawn, if there are. */
const LEAST_DRAWN = 4;
const MOST_DRAWN = 8;

/** Something that goes with going on. */
export interface FactorRow {
  key: string;
  label: string;
  counts: string;
  own: string;
  others: string;
  odds: string;
  verdict: 'more' | 'less' | 'noise';
  verdictText: string;
  /** Places on a scale of ratios, 0 to 1. */
  place: { low: number; high: number; rate: number };
}

/** The section "what goes with going on". */
export interface FactorsView {
  title: string;
  lead: string;
  /** All; those after the first {@link drawn} are in the table alone. */
  rows: FactorRow[];
  drawn: number;
  ticks: { place: number; text: string }[];
  /** Where 1 is: no difference. */
  one: number;
  notes: string[];
}

/** What it is laid out with. */
export interface FactorsContext {
  result: FunnelResult;
  localization: ChartLocalization;
  words: FactorsLocalization;
}

/** What goes with going on, as the reader sees it: the certain ones first. */
export function layoutFactors(factors: FactorsResult, context: FactorsContext): FactorsView {
  const { result, localization, words } = context;
  const { messages, format } = words;
  const assessed = assessFactors(factors);
  const told = assessed.factors.filter((factor, _, all) => !isToldAlready(factor, all));
  const scale = toScale(told);
  const pair = toStepPair(result, factors, localization);
  const rows = told.map((factor) => layoutRow(factor, scale, context));
  const horizon = factors.horizon ? format.duration(factors.horizon, 'long') : undefined;
  const nameOf = (step: 'from' | 'to'): string =>
    messages.quote(pair ? toStepLabel(pair[step], localization) : factors[step]);
  return {
    title: toTitle(rows, words),
    lead: `${messages.lead(nameOf('to'), nameOf('from'), horizon)} ${messages.noCause}`,
    rows,
    drawn: countDrawn(rows),
    ticks: toTicks(scale, words),
    one: toPlace(1, scale),
    notes: rows.length > 0 ? toNotes(factors, assessed.tested, rows, words) : [],
  };
}

/** What the first event of a person repeats of the person: the same people, by the same words. */
function isToldAlready(factor: AssessedFactor, all: readonly AssessedFactor[]): boolean {
  const isSame = ({ kind, property, value, with: own, without }: AssessedFactor): boolean =>
    kind === 'person' &&
    property === `person.${factor.property}` &&
    value === factor.value &&
    own.people === factor.with.people &&
    own.converted === factor.with.converted &&
    without.people === factor.without.people;
  return factor.kind === 'entry' && all.some(isSame);
}

/** The certain ones, as far as anybody reads; where there are few, some that may be chance, so that it is seen how close. */
function countDrawn(rows: readonly FactorRow[]): number {
  const certain = rows.filter(({ verdict }) => verdict !== 'noise').length;
  return Math.min(rows.length, Math.max(LEAST_DRAWN, Math.min(MOST_DRAWN, certain)));
}

/** Doublings to either side of 1. */
interface RatioScale {
  down: number;
  up: number;
}

/** As wide as the ratios themselves need on each side of 1; their bars may end at the edge. */
function toScale(factors: readonly AssessedFactor[]): RatioScale {
  const doublings = factors.map(({ oddsRatio: { value } }) => Math.log2(value));
  const reach = (side: number): number =>
    Math.ceil(
      Math.max(LEAST_DOUBLINGS, ...doublings.map((each) => Math.min(MOST_DOUBLINGS, side * each + 0.5))),
    );
  return { down: reach(-1), up: reach(1) };
}

function toPlace(ratio: number, { down, up }: RatioScale): number {
  const place = (Math.log2(ratio) + down) / (down + up);
  return Math.max(0, Math.min(1, place));
}

function toTicks(scale: RatioScale, { format }: FactorsLocalization): FactorsView['ticks'] {
  const every = Math.ceil((scale.down + scale.up + 1) / MOST_TICKS);
  const powers = Array.from({ length: scale.down + scale.up + 1 }, (_, index) => index - scale.down);
  return powers
    .filter((power) => power % every === 0)
    .map((power) => ({
      place: toPlace(2 ** power, scale),
      text: power < 0 ? `1/${format.number(2 ** -power)}` : format.number(2 ** power),
    }));
}

function toTitle(rows: readonly FactorRow[], { messages }: FactorsLocalization): string {
  const [first] = rows;
  if (!first) return messages.empty;
  if (first.verdict === 'noise') return messages.none;
  return messages[first.verdict](messages.quote(first.label));
}

function layoutRow(factor: AssessedFactor, scale: RatioScale, context: FactorsContext): FactorRow {
  const { messages, format } = context.words;
  const { oddsRatio, rates, isCertain } = factor;
  const verdict = !isCertain ? 'noise' : oddsRatio.value > 1 ? 'more' : 'less';
  const fraction = ({ people, converted }: Factor['with']): string =>
    messages.fraction(format.number(converted), format.number(people));
  const [own, others] = [fraction(factor.with), fraction(factor.without)];
  const [rate, otherRate] = [
    format.percent(rates.with, factor.with.people),
    format.percent(rates.without, factor.without.people),
  ];
  return {
    key: JSON.stringify([factor.kind, factor.event, factor.property, factor.value]),
    label: toLabel(factor, context),
    counts: messages.counts(own, rate, others, otherRate),
    own: `${own} (${rate})`,
    others: `${others} (${otherRate})`,
    odds: messages.odds(
      toText(oddsRatio.value, context),
      toText(oddsRatio.low, context),
      toText(oddsRatio.high, context),
    ),
    verdict,
    verdictText: messages.verdicts[verdict],
    place: {
      low: toPlace(oddsRatio.low, scale),
      high: toPlace(oddsRatio.high, scale),
      rate: toPlace(oddsRatio.value, scale),
    },
  };
}

/** Two significant figures: an odds ratio claims no more. */
function toText(ratio: number, { words }: FactorsContext): string {
  return words.format.number(Number(ratio.toPrecision(2)));
}

/** `Source: Website`; of an event, what happened, and with what. */
function toLabel({ kind, event, property, value }: Factor, { localization, words }: FactorsContext): string {
  const { messages } = words;
  const named =
    property === undefined
      ? ''
      : `${localization.messages.property(property)}${messages.colon}${toValueLabel(value ?? null, property, localization)}`;
  if (kind === 'person') return named;
  if (kind === 'entry') return messages.entry(named);
  const { types } = RULE_MESSAGES[messages.language];
  const what = event === undefined ? '' : nameOf(types, event);
  return messages.event([what, named].filter(Boolean).join(', '));
}

function toNotes(
  factors: FactorsResult,
  tested: number,
  rows: readonly FactorRow[],
  { messages, format }: FactorsLocalization,
): string[] {
  const left = factors.people?.left ?? 0;
  const hasEvents = factors.factors.some(({ kind }) => kind === 'event');
  return [
    countDrawn(rows) < rows.length ? messages.inTable : '',
    messages.axis,
    messages.tested({ n: tested, text: format.number(tested) }),
    hasEvents && factors.within ? messages.within(format.duration(factors.within, 'long')) : '',
    left > 0 ? messages.left({ n: left, text: format.number(left) }) : '',
  ].filter(Boolean);
}
