// Activation, channels and experiments against a second, slow implementation on seeded random studios.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toStoreInput } from '../../../src/data/to-store-input.ts';
import { computeActivation } from '../../../src/engine/activation/compute-activation.ts';
import { computeChannels } from '../../../src/engine/channels/compute-channels.ts';
import { countExperiment } from '../../../src/engine/experiments/count-experiment.ts';
import { createStore } from '../../../src/engine/index.ts';
import type { Store } from '../../../src/engine/index.ts';
import type { ActivationOptions, Experiment } from '../../../src/engine/schema/index.ts';
import {
  countActivation,
  countBrought,
  countVariants,
  sumMeasure,
  type OracleDeed,
} from '../../support/figures-oracle/oracle.ts';
import {
  drawStudio,
  toStudioDataset,
  type RandomStudio,
} from '../../support/figures-oracle/random-studio.ts';

const CASES = 1500;

/** Each studio with its store. */
async function forEachStudio(
  offset: number,
  check: (studio: RandomStudio, store: Store, seed: number) => void,
): Promise<number> {
  let events = 0;
  for (let i = 0; i < CASES; i++) {
    const seed = offset + i;
    const studio = drawStudio(seed);
    events += studio.events.length;
    check(studio, createStore((await toStoreInput(toStudioDataset(studio))).input), seed);
  }
  return events;
}

const DEEDS: OracleDeed[] = [
  { event: 'lead' },
  { event: ['check-in', 'trial'] },
  { event: 'booking', where: { kind: 'class' } },
  { event: 'purchase' },
];
const RANGES = [
  {},
  { range: { from: '2026-01-10', to: '2026-03-05' } },
  { range: { from: '2026-02-01', to: null } },
] as const;

function toBounds({ range }: { range?: { from?: string | null; to?: string | null } }) {
  return {
    from: range?.from ? Date.parse(range.from) : -Infinity,
    to: range?.to ? Date.parse(range.to) + 86_400_000 - 1 : Infinity,
  };
}

test('activation: each period has the acquired, activated and open of the oracle', async () => {
  let counted = 0;
  await forEachStudio(1, (studio, store, seed) => {
    const { pick, events, now } = studio;
    const [acquired, activated] = [pick(DEEDS), pick(DEEDS)];
    const within = pick([undefined, 14, 30, 'period'] as const);
    const interval = pick(['day', 'week', 'month'] as const);
    const options: ActivationOptions = {
      ...pick(RANGES),
      acquired,
      activated,
      interval,
      ...(within === undefined ? {} : { within: within === 'period' ? within : { days: within } }),
    };
    const result = computeActivation(store, options);
    const bounds = toBounds(options as never);
    const starts = (result.periods ?? []).map(({ start }) => Date.parse(start as string));
    const wanted = starts.map((start, i) => {
      const before = starts[i + 1] ?? endOf(start, interval);
      const period = { from: Math.max(start, bounds.from), before, until: bounds.to };
      return countActivation(events, { acquired, activated, within }, period, Date.parse(now));
    });
    const got = (result.periods ?? []).map(({ acquired, activated, open }) => ({
      acquired,
      activated,
      open,
    }));
    assert.deepEqual(got, wanted, `seed ${seed}`);
    const whole = { from: bounds.from, before: Infinity, until: bounds.to };
    const all = countActivation(events, { acquired, activated }, whole, Date.parse(now));
    assert.equal(result.acquired, all.acquired, `seed ${seed}: nobody is left out of the periods`);
    counted += all.acquired;
  });
  assert.ok(counted > 1000, `${counted} acquired people are no test`);
});

function endOf(start: number, interval: 'day' | 'week' | 'month'): number {
  const date = new Date(start);
  if (interval === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return start + (interval === 'day' ? 1 : 7) * 86_400_000;
}

test('channels: sums of the rows and counts of the people are those of the oracle', async () => {
  let compared = 0;
  await forEachStudio(10_000, (studio, store, seed) => {
    const { pick, people, events, campaigns, now } = studio;
    const options = pick(RANGES);
    const { from, to } = toBounds(options as never);
    const result = computeChannels(store, options as never);
    const { bySource, unattributed } = countBrought(people, events, { from, to }, Date.parse(now));
    assert.equal(result.unattributed, unattributed, `seed ${seed}`);
    for (const channel of result.channels) {
      const key = String(channel.name).toLowerCase();
      const own = campaigns.filter((row) => {
        const at = Date.parse(row['date'] as string);
        return (
          String(row['channel']).toLowerCase() === key && at >= from && at <= to && at <= Date.parse(now)
        );
      });
      const brought = bySource.get(key);
      assert.deepEqual(channel.brought, brought, `seed ${seed}, ${key}`);
      assert.equal(channel.cost ?? null, sumMeasure(own, 'cost'), `seed ${seed}, ${key}: cost`);
      assert.equal(channel.clicks ?? null, sumMeasure(own, 'clicks'), `seed ${seed}, ${key}: clicks`);
      const purchases = sumMeasure(own, 'purchases') ?? brought?.purchases ?? null;
      assert.equal(channel.purchases ?? null, purchases, `seed ${seed}, ${key}: purchases`);
      const revenue = sumMeasure(own, 'revenue') ?? brought?.revenue ?? null;
      assert.equal(channel.revenue ?? null, revenue, `seed ${seed}, ${key}: revenue`);
      compared++;
    }
    assert.equal(
      [...bySource.keys()].every((key) =>
        result.channels.some(({ name }) => String(name).toLowerCase() === key),
      ),
      true,
    );
  });
  assert.ok(compared > 1000, `${compared} channels are no test`);
});

test('experiments: each variant has the exposed and converted of the oracle', async () => {
  let exposed = 0;
  await forEachStudio(20_000, (studio, store, seed) => {
    const { pick, events, now } = studio;
    const chained = pick([true, false]);
    const steps = pick([[DEEDS[1]!], [DEEDS[2]!, DEEDS[3]!], [DEEDS[1]!, DEEDS[1]!]]);
    const days = pick([undefined, 20]);
    const mixed = pick(['exclude', 'first'] as const);
    const options = pick(RANGES);
    const experiment: Experiment = {
      id: 'x',
      mixed,
      ...(days === undefined ? {} : { window: { days } }),
      funnel: {
        id: 'f',
        order: chained ? 'sequential' : 'independent',
        steps: steps.map((step, i) => ({ id: `s${i}`, ...step })),
      },
    };
    const result = countExperiment(store, { experiment, ...(options as object) });
    const oracle = countVariants(
      events,
      { id: 'x', steps, chained, days, mixed },
      toBounds(options as never),
      Date.parse(now),
    );
    const got = result.variants.map(({ id, exposed, steps }) => [
      id,
      exposed,
      steps!.map((step) => step.converted),
    ]);
    const wanted = [...oracle.variants]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, tally]) => [id, tally.exposed, tally.converted]);
    assert.deepEqual(got, wanted, `seed ${seed}`);
    assert.equal(result.mixed, oracle.mixed, `seed ${seed}: mixed`);
    exposed += result.variants.reduce((sum, variant) => sum + variant.exposed, 0);
  });
  assert.ok(exposed > 1000, `${exposed} exposed people are no test`);
});
