// The A/B test of MuscleHub gives the figures of its expected.json: counted from the files, and read from the counts.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { toStoreInput } from '../../../src/data/to-store-input.ts';
import { createStore } from '../../../src/engine/index.ts';
import { computeReadout } from '../../../src/engine/experiments/compute-readout.ts';
import type { Readout } from '../../../src/engine/experiments/readout.ts';
import { countExperiment } from '../../../src/engine/experiments/count-experiment.ts';
import type { Experiment, ExperimentResult } from '../../../src/engine/schema/index.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/datasets/musclehub/', import.meta.url));
const skip = existsSync(folder) ? false : 'no ../shared/data/datasets beside the checkout';

interface Arm {
  n: number;
  conversions: number;
  rate: number;
  wilson95: [number, number];
}

interface Figures {
  A: Arm;
  B: Arm;
  relativeLift: number;
  absoluteLift: number;
  diff95_unpooled: [number, number];
  zPooled: number;
  pTwoSided_z: number;
  chi2_yates: number;
  p_chi2_yates: number;
  chi2_noCorrection: number;
  p_chi2_noCorrection: number;
}

type Published = Record<
  'applications' | 'members' | 'membersPerApplication',
  { chi2_yates: number; p: number }
>;

interface Expected {
  abTest_distinctClients: Record<'applications' | 'purchases' | 'purchasesPerApplication', Figures>;
  abTest_published_recomputed: Record<'applications' | 'purchases' | 'purchasesPerApplication', Figures>;
  abTest_published: Published;
}

const expected = (): Expected => JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Expected;

/** The test as its notebook tells it: those with a visit from July on, by group; applications, then purchases. */
const FITNESS_TEST: Experiment = {
  id: 'fitness-test',
  exposure: { event: 'visit' },
  variant: 'person.ab_group',
  range: { from: '2017-07-01' },
  funnel: {
    id: 'membership',
    order: 'independent',
    steps: [
      { id: 'applications', event: 'application' },
      { id: 'purchases', event: 'purchase' },
    ],
  },
};

const toFile = (name: string) => new File([readFileSync(folder + name)], name);

async function countMuscleHub(): Promise<ExperimentResult> {
  const { input } = await toStoreInput({
    timeZone: 'UTC',
    people: { file: toFile('clients.csv') },
    events: { file: toFile('events.csv') },
    mapping: {
      people: { columns: { id: 'client_id' } },
      events: [{ type: { column: 'event' }, columns: { person: 'client_id', at: 'date' } }],
    },
  });
  return countExperiment(createStore(input), { experiment: FITNESS_TEST, now: '2018-01-01' });
}

/** Equal to a billionth, relative to the figure's size. */
function close(got: number | undefined, wanted: number, what: string): void {
  assert.ok(
    got !== undefined && Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)),
    `${what}: ${got}, not ${wanted}`,
  );
}

function assertFigures(readout: Readout, step: number, figures: Figures): void {
  const [a, b] = readout.steps[step]!.variants;
  for (const [arm, got] of [
    [figures.A, a!],
    [figures.B, b!],
  ] as const) {
    assert.deepEqual([got.exposed, got.converted], [arm.n, arm.conversions]);
    close(got.rate!, arm.rate, 'rate');
    close(got.low, arm.wilson95[0], 'Wilson, low');
    close(got.high, arm.wilson95[1], 'Wilson, high');
  }
  const { difference, lift, zTest, chiSquare, chiSquareYates } = b!.versus!;
  close(lift!.value, figures.relativeLift, 'relative lift');
  close(difference!.value, figures.absoluteLift, 'absolute lift');
  close(difference!.low, figures.diff95_unpooled[0], 'difference, low');
  close(difference!.high, figures.diff95_unpooled[1], 'difference, high');
  close(zTest!.statistic, figures.zPooled, 'z');
  close(zTest!.p, figures.pTwoSided_z, 'p of z');
  close(chiSquareYates!.statistic, figures.chi2_yates, 'chi-square with Yates');
  close(chiSquareYates!.p, figures.p_chi2_yates, 'its p');
  close(chiSquare!.statistic, figures.chi2_noCorrection, 'chi-square');
  close(chiSquare!.p, figures.p_chi2_noCorrection, 'its p');
}

/** Counts as a host would supply them. */
function supply(exposed: [number, number], converted: [number, number]): Readout {
  const variants = ['A', 'B'].map((name, i) => ({ name, exposed: exposed[i]!, converted: converted[i]! }));
  return computeReadout({ variants }, { draws: 100 });
}

const KEYS = ['applications', 'purchases', 'purchasesPerApplication'] as const;

describe('MuscleHub', { skip }, () => {
  it('counts 2,498 and 2,500 people, 250 and 325 applications, 200 and 250 purchases', async () => {
    const { variants, mixed, unassigned } = await countMuscleHub();
    assert.deepEqual(
      variants.map(({ id, exposed, steps }) => [id, exposed, steps!.map((step) => step.converted)]),
      [
        ['A', 2498, [250, 200]],
        ['B', 2500, [325, 250]],
      ],
    );
    assert.deepEqual([mixed, unassigned], [0, 0]);
  });

  it('gives the expected rates, intervals and tests from the files', async () => {
    const readout = computeReadout(await countMuscleHub(), { draws: 100 });
    const figures = expected().abTest_distinctClients;
    assertFigures(readout, 0, figures.applications);
    assertFigures(readout, 1, figures.purchases);
  });

  for (const set of ['abTest_distinctClients', 'abTest_published_recomputed'] as const) {
    for (const key of KEYS) {
      it(`gives ${set}, ${key}, from supplied counts`, () => {
        const figures = expected()[set][key];
        const counts = supply([figures.A.n, figures.B.n], [figures.A.conversions, figures.B.conversions]);
        assertFigures(counts, 0, figures);
      });
    }
  }

  it('gives the p-values the notebook published', () => {
    const { applications, members, membersPerApplication } = expected().abTest_published;
    const cases = [
      [supply([2504, 2500], [250, 325]), applications],
      [supply([2504, 2500], [200, 250]), members],
      [supply([250, 325], [200, 250]), membersPerApplication],
    ] as const;
    for (const [readout, { chi2_yates, p }] of cases) {
      const test = readout.steps[0]!.variants[1]!.versus!.chiSquareYates!;
      close(test.statistic, chi2_yates, 'chi-square with Yates');
      close(test.p, p, 'p');
    }
  });

  it('says that B does better, and how surely', async () => {
    const counts = await countMuscleHub();
    const applications = computeReadout(counts, { primary: 'applications' });
    assert.deepEqual(applications.decision, { kind: 'better', variant: 1 });
    assert.ok(applications.steps[0]!.variants[1]!.chanceToBeBest > 0.995);
    assert.deepEqual(computeReadout(counts).decision, { kind: 'better', variant: 1 });
  });
});
