import type { FunnelDefinition } from '../engine/schema/definition.ts';
import { ACTIONS } from './actions.ts';
import { checkoutStep, contactStep, conversionStep, leadStep, NOT_TRUE, purchaseStep } from './steps.ts';

/**
 * Leads that abandoned a cart, came back after being contacted, and bought.
 *
 * Source, the seed: « Cet entonnoir montre les prospects qui ont initialement abandonné un panier mais sont revenus
 * après avoir été contactés, et ont éventuellement acheté un abonnement comme clients. » Step 1: « le prospect doit
 * être créé à partir d'un abandon de panier »; step 3: « N'inclut pas les observations d'abandon de panier de la
 * première étape pour éviter de les compter deux fois »; step 5: « dans l'intervalle de dates sélectionné ».
 */
export const cartAbandonment: FunnelDefinition = {
  version: 1,
  id: 'cart-abandonment',
  name: { en: 'Cart abandonment', fr: 'Entonnoir d’abandon de panier' },
  description: {
    en: 'How many of those who abandoned a cart came back after being contacted, and bought?',
    fr: 'Parmi les prospects qui ont abandonné un panier, combien sont revenus après un contact et ont acheté ?',
  },
  steps: [
    leadStep({
      id: 'lead',
      name: { en: 'Lead created', fr: 'Prospect créé' },
      where: { origin: 'abandoned-cart' },
      when: 'inRange',
    }),
    contactStep({
      id: 'contact',
      name: { en: 'Lead contacted', fr: 'Contact du prospect' },
      when: 'any',
      action: ACTIONS.contact,
    }),
    checkoutStep({
      id: 'checkout',
      name: { en: 'Checkout page viewed', fr: 'Vue de la page de paiement' },
      where: { abandonedCart: NOT_TRUE },
      when: 'any',
      action: ACTIONS.checkout,
    }),
    conversionStep({
      id: 'customer',
      name: { en: 'Converted to customer', fr: 'Converti en client' },
      when: 'any',
      action: ACTIONS.convert,
    }),
    purchaseStep({
      id: 'member',
      name: { en: 'Membership purchased', fr: 'Achat d’un abonnement' },
      when: 'inRange',
      action: ACTIONS.purchase,
    }),
  ],
};

/**
 * Leads that became customers after a contact or after seeing a checkout page, and bought.
 *
 * Source, the seed: « Cet entonnoir montre le parcours d'un prospect se transformant en client, après avoir été
 * contacté ou avoir visité une page de paiement. » So steps 2 and 3 both count the leads, and step 4 those of either.
 * No date but the lead's is restricted: « Pas de restriction de date ».
 */
export const leadToCustomer: FunnelDefinition = {
  version: 1,
  id: 'lead-to-customer',
  name: { en: 'Lead to customer', fr: 'Entonnoir de conversion de prospect en client' },
  description: {
    en: 'How many leads became customers after being contacted or seeing a checkout page, and bought?',
    fr: 'Combien de prospects deviennent clients après un contact ou une page de paiement vue, puis achètent ?',
  },
  steps: [
    leadStep({ id: 'lead', name: { en: 'Lead created', fr: 'Prospects créés' }, when: 'inRange' }),
    contactStep({
      id: 'contact',
      name: { en: 'Lead contacted', fr: 'Contact du prospect' },
      when: 'any',
      base: 'lead',
      action: ACTIONS.contact,
    }),
    checkoutStep({
      id: 'checkout',
      name: { en: 'Checkout page viewed', fr: 'Vue de la page de paiement' },
      when: 'any',
      base: 'lead',
      action: ACTIONS.checkout,
    }),
    conversionStep({
      id: 'customer',
      name: { en: 'Converted to customer', fr: 'Converti en client' },
      when: 'any',
      base: ['contact', 'checkout'],
      action: ACTIONS.convert,
    }),
    purchaseStep({
      id: 'member',
      name: { en: 'Membership purchased', fr: 'Achat d’un abonnement' },
      when: 'any',
      action: ACTIONS.purchase,
    }),
  ],
};

/**
 * Leads that saw the membership's checkout page and bought after being contacted.
 *
 * Source, the seed: « Ce funnel montre combien de leads finissent par visiter la page de paiement et acheter un
 * abonnement après avoir été contactés. » Step 2: « Le dernier contact doit être réalisé dans la période de funnel
 * spécifiée »; step 3: « Aucune restriction de date »; step 4: « Tous types d'abonnements sont considérés ».
 */
export const membershipConversion: FunnelDefinition = {
  version: 1,
  id: 'membership-conversion',
  name: { en: 'Membership conversion', fr: 'Entonnoir de conversion des abonnements' },
  description: {
    en: 'How many contacted leads visited the membership checkout page and bought a membership?',
    fr: 'Combien de leads contactés visitent la page de paiement et achètent un abonnement ?',
  },
  steps: [
    leadStep({ id: 'lead', name: { en: 'Lead created', fr: 'Lead créé' }, when: 'inRange' }),
    contactStep({
      id: 'contact',
      name: { en: 'Lead contacted', fr: 'Lead contacté' },
      pick: 'last',
      when: 'inRange',
      action: ACTIONS.contact,
    }),
    checkoutStep({
      id: 'checkout',
      name: {
        en: 'Membership checkout page viewed',
        fr: 'Lead a visualisé la page de paiement de l’abonnement',
      },
      where: { page: 'membership' },
      when: 'any',
      filters: [],
      action: ACTIONS.checkout,
    }),
    purchaseStep({
      id: 'member',
      name: { en: 'Membership purchased', fr: 'Lead a acheté un abonnement' },
      when: 'inRange',
      action: ACTIONS.purchase,
    }),
  ],
};
