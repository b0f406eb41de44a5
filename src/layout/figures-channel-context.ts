import type { AssessedChannel, ChannelAssessment } from '../engine/channels/assess-channels.ts';
import type { LocalizedText } from '../engine/schema/index.ts';
import type { ChannelLocalization } from '../i18n/figures-channels.ts';
import { createTableMoney } from '../i18n/figures-money.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';

/** What every part of the layout of a report of channels needs. */
export interface ChannelContext {
  assessment: ChannelAssessment;
  localization: ChannelLocalization;
  /** What the bars end at: the largest of all rows. */
  longestRatio: number;
  largestRate: number;
  nameOf(channel: AssessedChannel): string;
  /** A price of one of something, with cents. */
  money(value: number | null | undefined): string;
  /** An amount of the table, rounded like all others of it. */
  amount(value: number | null | undefined): string;
  /** Revenue − cost as the two are shown; null where either is unknown. */
  subtract(revenue: number | null | undefined, cost: number | null | undefined): number | null;
  /** Revenue ÷ cost, as it is shown everywhere. */
  ratio(value: number): string;
}

/**
 * Bars of return end at so many times the goal, and show that they do: what brings a hundred times its cost must not
 * flatten the rest.
 */
const LONGEST_RATIO = 4;

/** Scales, names and formats of one report. */
export function createChannelContext(
  assessment: ChannelAssessment,
  currency: string | undefined,
  localization: ChannelLocalization,
): ChannelContext {
  const { channels, bounds, totals } = assessment;
  const { format, messages, tag } = localization;
  const amounts = [totals.sums.cost?.value ?? 0, totals.sums.revenue?.value ?? 0];
  const table = createTableMoney(amounts, currency, localization);
  const text = (name: LocalizedText) => toLocalizedText(name, tag);
  return {
    assessment,
    localization,
    longestRatio: Math.min(
      LONGEST_RATIO * bounds.referenceRatio,
      Math.max(bounds.referenceRatio * 1.2, ...channels.map(({ figures }) => figures.ratio ?? 0)),
    ),
    largestRate: Math.max(
      bounds.strengthenFrom,
      ...channels.map(({ figures }) => figures.response?.rate ?? 0),
    ),
    nameOf: ({ channel }) => text(channel.name),
    money: (value) => (isAmount(value) ? format.currency(value, currency) : '–'),
    amount: (value) => (isAmount(value) ? table.format(value) : '–'),
    subtract: (revenue, cost) =>
      isAmount(revenue) && isAmount(cost) ? table.round(table.round(revenue) - table.round(cost)) : null,
    ratio: (value) => messages.ratio(format.number(roundRatio(value))),
  };
}

function isAmount(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

/** To the cent, as money is: 1.85 : 1 is 1.85 for each 1; below a tenth one figure, so that little is not nothing. */
export function roundRatio(ratio: number): number {
  return ratio < 0.1 ? Number(ratio.toPrecision(1)) : Math.round(ratio * 100) / 100;
}
