import type { CampaignRow } from '../dataset/campaigns.ts';
import { readInstant, toSpan, type Span } from '../dataset/span.ts';
import type { Store } from '../dataset/store.ts';
import {
  parseChannelOptions,
  type Channel,
  type ChannelHint,
  type ChannelOptions,
  type ChannelResult,
} from '../schema/index.ts';
import { DEFAULT_BOUNDS } from './channel-advice.ts';
import { toChannelKey } from './channel-kinds.ts';
import { countFailedAudiences } from './audience-tries.ts';
import { isKnown } from './channel-figures.ts';
import { computePeopleByChannel, type BroughtPeople } from './people-by-channel.ts';
import { sumCampaignRows } from './sum-campaign-rows.ts';

/** A channel while it is put together. */
interface Gathered {
  name: string;
  hint: ChannelHint | undefined;
  rows: CampaignRow[];
  brought: BroughtPeople | undefined;
}

/**
 * Counts of each channel in a range: what its campaign rows report, and what the dataset knows of the people it
 * brought. Where both tell, `prefer` decides; what neither tells stays unknown. What is made of the counts (rates,
 * return, advice) is {@link assessChannels}. Source: lifecycle.md §5.
 *
 * @throws FunnelwheelError `invalid-options` for options that are none.
 */
export function computeChannels(store: Store, input: ChannelOptions = {}): ChannelResult {
  const options = parseChannelOptions(input);
  const { calendar, summary } = store;
  const at = options.now ?? summary.asOf;
  const now = at === undefined ? Infinity : readInstant(at, calendar, 'now').ms;
  const range = toSpan(options.range, calendar, 'range');
  const people = computePeopleByChannel(store, range, now);
  const rows = store.campaigns.filter(({ ms }) => isWithin(ms, range) && ms <= now);
  const gathered = gatherChannels(rows, people.channels, options.channels ?? []);
  const listed = options.campaignsOnly ? gathered.filter((channel) => channel.rows.length > 0) : gathered;
  return {
    version: 1,
    origin: 'computed',
    timeZone: calendar.timeZone,
    ...(Number.isFinite(now) ? { asOf: new Date(now).toISOString() } : {}),
    ...(options.range ? { range: options.range } : {}),
    ...(summary.currency === undefined ? {} : { currency: summary.currency }),
    ...(options.bounds ? { bounds: options.bounds } : {}),
    ...(options.history ? { history: options.history } : {}),
    channels: listed.map((channel) => toChannel(channel, options)),
    unattributed: people.unattributed,
  };
}

function isWithin(instant: number, { from, to }: Span): boolean {
  return instant >= from && instant <= to;
}

/** Channels in the order of their first row, then those that only people tell of, the largest first. */
function gatherChannels(
  rows: readonly CampaignRow[],
  people: ReadonlyMap<string, BroughtPeople>,
  hints: readonly ChannelHint[],
): Gathered[] {
  const byKey = new Map<string, Gathered>();
  const known = indexHints(hints);
  const find = (name: string): Gathered => {
    const hint = known.get(toChannelKey(name));
    const key = toChannelKey(hint?.id ?? name);
    const found = byKey.get(key) ?? { name, hint, rows: [], brought: undefined };
    byKey.set(key, found);
    return found;
  };
  for (const row of rows) find(row.channel).rows.push(row);
  const brought = [...people.values()].sort((a, b) => b.people - a.people);
  for (const own of brought) {
    const channel = find(own.name);
    channel.brought = channel.brought ? addPeople(channel.brought, own) : own;
  }
  return [...byKey.values()];
}

function indexHints(hints: readonly ChannelHint[]): Map<string, ChannelHint> {
  const index = new Map<string, ChannelHint>();
  for (const hint of hints)
    for (const name of [hint.id, ...(hint.aliases ?? [])]) index.set(toChannelKey(name), hint);
  return index;
}

/** Two sources that a hint says are one channel. */
function addPeople(a: BroughtPeople, b: BroughtPeople): BroughtPeople {
  const plus = (x: number | null, y: number | null) => (x === null ? y : x + (y ?? 0));
  return {
    name: a.name,
    people: a.people + b.people,
    visitors: plus(a.visitors, b.visitors),
    carts: plus(a.carts, b.carts),
    customers: a.customers + b.customers,
    purchases: a.purchases + b.purchases,
    revenue: plus(a.revenue, b.revenue),
  };
}

function toChannel({ name, hint, rows, brought }: Gathered, options: ChannelOptions): Channel {
  const kind = hint?.kind ?? rows.findLast((row) => row.kind !== undefined)?.kind;
  const { sums, partial } = sumCampaignRows(rows);
  const { measures, counted } = joinPeople(sums, brought, options.prefer ?? 'campaigns');
  const channel = { name: hint?.name ?? name, ...(kind ? { kind } : {}), ...measures };
  const failures = countFailedAudiences(channel, rows, { ...DEFAULT_BOUNDS, ...options.bounds });
  return {
    id: hint?.id ?? name,
    ...channel,
    ...(brought ? { brought: toBrought(brought) } : {}),
    ...(rows.length === 0 ? { campaign: false } : {}),
    ...(counted.length > 0 ? { counted } : {}),
    ...(partial.length > 0 ? { partial } : {}),
    ...(failures > 0 ? { failures } : {}),
  };
}

function toBrought({ people, customers, purchases, revenue }: BroughtPeople): Channel['brought'] {
  return { people, customers, purchases, revenue };
}

/** Fills in what the channel did not report; `prefer: 'people'` lets their purchases and revenue win. */
function joinPeople(
  sums: ReturnType<typeof sumCampaignRows>['sums'],
  brought: BroughtPeople | undefined,
  prefer: 'campaigns' | 'people',
) {
  const measures = { ...sums };
  const counted: string[] = [];
  if (!brought) return { measures, counted };
  const own = {
    visits: brought.visitors,
    carts: brought.carts,
    purchases: brought.purchases,
    revenue: brought.revenue,
  };
  for (const name of ['visits', 'carts', 'purchases', 'revenue'] as const) {
    const wins = prefer === 'people' && (name === 'purchases' || name === 'revenue');
    if (!isKnown(own[name]) || (isKnown(sums[name]) && !wins)) continue;
    measures[name] = own[name];
    counted.push(name);
  }
  return { measures, counted };
}
