import type { CampaignRow } from '../dataset/campaigns.ts';
import type { Channel } from '../schema/index.ts';
import { isPoor, type FullBounds } from './channel-advice.ts';
import { guessChannelKind } from './channel-kinds.ts';
import { sumCampaignRows } from './sum-campaign-rows.ts';

/**
 * How many audiences of a channel were tried before the present one and did poorly: where the rows say whom they were
 * shown to (`audience`), each is a try, in order of its first day. Source: seed 003, "donnez-lui une autre chance".
 */
export function countFailedAudiences(
  channel: Channel,
  rows: readonly CampaignRow[],
  bounds: FullBounds,
): number {
  const kind = channel.kind ?? guessChannelKind(String(channel.name));
  const earlier = groupByAudience(rows).slice(0, -1);
  return earlier.filter((tried) =>
    isPoor({ name: channel.name, ...sumCampaignRows(tried).sums }, kind, bounds),
  ).length;
}

/** Rows of each audience, in the order in which they were first shown something. */
function groupByAudience(rows: readonly CampaignRow[]): CampaignRow[][] {
  const groups = new Map<string, CampaignRow[]>();
  for (const row of [...rows].sort((a, b) => a.ms - b.ms)) {
    if (row.audience === undefined) continue;
    const group = groups.get(row.audience) ?? [];
    groups.set(row.audience, group);
    group.push(row);
  }
  return [...groups.values()];
}
