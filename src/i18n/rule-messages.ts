import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** Words for the rules of a funnel. Names arrive quoted, lists joined; what is made a sentence of begins in lower case. */
export interface RuleMessages {
  quote(name: string): string;
  /** What happens, by the data's own vocabulary (data.md); several types that have one phrase are joined by `|`. */
  types: Readonly<Record<string, string>>;
  /** The same under a condition, where that has a phrase of its own: keyed `type property=value`. */
  events: Readonly<Record<string, string>>;
  /** That it never happened. */
  none: Readonly<Record<string, string>>;
  /** A host's own type of event, and that there is none of it. */
  ownEvent(name: string): string;
  noOwnEvent(names: string): string;
  /** What `property = value` means, behind what happens: keyed `property=value`, or `property!=value` for its opposite. */
  facts: Readonly<Record<string, string>>;
  properties: Readonly<Record<string, string>>;
  /** A sentence: what happens, and when. */
  sentence(event: string, when: readonly string[]): string;
  order: Record<'independent' | 'sequential' | 'strict' | 'unordered', string>;
  reentry: Record<'best' | 'first' | 'every', string>;
  /** Two steps in a chain at one instant: whether they are in order. */
  ties: { same: string; later: string };
  ofMemberships: string;
  window(duration: string): string;
  hold(properties: string): string;
  global(conditions: string): string;
  excluded(event: string, from: string, to: string): string;
  excludedRemoves(event: string, from: string, to: string): string;
  switches: Record<
    | 'ignoreZero'
    | 'ignoreDropIns'
    | 'ignoreSecondIntro'
    | 'ignoreRefunded'
    | 'ignoreNoShows'
    | 'ignoreLateCancels'
    | 'ignoreAggregators',
    string
  >;
  /** What happens, with conditions that have no words of their own. */
  event(types: string, conditions: string): string;
  anyEvent: string;
  dates: { any: string; inRange: string; afterEntry: string };
  mayPrecede: string;
  lookback(days: number): string;
  between(from: string, to: string): string;
  since(from: string): string;
  until(to: string): string;
  /** Sentences of their own. */
  pick: { last: string; firstEver: string };
  /** `for the 2nd time`, before what happens. */
  nth(place: number, event: string): string;
  base(steps: string): string;
  after(step: string): string;
  distinct(steps: string): string;
  ownWindow(duration: string, base: string): string;
  notBefore(duration: string, base: string): string;
  optional: string;
  split: string;
  outcomes(outcomes: string): string;
  outcome(name: string, event: string, dropped: boolean): string;
  days(count: number): string;
  months(count: number): string;
  hours(count: number): string;
  is(property: string, value: string): string;
  isNot(property: string, value: string): string;
  oneOf(property: string, values: string): string;
  noneOf(property: string, values: string): string;
  compares(property: string, operator: 'lt' | 'lte' | 'gt' | 'gte', value: string): string;
  contains(property: string, value: string): string;
  containsNot(property: string, value: string): string;
  exists(property: string): string;
  missing(property: string): string;
  tokens: Record<'$from' | '$to' | '$now', string>;
  yes: string;
  no: string;
}

const SIGNS = { lt: '<', lte: '≤', gt: '>', gte: '≥' } as const;
const english = createPlural('en');
const french = createPlural('fr');
const ENGLISH_ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

const en: RuleMessages = {
  quote: (name) => `“${name}”`,
  types: {
    lead: 'a lead is created',
    client: 'a client is created',
    contact: 'the studio makes contact',
    'checkout-view': 'a checkout page is viewed',
    conversion: 'a lead becomes a customer',
    purchase: 'a membership or pack is bought',
    renewal: 'the membership is renewed',
    freeze: 'the membership is frozen',
    cancellation: 'the membership is cancelled',
    'renewal|freeze|cancellation': 'the membership is renewed, frozen or cancelled',
    booking: 'a booking is made',
    'check-in': 'somebody comes in',
  },
  events: {
    'purchase intro=true': 'an intro offer is bought',
    'purchase intro!=true': 'a membership or pack other than an intro offer is bought',
    'purchase renewing=true': 'a membership that renews by itself is bought',
    'purchase activatesOnFirstUse!=true': 'a membership that is active at once is bought',
    'purchase startsAt?': 'a membership with a known start date is bought',
    'booking kind=class': 'a class is booked',
    'booking kind=appointment': 'an appointment is booked',
    'booking kind=class|appointment': 'a class or an appointment is booked',
    'check-in kind=class': 'somebody comes to a class',
    'check-in kind=appointment': 'somebody comes to an appointment',
    'check-in kind=class|appointment': 'somebody comes to a class or an appointment',
    'checkout-view page=membership': 'the checkout page of a membership is viewed',
    'checkout-view abandonedCart!=true': 'a checkout page other than that of the abandoned cart is viewed',
  },
  none: {
    'check-in': 'no visit at all',
    booking: 'no booking at all',
    purchase: 'no purchase at all',
    contact: 'no contact by the studio at all',
    'checkout-view': 'no view of a checkout page at all',
  },
  ownEvent: (name) => `there is an event ${name}`,
  noOwnEvent: (names) => `no event ${names} at all`,
  facts: {
    'intro=true': 'with an intro offer',
    'intro!=true': 'without an intro offer',
    'renewing=true': 'that renews by itself',
    'activatesOnFirstUse!=true': 'active at once',
    'startsAt?': 'with a start date',
    'abandonedCart!=true': 'outside the abandoned cart',
    'origin=abandoned-cart': 'from an abandoned cart',
    'via=referral': 'by referral',
    'kind=class': 'for a class',
    'kind=appointment': 'for an appointment',
    'page=membership': 'for a membership',
    'person.customerSince<$from': 'among those who were customers before the period began',
  },
  properties: {
    customerSince: 'customer since',
    kind: 'kind',
    product: 'product',
    source: 'source',
    location: 'location',
    campaign: 'campaign',
    channel: 'channel',
    amount: 'amount',
    at: 'date',
  },
  sentence: (event, [first, ...rest]) => [[event, first].filter(Boolean).join(' '), ...rest].join(', '),
  order: {
    independent:
      'Each step is looked at on its own: the order of the dates matters only where a step says so.',
    sequential: 'The steps must come in this order.',
    strict:
      'The very next thing that happens must be the next step; anything else in between ends the attempt.',
    unordered: 'The steps may come in any order: bar 2 counts those who did at least two of them, and so on.',
  },
  reentry: {
    best: 'Several starts count once: the attempt that got furthest is kept.',
    first: 'Only the first start counts.',
    every: 'Every attempt counts; a new one can only start once the last has ended.',
  },
  ties: {
    same: 'Two steps at the same moment are in order.',
    later: 'Each must be later than the one before, not at the same moment.',
  },
  ofMemberships: 'What is counted are memberships, not people.',
  window: (duration) => `All steps must be done within ${duration} of the first.`,
  hold: (properties) => `All steps of an attempt must have the same ${properties}.`,
  global: (conditions) => `Only events where ${conditions} count.`,
  excluded: (event, from, to) => `If ${event} between ${from} and ${to}, the attempt ends at ${from}.`,
  excludedRemoves: (event, from, to) =>
    `If ${event} between ${from} and ${to}, it is left out of the funnel altogether.`,
  switches: {
    ignoreZero: 'Purchases at 0 are left out.',
    ignoreDropIns: 'Drop-ins are left out.',
    ignoreSecondIntro: 'A second intro offer of the same person is left out.',
    ignoreRefunded: 'Refunded purchases are left out.',
    ignoreNoShows: 'Bookings to which nobody came are left out.',
    ignoreLateCancels: 'Late cancellations are left out.',
    ignoreAggregators: 'Bookings through an aggregator are left out.',
  },
  event: (types, conditions) => (conditions ? `${types} (${conditions})` : types),
  anyEvent: 'anything happens',
  dates: { any: 'at any date', inRange: 'during the period', afterEntry: 'at the first step or later' },
  mayPrecede: 'even before the first step',
  lookback: (days) =>
    english(days, { one: 'on the day before the period', other: `in the ${days} days before the period` }),
  between: (from, to) => `from ${from} to ${to}`,
  since: (from) => `from ${from} on`,
  until: (to) => `until ${to}`,
  pick: {
    last: 'Where there are several, the latest counts.',
    firstEver: 'Only the very first time ever counts.',
  },
  nth: (place, event) => `for the ${place}${ENDINGS[ENGLISH_ORDINALS.select(place)]} time, ${event}`,
  base: (steps) => `Only those who went through ${steps} are counted.`,
  after: (step) => `at ${step} or later`,
  distinct: (steps) => `What has already counted for ${steps} does not count again.`,
  ownWindow: (duration, base) => `within ${duration} of ${base}`,
  notBefore: (duration, base) => `not sooner than ${duration} after ${base}`,
  optional: 'This step is optional: skipping it is no loss.',
  split: 'This step only divides: those who did it and those who did not both go on.',
  outcomes: (outcomes) => `Outcomes: ${outcomes}.`,
  outcome: (name, event, dropped) => `${name} (${event}${dropped ? ', which ends the journey' : ''})`,
  days: (count) => english(count, { one: `${count} day`, other: `${count} days` }),
  months: (count) => english(count, { one: `${count} month`, other: `${count} months` }),
  hours: (count) => english(count, { one: `${count} hour`, other: `${count} hours` }),
  is: (property, value) => `${property} is ${value}`,
  isNot: (property, value) => `${property} is not ${value}`,
  oneOf: (property, values) => `${property} is one of ${values}`,
  noneOf: (property, values) => `${property} is none of ${values}`,
  compares: (property, operator, value) => `${property} ${SIGNS[operator]} ${value}`,
  contains: (property, value) => `${property} contains ${value}`,
  containsNot: (property, value) => `${property} does not contain ${value}`,
  exists: (property) => `${property} is known`,
  missing: (property) => `${property} is not known`,
  tokens: { $from: 'the start of the period', $to: 'the end of the period', $now: 'now' },
  yes: 'yes',
  no: 'no',
};

const fr: RuleMessages = {
  quote: (name) => `«\u00a0${name}\u00a0»`,
  types: {
    lead: 'création d’un prospect',
    client: 'création d’un client',
    contact: 'prise de contact par le studio',
    'checkout-view': 'visite d’une page de paiement',
    conversion: 'passage de prospect à client',
    purchase: 'achat d’un abonnement ou d’un pack',
    renewal: 'renouvellement de l’abonnement',
    freeze: 'gel de l’abonnement',
    cancellation: 'annulation de l’abonnement',
    'renewal|freeze|cancellation': 'renouvellement, gel ou annulation de l’abonnement',
    booking: 'réservation',
    'check-in': 'venue au studio',
  },
  events: {
    'purchase intro=true': 'achat d’une offre d’introduction',
    'purchase intro!=true': 'achat d’un abonnement ou d’un pack, hors offre d’introduction',
    'purchase renewing=true': 'achat d’un abonnement qui se renouvelle',
    'purchase activatesOnFirstUse!=true': 'achat d’un abonnement actif d’emblée',
    'purchase startsAt?': 'achat d’un abonnement dont la date de début est connue',
    'booking kind=class': 'réservation d’un cours',
    'booking kind=appointment': 'prise d’un rendez-vous',
    'booking kind=class|appointment': 'réservation d’un cours ou d’un rendez-vous',
    'check-in kind=class': 'venue à un cours',
    'check-in kind=appointment': 'venue à un rendez-vous',
    'check-in kind=class|appointment': 'venue à un cours ou à un rendez-vous',
    'checkout-view page=membership': 'visite de la page de paiement d’un abonnement',
    'checkout-view abandonedCart!=true': 'visite d’une page de paiement, hors celle du panier abandonné',
  },
  none: {
    'check-in': 'aucune venue',
    booking: 'aucune réservation',
    purchase: 'aucun achat',
    contact: 'aucune prise de contact par le studio',
    'checkout-view': 'aucune visite d’une page de paiement',
  },
  ownEvent: (name) => `événement ${name}`,
  noOwnEvent: (names) => `aucun événement ${names}`,
  facts: {
    'intro=true': 'avec une offre d’introduction',
    'intro!=true': 'hors offre d’introduction',
    'renewing=true': 'renouvelable',
    'activatesOnFirstUse!=true': 'avec effet immédiat',
    'startsAt?': 'avec une date de début',
    'abandonedCart!=true': 'hors panier abandonné',
    'origin=abandoned-cart': 'à partir d’un panier abandonné',
    'via=referral': 'par recommandation',
    'kind=class': 'pour un cours',
    'kind=appointment': 'pour un rendez-vous',
    'page=membership': 'pour un abonnement',
    'person.customerSince<$from': 'parmi les personnes déjà clientes avant le début de la période',
  },
  properties: {
    customerSince: 'client depuis',
    kind: 'nature',
    product: 'produit',
    source: 'source',
    location: 'lieu',
    campaign: 'campagne',
    channel: 'canal',
    amount: 'montant',
    at: 'date',
  },
  sentence: (event, when) => [event, ...when].join(', '),
  order: {
    independent:
      'Chaque étape est considérée séparément\u00a0: l’ordre des dates ne compte que là où une étape le précise.',
    sequential: 'Les étapes doivent se suivre dans cet ordre.',
    strict:
      'Ce qui se passe juste après doit être l’étape suivante\u00a0; toute autre chose entre-temps met fin à la tentative.',
    unordered:
      'Les étapes peuvent venir dans n’importe quel ordre\u00a0: la barre 2 compte les personnes qui en ont fait au moins deux, et ainsi de suite.',
  },
  reentry: {
    best: 'Plusieurs départs ne comptent qu’une fois\u00a0: on garde la tentative la plus avancée.',
    first: 'Seul le premier départ compte.',
    every:
      'Chaque tentative compte\u00a0; une nouvelle ne peut commencer qu’une fois la précédente terminée.',
  },
  ties: {
    same: 'Deux étapes au même moment sont dans l’ordre.',
    later: 'Chacune doit venir après la précédente, et non au même moment.',
  },
  ofMemberships: 'On compte des abonnements, pas des personnes.',
  window: (duration) =>
    `Toutes les étapes doivent être faites en ${duration} au plus à compter de la première.`,
  hold: (properties) => `Toutes les étapes d’une tentative doivent avoir en commun\u00a0: ${properties}.`,
  global: (conditions) => `Seuls comptent les événements où ${conditions}.`,
  excluded: (event, from, to) =>
    `Entre ${from} et ${to}, ceci arrête la tentative à ${from}\u00a0: ${event}.`,
  excludedRemoves: (event, from, to) =>
    `Entre ${from} et ${to}, ceci fait sortir de l’entonnoir pour de bon\u00a0: ${event}.`,
  switches: {
    ignoreZero: 'Les achats à 0 ne comptent pas.',
    ignoreDropIns: 'Les séances à l’unité ne comptent pas.',
    ignoreSecondIntro: 'La deuxième offre d’introduction d’une même personne ne compte pas.',
    ignoreRefunded: 'Les achats remboursés ne comptent pas.',
    ignoreNoShows: 'Les réservations sans venue ne comptent pas.',
    ignoreLateCancels: 'Les annulations tardives ne comptent pas.',
    ignoreAggregators: 'Les réservations passées par un agrégateur ne comptent pas.',
  },
  event: (types, conditions) => (conditions ? `${types} (${conditions})` : types),
  anyEvent: 'n’importe quel événement',
  dates: {
    any: 'à n’importe quelle date',
    inRange: 'pendant la période',
    afterEntry: 'en même temps que la première étape ou après',
  },
  mayPrecede: 'même avant la première étape',
  lookback: (days) =>
    french(days, {
      one: 'la veille de la période',
      other: `pendant les ${days} jours qui précèdent la période`,
    }),
  between: (from, to) => `du ${from} au ${to}`,
  since: (from) => `à partir du ${from}`,
  until: (to) => `jusqu’au ${to}`,
  pick: {
    last: 'S’il y en a plusieurs, c’est la date la plus récente qui compte.',
    firstEver: 'Seule la toute première fois compte.',
  },
  nth: (place, event) => `pour la ${place}${place === 1 ? 're' : 'e'} fois, ${event}`,
  base: (steps) => `On ne compte que l’effectif passé par ${steps}.`,
  after: (step) => `en même temps que ${step} ou après`,
  distinct: (steps) => `Ce qui a déjà compté pour ${steps} ne compte pas une seconde fois.`,
  ownWindow: (duration, base) => `${duration} au plus après ${base}`,
  notBefore: (duration, base) => `${duration} au moins après ${base}`,
  optional: 'Cette étape est facultative\u00a0: la sauter n’est pas une perte.',
  split: 'Cette étape ne fait que partager\u00a0: qu’on l’ait faite ou non, on continue.',
  outcomes: (outcomes) => `Issues possibles\u00a0: ${outcomes}.`,
  outcome: (name, event, dropped) => `${name} (${event}${dropped ? ', ce qui met fin au parcours' : ''})`,
  days: (count) => french(count, { one: `${count}\u00a0jour`, other: `${count}\u00a0jours` }),
  months: (count) => `${count}\u00a0mois`,
  hours: (count) => french(count, { one: `${count}\u00a0heure`, other: `${count}\u00a0heures` }),
  is: (property, value) => `${property} vaut ${value}`,
  isNot: (property, value) => `${property} ne vaut pas ${value}`,
  oneOf: (property, values) => `${property} vaut ${values}`,
  noneOf: (property, values) => `${property} ne vaut ni ${values}`,
  compares: (property, operator, value) => `${property} ${SIGNS[operator]} ${value}`,
  contains: (property, value) => `${property} contient ${value}`,
  containsNot: (property, value) => `${property} ne contient pas ${value}`,
  exists: (property) => `${property} est connu`,
  missing: (property) => `${property} n’est pas connu`,
  tokens: { $from: 'le début de la période', $to: 'la fin de la période', $now: 'maintenant' },
  yes: 'oui',
  no: 'non',
};

export const RULE_MESSAGES: Record<Language, RuleMessages> = { en, fr };
