import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { WheelModel, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import type { OracleDataset, Row } from '../oracle/types.ts';
import { flywheelOptions, engagementOptions, lifecycleOptions } from './random-options.ts';
import { randomSettings, type RandomSettings } from '../random-settings.ts';

/** One question: all plain JSON, so that a failing one can be printed and run again. */
export interface WheelCase {
  dataset: OracleDataset;
  model: WheelModel;
  options: WheelOptions;
}

/** Where and when; thresholds meet clock changes and the ends of short months. */
interface Scene {
  timeZone: string;
  /** Local date-time of the instant that is asked for. */
  asOf: string;
}

const scenes: Scene[] = [
  { timeZone: 'Europe/Paris', asOf: '2024-03-31T12:00' },
  { timeZone: 'Europe/Paris', asOf: '2024-10-27T12:00' },
  { timeZone: 'Europe/Paris', asOf: '2024-05-31T12:00' },
  { timeZone: 'America/New_York', asOf: '2024-11-03T12:00' },
  { timeZone: 'America/New_York', asOf: '2024-02-29T12:00' },
  { timeZone: 'UTC', asOf: '2024-06-30T12:00' },
];

/** How long ago events happened, in months and days: around every default threshold. */
const MONTHS = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 9, 12, 12, 13, 15, 24];
const DAYS = [0, 0, 0, 0, 1, 2, 5, 7, 13, 14, 15, 20, 21, 22, 29, 30, 31];
/** The index looks at weeks, not at years; a point of three half-lives ago hardly counts. */
const RECENT_DAYS = [0, 0, 1, 1, 2, 3, 5, 8, 13, 14, 15, 20, 25, 29, 30, 31, 32, 45, 60, 75];
const TIMES = ['12:00', '12:00', '12:00', '12:00', '00:00', '09:30', '02:30', '23:59:59.999', '12:00:00.001'];

/** An instant before the scene's, or shortly after it. */
function times({ asOf }: Scene, isRecent: boolean): fc.Arbitrary<string> {
  const day = Temporal.PlainDateTime.from(asOf).toPlainDate();
  const months = isRecent ? fc.constant(0) : fc.constantFrom(...MONTHS);
  const days = fc.constantFrom(...(isRecent ? RECENT_DAYS : DAYS));
  const ahead = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  const time = fc.constantFrom(...TIMES);
  return fc.tuple(months, days, ahead, time).map(([monthsAgo, daysAgo, daysAhead, at]) => {
    const past = day.subtract({ months: monthsAgo }).subtract({ days: daysAgo }).add({ days: daysAhead });
    return at === '00:00' && daysAgo % 2 === 1 ? past.toString() : `${past.toString()}T${at}`;
  });
}

const IDS = ['a', 'b', 'c', 'd'];

/** A row of each type with the properties the wheels read, as often as its weight says. */
function rowOf(model: WheelModel): fc.Arbitrary<Row> {
  const some = <T>(...values: T[]) => fc.constantFrom(...values);
  const row = (type: string, props: Record<string, fc.Arbitrary<unknown>> = {}) =>
    fc.record({ type: fc.constant(type), ...props }).map(withoutMissing);
  const amount = some<unknown>(undefined, 0, 20, 39.9, 119);
  const who = some<unknown>(undefined, ...IDS, 'nobody');
  const membership = some<unknown>(undefined, 1, 2);
  const isFlywheel = model === 'flywheel';
  const isEngagement = model === 'engagement';
  return fc.oneof(
    { weight: isEngagement ? 4 : 8, arbitrary: row('check-in') },
    {
      weight: isEngagement ? 2 : 4,
      arbitrary: row('purchase', {
        amount,
        membership,
        refunded: some<unknown>(undefined, undefined, undefined, true, false),
        renewing: some<unknown>(undefined, undefined, true),
        intro: some<unknown>(undefined, true, false),
      }),
    },
    { weight: isEngagement ? 0 : 1, arbitrary: row('conversion') },
    {
      weight: 1,
      arbitrary: row('renewal', { membership, renewing: some<unknown>(undefined, true), amount }),
    },
    { weight: 2, arbitrary: row('cancellation', { membership }) },
    { weight: 3, arbitrary: row('contact', { purpose: some<unknown>(undefined, 'win-back', 'welcome') }) },
    { weight: 1, arbitrary: row('lead', { origin: some<unknown>(undefined, 'abandoned-cart', 'referral'), referredBy: who }) }, // prettier-ignore
    { weight: 1, arbitrary: row('client', { via: some<unknown>(undefined, 'referral'), referredBy: who }) },
    {
      weight: isEngagement ? 5 : 2,
      arbitrary: row('checkout-view', { abandonedCart: some<unknown>(undefined, true) }),
    },
    { weight: isEngagement ? 6 : 2, arbitrary: some('email-open', 'email-click', 'sms-open', 'sms-click', 'push-open', 'push-click', 'site-visit', 'site-visit').map((type) => ({ type })) }, // prettier-ignore
    { weight: isEngagement ? 4 : 1, arbitrary: some('trial', 'social', 'booking', 'campaign-reply', 'own').map((type) => ({ type })) }, // prettier-ignore
    {
      weight: isFlywheel ? 3 : 1,
      arbitrary: row('survey', { score: some<unknown>(undefined, 0, 6, 7, 9, 10) }),
    },
    { weight: isFlywheel ? 3 : 1, arbitrary: row('referral', { referred: who }) },
    { weight: isFlywheel ? 2 : 1, arbitrary: some('review', 'affiliate-signup', 'payment-failed').map((type) => ({ type })) }, // prettier-ignore
  ) as fc.Arbitrary<Row>;
}

function withoutMissing(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** Often a regular's life: a purchase and visits over some weeks, which single events seldom make. */
function habits(scene: Scene): fc.Arbitrary<Row[]> {
  const day = Temporal.PlainDateTime.from(scene.asOf).toPlainDate();
  return fc
    .record({
      person: fc.constantFrom(...IDS),
      monthsAgo: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 12, 15, 18),
      visits: fc.integer({ min: 2, max: 7 }),
      every: fc.constantFrom(2, 7, 9, 21, 30),
      renewing: fc.boolean(),
    })
    .map(({ person, monthsAgo, visits, every, renewing }) => {
      const start = day.subtract({ months: monthsAgo });
      const at = (index: number) => `${start.add({ days: index * every }).toString()}T12:00`;
      const purchase = { type: 'purchase', person, at: at(0), amount: 50, ...(renewing ? { renewing, membership: 9 } : {}) }; // prettier-ignore
      const comings = Array.from({ length: visits }, (_, index) => ({
        type: 'check-in',
        person,
        at: at(index),
      }));
      return [purchase, ...comings];
    });
}

/** Often a burst of interest, which carries a score over its thresholds and lets it fall again. */
function bursts(scene: Scene): fc.Arbitrary<Row[]> {
  const day = Temporal.PlainDateTime.from(scene.asOf).toPlainDate();
  const kinds = [
    'checkout-view',
    'email-click',
    'campaign-reply',
    'site-visit',
    'trial',
    'check-in',
    'booking',
  ];
  return fc
    .record({
      person: fc.constantFrom(...IDS),
      daysAgo: fc.integer({ min: 0, max: 80 }),
      kinds: fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 14 }),
      every: fc.constantFrom(0, 1, 3, 6),
    })
    .map(({ person, daysAgo, kinds: chosen, every }) =>
      chosen.map((type, index) => {
        const ago = Math.max(0, daysAgo - index * every);
        return { type, person, at: `${day.subtract({ days: ago }).toString()}T09:30` };
      }),
    );
}

function peopleOf(scene: Scene, isRecent: boolean): fc.Arbitrary<Row[]> {
  const maybe = (value: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
  const person = fc.record({
    isCustomer: fc.constantFrom<unknown>(undefined, undefined, undefined, undefined, true, 'true', 1, false),
    referredBy: maybe(fc.constantFrom(...IDS, 'nobody')),
    location: fc.constantFrom(undefined, 'Nord', 'Sud'),
    createdAt: maybe(times(scene, isRecent)),
    leadCreatedAt: maybe(times(scene, isRecent)),
    lastContactedAt: maybe(times(scene, isRecent)),
    convertedToCustomerAt: maybe(times(scene, isRecent)),
  });
  return fc
    .array(person, { minLength: 1, maxLength: 3 })
    .map((rows) => rows.map((row, index) => withoutMissing({ id: IDS[index], ...row })));
}

function eventsOf(scene: Scene, model: WheelModel): fc.Arbitrary<Row[]> {
  const isRecent = model === 'engagement';
  const person = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd');
  const single = fc
    .tuple(rowOf(model), person, times(scene, isRecent))
    .map(([row, who, at]) => ({ ...row, person: who, at }));
  const life = fc.array(isRecent ? bursts(scene) : habits(scene), { maxLength: isRecent ? 3 : 2 });
  return fc
    .tuple(fc.array(single, { maxLength: isRecent ? 16 : 12 }), life)
    .map(([singles, lives]) => [...singles, ...lives.flat()]);
}

/** What may be set of all three: whom it is about, and of when. */
function commonOptions(scene: Scene, model: WheelModel): fc.Arbitrary<WheelOptions> {
  const instants = times(scene, model === 'engagement');
  const isBefore = (at: string) => at.slice(0, 10) < scene.asOf.slice(0, 10);
  return fc
    .record({
      asOf: fc.constantFrom<string>(scene.asOf, scene.asOf, scene.asOf.slice(0, 10), `${scene.asOf}:00.001`),
      comparedTo: fc.oneof(
        fc.constantFrom<string | undefined>(undefined, 'previous', 'previous'),
        instants.filter(isBefore),
      ),
      filters: fc.constantFrom<WheelOptions['filters']>(undefined, undefined, undefined, undefined, {
        location: 'Nord',
      }),
    })
    .map((options) => withoutMissing(options));
}

/** Options of one model's own, under its name. */
function ownOptions(model: WheelModel): fc.Arbitrary<WheelOptions> {
  if (model === 'lifecycle') return lifecycleOptions().map((lifecycle) => ({ lifecycle }));
  if (model === 'engagement') return engagementOptions().map((engagement) => ({ engagement }));
  return flywheelOptions().map((flywheel) => ({ flywheel }));
}

/** A case of a model with every option of it. */
export function wheelCase(model: WheelModel): fc.Arbitrary<WheelCase> {
  const cases = fc.constantFrom(...scenes).chain((scene) =>
    fc.record({
      dataset: fc.record({
        timeZone: fc.constant(scene.timeZone),
        people: peopleOf(scene, model === 'engagement'),
        events: eventsOf(scene, model),
      }),
      model: fc.constant(model),
      options: fc
        .tuple(commonOptions(scene, model), fc.oneof(fc.constant<WheelOptions>({}), ownOptions(model)))
        .map(([common, own]) => ({ ...common, ...own })),
    }),
  );
  return fc.noBias(cases);
}

/** How many cases of a model, and from which seed; `FW_CASES` and `FW_SEED` override. */
export const wheelSettings = (cases: number): RandomSettings => randomSettings(cases, 20_261_122);
