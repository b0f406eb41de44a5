import fc from 'fast-check';
import type {
  EngagementOptions,
  EventTest,
  FlywheelOptions,
  FrictionDefinition,
  LifecycleOptions,
} from '../../../src/engine/schema/wheel.ts';

/** Each setting is set now and then, the defaults so many times as often. */
function settings<T extends object>(
  model: { [K in keyof T]-?: readonly Exclude<T[K], undefined>[] },
  defaults = 5,
): fc.Arbitrary<T> {
  const entries = Object.entries(model) as [string, readonly unknown[]][];
  const arbitraries = entries.map(([name, values]) => [
    name,
    fc.oneof(
      { weight: defaults, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...values) },
    ),
  ]);
  return fc
    .record(Object.fromEntries(arbitraries) as Record<string, fc.Arbitrary<unknown>>)
    .map(
      (chosen) =>
        Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as unknown as T,
    );
}

const PURCHASES: EventTest[][] = [
  ['purchase'],
  [{ event: 'purchase', where: { intro: { ne: true } } }, 'renewal'],
  [{ event: ['purchase', 'conversion'] }],
];
const VISITS: EventTest[][] = [['check-in', 'booking'], [{ event: 'check-in' }]];
const INTERACTIONS: EventTest[][] = [
  ['site-visit'],
  ['lead', 'client'],
  [{ event: 'checkout-view', where: { abandonedCart: true } }],
];
const CONTACTS: EventTest[][] = [
  ['contact'],
  [{ event: 'contact', where: { purpose: ['win-back', 'welcome'] } }],
];

/** Thresholds of the lifecycle. */
export function lifecycleOptions(): fc.Arbitrary<LifecycleOptions> {
  return settings<LifecycleOptions>({
    purchases: PURCHASES,
    visits: VISITS,
    interactions: INTERACTIONS,
    contacts: CONTACTS,
    newMonths: [1, 2, 6],
    regularVisits: [1, 2, 4],
    visitMonths: [1, 2, 6],
    formerMonths: [1, 3, 6],
    gapDays: [1, 7, 21, 21, 30, null],
  });
}

/** Thresholds of the index. */
export function engagementOptions(): fc.Arbitrary<EngagementOptions> {
  return fc.oneof(
    { weight: 4, arbitrary: anyEngagement() },
    { weight: 1, arbitrary: fc.constantFrom(FALLING, LOW_CEILING) },
  );
}

/** With these a fall alone decides, also right after a contract: else most who fall are low anyway. */
const FALLING: EngagementOptions = {
  graceDays: 0,
  exitBelow: 2,
  fallShare: 0.1,
  fallBelow: 100,
  hysteresis: 2,
};
const LOW_CEILING: EngagementOptions = { ...FALLING, fallBelow: 20 };

function anyEngagement(): fc.Arbitrary<EngagementOptions> {
  return settings<EngagementOptions>(
    {
      contracts: PURCHASES,
      contacts: CONTACTS,
      checkouts: [['checkout-view', 'booking']],
      points: [
        { site: { 'site-visit': 4 } },
        { social: {} },
        { visits: { booking: 1, 'check-in': 6, own: 2 } },
      ],
      weights: [
        { before: { site: 80 } },
        { after: { visits: 10, messages: 60 } },
        { before: { visits: 50 } },
      ],
      halfLifeDays: [7, 10.5, 90],
      saturation: [2, 20],
      purchaseFrom: [10, 20, 60],
      exitBelow: [5, 15, 45],
      fallShare: [0.1, 0.5, 1],
      fallBelow: [30, 100],
      fallDays: [7, 14],
      hysteresis: [0, 2, 15],
      graceDays: [0, 0, 7, 45],
      mqlFrom: [5, 40],
      sqlFrom: [10, 60],
      sqlCheckoutDays: [3, 30],
    },
    3,
  );
}

/** One point of friction a measure, each in a phase where it makes sense, with a bound or without. */
const FRICTION: FrictionDefinition[] = [
  { id: 'abandoned', phase: 'activation', measure: 'abandoned-carts' },
  { id: 'uncontacted', phase: 'activation', measure: 'uncontacted-leads', target: 0.2 },
  { id: 'unclicked', phase: 'activation', measure: 'opened-not-clicked' },
  { id: 'unclicked-later', phase: 'adoption', measure: 'opened-not-clicked', target: 0.5 },
  { id: 'no-visit', phase: 'adoption', measure: 'no-first-visit' },
  { id: 'intro', phase: 'adoption', measure: 'intro-not-followed', target: 0.3 },
  { id: 'payment', phase: 'adoration', measure: 'failed-payments' },
  { id: 'survey', phase: 'adoration', measure: 'low-survey' },
  { id: 'silent', phase: 'advocacy', measure: 'silent-promoters' },
  { id: 'stays', phase: 'activation', measure: 'stayed' },
  { id: 'stays-on', phase: 'adoption', measure: 'stayed' },
  { id: 'told', phase: 'advocacy', value: 0.4, people: 2, target: 0.1 },
  { id: 'silence', phase: 'advocacy' },
];

/** Thresholds of the flywheel; every measure of friction is always asked for. */
export function flywheelOptions(): fc.Arbitrary<FlywheelOptions> {
  return settings<Omit<FlywheelOptions, 'friction'>>({
    purchases: PURCHASES,
    visits: VISITS,
    interactions: INTERACTIONS,
    advocacy: [['review'], ['referral', 'social']],
    qualified: [['trial', 'site-visit']],
    trials: [['trial', 'own']],
    affiliates: [['affiliate-signup', 'review']],
    valueVisits: [1, 2],
    advocacyMonths: [1, 3],
    formerMonths: [1, 6, 12],
    targets: [
      { 'first-sales': 1, 'retention-rate': 0.5, 'days-to-adoption': 20, 'days-to-adoration': 30 },
      { arpu: 30, trials: 0, 'days-to-adoption': 5 },
    ],
    frictionMedium: [0.25],
    frictionHigh: [0.6],
    contactDays: [1, 14],
    firstVisitDays: [2, 30],
    introDays: [7, 14],
    steadyShare: [0, 0.5],
  }).map((options) => ({ ...options, friction: FRICTION }));
}
