import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getActivationLocalization } from '../../src/i18n/figures-activation.ts';
import { getChannelLocalization } from '../../src/i18n/figures-channels.ts';
import { getExperimentLocalization } from '../../src/i18n/figures-experiment.ts';
import { formatPeriod, formatPeriodShort, formatScope } from '../../src/i18n/figures-periods.ts';

/** The paths of everything in a value that is text or makes text. */
function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => paths(child, `${at}.${key}`));
}

describe('the words of the small elements', () => {
  for (const [name, localize] of [
    ['activation-rate', getActivationLocalization],
    ['channel-report', getChannelLocalization],
    ['experiment-readout', getExperimentLocalization],
  ] as const) {
    test(`${name}: both languages say the same things, and one object a language is kept`, () => {
      assert.deepEqual(paths(localize('fr-CA').messages).sort(), paths(localize('en').messages).sort());
      assert.equal(localize('fr').messages, localize('fr-BE').messages);
      assert.equal(localize('de').tag, 'en');
    });
  }

  test('French sets its spaces, and its plural of one and a half', () => {
    const { messages } = getActivationLocalization('fr');
    assert.equal(messages.quote('A'), '«\u00a0A\u00a0»');
    assert.equal(messages.points({ n: 1.5, text: '1,5' }), '1,5 point');
    assert.match(messages.open({ n: 1, text: '1' }), /^1 personne a encore/);
  });
});

describe('periods', () => {
  test('a month is named by the studio’s clock, a bare date is never shifted', () => {
    assert.equal(formatPeriod('en', 'month', '2025-12-31T23:00:00Z', 'Europe/Paris'), 'January 2026');
    assert.equal(formatPeriod('en', 'month', '2026-01-01', 'America/New_York'), 'January 2026');
    assert.equal(formatPeriodShort('fr', 'month', '2026-02-01'), 'févr.');
    assert.equal(formatPeriodShort('en', 'week', '2026-02-02'), 'Feb 2');
  });

  test('a zone or a date that is none does not break anything', () => {
    assert.equal(formatPeriod('en', 'day', '2026-01-05T12:00:00Z', 'Mars/Olympus'), 'Jan 5, 2026');
    assert.equal(formatPeriod('en', 'day', 'soon'), 'soon');
  });

  test('a range with open ends is said so', () => {
    const { messages, format } = getActivationLocalization('en');
    assert.equal(formatScope(undefined, format, messages), 'All time');
    assert.equal(formatScope({ from: '2026-01-01', to: null }, format, messages), 'From Jan 1, 2026');
    assert.equal(formatScope({ to: '2026-01-31' }, format, messages), 'Until Jan 31, 2026');
  });
});
