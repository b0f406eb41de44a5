import type { ChannelKind } from '../schema/index.ts';

/** A channel's name as it is compared: without case, accents and punctuation (`Bannière – Forum` → `banniere forum`). */
export function toChannelKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of a name that tell its kind, English and French; the first that fits wins, so the particular comes first. */
const WORDS: readonly (readonly [ChannelKind, readonly string[]])[] = [
  ['remarketing', ['remarketing', 'retargeting', 'reciblage']],
  ['influencer', ['influencer', 'influencers', 'influenceur', 'influenceuse', 'influenceurs']],
  ['forum-banner', ['forum']],
  ['site-banner', ['banner', 'banners', 'banniere', 'bannieres', 'display']],
  ['search-ads', ['google', 'bing', 'search', 'adwords', 'sea', 'recherche']],
  ['social-ads', ['facebook', 'instagram', 'tiktok', 'meta', 'linkedin', 'snapchat', 'pinterest', 'social']],
];

/** The kind that a channel's name says, else `other`. */
export function guessChannelKind(name: string): ChannelKind {
  const words = new Set(toChannelKey(name).split(' '));
  return WORDS.find(([, known]) => known.some((word) => words.has(word)))?.[0] ?? 'other';
}
