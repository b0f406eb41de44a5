import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeDifferences } from '../../../src/engine/insight/compute-differences.ts';
import { adjustPValues } from '../../../src/engine/statistics/adjust-p-values.ts';
import type { FunnelResult, GroupValue } from '../../../src/engine/schema/index.ts';
import { chain } from './results.ts';

function divided(groups: [GroupValue, number, number][], rest: Partial<FunnelResult> = {}): FunnelResult {
  const sum = (index: 1 | 2) => groups.reduce((total, group) => total + group[index], 0);
  return chain(
    { lead: { converted: sum(1) }, member: { converted: sum(2) } },
    {
      breakdown: {
        property: 'source',
        groups: groups.map(([value, lead, member]) => ({
          value,
          steps: [
            { id: 'lead', entered: lead, converted: lead },
            { id: 'member', entered: lead, converted: member },
          ],
        })),
      },
      ...rest,
    },
  );
}

describe('which groups differ', () => {
  it('is told by a test of each against the rest, corrected for their number', () => {
    // Google 50 of 100 against 60 of 200: pooled 110/300, z = 0.2 / √(0.36667 × 0.63333 × 0.015) = 3.388695, p = 0.000702261.
    // Website and Facebook, 30 of 100 each, against 80 of 200: z = −1.694347, p = 0.090199272, and as they are equal both
    // are corrected by two: 0.180399. Google by three: 0.002107.
    const result = divided([
      ['Website', 100, 30],
      ['Google', 100, 50],
      ['Facebook', 100, 30],
    ]);
    const { groups, tested } = computeDifferences(result);
    assert.equal(tested, 3);
    assert.deepEqual(
      groups.map(({ value, p, verdict }) => [value, p!.toFixed(6), verdict]),
      [
        ['Google', '0.002107', 'differs'],
        ['Website', '0.180399', 'noise'],
        ['Facebook', '0.180399', 'noise'],
      ],
    );
    assert.deepEqual(groups[0]!.rest, { converted: 60, entered: 200 });
    assert.deepEqual(computeDifferences(result, { step: 'member' }).groups, groups);
  });

  it('is not told of few people, nor where five are not expected', () => {
    const { groups, tested } = computeDifferences(
      divided([
        ['Google', 200, 50],
        ['Website', 29, 29],
        [null, 40, 1],
      ]),
    );
    assert.equal(tested, 2);
    assert.deepEqual(
      groups.map(({ value, verdict }) => [value, verdict]),
      [
        // 50 of 200 against 30 of 69: z = −2.895.
        ['Google', 'differs'],
        [null, 'differs'],
        ['Website', 'too-few'],
      ],
    );
    // Of 40 with 1.25 % on the whole, half a person is expected.
    const rare = computeDifferences(
      divided([
        ['Google', 200, 2],
        [null, 40, 1],
      ]),
    );
    assert.equal(rare.tested, 0);
  });

  it('is refused where there is nothing to tell apart', () => {
    assert.equal(computeDifferences(chain({ a: { converted: 1 } })).reason, 'no-breakdown');
    const overlapping = divided([
      ['Yoga', 60, 30],
      ['Pilates', 60, 20],
    ]);
    overlapping.steps[0]!.converted = 100;
    assert.equal(computeDifferences(overlapping).reason, 'overlapping');
    const unknown = divided([['Google', 60, 30]]);
    assert.equal(computeDifferences(unknown, { step: 'nowhere' }).reason, 'unknown');
  });
});

describe("Holm's correction", () => {
  it('multiplies the smallest by their number, the next by one less, and never falls', () => {
    // 0.01 × 4, 0.02 × 3 = 0.06, 0.03 × 2 = 0.06, 0.5 × 1. Of 0.024 × 3 = 0.072 and 0.025 × 2 = 0.05 the larger holds.
    assert.deepEqual(adjustPValues([0.5, 0.01, 0.03, 0.02]), [0.5, 0.04, 0.06, 0.06]);
    assert.deepEqual(
      adjustPValues([0.001, 0.024, 0.025, 0.9]).map((p) => Number(p.toFixed(3))),
      [0.004, 0.072, 0.072, 0.9],
    );
    assert.deepEqual(adjustPValues([0.6, 0.7]), [1, 1]);
    assert.deepEqual(adjustPValues([]), []);
  });
});
