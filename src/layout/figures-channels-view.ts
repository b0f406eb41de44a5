import { assessChannels } from '../engine/channels/assess-channels.ts';
import type { ChannelBounds, ChannelHistory, ChannelResult } from '../engine/schema/index.ts';
import type { ChannelColumn, ChannelLocalization } from '../i18n/figures-channels.ts';
import type { AdviceView } from './figures-channel-advice.ts';
import { createChannelContext } from './figures-channel-context.ts';
import type { ChannelDetails } from './figures-channel-details.ts';
import { layoutChannelRow } from './figures-channel-row.ts';
import { sortChannels } from './figures-channel-sort.ts';
import { listChannelNotes, summarizeChannels } from './figures-channel-summary.ts';
import { layoutChannelTotals } from './figures-channel-totals.ts';

/** A number in a cell, with its bar where it has one. */
export interface CellView {
  text: string;
  /** Under the number: of what it is a share. */
  base?: string;
  /** Length of its bar, 0 to 1; `isCut` where it would be longer than there is room. */
  bar?: number;
  isCut?: boolean;
  tone?: 'good' | 'bad';
  /** A footnote: its mark (`*` counted here, `†` a part only), and what it says. */
  hint?: { mark: string; text: string };
}

/** One channel as a row. */
export interface ChannelRow {
  id: string;
  name: string;
  kind: string;
  cells: Record<Exclude<ChannelColumn, 'name' | 'advice'>, CellView>;
  advice: AdviceView;
  details: ChannelDetails;
}

/** All that `<channel-report>` shows, in words and lengths. */
export interface ChannelView {
  state: 'ready' | 'nothing';
  rows: ChannelRow[];
  /** The sums; where not every channel tells both cost and revenue, those that do, and the others apart. */
  totals: TotalRow[];
  /** Where the mark of 5 : 1 stands on the bars of return, 0 to 1. */
  referencePlace: number;
  referenceText: string;
  summary: string;
  notes: string[];
}

/** Sums of some channels, and which. */
export interface TotalRow {
  name: string;
  /** Which channels are in it; empty where all are. */
  scope: string;
  cells: Partial<Record<ChannelColumn, CellView>>;
}

/** By which column, and in which direction. */
export interface ChannelSort {
  column: ChannelColumn;
  descending: boolean;
}

/** What the element sets beside the result. */
export interface ChannelSettings {
  sort: ChannelSort;
  bounds?: ChannelBounds | undefined;
  history?: readonly ChannelHistory[] | undefined;
  currency?: string | undefined;
}

/** Rows, totals and sentence of a report of channels. Sources: lifecycle.md §5; look.md §0, "Numbers". */
export function layoutChannels(
  result: ChannelResult,
  settings: ChannelSettings,
  localization: ChannelLocalization,
): ChannelView {
  const history = [...(result.history ?? []), ...(settings.history ?? [])];
  const assessment = assessChannels({ ...result, history }, { ...result.bounds, ...settings.bounds });
  const context = createChannelContext(assessment, result.currency ?? settings.currency, localization);
  const order = sortChannels(assessment.channels, settings.sort, context);
  const rows = order.map((channel) => layoutChannelRow(channel, context));
  const { bounds } = assessment;
  return {
    state: assessment.channels.length > 0 ? 'ready' : 'nothing',
    rows,
    totals: layoutChannelTotals(context),
    referencePlace: bounds.referenceRatio / context.longestRatio,
    referenceText: localization.messages.reference(localization.format.number(bounds.referenceRatio)),
    summary: summarizeChannels(context),
    notes: listChannelNotes(result, context, rows),
  };
}
