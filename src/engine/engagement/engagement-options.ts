import { PURCHASES } from '../lifecycle/lifecycle-options.ts';
import type { EngagementOptions } from '../schema/wheel.ts';

type Points = NonNullable<EngagementOptions['points']>;

/** Area → event type → points. Source: lifecycle.md, section 2 ("the seed gives no numbers; these are ours"). */
export const POINTS: Points = {
  messages: {
    'email-open': 1,
    'email-click': 3,
    'sms-open': 1,
    'sms-click': 2,
    'push-open': 1,
    'push-click': 2,
  },
  site: { 'site-visit': 1, 'checkout-view': 5, trial: 8 },
  social: { social: 2 },
  campaigns: { 'campaign-reply': 3, survey: 3, review: 5, referral: 5 },
  visits: { booking: 2, 'check-in': 3 },
  purchases: { purchase: 10 },
};

/** Area → weight, before a contract and after it; each adds up to 100. */
const WEIGHTS_BEFORE = { messages: 30, site: 40, social: 10, campaigns: 20 };
const WEIGHTS_AFTER = { messages: 15, site: 10, social: 10, campaigns: 15, visits: 40, purchases: 10 };

/** The index's thresholds, all of them said. */
export type EngagementRules = Required<EngagementOptions> & {
  weights: { before: Record<string, number>; after: Record<string, number> };
};

/** lifecycle.md's thresholds, with the caller's in their place; areas are merged by name. */
export function toEngagementRules({ points, weights, ...options }: EngagementOptions = {}): EngagementRules {
  return {
    contracts: [...PURCHASES],
    contacts: ['contact'],
    checkouts: ['checkout-view'],
    halfLifeDays: 30,
    saturation: 8,
    purchaseFrom: 40,
    exitBelow: 30,
    fallShare: 0.3,
    fallBelow: 60,
    fallDays: 30,
    hysteresis: 5,
    graceDays: 30,
    mqlFrom: 25,
    sqlFrom: 40,
    sqlCheckoutDays: 14,
    ...options,
    points: { ...POINTS, ...points },
    weights: {
      before: { ...WEIGHTS_BEFORE, ...weights?.before },
      after: { ...WEIGHTS_AFTER, ...weights?.after },
    },
  };
}
