import type { AdviceReason } from '../engine/channels/channel-advice.ts';
import type { ChannelAction, ChannelKind, ChannelMeasure } from '../engine/schema/index.ts';
import type { Counted } from './counted.ts';
import { createFigureLocalizer, type FigureLocalization } from './figures-common.ts';
import type { FigureMessages } from './figures-messages.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** The columns that can be sorted by. */
export type ChannelColumn = 'name' | 'conversion' | 'cost' | 'revenue' | 'profit' | 'ratio' | 'advice';

/** Numbers of an advice, formatted; which of them a sentence needs depends on its reason. */
export interface AdviceNumbers {
  /** `9% of 100 clicks bought`. */
  response: string;
  bound: string;
  people: string;
  purchases: Counted;
  /** One unit of money, and what comes back for it. */
  unit: string;
  back: string;
}

/** The texts of `<channel-report>`; names of channels come from the host. */
export interface ChannelWords {
  title: string;
  columns: Record<ChannelColumn, string>;
  /** What a column means, for those who want to know. */
  sortBy: string;
  kinds: Record<ChannelKind, string>;
  measures: Record<ChannelMeasure | 'people', string>;
  actions: Record<ChannelAction, string>;
  /** The second failure of a channel, which is left but for remarketing. */
  reasons: Record<AdviceReason, (numbers: AdviceNumbers) => string>;
  leaveFor: string;
  video: string;
  moveTo(channel: string): string;
  tried(times: Counted): string;
  /** `100 clicks`: whom a rate is of. */
  whole(count: string, measure: ChannelMeasure | 'people'): string;
  /** `of 100 clicks`. */
  of(whole: string): string;
  ofSeen(rate: string): string;
  ratio(value: string): string;
  reference(value: string): string;
  reaches: string;
  free: string;
  total: string;
  partialTotal(known: string, all: string): string;
  /** Which channels the sums are of: those that tell cost and revenue. */
  totalOf(known: string, all: string): string;
  others(channels: Counted): string;
  othersWhy: string;
  /** Under purchases that are more than what they would be a share of. */
  noRate(whole: string): string;
  belowGoal(ratio: string, goal: string): string;
  cutNote: string;
  show(channel: string): string;
  hide(channel: string): string;
  costPerClick: string;
  costPerPurchase: string;
  costPerCustomer: string;
  marginProfit: string;
  brought(people: Counted, customers: Counted | undefined): string;
  counted: string;
  partial: string;
  unattributed(count: Counted): string;
  bounds(strengthen: string, cancel: string, visits: string): string;
  nothing: string;
  nothingHint: string;
  allChannels(channels: Counted): string;
  someChannels(channels: Counted, all: string): string;
  summaryReturn(cost: string, revenue: string, profit: string, who: string, channels: Counted): string;
  summaryLoss(cost: string, revenue: string, loss: string, who: string, channels: Counted): string;
  summaryLosers(channels: string): string;
  summaryStrengthen(channels: string): string;
  summaryStop(channels: string): string;
  sorted(column: string, descending: boolean): string;
}

/** Every text of `<channel-report>`. */
export type ChannelMessages = FigureMessages & ChannelWords;
export type ChannelLocalization = FigureLocalization<ChannelMessages>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: ChannelWords = {
  title: 'Channels and what they bring',
  columns: {
    name: 'Channel',
    conversion: 'Bought',
    cost: 'Cost',
    revenue: 'Revenue',
    profit: 'Left over',
    ratio: 'Return',
    advice: 'What to do',
  },
  sortBy: 'Sort by',
  kinds: {
    'search-ads': 'search ads',
    'social-ads': 'social media ads',
    'forum-banner': 'forum banner',
    'site-banner': 'site banner',
    influencer: 'influencer',
    remarketing: 'remarketing',
    other: '',
  },
  measures: {
    impressions: 'saw it',
    clicks: 'clicks',
    visits: 'visits',
    carts: 'carts',
    purchases: 'purchases',
    cost: 'cost',
    revenue: 'revenue',
    margin: 'margin',
    people: 'people',
  },
  actions: {
    strengthen: 'Strengthen',
    continue: 'Go on',
    'other-audience': 'Another audience',
    leave: 'Leave',
    cancel: 'Cancel',
    keep: 'Keep',
    wait: 'Wait',
    unknown: 'No advice',
  },
  reasons: {
    remarketing: () => 'Always kept: people who nearly bought are the easiest to win.',
    converts: ({ response, bound }) =>
      `${response} led to a purchase: from ${bound} on it is worth more money.`,
    'does-not-convert': ({ response, bound }) => `Only ${response} led to a purchase, less than ${bound}.`,
    pays: ({ unit, back }) => `It pays: each ${unit} spent brings ${back}.`,
    'does-not-pay': ({ unit, back }) => `Each ${unit} spent brings only ${back}.`,
    sells: ({ purchases }) =>
      `${purchases.text} ${pluralEn(purchases.n, { one: 'sale', other: 'sales' })}; what it costs or brings is unknown.`,
    'few-sales': ({ purchases }) =>
      `Only ${purchases.text} ${pluralEn(purchases.n, { one: 'sale', other: 'sales' })}.`,
    'too-few-people': ({ people }) => `Only ${people} so far: too few to judge.`,
    'purchases-unknown': () => 'How many bought is unknown.',
    'no-campaign': () => 'No campaign: people come by themselves.',
  },
  leaveFor: 'Tried again without success: leave it, but for remarketing.',
  video: 'Try a video too.',
  moveTo: (channel) => `Put the money into ${channel}.`,
  tried: ({ n, text }) =>
    `${text} other ${pluralEn(n, { one: 'audience', other: 'audiences' })} tried before.`,
  whole: (count, measure) =>
    measure === 'impressions' ? `${count} who saw it` : `${count} ${en.measures[measure]}`,
  of: (whole) => `of ${whole}`,
  ofSeen: (rate) => `${rate} of those who saw it`,
  ratio: (value) => `${value}\u00a0:\u00a01`,
  reference: (value) => `${value} : 1, the usual goal`,
  reaches: 'reached',
  free: 'free',
  total: 'Total',
  partialTotal: (known, all) => `${known} of ${all} channels`,
  totalOf: (known, all) => `the ${known} of ${all} channels whose cost and revenue are known`,
  others: ({ n, text }) => (n === 1 ? 'The other channel' : `The other ${text} channels`),
  othersWhy: 'cost or revenue unknown, so not in the total',
  noRate: (whole) => `purchases, more than the ${whole}: they do not count the same, so there is no rate`,
  belowGoal: (ratio, goal) =>
    `Its return, ${ratio}, is still below ${goal}; the advice goes by how many buy.`,
  cutNote: 'A bar with a pointed end is longer than it could be drawn.',
  show: (channel) => `Show details of ${channel}`,
  hide: (channel) => `Hide details of ${channel}`,
  costPerClick: 'per click',
  costPerPurchase: 'per purchase',
  costPerCustomer: 'per customer won',
  marginProfit: 'Margin less cost',
  brought: (people, customers) =>
    `${people.text} ${pluralEn(people.n, { one: 'person', other: 'people' })} came by it${
      customers
        ? `, ${customers.text} of them ${pluralEn(customers.n, { one: 'is a customer', other: 'are customers' })}`
        : ''
    }.`,
  counted: 'Counted from your own data, not reported by the channel',
  partial: 'Only some days say it; the sum is a part',
  unattributed: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} came by a channel nobody noted.`,
  bounds: (strengthen, cancel, visits) =>
    `Advice: strengthen from ${strengthen} of those who came, cancel below ${cancel} of at least ${visits}, in between by what it brings. “–” is unknown, never 0.`,
  nothing: 'No channel has figures in this period',
  nothingHint: 'Choose a longer period, or add campaigns to the data.',
  allChannels: ({ n, text }) => (n === 1 ? 'One channel' : `${text} channels`),
  someChannels: ({ text }, all) => `${text} of ${all} channels`,
  summaryReturn: (cost, revenue, profit, who) =>
    `${who} cost ${cost} and brought ${revenue}: ${profit} left over.`,
  summaryLoss: (cost, revenue, loss, who) => `${who} cost ${cost} and brought ${revenue}: ${loss} lost.`,
  summaryLosers: (channels) => `Losing money: ${channels}.`,
  summaryStrengthen: (channels) => `Strengthen ${channels}.`,
  summaryStop: (channels) => `Stop ${channels}.`,
  sorted: (column, descending) => `Sorted by ${column}, ${descending ? 'largest' : 'smallest'} first.`,
};

const fr: ChannelWords = {
  title: 'Les canaux et ce qu’ils rapportent',
  columns: {
    name: 'Canal',
    conversion: 'Ont acheté',
    cost: 'Coût',
    revenue: 'Ventes',
    profit: 'Gain',
    ratio: 'Retour',
    advice: 'Que faire',
  },
  sortBy: 'Trier par',
  kinds: {
    'search-ads': 'annonces de recherche',
    'social-ads': 'annonces sur réseau social',
    'forum-banner': 'bannière sur un forum',
    'site-banner': 'bannière sur un site',
    influencer: 'influenceur',
    remarketing: 'remarketing',
    other: '',
  },
  measures: {
    impressions: 'l’ont vu',
    clicks: 'clics',
    visits: 'visites',
    carts: 'paniers',
    purchases: 'achats',
    cost: 'coût',
    revenue: 'ventes',
    margin: 'marge',
    people: 'personnes',
  },
  actions: {
    strengthen: 'Renforcer',
    continue: 'Continuer',
    'other-audience': 'Autre public',
    leave: 'Quitter',
    cancel: 'Annuler',
    keep: 'Garder',
    wait: 'Attendre',
    unknown: 'Pas d’avis',
  },
  reasons: {
    remarketing: () => 'Toujours gardé\u00a0: qui a failli acheter se laisse convaincre le plus facilement.',
    converts: ({ response, bound }) =>
      `${response} ont mené à un achat\u00a0: à partir de ${bound}, il mérite plus d’argent.`,
    'does-not-convert': ({ response, bound }) =>
      `Seulement ${response} ont mené à un achat, moins de ${bound}.`,
    pays: ({ unit, back }) => `Rentable\u00a0: chaque ${unit} dépensé rapporte ${back}.`,
    'does-not-pay': ({ unit, back }) => `Chaque ${unit} dépensé ne rapporte que ${back}.`,
    sells: ({ purchases }) =>
      `${purchases.text} ${pluralFr(purchases.n, { one: 'vente', other: 'ventes' })}\u00a0; ce qu’il coûte ou rapporte est inconnu.`,
    'few-sales': ({ purchases }) =>
      `Seulement ${purchases.text} ${pluralFr(purchases.n, { one: 'vente', other: 'ventes' })}.`,
    'too-few-people': ({ people }) => `Seulement ${people} jusqu’ici\u00a0: trop peu pour juger.`,
    'purchases-unknown': () => 'On ne sait pas combien ont acheté.',
    'no-campaign': () => 'Pas de campagne\u00a0: les gens viennent d’eux-mêmes.',
  },
  leaveFor: 'Nouvel essai sans succès\u00a0: quitter ce canal, sauf pour le remarketing.',
  video: 'Essayez aussi une vidéo.',
  moveTo: (channel) => `Mettez cet argent dans ${channel}.`,
  tried: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'autre public déjà essayé', other: 'autres publics déjà essayés' })}.`,
  whole: (count, measure) =>
    measure === 'impressions' ? `${count} personnes qui l’ont vu` : `${count} ${fr.measures[measure]}`,
  of: (whole) => `de ${whole}`,
  ofSeen: (rate) => `${rate} de ceux qui l’ont vu`,
  ratio: (value) => `${value}\u00a0:\u00a01`,
  reference: (value) => `${value} : 1, l’objectif habituel`,
  reaches: 'atteint',
  free: 'gratuit',
  total: 'Total',
  partialTotal: (known, all) => `${known} canaux sur ${all}`,
  totalOf: (known, all) => `les ${known} canaux sur ${all} dont on connaît le coût et les ventes`,
  others: ({ n, text }) => (n === 1 ? 'L’autre canal' : `Les ${text} autres canaux`),
  othersWhy: 'coût ou ventes inconnus, donc hors du total',
  noRate: (whole) => `achats, plus que les ${whole}\u00a0: on n’y compte pas la même chose, donc pas de taux`,
  belowGoal: (ratio, goal) =>
    `Son retour, ${ratio}, reste sous ${goal}\u00a0; le conseil se fonde sur la part d’acheteurs.`,
  cutNote: 'Une barre au bout pointu est plus longue que la place ne le permet.',
  show: (channel) => `Afficher les détails de ${channel}`,
  hide: (channel) => `Masquer les détails de ${channel}`,
  costPerClick: 'par clic',
  costPerPurchase: 'par achat',
  costPerCustomer: 'par client gagné',
  marginProfit: 'Marge moins coût',
  brought: (people, customers) =>
    `${people.text} ${pluralFr(people.n, { one: 'personne est venue', other: 'personnes sont venues' })} par là${
      customers
        ? `, dont ${customers.text} ${pluralFr(customers.n, { one: 'est cliente', other: 'sont clientes' })}`
        : ''
    }.`,
  counted: 'Compté dans vos propres données, non fourni par le canal',
  partial: 'Seuls certains jours le disent\u00a0; la somme est partielle',
  unattributed: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne est venue', other: 'personnes sont venues' })} par un canal que personne n’a noté.`,
  bounds: (strengthen, cancel, visits) =>
    `Conseils\u00a0: renforcer à partir de ${strengthen} de ceux qui sont venus, annuler en dessous de ${cancel} d’au moins ${visits}, entre les deux selon ce qu’il rapporte. «\u00a0–\u00a0» veut dire inconnu, jamais 0.`,
  nothing: 'Aucun canal n’a de chiffres pour cette période',
  nothingHint: 'Choisissez une période plus longue, ou ajoutez des campagnes aux données.',
  allChannels: ({ n, text }) => (n === 1 ? 'Un canal' : `${text} canaux`),
  someChannels: ({ n, text }, all) => `${text} ${n === 1 ? 'canal' : 'canaux'} sur ${all}`,
  summaryReturn: (cost, revenue, profit, who, { n }) =>
    `${who} ${n === 1 ? 'a' : 'ont'} coûté ${cost} et rapporté ${revenue}\u00a0: il reste ${profit}.`,
  summaryLoss: (cost, revenue, loss, who, { n }) =>
    `${who} ${n === 1 ? 'a' : 'ont'} coûté ${cost} et rapporté ${revenue}\u00a0: ${loss} de perte.`,
  summaryLosers: (channels) => `À perte\u00a0: ${channels}.`,
  summaryStrengthen: (channels) => `À renforcer\u00a0: ${channels}.`,
  summaryStop: (channels) => `À arrêter\u00a0: ${channels}.`,
  sorted: (column, descending) =>
    `Trié par ${column}, ${descending ? 'du plus grand au plus petit' : 'du plus petit au plus grand'}.`,
};

/** Words and formats of `<channel-report>` for a tag, as near as the package has them. */
export const getChannelLocalization: (tag: string | null | undefined) => ChannelLocalization =
  createFigureLocalizer<ChannelWords>({ en, fr } satisfies Record<Language, ChannelWords>);
