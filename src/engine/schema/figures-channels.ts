import * as v from 'valibot';
import { InstantSchema } from './definition.ts';
import { CountSchema, ProvenanceEntries, ShareSchema } from './figures-conditions.ts';
import { RangeSchema } from './options.ts';
import { LocalizedTextSchema } from './text.ts';

export * from './channel-measures.ts';

/** What sort of channel it is; only `remarketing` and `influencer` change the advice (seed 003). */
export const ChannelKindSchema = v.picklist([
  'search-ads',
  'social-ads',
  'forum-banner',
  'site-banner',
  'influencer',
  'remarketing',
  'other',
]);
export type ChannelKind = v.InferOutput<typeof ChannelKindSchema>;

/**
 * What the seed says to do with a channel (003, "Comment analyser une campagne ?"). `wait` and `unknown` are ours: too
 * few people to judge, and numbers missing.
 */
export const ChannelActionSchema = v.picklist([
  'strengthen',
  'continue',
  'other-audience',
  'leave',
  'cancel',
  'keep',
  'wait',
  'unknown',
]);
export type ChannelAction = v.InferOutput<typeof ChannelActionSchema>;

/** Bounds of the advice. Sources: lifecycle.md §5 for the first four; the last three are ours. */
export const ChannelBoundsSchema = v.strictObject({
  /** Purchases ÷ those who came, from which a channel is strengthened. Default 0.05. */
  strengthenFrom: v.optional(ShareSchema),
  /** Below it a channel is cancelled. Default 0.005. */
  cancelBelow: v.optional(ShareSchema),
  /** As many must have come before it is. Default 1000. */
  cancelVisits: v.optional(CountSchema),
  /** Revenue ÷ cost that is marked. Default 5. */
  referenceRatio: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** In between: revenue ÷ cost above which a channel goes on as it is. Default 1: it earns more than it costs. */
  continueAbove: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** Fewer people than this are too few to judge. Default 30. */
  leastPeople: v.optional(CountSchema),
  /** In between, where money is unknown: fewer purchases than this are poor. Default 5. */
  fewPurchases: v.optional(CountSchema),
});
export type ChannelBounds = v.InferOutput<typeof ChannelBoundsSchema>;

/** What the host knows of a channel. */
export const ChannelHintSchema = v.strictObject({
  /** As the campaign rows call it; case and accents do not matter. */
  id: v.string(),
  name: v.optional(LocalizedTextSchema),
  kind: v.optional(ChannelKindSchema),
  /** Other names of it, such as the `source` its people carry. */
  aliases: v.optional(v.array(v.string())),
});
export type ChannelHint = v.InferOutput<typeof ChannelHintSchema>;

/** An advice that was followed: `{channel: "Facebook", action: "other-audience", at: "2026-08-01"}`. */
export const ChannelHistorySchema = v.looseObject({
  channel: v.string(),
  action: ChannelActionSchema,
  at: v.optional(v.union([v.string(), v.number()])),
});
export type ChannelHistory = v.InferOutput<typeof ChannelHistorySchema>;

/** What a report of channels is asked with. Source: lifecycle.md §5. */
export const ChannelOptionsSchema = v.strictObject({
  range: v.optional(RangeSchema),
  now: v.optional(InstantSchema),
  bounds: v.optional(ChannelBoundsSchema),
  channels: v.optional(v.array(ChannelHintSchema)),
  history: v.optional(v.array(ChannelHistorySchema)),
  /** Whose purchases and revenue count where both tell: the campaign rows', or the people's. Default `campaigns`. */
  prefer: v.optional(v.picklist(['campaigns', 'people'])),
  /** Only channels that have campaign rows. */
  campaignsOnly: v.optional(v.boolean()),
});
export type ChannelOptions = v.InferOutput<typeof ChannelOptionsSchema>;

const Known = v.optional(v.nullable(CountSchema));
const Money = v.optional(v.nullable(v.pipe(v.number(), v.finite())));

/** The measures of a channel; null or absent is unknown. */
export const MeasureEntries = {
  impressions: Known,
  clicks: Known,
  visits: Known,
  carts: Known,
  purchases: Known,
  cost: Known,
  revenue: Money,
  margin: Money,
};

/** A channel's counts. The least is a name and what is known. */
export const ChannelSchema = v.looseObject({
  id: v.optional(v.string()),
  name: LocalizedTextSchema,
  kind: v.optional(ChannelKindSchema),
  ...MeasureEntries,
  /** What the dataset knows of those it brought: people, those who bought, their purchases and what they paid. */
  brought: v.optional(
    v.looseObject({ people: CountSchema, customers: Known, purchases: Known, revenue: Money }),
  ),
  /** False for a channel that only its people tell of: no campaign, so there is nothing to advise. Default true. */
  campaign: v.optional(v.boolean()),
  /** Measures that were counted on the people, not reported by the channel. */
  counted: v.optional(v.array(v.string())),
  /** Measures that only some of the rows told, so that the sum is a part. */
  partial: v.optional(v.array(v.string())),
  /** How often another audience was already tried without success. */
  failures: v.optional(CountSchema),
});
export type Channel = v.InferOutput<typeof ChannelSchema>;

/** A report as counts; what is made of them (rates, profit, advice) is `assessChannels`. */
export const ChannelResultSchema = v.looseObject({
  ...ProvenanceEntries,
  currency: v.optional(v.string()),
  bounds: v.optional(ChannelBoundsSchema),
  channels: v.array(ChannelSchema),
  /** People whose source is unknown. */
  unattributed: v.optional(CountSchema),
  history: v.optional(v.array(ChannelHistorySchema)),
});
export type ChannelResult = v.InferOutput<typeof ChannelResultSchema>;
