import type { EventTest, LifecycleOptions } from '../schema/wheel.ts';

/** What counts as a purchase unless told otherwise: what was paid back does not. */
export const PURCHASES: readonly EventTest[] = [
  { event: 'purchase', where: { refunded: { ne: true } } },
  'conversion',
  'renewal',
];

/** A visit. */
export const VISITS: readonly EventTest[] = ['check-in'];

/**
 * What brings somebody who has bought nothing onto the wheel: a message opened or clicked, a basket left behind, a
 * visit to the site, a trial session (a check-in before any purchase is one). Source: the seed, « Une interaction sur
 * un push, un sms, un email ou un panier abandonné d'une personne n'étant pas cliente ».
 */
export const INTERACTIONS: readonly EventTest[] = [
  'email-open',
  'email-click',
  'sms-open',
  'sms-click',
  'push-open',
  'push-click',
  'checkout-view',
  'site-visit',
  'trial',
  'check-in',
  { event: 'lead', where: { origin: 'abandoned-cart' } },
];

/** A contact to win somebody back; one that says another purpose is none. */
const CONTACTS: readonly EventTest[] = [
  { event: 'contact', where: { purpose: { exists: false } } },
  { event: 'contact', where: { purpose: 'win-back' } },
];

/** The lifecycle's thresholds, all of them said. */
export type LifecycleRules = Required<LifecycleOptions>;

/** lifecycle.md's thresholds, with the caller's in their place. */
export function toLifecycleRules(options: LifecycleOptions = {}): LifecycleRules {
  return {
    purchases: [...PURCHASES],
    visits: [...VISITS],
    interactions: [...INTERACTIONS],
    contacts: [...CONTACTS],
    newMonths: 3,
    regularVisits: 3,
    visitMonths: 3,
    formerMonths: 12,
    gapDays: null,
    ...options,
  };
}
