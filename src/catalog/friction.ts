import type { FrictionDefinition } from '../engine/schema/wheel.ts';

/**
 * The seed's points of friction (« Étape 3 : Identifiez et corrigez les zones de friction »), in its order, each with
 * the measure that a studio's data has for it, and `stayed` as the measure of a phase's own slowness. What no data
 * of a studio measures (a safe website, help at hand) has none and is listed as something to look at.
 */
export const frictionCatalog: readonly FrictionDefinition[] = [
  {
    id: 'retargeting',
    phase: 'activation',
    name: { en: 'Abandoned baskets that nobody followed up', fr: 'Paniers abandonnés sans suite' },
    measure: 'abandoned-carts',
  },
  {
    id: 'team-coordination',
    phase: 'activation',
    name: { en: 'New leads nobody has contacted', fr: 'Nouveaux prospects que personne n’a contactés' },
    measure: 'uncontacted-leads',
  },
  {
    id: 'website-security',
    phase: 'activation',
    name: { en: 'Safety of the website', fr: 'Sécurité du site web' },
  },
  {
    id: 'slow-activation',
    phase: 'activation',
    name: { en: 'Longer than aimed at before the first purchase', fr: 'Premier achat plus tard que visé' },
    measure: 'stayed',
  },
  {
    id: 'onboarding',
    phase: 'adoption',
    name: { en: 'New customers who have not come once', fr: 'Nouveaux clients qui ne sont jamais venus' },
    measure: 'no-first-visit',
  },
  {
    id: 'upgrade',
    phase: 'adoption',
    name: { en: 'Intro offers without a purchase after', fr: 'Offres d’introduction sans achat ensuite' },
    measure: 'intro-not-followed',
  },
  {
    id: 'copywriting',
    phase: 'adoption',
    name: { en: 'Messages opened, none clicked', fr: 'Messages ouverts, aucun clic' },
    measure: 'opened-not-clicked',
  },
  {
    id: 'slow-adoption',
    phase: 'adoption',
    name: { en: 'Longer than aimed at before coming regularly', fr: 'Habitude prise plus tard que visé' },
    measure: 'stayed',
  },
  {
    id: 'billing',
    phase: 'adoration',
    name: { en: 'Payments that failed and were not made good', fr: 'Paiements refusés, non régularisés' },
    measure: 'failed-payments',
  },
  {
    id: 'personalisation',
    phase: 'adoration',
    name: { en: 'Content that clients open and do not click', fr: 'Contenus ouverts sans clic' },
    measure: 'opened-not-clicked',
  },
  {
    id: 'feedback',
    phase: 'adoration',
    name: { en: 'Answers to surveys of 6 or less', fr: 'Réponses aux enquêtes de 6 ou moins' },
    measure: 'low-survey',
  },
  {
    id: 'help',
    phase: 'adoration',
    name: { en: 'Ease of getting help', fr: 'Facilité d’obtenir de l’aide' },
  },
  {
    id: 'slow-adoration',
    phase: 'adoration',
    name: { en: 'Longer than aimed at before recommending', fr: 'Recommandation plus tard que visé' },
    measure: 'stayed',
  },
  {
    id: 'sharing',
    phase: 'advocacy',
    name: { en: 'Delighted clients who have not recommended', fr: 'Clients ravis qui n’ont pas recommandé' },
    measure: 'silent-promoters',
  },
];
