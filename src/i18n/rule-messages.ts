import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** Words for the rules of a funnel. Names arrive quoted, lists joined. */
export interface RuleMessages {
  quote(name: string): string;
  /** The data's own vocabulary (data.md) in the reader's words; a host's own names stay as they are, quoted. */
  types: Readonly<Record<string, string>>;
  /** What `property = value` means: keyed `property=value`, or `property!=value` for its opposite. */
  facts: Readonly<Record<string, string>>;
  properties: Readonly<Record<string, string>>;
  order: Record<'independent' | 'sequential' | 'strict' | 'unordered', string>;
  reentry: Record<'best' | 'first' | 'every', string>;
  tiesLater: string;
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
  event(types: string, conditions: string): string;
  anyEvent: string;
  nobody(event: string): string;
  and(conditions: string, more: string): string;
  dates: { any: string; inRange: string; afterEntry: string };
  mayPrecede: string;
  lookback(days: number): string;
  between(from: string, to: string): string;
  since(from: string): string;
  until(to: string): string;
  pick: { last: string; firstEver: string };
  nth(place: number): string;
  base(steps: string): string;
  after(step: string): string;
  distinct(steps: string): string;
  ownWindow(duration: string): string;
  notBefore(duration: string): string;
  optional: string;
  split: string;
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

const en: RuleMessages = {
  quote: (name) => `“${name}”`,
  types: {
    lead: 'a lead is created',
    client: 'a client is created',
    contact: 'the studio makes contact',
    'checkout-view': 'a checkout page is viewed',
    conversion: 'a lead becomes a customer',
    purchase: 'a membership or pack is bought',
    renewal: 'a renewal',
    freeze: 'a freeze',
    cancellation: 'a cancellation',
    booking: 'a booking is made',
    'check-in': 'a visit',
  },
  facts: {
    'intro=true': 'an intro offer',
    'intro!=true': 'no intro offer',
    'renewing=true': 'renewing',
    'activatesOnFirstUse!=true': 'active at once',
    'startsAt?': 'with a start date',
    'abandonedCart!=true': 'not from the abandoned cart',
    'origin=abandoned-cart': 'from an abandoned cart',
    'via=referral': 'by referral',
    'kind=class': 'a class',
    'kind=appointment': 'an appointment',
    'page=membership': 'of a membership',
  },
  properties: {
    customerSince: 'customer since',
    kind: 'kind',
    product: 'product',
    source: 'source',
    location: 'location',
  },
  order: {
    independent:
      'Each step is judged by itself, whatever the order of the dates, unless a step says otherwise.',
    sequential: 'Each step comes at or after the one before it.',
    strict: 'Each next event of somebody must be the next step; anything else in between ends the attempt.',
    unordered: 'The steps may come in any order: bar n counts those who did at least n of them.',
  },
  reentry: {
    best: 'Who starts more than once counts once, with the attempt that went furthest.',
    first: 'Only the first start counts.',
    every: 'Every attempt counts for itself; a new one starts only after the last ended.',
  },
  tiesLater: 'A later step must be strictly later.',
  ofMemberships: 'Counted are memberships, not people.',
  window: (duration) => `All steps within ${duration} of the first.`,
  hold: (properties) => `All steps with the same ${properties}.`,
  global: (conditions) => `Only events where ${conditions}.`,
  excluded: (event, from, to) => `${event} between ${from} and ${to} ends the attempt at ${from}.`,
  excludedRemoves: (event, from, to) =>
    `Who has ${event} between ${from} and ${to} is left out of the funnel.`,
  switches: {
    ignoreZero: 'Purchases at 0 are left out.',
    ignoreDropIns: 'Drop-ins are left out.',
    ignoreSecondIntro: 'A second intro offer of the same person is left out.',
    ignoreRefunded: 'Refunded purchases are left out.',
    ignoreNoShows: 'Bookings without a show are left out.',
    ignoreLateCancels: 'Late cancellations are left out.',
    ignoreAggregators: 'Bookings through an aggregator are left out.',
  },
  event: (types, conditions) => (conditions ? `${types} (${conditions})` : types),
  anyEvent: 'any event',
  nobody: (event) => `not once: ${event}`,
  and: (conditions, more) => `${conditions}; ${more}`,
  dates: { any: 'at any date', inRange: 'in the period', afterEntry: 'at or after the first step' },
  mayPrecede: 'it may lie before the first step',
  lookback: (days) => `in the ${english(days, { one: 'day', other: `${days} days` })} before the period`,
  between: (from, to) => `from ${from} to ${to}`,
  since: (from) => `from ${from} on`,
  until: (to) => `until ${to}`,
  pick: { last: 'the latest one decides', firstEver: 'the very first one decides' },
  nth: (place) => `number ${place} of them`,
  base: (steps) => `of those who did ${steps}`,
  after: (step) => `at or after ${step}`,
  distinct: (steps) => `another event than that of ${steps}`,
  ownWindow: (duration) => `within ${duration} of the step it is based on`,
  notBefore: (duration) => `not sooner than ${duration} after the step it is based on`,
  optional: 'may be skipped without loss',
  split: 'divides people and lets both halves go on',
  outcome: (name, event, dropped) => `${name}: ${event}${dropped ? ', which ends the journey' : ''}`,
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
    lead: 'création du prospect',
    client: 'création du client',
    contact: 'prise de contact par le studio',
    'checkout-view': 'vue d’une page de paiement',
    conversion: 'passage de prospect à client',
    purchase: 'achat d’un abonnement ou d’un pack',
    renewal: 'renouvellement',
    freeze: 'gel',
    cancellation: 'annulation',
    booking: 'réservation',
    'check-in': 'venue',
  },
  facts: {
    'intro=true': 'offre d’introduction',
    'intro!=true': 'hors offre d’introduction',
    'renewing=true': 'renouvelable',
    'activatesOnFirstUse!=true': 'actif d’emblée',
    'startsAt?': 'avec une date de début',
    'abandonedCart!=true': 'hors panier abandonné',
    'origin=abandoned-cart': 'à partir d’un panier abandonné',
    'via=referral': 'par recommandation',
    'kind=class': 'cours',
    'kind=appointment': 'rendez-vous',
    'page=membership': 'd’un abonnement',
  },
  properties: {
    customerSince: 'client depuis',
    kind: 'nature',
    product: 'produit',
    source: 'source',
    location: 'lieu',
  },
  order: {
    independent:
      'Chaque étape est jugée pour elle-même, quel que soit l’ordre des dates, sauf mention contraire.',
    sequential: 'Chaque étape vient en même temps que la précédente ou après elle.',
    strict:
      'L’événement suivant de la personne doit être l’étape suivante\u00a0; tout autre met fin à la tentative.',
    unordered:
      'L’ordre des étapes est libre\u00a0: la barre n compte celles et ceux qui en ont fait au moins n.',
  },
  reentry: {
    best: 'Qui commence plusieurs fois compte une fois, avec la tentative allée le plus loin.',
    first: 'Seul le premier départ compte.',
    every: 'Chaque tentative compte\u00a0; une nouvelle ne commence qu’après la fin de la précédente.',
  },
  tiesLater: 'Une étape doit être strictement postérieure à la précédente.',
  ofMemberships: 'On compte des abonnements, pas des personnes.',
  window: (duration) => `Toutes les étapes dans les ${duration} qui suivent la première.`,
  hold: (properties) => `Toutes les étapes avec la même valeur de ${properties}.`,
  global: (conditions) => `Seulement les événements où ${conditions}.`,
  excluded: (event, from, to) => `${event} entre ${from} et ${to} arrête la tentative à ${from}.`,
  excludedRemoves: (event, from, to) =>
    `${event} entre ${from} et ${to} fait sortir la personne de l’entonnoir.`,
  switches: {
    ignoreZero: 'Les achats à 0 ne comptent pas.',
    ignoreDropIns: 'Les séances à l’unité ne comptent pas.',
    ignoreSecondIntro: 'La deuxième offre d’introduction d’une même personne ne compte pas.',
    ignoreRefunded: 'Les achats remboursés ne comptent pas.',
    ignoreNoShows: 'Les réservations sans venue ne comptent pas.',
    ignoreLateCancels: 'Les annulations tardives ne comptent pas.',
    ignoreAggregators: 'Les réservations par un agrégateur ne comptent pas.',
  },
  event: (types, conditions) => (conditions ? `${types} (${conditions})` : types),
  anyEvent: 'n’importe quel événement',
  nobody: (event) => `pas une seule fois\u00a0: ${event}`,
  and: (conditions, more) => `${conditions}\u00a0; ${more}`,
  dates: {
    any: 'à n’importe quelle date',
    inRange: 'dans la période',
    afterEntry: 'à partir de la première étape',
  },
  mayPrecede: 'il peut précéder la première étape',
  lookback: (days) =>
    french(days, { one: 'la veille de la période', other: `dans les ${days} jours avant la période` }),
  between: (from, to) => `du ${from} au ${to}`,
  since: (from) => `à partir du ${from}`,
  until: (to) => `jusqu’au ${to}`,
  pick: { last: 'le dernier en date décide', firstEver: 'le tout premier décide' },
  nth: (place) => `le numéro ${place} d’entre eux`,
  base: (steps) => `parmi qui a fait ${steps}`,
  after: (step) => `à partir de ${step}`,
  distinct: (steps) => `un autre événement que celui de ${steps}`,
  ownWindow: (duration) => `dans les ${duration} qui suivent l’étape de base`,
  notBefore: (duration) => `au plus tôt ${duration} après l’étape de base`,
  optional: 'peut être sautée sans perte',
  split: 'partage les personnes et laisse avancer les deux moitiés',
  outcome: (name, event, dropped) =>
    `${name}\u00a0: ${event}${dropped ? ', ce qui met fin au parcours' : ''}`,
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
