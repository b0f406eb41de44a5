import type { FunnelDefinition, StepDefinition } from '../engine/schema/definition.ts';
import { ACTIONS } from './actions.ts';
import { NOT_TRUE, purchaseStep } from './steps.ts';

/** The seed: « un résumé des 10 premiers renouvellements ». */
const RENEWAL_EVENTS = 10;

/**
 * The `n`-th renewal, freeze or cancellation of a membership. A cancelled one goes no further; a frozen one does.
 * Source, the seed: « Chaque étape représente un événement de renouvellement, qui peut être un renouvellement, un gel
 * ou une annulation ».
 */
function renewalStep(n: number): StepDefinition {
  return {
    id: `renewal-${n}`,
    name: { en: `Renewal event ${n}`, fr: `Événement de renouvellement d’abonnement ${n}` },
    event: ['renewal', 'freeze', 'cancellation'],
    nth: n,
    when: 'any',
    outcomes: {
      renewed: { event: 'renewal', as: 'converted', name: { en: 'Renewed', fr: 'Renouvelé' } },
      frozen: { event: 'freeze', as: 'converted', name: { en: 'Frozen', fr: 'Gelé' } },
      cancelled: { event: 'cancellation', as: 'dropped', name: { en: 'Cancelled', fr: 'Annulé' } },
    },
    action: ACTIONS.renew,
  };
}

/**
 * What became of each renewing membership at its first ten renewals. The subject is the membership, not its owner.
 *
 * Source, the seed: « Ce funnel montre un résumé des 10 premiers renouvellements, gels ou annulations d'abonnements
 * renouvelables. » Step 1: « L'achat initial doit se produire dans la période sélectionnée »; step 2: « Les
 * abonnements qui s'activent à la première utilisation doivent avoir startsAt spécifié », the others « sont tous
 * considérés comme activés »; « La troisième étape représente le premier renouvellement (deuxième itération) ».
 */
export const membershipRenewal: FunnelDefinition = {
  version: 1,
  id: 'membership-renewal',
  name: { en: 'Membership renewal', fr: 'Entonnoir de renouvellement des abonnements' },
  description: {
    en: 'What became of each renewing membership at its first ten renewals: renewed, frozen or cancelled?',
    fr: 'Que devient chaque abonnement renouvelable à ses 10 premiers renouvellements, gels ou annulations ?',
  },
  subject: 'membership',
  steps: [
    purchaseStep({
      id: 'purchase',
      name: { en: 'Membership purchased', fr: 'Abonnement acheté' },
      where: { renewing: true },
      pick: 'first-ever',
      when: 'inRange',
    }),
    {
      id: 'activated',
      name: { en: 'Membership activated', fr: 'Abonnement activé' },
      anyOf: [
        { event: 'purchase', where: { activatesOnFirstUse: NOT_TRUE } },
        { event: 'purchase', where: { startsAt: { exists: true } } },
      ],
      pick: 'first-ever',
      when: 'any',
      action: ACTIONS.activate,
    },
    ...Array.from({ length: RENEWAL_EVENTS }, (_, index) => renewalStep(index + 1)),
  ],
};
