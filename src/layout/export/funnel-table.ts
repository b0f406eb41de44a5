import type { BreakdownResult, FunnelResult, ResultStep, StepCount } from '../../engine/schema/index.ts';
import { type ExportMessages, type TableColumnId, EXPORT_MESSAGES } from '../../i18n/export-messages.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import { toGroupLabel } from '../breakdown-groups.ts';
import {
  computeFunnelFacts,
  type FunnelFacts,
  type StepFacts,
  toConverted,
} from '../../engine/insight/step-facts.ts';
import { toStepLabel, toStepNote } from '../step-words.ts';

/** What the values of a column are: a person reads them differently. */
export type ColumnKind = 'text' | 'count' | 'rate' | 'seconds' | 'money' | 'instant';

/** A column. Those of outcomes have ids `outcome:…`. */
export interface TableColumn {
  id: TableColumnId | `outcome:${string}`;
  title: string;
  kind: ColumnKind;
  /** Whether it belongs into a table for reading, and not only into a file. */
  isForReading: boolean;
}

/** A row's value in a column: a number as it is (a rate from 0 to 1, a time in seconds); undefined is unknown. */
export type TableValue = string | number | undefined;

/** A funnel as a table: a row for each step, and for each step of each group of the breakdown. */
export interface FunnelTable {
  columns: TableColumn[];
  rows: TableValue[][];
}

const KINDS: readonly [ColumnKind, readonly TableColumnId[], isForReading: boolean][] = [
  ['text', ['funnel'], false],
  ['count', ['number'], true],
  ['text', ['id'], false],
  ['text', ['step'], true],
  ['text', ['property'], false],
  ['text', ['group'], true],
  ['text', ['conditions', 'bases'], true],
  ['count', ['entered', 'converted', 'open', 'dropped', 'skipped', 'withoutBase'], true],
];

const RATES: typeof KINDS = [
  ['rate', ['rateOfBase'], true],
  ['count', ['first'], false],
  ['rate', ['rateOfFirst'], true],
  ['count', ['previousEntered', 'previousConverted'], true],
  ['rate', ['previousRate'], true],
  ['seconds', ['timeMedian', 'timeP25', 'timeP75', 'timeP90', 'timeMean'], true],
  ['money', ['valueTotal', 'valueMedian'], true],
  ['text', ['currency'], false],
  ['instant', ['from', 'to', 'previousFrom', 'previousTo'], false],
  ['text', ['timeZone'], false],
  ['instant', ['asOf'], false],
];

/** A result as a table, with all its groups, in the words of a language. Columns that are empty in every row are left out. */
export function toFunnelTable(result: FunnelResult, localization: ChartLocalization): FunnelTable {
  const words = EXPORT_MESSAGES[localization.messages.language];
  const facts = computeFunnelFacts(result);
  const context: TableContext = { result, facts, localization, words };
  const columns = [
    ...listColumns(KINDS, words),
    ...listOutcomeColumns(facts, localization),
    ...listColumns(RATES, words),
  ];
  const values = facts.steps.flatMap((step) => [
    toRow(context, step, step.source, undefined),
    ...(result.breakdown?.groups ?? []).map((group) => toGroupRow(context, step, group)),
  ]);
  const used = columns.filter(({ id }) => values.some((row) => row.get(id) !== undefined));
  return { columns: used, rows: values.map((row) => used.map(({ id }) => row.get(id))) };
}

interface TableContext {
  result: FunnelResult;
  facts: FunnelFacts;
  localization: ChartLocalization;
  words: ExportMessages;
}

function listColumns(kinds: typeof KINDS, words: ExportMessages): TableColumn[] {
  return kinds.flatMap(([kind, ids, isForReading]) =>
    ids.map((id) => ({ id, title: words.columns[id], kind, isForReading })),
  );
}

/** Renewed, frozen, cancelled: a column for each outcome that some step has. */
function listOutcomeColumns(facts: FunnelFacts, { tag }: ChartLocalization): TableColumn[] {
  const outcomes = facts.steps.flatMap((step) => step.outcomes);
  const ids = [...new Set(outcomes.map(({ id }) => id))];
  return ids.map((id) => ({
    id: `outcome:${id}`,
    title: toLocalizedText(outcomes.find((outcome) => outcome.id === id)?.name, tag, id),
    kind: 'count',
    isForReading: true,
  }));
}

type Row = Map<TableColumn['id'], TableValue>;

type Group = BreakdownResult['groups'][number];

/** The numbers of a step, of everybody or of a group. */
interface StepNumbers {
  entered: number | undefined;
  converted: number | undefined;
  open: number | undefined;
  dropped: number | undefined;
  rate: number | undefined;
  first: number | undefined;
  rateOfFirst: number | undefined;
}

function toRow(context: TableContext, step: StepFacts, source: ResultStep, group: Group | undefined): Row {
  const { result, localization, facts } = context;
  const numbers = group ? numbersOfGroup(facts, step, group) : numbersOf(facts, step);
  return new Map<TableColumn['id'], TableValue>([
    ['funnel', toLocalizedText(result.funnel?.name, localization.tag) || result.funnel?.id],
    ['number', step.index + 1],
    ['id', step.source.id],
    ['step', toStepLabel(step, localization)],
    ...describeGroup(context, group),
    ['conditions', toStepNote(step, result, localization) || undefined],
    ['bases', toBaseNames(context, step)],
    ['entered', step.index === 0 ? undefined : numbers.entered],
    ['converted', numbers.converted],
    ['open', step.index === 0 ? undefined : numbers.open],
    ['dropped', step.index === 0 ? undefined : numbers.dropped],
    ['rateOfBase', numbers.rate],
    ['first', numbers.first],
    ['rateOfFirst', step.index === 0 ? undefined : numbers.rateOfFirst],
    ...(group ? [] : listWhole(step)),
    ...listTimes(source),
    ...listFrame(result),
  ]);
}

function toGroupRow(context: TableContext, step: StepFacts, group: Group): Row {
  return toRow(context, step, stepOf(group, context.facts, step.index) ?? {}, group);
}

function stepOf(group: Group, facts: FunnelFacts, index: number): StepCount | undefined {
  return group.steps.find((step) => step.id === facts.steps[index]?.id) ?? group.steps[index];
}

function numbersOf(facts: FunnelFacts, step: StepFacts): StepNumbers {
  return {
    entered: step.entered,
    converted: step.converted,
    open: step.isBaseKnown ? (step.source.open ?? undefined) : undefined,
    dropped: step.dropped,
    rate: step.rate,
    first: facts.steps[0]?.converted,
    rateOfFirst: step.rateOfTotal,
  };
}

function numbersOfGroup(facts: FunnelFacts, step: StepFacts, group: Group): StepNumbers {
  const at = (index: number): StepCount | undefined => stepOf(group, facts, index);
  const own = at(step.index);
  const converted = toConverted(own);
  const only = step.base.length === 1 ? toConverted(at(step.base[0] ?? 0)) : undefined;
  const entered = own?.entered ?? (facts.closed ? only : undefined);
  const first = toConverted(at(0));
  // Of a group it is not known who came without the base: where the whole has no rate, it has none either.
  const isRated = step.rate !== undefined;
  return {
    entered,
    converted,
    open: own?.open ?? undefined,
    dropped: own?.dropped ?? undefined,
    rate: isRated ? toShare(converted, entered) : undefined,
    first,
    rateOfFirst: step.rateOfTotal === undefined ? undefined : toShare(converted, first),
  };
}

/** A part of a whole that is one; undefined for what is none. */
function toShare(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || !whole || part > whole ? undefined : part / whole;
}

function describeGroup(
  { result, localization, words }: TableContext,
  group: Group | undefined,
): [TableColumnId, TableValue][] {
  const { breakdown } = result;
  if (!breakdown) return [];
  const properties = [breakdown.property].flat();
  const label = group && toGroupLabel(group.value, group.merged, properties[0] ?? '', localization);
  return [
    ['property', properties.map((name) => localization.messages.property(name)).join(' · ')],
    ['group', label ?? words.everybody],
  ];
}

function toBaseNames({ facts, localization }: TableContext, step: StepFacts): string | undefined {
  const bases = step.base.flatMap((at) => facts.steps[at] ?? []);
  if (bases.length === 0) return undefined;
  return localization.format.either(bases.map((base) => toStepLabel(base, localization)));
}

/** What only a step as a whole has: not its groups. */
function listWhole(step: StepFacts): [TableColumn['id'], TableValue][] {
  const { previous, outcomes, source } = step;
  const { value } = source;
  return [
    ['skipped', source.skipped],
    ['withoutBase', step.growth || undefined],
    ...outcomes.map(({ id, count }): [TableColumn['id'], TableValue] => [`outcome:${id}`, count]),
    ['previousEntered', step.index === 0 ? undefined : previous?.entered],
    ['previousConverted', previous?.converted],
    ['previousRate', previous?.rate],
    ['valueTotal', value?.total],
    ['valueMedian', value?.median ?? undefined],
  ];
}

function listTimes({ time }: ResultStep): [TableColumnId, TableValue][] {
  return [
    ['timeMedian', time?.median ?? undefined],
    ['timeP25', time?.p25 ?? undefined],
    ['timeP75', time?.p75 ?? undefined],
    ['timeP90', time?.p90 ?? undefined],
    ['timeMean', time?.mean ?? undefined],
  ];
}

function listFrame(result: FunnelResult): [TableColumnId, TableValue][] {
  const { range, comparison, asOf, currency } = result;
  const hasValue = result.steps.some(({ value }) => value);
  return [
    ['currency', hasValue ? currency : undefined],
    ['from', toIso(range?.from)],
    ['to', toIso(range?.to)],
    ['previousFrom', toIso(comparison?.range?.from)],
    ['previousTo', toIso(comparison?.range?.to)],
    ['timeZone', range?.timeZone],
    ['asOf', toIso(asOf)],
  ];
}

/** A day or an instant as ISO 8601. */
function toIso(instant: string | number | null | undefined): string | undefined {
  if (typeof instant !== 'number') return instant ?? undefined;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
