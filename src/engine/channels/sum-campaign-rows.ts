import type { CampaignRow } from '../dataset/campaigns.ts';
import { CHANNEL_MEASURES, type ChannelMeasure } from '../schema/channel-measures.ts';

/** Sums of some rows; a measure that none of them tells is absent, because unknown is never 0. */
export interface CampaignSums {
  sums: Partial<Record<ChannelMeasure, number>>;
  /** Measures that only some of the rows told. */
  partial: ChannelMeasure[];
}

/** Adds up campaign rows, measure by measure. */
export function sumCampaignRows(rows: readonly CampaignRow[]): CampaignSums {
  const sums: CampaignSums['sums'] = {};
  const partial: ChannelMeasure[] = [];
  for (const measure of CHANNEL_MEASURES) {
    const told = rows.filter((row) => row.measures[measure] !== undefined);
    if (told.length === 0) continue;
    sums[measure] = told.reduce((total, row) => total + row.measures[measure]!, 0);
    if (told.length < rows.length) partial.push(measure);
  }
  return { sums, partial };
}
