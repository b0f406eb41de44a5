/** What a channel can be counted by, in the order it is shown. Without a schema, so that pages have it at once. */
export const CHANNEL_MEASURES = [
  'impressions',
  'clicks',
  'visits',
  'carts',
  'purchases',
  'cost',
  'revenue',
  'margin',
] as const;
export type ChannelMeasure = (typeof CHANNEL_MEASURES)[number];
