import type { FunnelDefinition } from '../../src/engine/schema/index.ts';

/** The chain's funnel: from the first contact to the membership. */
export const JOURNEY = {
  version: 1,
  id: 'chain',
  name: { en: 'From first contact to membership', fr: 'Du premier contact à l’abonnement' },
  steps: [
    {
      id: 'lead',
      name: { en: 'Lead created', fr: 'Prospect créé' },
      event: 'lead',
      when: 'inRange',
      filters: ['source'],
    },
    {
      id: 'intro',
      name: { en: 'Intro offer bought', fr: 'Offre découverte achetée' },
      event: 'intro',
      when: 'any',
    },
    { id: 'booking', name: { en: 'Class booked', fr: 'Cours réservé' }, event: 'booking', when: 'any' },
    { id: 'visit', name: { en: 'Came to a class', fr: 'Venu en cours' }, event: 'check-in', when: 'any' },
    {
      id: 'member',
      name: { en: 'Membership bought', fr: 'Abonnement acheté' },
      event: 'membership',
      when: 'any',
    },
  ],
} satisfies FunnelDefinition;
