import type { FunnelDefinition } from '../engine/schema/definition.ts';
import { ACTIONS } from './actions.ts';
import {
  bookingStep,
  checkoutStep,
  CLASS_OR_APPOINTMENT,
  contactStep,
  NOT_TRUE,
  purchaseStep,
} from './steps.ts';

/**
 * Clients who had stopped coming, were contacted, and came back.
 *
 * Source, the seed: « Cet entonnoir montre combien de clients inactifs sont réactivés après un contact et combien
 * d'entre eux finissent par s'enregistrer à nouveau. » Step 1: « récupère tous les membres hôtes … pas de visite
 * récente (pas de date d'enregistrement dans la période allant de commence à - X jours à commence à, où X peut être
 * spécifié) »: X is the run option `lookbackDays`, 30 unless told. `person.customerSince` is the engine's: the first
 * conversion, or the beginning of time for a customer without a date (funnels.md: "one with `isCustomer` and no date
 * counts").
 */
export const reactivation: FunnelDefinition = {
  version: 1,
  id: 'reactivation',
  name: { en: 'Reactivation', fr: 'Entonnoir de réactivation' },
  description: {
    en: 'How many inactive clients came back after being contacted, and checked in again?',
    fr: 'Combien de clients inactifs sont réactivés après un contact et s’enregistrent à nouveau ?',
  },
  steps: [
    {
      id: 'inactive',
      name: { en: 'Client without a recent check-in', fr: 'Client sans enregistrement récent' },
      event: 'check-in',
      absent: true,
      where: { 'person.customerSince': { lt: '$from' } },
      when: { lookback: { days: 30 } },
    },
    contactStep({
      id: 'contact',
      name: { en: 'Client contacted', fr: 'Contact du client' },
      pick: 'last',
      when: 'inRange',
      action: ACTIONS.winBack,
    }),
    checkoutStep({
      id: 'checkout',
      name: { en: 'Checkout page viewed', fr: 'Vue de la page de paiement par le client' },
      when: 'inRange',
      action: ACTIONS.checkout,
    }),
    bookingStep({
      id: 'booking',
      name: { en: 'Booked', fr: 'Réservation du client' },
      where: CLASS_OR_APPOINTMENT,
      when: 'inRange',
      action: ACTIONS.nextBooking,
    }),
    {
      id: 'check-in',
      name: { en: 'Checked in', fr: 'Client enregistré' },
      event: 'check-in',
      where: CLASS_OR_APPOINTMENT,
      when: 'inRange',
      filters: ['name', 'location'],
      action: ACTIONS.checkIn,
    },
  ],
};

/**
 * Clients that came by referral: who booked, who bought an intro offer, who bought a membership.
 *
 * Source, the seed: « Ce funnel montre combien de clients recommandés ont fini par acheter un abonnement, et combien
 * d'entre eux ont utilisé une offre d'introduction. » Step 2 « (non) Réservé » divides the clients and lets both
 * halves go on; steps 4 and 6: « date de réservation, pas l'événement réel ».
 */
export const guestReferral: FunnelDefinition = {
  version: 1,
  id: 'guest-referral',
  name: { en: 'Guest referral', fr: 'Entonnoir de recommandation des invités' },
  description: {
    en: 'How many referred clients bought a membership, and how many of them used an intro offer?',
    fr: 'Combien de clients recommandés achètent un abonnement, et combien d’entre eux ont utilisé une introduction ?',
  },
  steps: [
    {
      id: 'client',
      name: { en: 'Client created by referral', fr: 'Client créé par recommandation' },
      event: 'client',
      where: { via: 'referral' },
      when: 'inRange',
      filters: ['referredBy'],
    },
    bookingStep({
      id: 'booked',
      name: { en: 'Booked or not', fr: '(non) Réservé' },
      where: CLASS_OR_APPOINTMENT,
      when: 'inRange',
      base: 'client',
      action: ACTIONS.firstBooking,
    }),
    purchaseStep({
      id: 'intro',
      name: { en: 'Intro offer purchased', fr: 'Offre d’introduction achetée' },
      where: { intro: true },
      when: 'inRange',
      base: 'client',
      action: ACTIONS.intro,
    }),
    bookingStep({
      id: 'intro-booking',
      name: { en: 'Booked with the intro offer', fr: 'Réservation effectuée avec l’offre d’introduction' },
      where: { ...CLASS_OR_APPOINTMENT, intro: true },
      when: 'inRange',
      base: 'intro',
      action: ACTIONS.firstBooking,
    }),
    purchaseStep({
      id: 'member',
      name: { en: 'Membership purchased, not an intro', fr: 'Abonnement acheté sans offre d’introduction' },
      where: { intro: NOT_TRUE },
      when: 'inRange',
      base: 'client',
      action: ACTIONS.purchase,
    }),
    bookingStep({
      id: 'member-booking',
      name: {
        en: 'Booked with the membership',
        fr: 'Réservation effectuée avec l’abonnement hors offre d’introduction',
      },
      where: { ...CLASS_OR_APPOINTMENT, intro: NOT_TRUE },
      when: 'inRange',
      base: 'member',
      action: ACTIONS.nextBooking,
    }),
  ],
};
