import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeComparison } from '../../../src/engine/insight/compute-comparison.ts';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { chain } from './results.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

function compared(
  now: [number, number],
  before: [number, number],
  rest: Partial<FunnelResult> = {},
  comparison: object = {},
) {
  const [a, b] = now;
  const steps = [
    { id: 'lead', entered: before[0], converted: before[0] },
    { id: 'member', entered: before[0], converted: before[1] },
  ];
  return computeComparison(
    chain(
      { lead: { converted: a }, member: { converted: b } },
      { range: OCTOBER, ...rest, comparison: { range: SEPTEMBER, steps, ...comparison } },
    ),
  )!;
}

describe('a comparison', () => {
  it('says how many people and points, and whether that is more than noise', () => {
    // 56 of 70 against 48 of 80: Newcombe's own example (1998, table II, case a, method 10): 0.0524 to 0.3339.
    const { total } = compared([70, 56], [80, 48]);
    assert.equal(total.people, 8);
    assert.ok(Math.abs(total.difference!.value - 0.2) < 1e-12);
    assert.equal(total.difference!.low.toFixed(4), '0.0524');
    assert.equal(total.difference!.high.toFixed(4), '0.3339');
    assert.equal(total.verdict, 'differs');
    assert.equal(compared([70, 47], [80, 48]).total.verdict, 'noise');
    assert.equal(compared([29, 29], [80, 0]).total.verdict, 'too-few');
    assert.equal(compared([70, 56], [0, 0]).total.verdict, 'unknown');
  });

  it('judges the rate of each step of its own base', () => {
    const [lead, member] = compared([70, 56], [80, 48]).steps;
    assert.deepEqual([lead!.people, lead!.verdict], [-10, 'unknown']);
    assert.deepEqual(member!.now, { converted: 56, entered: 70, rate: 0.8 });
    assert.deepEqual(member!.before, { converted: 48, entered: 80, rate: 0.6 });
  });

  it('is of periods of the same number of days, or says that it is not', () => {
    const of = (range: FunnelResult['range'], other: FunnelResult['range']) => {
      const { isComparable, reason, days, isOfMonths } = compared(
        [70, 56],
        [80, 48],
        { range },
        { range: other },
      );
      return [isComparable, reason, days && [days.now, days.before], isOfMonths];
    };
    assert.deepEqual(of({ from: '2026-10-05', to: '2026-10-11' }, { from: '2026-09-28', to: '2026-10-04' }), [
      true,
      undefined,
      [7, 7],
      false,
    ]);
    assert.deepEqual(of({ from: '2026-10-05', to: '2026-10-11' }, SEPTEMBER), [
      false,
      'days',
      [7, 30],
      false,
    ]);
    assert.deepEqual(of(OCTOBER, SEPTEMBER), [true, undefined, [31, 30], true]);
    assert.deepEqual(of({ from: '2026-10-05' }, SEPTEMBER), [false, 'unknown-period', undefined, false]);
    // A comparison of the host's says so itself.
    const said = compared([70, 56], [80, 48], {}, { comparable: 'holidays' });
    assert.deepEqual([said.isComparable, said.reason], [false, 'holidays']);
    assert.deepEqual(compared([70, 56], [80, 48], {}, { comparable: false }).isComparable, false);
  });

  it('of two segments takes the group of the breakdown for now', () => {
    const result = chain(
      { lead: { converted: 150 }, member: { converted: 104 } },
      {
        breakdown: {
          property: 'source',
          groups: [
            {
              value: 'Google',
              steps: [
                { id: 'lead', converted: 70 },
                { id: 'member', entered: 70, converted: 56 },
              ],
            },
          ],
        },
        comparison: {
          group: 'Google',
          steps: [
            { id: 'lead', converted: 80 },
            { id: 'member', entered: 80, converted: 48 },
          ],
        },
      },
    );
    const { total, isOfGroups, isComparable } = computeComparison(result)!;
    assert.deepEqual([total.now.converted, total.before.converted, total.verdict], [56, 48, 'differs']);
    assert.deepEqual([isOfGroups, isComparable], [true, true]);
  });

  it('is not the last word while somebody can still go on', () => {
    assert.equal(compared([70, 56], [80, 48]).mayStillRise, false);
    const steps = [{ id: 'a', converted: 9 }];
    const open = chain({ a: { converted: 9 }, b: { converted: 4, open: 2 } }, { comparison: { steps } });
    assert.equal(computeComparison(open)!.mayStillRise, true);
    assert.equal(computeComparison(chain({ a: { converted: 9 } })), undefined);
  });
});
