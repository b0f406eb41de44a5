import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { getFunnel } from '../../../src/catalog/index.ts';
import { computeReadout, type ReadoutOptions } from '../../../src/engine/experiments/compute-readout.ts';
import { countExperiment } from '../../../src/engine/experiments/count-experiment.ts';
import { createStore, FunnelwheelError, type Store } from '../../../src/engine/index.ts';
import type { Experiment, ExperimentResult, Variant } from '../../../src/engine/schema/index.ts';

type Row = {
  person: string;
  at: string;
  type: string;
  variant?: string;
  experiment?: string;
  intro?: boolean;
};

const saw = (person: string, at: string, variant?: string): Row => ({
  person,
  at,
  type: 'exposure',
  experiment: 'x',
  ...(variant === undefined ? {} : { variant }),
});
const did = (person: string, at: string, type = 'purchase'): Row => ({ person, at, type });

function storeOf(rows: readonly Row[], experiments: Experiment[] = [], asOf = '2026-06-30'): Store {
  const column = (name: keyof Row) => rows.map((row) => row[name]);
  const columns = Object.fromEntries(
    (['person', 'at', 'type', 'variant', 'experiment', 'intro'] as const).map((name) => [name, column(name)]),
  );
  return createStore({
    timeZone: 'Europe/Paris',
    asOf,
    events: [{ name: 'events', length: rows.length, columns }],
    experiments,
  });
}

const PURCHASE: Experiment = { id: 'x', goal: { event: 'purchase' } };

function count(rows: readonly Row[], rest: Partial<Experiment> = {}, now?: string) {
  const options = { experiment: { ...PURCHASE, ...rest }, ...(now ? { now } : {}) };
  const result = countExperiment(storeOf(rows), options);
  const variants = result.variants.map(({ id, exposed, steps }) => [
    id,
    exposed,
    ...steps!.map((step) => step.converted),
  ]);
  return { variants, mixed: result.mixed, unassigned: result.unassigned, result };
}

describe('counting', () => {
  test('a goal counts at or after the exposure, once a person, as a share of all exposed', () => {
    const rows = [
      saw('a', '2026-01-01T10:00', 'A'),
      did('a', '2026-01-01T10:00'),
      did('a', '2026-01-05'),
      saw('b', '2026-01-01T10:00', 'A'),
      did('b', '2026-01-01T09:59'),
      saw('c', '2026-01-01', 'B'),
      did('d', '2026-01-01'),
    ];
    assert.deepEqual(count(rows).variants, [
      ['A', 2, 1],
      ['B', 1, 0],
    ]);
  });

  test('who saw several variants is left out and counted, or taken by the first', () => {
    const rows = [saw('a', '2026-01-01', 'A'), saw('a', '2026-01-02', 'B'), saw('b', '2026-01-01', 'B')];
    assert.deepEqual(count(rows), { ...count(rows), variants: [['B', 1, 0]], mixed: 1 });
    const first = count(rows, { mixed: 'first' });
    assert.deepEqual(
      [first.variants, first.mixed],
      [
        [
          ['A', 1, 0],
          ['B', 1, 0],
        ],
        1,
      ],
    );
  });

  test('seeing the same variant twice is no mixture, and the first exposure starts the clock', () => {
    const rows = [saw('a', '2026-01-01', 'A'), saw('a', '2026-01-20', 'A'), did('a', '2026-01-12')];
    assert.deepEqual(count(rows, { window: { days: 10 } }).variants, [['A', 1, 0]]);
    assert.deepEqual(count(rows, { window: { days: 11 } }).variants, [['A', 1, 1]]);
  });

  test('planned variants come in their order, empty ones too; others are unassigned', () => {
    const rows = [saw('a', '2026-01-01', 'new'), saw('b', '2026-01-01', 'lost'), saw('c', '2026-01-01')];
    const { variants, unassigned } = count(rows, { variants: ['old', { id: 'new', weight: 2 }] });
    assert.deepEqual(variants, [
      ['old', 0, 0],
      ['new', 1, 0],
    ]);
    assert.equal(unassigned, 2);
  });

  test('only exposures of the range, of this experiment, up to now', () => {
    const rows = [
      saw('before', '2025-12-31', 'A'),
      saw('in', '2026-01-31', 'A'),
      saw('after', '2026-02-01', 'A'),
      { ...saw('other', '2026-01-10', 'A'), experiment: 'y' },
    ];
    assert.deepEqual(count(rows, { range: { from: '2026-01-01', to: '2026-01-31' } }).variants, [
      ['A', 1, 0],
    ]);
    assert.deepEqual(count(rows, {}, '2026-01-15T00:00:00Z').variants, [['A', 1, 0]]);
  });

  test('while a window runs, those who have not converted are open', () => {
    const rows = [saw('a', '2026-06-20', 'A'), saw('b', '2026-06-01', 'A')];
    const { result } = count(rows, { window: { days: 14 } });
    assert.deepEqual(result.variants[0]!.steps, [{ id: 'goal', converted: 0, open: 1 }]);
  });

  test('a variant may be the person’s, and the exposure any event', () => {
    const store = createStore({
      timeZone: 'UTC',
      people: { name: 'people', length: 2, columns: { id: ['a', 'b'], group: ['A', 'B'] } },
      events: [
        {
          name: 'visits',
          type: 'visit',
          length: 2,
          columns: { person: ['a', 'b'], at: ['2026-01-01', '2026-01-01'] },
        },
        { name: 'buys', type: 'purchase', length: 1, columns: { person: ['b'], at: ['2026-01-02'] } },
      ],
    });
    const experiment = { ...PURCHASE, exposure: { event: 'visit' }, variant: 'person.group' };
    assert.deepEqual(
      countExperiment(store, { experiment }).variants.map(({ id, steps }) => [id, steps![0]!.converted]),
      [
        ['A', 0],
        ['B', 1],
      ],
    );
  });
});

describe('a funnel', () => {
  const rows = [
    saw('a', '2026-01-02', 'A'),
    did('a', '2026-01-01', 'lead'),
    did('a', '2026-01-03', 'booking'),
    saw('b', '2026-01-02', 'A'),
    did('b', '2026-01-03', 'lead'),
    did('b', '2026-01-04', 'booking'),
  ];
  const funnel = {
    id: 'f',
    steps: [
      { id: 'lead', event: 'lead' },
      { id: 'booking', event: 'booking' },
    ],
  };

  test('its steps count after the exposure, each on the step before', () => {
    const { goal: _, ...rest } = PURCHASE;
    const { variants } = countExperiment(storeOf(rows), { experiment: { ...rest, funnel } });
    assert.deepEqual(
      variants[0]!.steps!.map(({ id, converted }) => [id, converted]),
      [
        ['lead', 1],
        ['booking', 1],
      ],
    );
  });

  test('who can still do a step on the way is open in those after it', () => {
    const waiting = [saw('a', '2026-06-25', 'A'), saw('b', '2026-01-01', 'A')];
    const experiment: Experiment = { id: 'x', funnel, window: { days: 14 } };
    const { variants } = countExperiment(storeOf(waiting), { experiment });
    assert.deepEqual(
      variants[0]!.steps!.map(({ open }) => open),
      [1, 1],
    );
  });

  test('one of the catalogue is named by its id', () => {
    const experiment: Experiment = { id: 'x', funnel: 'lead-to-customer' };
    const { steps } = countExperiment(storeOf(rows), { experiment }, getFunnel);
    assert.deepEqual(
      steps!.map(({ id }) => id),
      getFunnel('lead-to-customer').steps.map(({ id }) => id),
    );
  });

  test('what has no moment after the exposure is refused', () => {
    const refused = (definition: object, code: string) =>
      assert.throws(
        () =>
          countExperiment(storeOf(rows), { experiment: { id: 'x', funnel: { ...funnel, ...definition } } }),
        (error: unknown) => error instanceof FunnelwheelError && error.code === code,
      );
    refused({ subject: 'membership' }, 'unsupported');
    refused({ order: 'strict' }, 'unsupported');
    refused({ hold: ['name'] }, 'unsupported');
    refused({ steps: [...funnel.steps, { id: 'no', event: 'x', absent: true }] }, 'unsupported');
    refused({ steps: [{ id: 'l', event: 'lead', when: { lookback: { days: 30 } } }] }, 'unsupported');
  });
});

describe('which experiment', () => {
  const wrong = (options: object, code: string, experiments: Experiment[] = []) =>
    assert.throws(
      () => countExperiment(storeOf([], experiments), options),
      (error: unknown) => error instanceof FunnelwheelError && error.code === code,
    );

  test('by id among the dataset’s, or the only one', () => {
    const experiments = [PURCHASE, { ...PURCHASE, id: 'y' }];
    assert.equal(countExperiment(storeOf([], experiments), { experiment: 'y' }).id, 'y');
    assert.equal(countExperiment(storeOf([], experiments.slice(0, 1))).id, 'x');
    wrong({}, 'not-configured', experiments);
    wrong({ experiment: 'z' }, 'invalid-options', experiments);
  });

  test('it measures a funnel or a goal, with variants and steps there are', () => {
    wrong({ experiment: { id: 'x' } }, 'invalid-options');
    wrong({ experiment: { ...PURCHASE, funnel: 'lead-to-customer' } }, 'invalid-options');
    wrong({ experiment: { id: 'x', funnel: 'lead-to-customer' } }, 'unknown-funnel');
    wrong({ experiment: { ...PURCHASE, variants: ['A'], control: 'B' } }, 'invalid-options');
    wrong({ experiment: { ...PURCHASE, variants: ['A'], primary: 'B' } }, 'invalid-options');
  });
});

function read(variants: Variant[], rest: Partial<ExperimentResult> = {}, options: ReadoutOptions = {}) {
  return computeReadout({ variants, ...rest }, { draws: 200, ...options });
}

const group = (name: string, exposed: number, converted: number, rest: Partial<Variant> = {}): Variant => ({
  name,
  exposed,
  converted,
  ...rest,
});

describe('the decision', () => {
  const kind = (...variants: Variant[]) => read(variants).decision;

  test('better, worse, undecided', () => {
    assert.deepEqual(kind(group('A', 2498, 250), group('B', 2500, 325)), { kind: 'better', variant: 1 });
    assert.deepEqual(kind(group('A', 2500, 325), group('B', 2498, 250)), { kind: 'worse', variant: 1 });
    assert.deepEqual(kind(group('A', 400, 40), group('B', 400, 44)), { kind: 'undecided', variant: 1 });
  });

  test('with several variants the best of the better ones, each held to its part of the risk', () => {
    // p = 0.030 with Yates: enough for one variant at 5 %, not for two at 2.5 % each.
    const [a, b] = [group('A', 1000, 100), group('B', 1000, 132)];
    assert.equal(kind(a, b).kind, 'better');
    assert.equal(kind(a, b, group('C', 1000, 101)).kind, 'undecided');
    assert.deepEqual(kind(a, b, group('C', 1000, 160)), { kind: 'better', variant: 2 });
  });

  test('too few, unsound, nothing to compare', () => {
    assert.equal(kind(group('A', 30, 2), group('B', 28, 4)).kind, 'too-few');
    assert.equal(kind(group('A', 3000, 300), group('B', 2500, 400)).kind, 'unsound');
    assert.equal(
      kind(group('A', 3000, 300, { weight: 6 }), group('B', 2500, 400, { weight: 5 })).kind,
      'better',
    );
    assert.equal(kind(group('A', 3000, 300)).kind, 'no-data');
    assert.equal(kind(group('A', 0, 0), group('B', 10, 1)).kind, 'no-data');
  });

  test('more confidence asks for more', () => {
    const groups = [group('A', 1000, 100), group('B', 1000, 132)];
    assert.equal(read(groups, { plan: { confidence: 0.99 } }).decision.kind, 'undecided');
    assert.equal(
      read(groups, { plan: { confidence: 0.99 } }, { plan: { confidence: 0.95 } }).decision.kind,
      'better',
    );
  });
});

describe('warnings', () => {
  const codes = (variants: Variant[], rest: Partial<ExperimentResult> = {}) =>
    read(variants, rest).warnings.map(({ code }) => code);

  test('windows still running, mixed, unassigned', () => {
    const groups = [group('A', 1000, 100, { open: 3 }), group('B', 1000, 110, { open: 2 })];
    const { warnings } = read(groups, { mixed: 4, mixedRule: 'first', unassigned: 5 });
    assert.deepEqual(warnings, [
      { code: 'windows-running', open: 5 },
      { code: 'mixed', people: 4, excluded: false },
      { code: 'unassigned', people: 5 },
    ]);
  });

  test('an early look is one only where it was planned how many are needed', () => {
    const groups = [group('A', 400, 40), group('B', 400, 44)];
    assert.deepEqual(codes(groups), []);
    assert.deepEqual(codes(groups, { plan: { minimumLift: 0.2 } }), ['early-look']);
    assert.deepEqual(
      codes([group('A', 9000, 900), group('B', 9000, 910)], { plan: { minimumLift: 0.2 } }),
      [],
    );
  });
});

describe('the readout', () => {
  test('supplied steps, a control in second place, a chosen step', () => {
    const steps = (apply: number, buy: number) => [
      { id: 'apply', converted: apply },
      { id: 'buy', converted: buy },
    ];
    const result: ExperimentResult = {
      control: 'B',
      variants: [
        { id: 'A', exposed: 1000, steps: steps(120, 40) },
        { id: 'B', exposed: 1000, steps: steps(100, 60) },
      ],
    };
    const readout = computeReadout(result, { draws: 100, primary: 'apply' });
    assert.deepEqual([readout.control, readout.primary], [1, 0]);
    assert.equal(readout.steps[1]!.variants[1]!.versus, undefined);
    assert.ok(Math.abs(readout.steps[1]!.variants[0]!.versus!.lift!.value + 1 / 3) < 1e-9);
    assert.equal(computeReadout(result, { draws: 100 }).primary, 1);
  });

  test('of any counts every figure is finite or null, and the chances add up to 1', () => {
    const variant = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 }))
      .map(([exposed, converted]) => ({ exposed, converted }));
    fc.assert(
      fc.property(fc.array(variant, { minLength: 1, maxLength: 4 }), (variants) => {
        const { steps } = computeReadout({ variants }, { draws: 20 });
        const [step] = steps;
        const sum = step!.variants.reduce((total, { chanceToBeBest }) => total + chanceToBeBest, 0);
        assert.ok(Math.abs(sum - 1) < 1e-9);
        for (const { rate, low, high, versus } of step!.variants) {
          assert.ok(low >= 0 && high <= 1 && (rate === null || (rate >= 0 && rate <= 1)));
          for (const part of Object.values(versus ?? {}))
            for (const value of typeof part === 'object' && part !== null ? Object.values(part) : [part])
              assert.ok(value === null || Number.isFinite(value));
        }
      }),
    );
  });
});
