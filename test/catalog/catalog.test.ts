import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { funnelCatalog, getFunnel } from '../../src/catalog/index.ts';
import { compileFunnel, FunnelwheelError } from '../../src/engine/index.ts';
import type { LocalizedText } from '../../src/engine/index.ts';

/** The ids of funnels.md, "The catalogue". */
const IDS = [
  'cart-abandonment',
  'guest-referral',
  'intro-to-appointment',
  'intro-to-class',
  'lead-to-appointment',
  'lead-to-class',
  'lead-to-customer',
  'membership-conversion',
  'membership-renewal',
  'reactivation',
];

const isInBothLanguages = (text: LocalizedText | undefined) =>
  typeof text === 'object' && Boolean(text.en) && Boolean(text.fr);

describe('the catalogue', () => {
  it('holds the ten funnels', () => {
    assert.deepEqual(funnelCatalog.map((funnel) => funnel.id).sort(), IDS);
  });

  for (const funnel of funnelCatalog) {
    it(`${funnel.id}: compiles, and is named in English and French throughout`, () => {
      assert.doesNotThrow(() => compileFunnel(funnel));
      assert.ok(isInBothLanguages(funnel.name), 'name');
      assert.ok(isInBothLanguages(funnel.description), 'description');
      for (const [index, step] of funnel.steps.entries()) {
        assert.ok(isInBothLanguages(step.name), `${step.id}: name`);
        assert.equal(
          isInBothLanguages(step.action),
          index > 0,
          `${step.id}: an action, unless it is the first`,
        );
      }
    });
  }

  it('is shared by all, so nobody can change it', () => {
    const step = getFunnel('lead-to-class').steps[0];
    assert.throws(() => Object.assign(step ?? {}, { id: 'other' }), TypeError);
  });

  it('refuses an id it does not have', () => {
    assert.throws(
      () => getFunnel('lead-to-nowhere'),
      (error: unknown) =>
        error instanceof FunnelwheelError &&
        error.code === 'unknown-funnel' &&
        error.value === 'lead-to-nowhere',
    );
  });
});
