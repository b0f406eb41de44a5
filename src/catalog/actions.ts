import type { LocalizedText } from '../engine/schema/text.ts';

/**
 * What the studio is advised to do for people whose next step is of that kind. Short enough for a table cell.
 * Source: the seed, "les prochaines étapes du client" and "les taguer ou changer le stade du prospect afin de les
 * intégrer dans une nouvelle séquence".
 */
export const ACTIONS = {
  contact: { en: 'Reach out personally', fr: 'Prendre contact' },
  winBack: { en: 'Send a win-back message', fr: 'Envoyer un message de relance' },
  checkout: { en: 'Send the link to the checkout page', fr: 'Envoyer le lien vers la page de paiement' },
  convert: { en: 'Offer a first visit', fr: 'Proposer une première visite' },
  purchase: { en: 'Propose a membership', fr: 'Proposer un abonnement' },
  intro: {
    en: 'Enrol in the intro offer sequence',
    fr: 'Inscrire dans la séquence de l’offre d’introduction',
  },
  firstBooking: { en: 'Help them book the first visit', fr: 'Aider à réserver la première visite' },
  member: {
    en: 'Propose a membership before the intro ends',
    fr: 'Proposer une adhésion avant la fin de l’introduction',
  },
  nextBooking: { en: 'Invite to the next visit', fr: 'Inviter à la prochaine visite' },
  checkIn: { en: 'Remind of the booking', fr: 'Rappeler la réservation' },
  activate: { en: 'Help them start the membership', fr: 'Aider à démarrer l’abonnement' },
  renew: { en: 'Check in before the renewal', fr: 'Prendre des nouvelles avant le renouvellement' },
} as const satisfies Record<string, LocalizedText>;
