import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { computeChancesToBeBest } from '../../../src/engine/statistics/beta-binomial.ts';
import {
  chiSquareTail,
  normalQuantile,
  normalTwoSided,
  toCritical,
} from '../../../src/engine/statistics/distributions.ts';
import {
  estimateDifference,
  estimateLift,
  smallestExpected,
  testHomogeneity,
  testProportions,
  testShares,
} from '../../../src/engine/statistics/proportions.ts';
import { computeSampleSize } from '../../../src/engine/statistics/sample-size.ts';
import { computeWilsonInterval } from '../../../src/engine/statistics/wilson-interval.ts';

const near = (got: number | undefined, wanted: number, tolerance = 1e-6) =>
  assert.ok(got !== undefined && Math.abs(got - wanted) <= tolerance, `${got}, not ${wanted}`);

describe('distributions', () => {
  // Quantiles as printed in every table of the normal and chi-square distributions.
  test('give the tabulated values', () => {
    near(normalQuantile(0.975), 1.959964, 1e-6);
    near(toCritical(0.99), 2.575829, 1e-6);
    near(normalTwoSided(1.959964), 0.05, 1e-7);
    near(chiSquareTail(3.841459, 1), 0.05, 1e-7);
    near(chiSquareTail(5.991465, 2), 0.05, 1e-7);
    near(chiSquareTail(11.344867, 3), 0.01, 1e-7);
  });
});

describe('the Wilson interval', () => {
  test('of 300 of 1,000 is 27.24 % to 32.91 %', () => {
    const { low, high } = computeWilsonInterval(300, 1000);
    near(low, 0.27242, 1e-4);
    near(high, 0.32912, 1e-4);
  });

  // By hand: centre (7/12 + z²/24) ÷ (1 + z²/12) = 0.56312, half 0.24362.
  test('of 7 of 12 is 31.95 % to 80.67 %', () => {
    const { low, high } = computeWilsonInterval(7, 12);
    near(low, 0.3195, 1e-4);
    near(high, 0.80674, 1e-4);
  });

  test('of none and of all reaches 0 and 1; of nobody everything is possible', () => {
    assert.equal(computeWilsonInterval(0, 10).low, 0);
    assert.equal(computeWilsonInterval(10, 10).high, 1);
    assert.deepEqual(computeWilsonInterval(0, 0), { low: 0, high: 1 });
  });

  test('holds the rate, stays within 0 and 1, and mirrors', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([whole, share]) => [Math.round(whole * share), whole] as const);
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const { low, high } = computeWilsonInterval(part, whole);
        const rate = part / whole;
        assert.ok(low >= 0 && high <= 1 && low <= rate + 1e-12 && high >= rate - 1e-12);
        near(computeWilsonInterval(whole - part, whole).low, 1 - high, 1e-12);
      }),
    );
  });
});

describe('two rates', () => {
  const a = { part: 10, whole: 100 };
  const b = { part: 20, whole: 100 };

  // By hand: pooled 0.15, deviation sqrt(0.15 · 0.85 · 0.02) = 0.050498; chi-square is z².
  test('z and chi-square by hand', () => {
    near(testProportions(a, b)!.statistic, 0.1 / 0.0504975, 1e-5);
    near(testHomogeneity([a, b])!.statistic, 3.921569, 1e-6);
    // Each |O − E| is 5, less a half: 4.5² (1/15 + 1/85) twice.
    near(testHomogeneity([a, b], { yates: true })!.statistic, 3.176471, 1e-6);
  });

  test('Yates never corrects beyond nothing', () => {
    const close = [
      { part: 10, whole: 21 },
      { part: 10, whole: 20 },
    ];
    assert.equal(testHomogeneity(close, { yates: true })!.statistic, 0);
  });

  test('the lift with Katz’ interval', () => {
    const lift = estimateLift(a, b, 1.959964)!;
    near(lift.value, 1, 1e-12);
    // exp(±1.96 · sqrt(1/10 − 1/100 + 1/20 − 1/100)) around 2.
    near(lift.low, 2 * Math.exp(-1.959964 * Math.sqrt(0.13)) - 1, 1e-9);
    near(lift.high, 2 * Math.exp(1.959964 * Math.sqrt(0.13)) - 1, 1e-9);
  });

  test('nothing divides by 0', () => {
    const none = { part: 0, whole: 100 };
    const nobody = { part: 0, whole: 0 };
    assert.equal(estimateLift(none, b, 1.96), null);
    assert.equal(estimateDifference(nobody, b, 1.96), null);
    assert.equal(testProportions(none, none), null);
    assert.equal(testHomogeneity([none, none]), null);
    assert.equal(testHomogeneity([nobody, nobody]), null);
    assert.equal(testShares([0, 0], [1, 1]), null);
    assert.equal(smallestExpected([nobody, nobody]), 0);
  });

  test('turned round, the difference changes its sign alone', () => {
    const count = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 51, max: 500 }));
    fc.assert(
      fc.property(count, count, ([part, whole], [other, all]) => {
        const [x, y] = [
          { part, whole },
          { part: other, whole: all },
        ];
        near(estimateDifference(x, y, 2)!.value, -estimateDifference(y, x, 2)!.value, 1e-12);
        const [there, back] = [testProportions(x, y), testProportions(y, x)];
        if (there && back) near(there.p, back.p, 1e-12);
        const [plain, yates] = [testHomogeneity([x, y]), testHomogeneity([x, y], { yates: true })];
        if (plain && yates) assert.ok(yates.statistic <= plain.statistic + 1e-12);
        if (plain && there) near(plain.statistic, there.statistic ** 2, 1e-6 * Math.max(1, plain.statistic));
      }),
    );
  });

  test('planned shares: 3,000 and 2,500 of halves are no chance, 2,504 and 2,500 are', () => {
    near(testShares([3000, 2500], [1, 1])!.statistic, 45.454545, 1e-6);
    assert.ok(testShares([2504, 2500], [1, 1])!.p > 0.9);
    assert.ok(testShares([3000, 1500], [2, 1])!.p > 0.99);
  });
});

describe('people needed', () => {
  // Fleiss: (1.959964 · sqrt(2 · 0.115 · 0.885) + 0.841621 · sqrt(0.10 · 0.90 + 0.13 · 0.87))² ÷ 0.03².
  test('10 % against 13 % needs 1,774 a group at 95 % and 80 %', () => {
    assert.equal(computeSampleSize(0.1, 0.13, { confidence: 0.95, power: 0.8 }), 1774);
  });

  test('the same rate needs no answer; a smaller difference needs more', () => {
    assert.equal(computeSampleSize(0.1, 0.1, { confidence: 0.95, power: 0.8 }), null);
    const small = computeSampleSize(0.1, 0.11, { confidence: 0.95, power: 0.8 })!;
    assert.ok(small > 10_000);
    assert.ok(computeSampleSize(0.1, 0.11, { confidence: 0.95, power: 0.9 })! > small);
  });
});

describe('the chance to be best', () => {
  test('is the same for the same seed, adds up to 1, and is even for equals', () => {
    const rates = [
      { part: 10, whole: 100 },
      { part: 10, whole: 100 },
    ];
    const chances = computeChancesToBeBest(rates);
    assert.deepEqual(chances, computeChancesToBeBest(rates));
    near(chances[0]! + chances[1]!, 1, 1e-12);
    near(chances[0]!, 0.5, 0.02);
  });

  // Beta(2, 1) beats Beta(1, 1) with a chance of 2/3: the integral of x · 2x from 0 to 1.
  test('before any data every rate is as likely as any other', () => {
    const rates = [
      { part: 0, whole: 0 },
      { part: 1, whole: 1 },
    ];
    near(computeChancesToBeBest(rates)[1]!, 2 / 3, 0.012);
  });

  // Exact for whole parameters: the sum over i of B(αA + i, βA + βB) ÷ ((βB + i) B(1 + i, βB) B(αA, βA)), E. Miller.
  test('comes near the exact value', () => {
    const logFactorial = (n: number) =>
      Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((x, y) => x + y, 0);
    const logBeta = (x: number, y: number) =>
      logFactorial(x - 1) + logFactorial(y - 1) - logFactorial(x + y - 1);
    const [a, b] = [
      { part: 12, whole: 100 },
      { part: 18, whole: 100 },
    ];
    const [alphaA, betaA, alphaB, betaB] = [
      a.part + 1,
      a.whole - a.part + 1,
      b.part + 1,
      b.whole - b.part + 1,
    ];
    let exact = 0;
    for (let i = 0; i < alphaB; i++)
      exact += Math.exp(
        logBeta(alphaA + i, betaA + betaB) -
          Math.log(betaB + i) -
          logBeta(1 + i, betaB) -
          logBeta(alphaA, betaA),
      );
    near(computeChancesToBeBest([a, b])[1]!, exact, 0.012);
  });
});
