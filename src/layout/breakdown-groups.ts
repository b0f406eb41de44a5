import type { BreakdownResult, FunnelResult, GroupValue, StepCount } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { FunnelFacts } from '../engine/insight/step-facts.ts';
import { toConverted } from '../engine/insight/step-facts.ts';

/** As many groups are drawn on their own; what is beyond becomes one. */
const DRAWN_GROUPS = 6;

/** A group of a breakdown, ready to draw. */
export interface GroupView {
  /** Place in the fixed order, from 0; picks colour and texture. */
  index: number;
  label: string;
  /** What opens its people; absent for groups merged here, which the source does not know as one. */
  value: GroupValue | undefined;
  /** The groups merged here, whose people are opened together; else its own value alone. */
  values: readonly GroupValue[];
  /** Converted by step; undefined is unknown. */
  counts: (number | undefined)[];
  entered: (number | undefined)[];
  /** Converted at the goal of those at the first step. */
  endRate: number | undefined;
}

type Group = BreakdownResult['groups'][number];

/** The groups of a result's breakdown, at most six; none where it has no breakdown. */
export function layoutGroups(
  result: FunnelResult,
  facts: FunnelFacts,
  localization: ChartLocalization,
): GroupView[] {
  const breakdown = result.breakdown;
  if (!breakdown) return [];
  const property = [breakdown.property].flat()[0] ?? '';
  const all = breakdown.groups.map((group, index) =>
    toGroupView(group, index, property, facts, localization),
  );
  if (all.length <= DRAWN_GROUPS) return all;
  const rest = all.slice(DRAWN_GROUPS - 1);
  return [...all.slice(0, DRAWN_GROUPS - 1), mergeGroups(rest, facts, localization)];
}

function toGroupView(
  group: Group,
  index: number,
  property: string,
  facts: FunnelFacts,
  localization: ChartLocalization,
): GroupView {
  const stepOf = (at: number): StepCount | undefined =>
    group.steps.find((step) => step.id === facts.steps[at]?.id) ?? group.steps[at];
  const counts = facts.steps.map((step) => toConverted(stepOf(step.index)));
  const entered = facts.steps.map((step) => stepOf(step.index)?.entered ?? enteredOf(step.base, counts));
  return {
    index,
    label: toGroupLabel(group.value, group.merged, property, localization),
    value: group.value,
    values: [group.value],
    counts,
    entered,
    endRate: toEndRate(counts, facts.goal),
  };
}

function mergeGroups(
  groups: GroupView[],
  facts: FunnelFacts,
  { messages, format }: ChartLocalization,
): GroupView {
  // One unknown part makes the sum unknown: it is never taken for nobody.
  const sum = (read: (group: GroupView) => number | undefined): number | undefined => {
    const parts = groups.map(read).filter((part) => part !== undefined);
    return parts.length === groups.length ? parts.reduce((total, part) => total + part, 0) : undefined;
  };
  const counts = facts.steps.map((step) => sum((group) => group.counts[step.index]));
  return {
    index: DRAWN_GROUPS - 1,
    label: messages.chart.other({ n: groups.length, text: format.number(groups.length) }),
    value: undefined,
    values: groups.flatMap(({ values }) => values),
    counts,
    entered: facts.steps.map((step) => sum((group) => group.entered[step.index])),
    endRate: toEndRate(counts, facts.goal),
  };
}

function enteredOf(base: number[], counts: (number | undefined)[]): number | undefined {
  return base.length === 1 ? counts[base[0] ?? 0] : undefined;
}

function toEndRate(counts: (number | undefined)[], goal: number): number | undefined {
  const first = counts[0];
  const last = counts[goal];
  return first && last !== undefined && last <= first ? last / first : undefined;
}

/** A group's name in words: its value, `Other (3)`, `Not given`, or a tuple of them. */
export function toGroupLabel(
  value: GroupValue,
  merged: number | undefined,
  property: string,
  localization: ChartLocalization,
): string {
  const { messages, format } = localization;
  if (Array.isArray(value))
    return value.map((part) => toValueLabel(part, property, localization)).join(' · ');
  if (typeof value === 'object' && value !== null) {
    return messages.chart.other(
      merged === undefined ? undefined : { n: merged, text: format.number(merged) },
    );
  }
  return toValueLabel(value, property, localization);
}

/** A property's value in words: yes and no for booleans, "not given" for none, else as the data has it. */
export function toValueLabel(
  value: string | number | boolean | null,
  property: string,
  { messages, format }: ChartLocalization,
): string {
  if (value === null || value === '') return messages.chart.missingValue;
  if (typeof value === 'boolean') return value ? messages.chart.yes : messages.chart.no;
  if (typeof value === 'number') return format.number(value);
  return messages.value(property, value) ?? value;
}

/** One of two groups that are compared, by the property of the breakdown. */
export function toComparedLabel(
  value: GroupValue,
  { breakdown }: FunnelResult,
  localization: ChartLocalization,
): string {
  const property = [breakdown?.property ?? ''].flat()[0] ?? '';
  return toGroupLabel(value, undefined, property, localization);
}
