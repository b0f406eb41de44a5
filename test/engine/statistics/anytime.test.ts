import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomLcg } from 'd3';
import { boundAnytime } from '../../../src/engine/statistics/anytime.ts';
import { testProportions } from '../../../src/engine/statistics/proportions.ts';

describe('the bound for many looks', () => {
  it('is the formula’s, by hand', () => {
    // 150 and 180 of 1,000: pooled 0.165; V = 0.165 · 0.835 · 0.002 = 0.00027555; τ = 0.0165; d = 0.03.
    const bound = boundAnytime({ part: 150, whole: 1000 }, { part: 180, whole: 1000 });
    // √((0.00027555 + 0.00027225) ÷ 0.00027555) · exp(−0.00027225 · 0.0009 ÷ (2 · 0.00027555 · 0.0005478)).
    assert.ok(Math.abs((bound ?? 0) - 1.40998 * Math.exp(-0.81163)) < 1e-4, String(bound));
  });

  it('is never surer than a single look, and 1 at most', () => {
    const random = randomLcg(11);
    for (let n = 0; n < 500; n += 1) {
      const whole = 20 + Math.floor(random() * 5000);
      const control = { part: 1 + Math.floor(random() * (whole - 2)), whole };
      const variant = { part: 1 + Math.floor(random() * (whole - 2)), whole };
      const bound = boundAnytime(control, variant) ?? 0;
      assert.ok(bound <= 1);
      assert.ok(
        bound >= (testProportions(control, variant)?.p ?? 0) - 1e-12,
        JSON.stringify({ control, variant }),
      );
    }
  });

  it('is unknown of nobody, and where nobody or everybody converted', () => {
    assert.equal(boundAnytime({ part: 0, whole: 0 }, { part: 1, whole: 5 }), null);
    assert.equal(boundAnytime({ part: 0, whole: 5 }, { part: 0, whole: 5 }), null);
    assert.equal(boundAnytime({ part: 5, whole: 5 }, { part: 5, whole: 5 }), null);
  });

  it('keeps the risk where two equal variants are looked at fifty times; a single look’s test does not', () => {
    const random = randomLcg(2026);
    const [tests, looks, people] = [300, 50, 100];
    let [fooled, fooledBySingle] = [0, 0];
    for (let n = 0; n < tests; n += 1) {
      const [a, b] = [
        { part: 0, whole: 0 },
        { part: 0, whole: 0 },
      ];
      let [least, leastSingle] = [1, 1];
      for (let look = 0; look < looks; look += 1) {
        for (const variant of [a, b]) {
          variant.whole += people;
          for (let person = 0; person < people; person += 1) variant.part += random() < 0.2 ? 1 : 0;
        }
        least = Math.min(least, boundAnytime(a, b) ?? 1);
        leastSingle = Math.min(leastSingle, testProportions(a, b)?.p ?? 1);
      }
      fooled += least < 0.05 ? 1 : 0;
      fooledBySingle += leastSingle < 0.05 ? 1 : 0;
    }
    assert.ok(fooled / tests < 0.05, `${fooled} of ${tests} were fooled`);
    assert.ok(fooledBySingle / tests > 0.2, `${fooledBySingle} of ${tests} by the single look’s test`);
  });
});
