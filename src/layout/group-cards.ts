import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { LayoutMessages } from '../i18n/layout-messages.ts';
import type { GroupView } from './breakdown-groups.ts';
import type { FunnelViewModel, StepView } from './funnel-view-model.ts';
import { rankGroups } from './group-bars.ts';
import type { CellView } from './step-cells.ts';
import { toRateWords } from './step-words.ts';

type Words = Pick<ChartLocalization, 'messages' | 'format'>;

/** A small funnel: of a group, or of everybody. */
export interface GroupCard {
  label: string;
  /** Colour; undefined for everybody. */
  fill: number | undefined;
  group: GroupView;
  cellOf: (step: StepView) => CellView | undefined;
}

/** A card for everybody and one for each group, the best end rate first. */
export function listCards(view: FunnelViewModel, texts: LayoutMessages): GroupCard[] {
  const everybody: GroupView = {
    index: -1,
    label: texts.everybody,
    value: undefined,
    values: [],
    counts: view.steps.map(({ count }) => count.count),
    entered: view.entered,
    endRate: view.endRate,
  };
  const ranked = rankGroups(view.groups).map((group): GroupCard => ({
    label: group.label,
    fill: group.index,
    group,
    cellOf: (step) => step.groups[group.index],
  }));
  const whole: GroupCard = {
    label: texts.everybody,
    fill: undefined,
    group: everybody,
    cellOf: ({ count, rate }) => ({
      ...count,
      heading: `${count.heading}, ${texts.everybody}`,
      rate: rate.text.split('\n')[0] ?? '',
    }),
  };
  return [whole, ...ranked];
}

/** What the bar shows: how much of the group's first step is here. */
export function toRateOfStart({ counts }: GroupView, at: number, { messages, format }: Words): string {
  const [first] = counts;
  const count = counts[at];
  if (count === undefined || !first || count > first) return '';
  return toRateWords(count, first, messages.chart.ofStart, { messages, format });
}

/** `24.1% reached the last step (75 of 311)`, of few the fraction first; that there is no number where there is none. */
export function toEndRateWords(group: GroupView, texts: LayoutMessages, { messages, format }: Words): string {
  if (group.endRate === undefined) return messages.chart.missing;
  const first = group.counts[0] ?? 0;
  const last = Math.round(group.endRate * first);
  const fraction = messages.fraction(format.number(last), format.number(first));
  const percent = format.percent(group.endRate, first);
  return first < SMALL_SAMPLE ? texts.reachedFew(fraction, percent) : texts.reached(percent, fraction);
}
