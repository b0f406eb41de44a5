import { INTERACTIONS, PURCHASES, VISITS } from '../lifecycle/lifecycle-options.ts';
import type { FlywheelOptions } from '../schema/wheel.ts';

/** The flywheel's thresholds, all of them said. */
export type FlywheelRules = Required<FlywheelOptions>;

/** lifecycle.md's thresholds, with the caller's in their place. */
export function toFlywheelRules(options: FlywheelOptions = {}): FlywheelRules {
  return {
    purchases: [...PURCHASES],
    visits: [...VISITS],
    interactions: [...INTERACTIONS],
    advocacy: ['referral', 'review', 'affiliate-signup'],
    qualified: ['trial', 'checkout-view', 'campaign-reply', 'booking'],
    trials: ['trial'],
    affiliates: ['affiliate-signup'],
    valueVisits: 3,
    advocacyMonths: 12,
    formerMonths: 3,
    targets: {},
    friction: [],
    frictionMedium: 0.1,
    frictionHigh: 0.3,
    contactDays: 2,
    firstVisitDays: 14,
    introDays: 30,
    steadyShare: 0.05,
    ...options,
  };
}
