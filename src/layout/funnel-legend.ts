import type { GroupValue } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { FunnelViewModel } from './funnel-view-model.ts';

/** What an item of the legend makes stand out. */
export type LegendHighlight = { group: GroupValue } | { outcome: 'converted' | 'open' | 'dropped' };

/** An item of the legend. */
export interface LegendItem {
  /** The part it highlights (`group:0`, `open`); undefined for what only explains a mark. */
  key: string | undefined;
  highlight: LegendHighlight | undefined;
  /** How its sample looks: a fill by its number (`seg-1`), a hatch, or the line of the compared period. */
  look: `seg-${number}` | 'open' | 'lost' | 'line';
  label: string;
  /** The group's rate over the whole funnel; empty where it has none. */
  rate: string;
}

/** What colours, hatches and marks mean, in order; nothing where there is nothing to tell apart. */
export function listLegend(view: FunnelViewModel, { chart }: ChartLocalization['messages']): LegendItem[] {
  const toItem = (outcome: 'converted' | 'open' | 'dropped', look: LegendItem['look'], label: string) => ({
    key: outcome,
    highlight: { outcome },
    look,
    label,
    rate: '',
  });
  const groups = view.groups.map(({ index, label, value }): LegendItem => {
    const highlight = value === undefined ? undefined : { group: value };
    const key = value === undefined ? undefined : `group:${index}`;
    return { key, highlight, look: `seg-${(index % 6) + 1}`, label, rate: view.groupRates[index] ?? '' };
  });
  const isPlain = groups.length === 0 && (view.hasOpen || view.hasLost);
  return [
    ...(isPlain ? [toItem('converted', 'seg-1', chart.wordConverted)] : groups),
    ...(view.hasOpen ? [toItem('open', 'open', chart.wordOpen)] : []),
    ...(view.hasLost ? [toItem('dropped', 'lost', view.lossWord)] : []),
    ...(view.comparedPeriod
      ? [
          {
            key: undefined,
            highlight: undefined,
            look: 'line' as const,
            label: `${view.mode === 'rate' ? chart.columnRate : chart.columnCount}, ${view.comparedPeriod}`,
            rate: '',
          },
        ]
      : []),
  ];
}
