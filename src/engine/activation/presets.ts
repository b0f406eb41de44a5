import type { Deed, LocalizedText } from '../schema/index.ts';

/** A ready pair of acquired and activated. */
export interface ActivationPreset {
  name: LocalizedText;
  acquired: Deed;
  activated: Deed;
}

const LEAD: Deed = { name: { en: 'new leads', fr: 'nouveaux prospects' }, event: 'lead' };
const VISITOR: Deed = {
  name: { en: 'people who came to the site', fr: 'visiteurs du site' },
  event: 'site-visit',
};

/** Those who were acquired and activated of the seed 004, in the words of a studio; the first is the default. */
export const ACTIVATION_PRESETS = {
  /** "Nous considérons qu'un utilisateur est activé lorsqu'il termine sa première session de formation." */
  'first-class': {
    name: { en: 'First class', fr: 'Première séance' },
    acquired: LEAD,
    activated: {
      name: { en: 'came to a first class', fr: 'venus à une première séance' },
      event: ['check-in', 'trial'],
    },
  },
  /** Airbnb: "effectuer leur première réservation". */
  'first-booking': {
    name: { en: 'First booking', fr: 'Première réservation' },
    acquired: LEAD,
    activated: {
      name: { en: 'made a first booking', fr: 'ayant fait une première réservation' },
      event: 'booking',
    },
  },
  /** Amazon: "une expérience d'achat rapide et facile"; "en effectuant un achat". */
  'first-purchase': {
    name: { en: 'First purchase', fr: 'Premier achat' },
    acquired: LEAD,
    activated: {
      name: { en: 'made a first purchase', fr: 'ayant fait un premier achat' },
      event: 'purchase',
    },
  },
  /** "Le pourcentage d'utilisateurs qui ajoutent des produits au panier." */
  cart: {
    name: { en: 'Online cart', fr: 'Mise au panier' },
    acquired: VISITOR,
    activated: {
      name: { en: 'put something in the cart', fr: 'ayant mis un produit au panier' },
      event: 'checkout-view',
    },
  },
  /** "Clients potentiels qui demandent une réunion pour discuter de leurs besoins et de leurs objectifs." */
  meeting: {
    name: { en: 'Meeting', fr: 'Rendez-vous' },
    acquired: LEAD,
    activated: {
      name: { en: 'asked for an appointment', fr: 'ayant demandé un rendez-vous' },
      event: 'booking',
      where: { kind: 'appointment' },
    },
  },
  /** "Qui font une réservation en ligne ou qui se rendent en personne après avoir vu la publicité en ligne." */
  'reservation-or-visit': {
    name: { en: 'Booking or visit', fr: 'Réservation ou visite' },
    acquired: LEAD,
    activated: {
      name: { en: 'booked or came in person', fr: 'ayant réservé ou étant venus sur place' },
      event: ['booking', 'check-in', 'trial'],
    },
  },
  /** "Qui téléchargent une version d'essai du logiciel et l'utilisent": the studio's trial class. */
  trial: {
    name: { en: 'Trial', fr: 'Essai' },
    acquired: LEAD,
    activated: { name: { en: 'used their trial', fr: 'ayant fait leur séance d’essai' }, event: 'trial' },
  },
  /** Uber, "en créant un compte"; the seed's "s'inscrire". */
  account: {
    name: { en: 'Account', fr: 'Création de compte' },
    acquired: VISITOR,
    activated: {
      name: { en: 'created an account', fr: 'ayant créé un compte' },
      event: ['client', 'lead'],
    },
  },
  /** "Qui téléchargent l'application et l'ouvrent au moins une fois": event types of the host's own. */
  'app-open': {
    name: { en: 'App opened', fr: 'Application ouverte' },
    acquired: {
      name: { en: 'people who downloaded the app', fr: 'personnes ayant téléchargé l’application' },
      event: 'app-download',
    },
    activated: { name: { en: 'opened it', fr: 'l’ayant ouverte' }, event: 'app-open' },
  },
} as const satisfies Record<string, ActivationPreset>;

/** The id of a preset. */
export type ActivationPresetId = keyof typeof ACTIVATION_PRESETS;

/** A preset by its id; undefined when there is none. */
export function findActivationPreset(id: string): ActivationPreset | undefined {
  return Object.hasOwn(ACTIVATION_PRESETS, id) ? ACTIVATION_PRESETS[id as ActivationPresetId] : undefined;
}
