import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getLocalization, resolveLocale, toLocalizedText } from '../../src/i18n/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { coreEn as en } from '../../src/i18n/core-en.ts';
import { coreFr as fr } from '../../src/i18n/core-fr.ts';

/** The paths of everything in a value that is text or makes text. */
function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => paths(child, `${at}.${key}`));
}

test('both languages say the same things', () => {
  for (const localize of [getLocalization, getChartLocalization]) {
    const english = paths(localize('en').messages);
    assert.deepEqual(paths(localize('fr').messages).sort(), english.sort());
    assert.equal(english.length > 150, true);
  }
});

test('a locale gives its words and its own formats', () => {
  assert.deepEqual(resolveLocale('fr-CA'), { language: 'fr', tag: 'fr-CA' });
  assert.deepEqual(resolveLocale('fr_ca'), { language: 'fr', tag: 'fr-CA' });
  assert.deepEqual(resolveLocale('EN'), { language: 'en', tag: 'en' });
});

test('a language without words gives English for words and numbers', () => {
  for (const tag of ['de-CH', '', null, undefined, 'x', '-', 'fr-']) {
    assert.deepEqual(resolveLocale(tag), { language: 'en', tag: 'en' }, String(tag));
  }
  assert.equal(getLocalization('de').format.number(1234.5), '1,234.5');
});

test('a name is taken in the language, else in English, else in any', () => {
  assert.equal(toLocalizedText({ en: 'Lead', fr: 'Prospect' }, 'fr-CA'), 'Prospect');
  assert.equal(toLocalizedText({ en: 'Lead', 'fr-CA': 'Lead (QC)', fr: 'Prospect' }, 'fr-CA'), 'Lead (QC)');
  assert.equal(toLocalizedText({ en: 'Lead', de: 'Kontakt' }, 'fr'), 'Lead');
  assert.equal(toLocalizedText({ de: 'Kontakt' }, 'fr'), 'Kontakt');
  assert.equal(toLocalizedText('Lead', 'fr'), 'Lead');
  assert.equal(toLocalizedText(undefined, 'fr', 'Étape 2'), 'Étape 2');
  assert.equal(toLocalizedText({}, 'fr', 'Étape 2'), 'Étape 2');
});

test('plurals follow the language: French has 1.8 point, English 1.8 points', () => {
  assert.equal(fr.pointsInWords({ n: 1.8, text: '1,8' }), '1,8 point');
  assert.equal(en.pointsInWords({ n: 1.8, text: '1.8' }), '1.8 points');
  assert.equal(fr.subjects({ n: 0, text: '0' }, 'person'), '0 personne');
  assert.equal(en.subjects({ n: 1, text: '1' }, 'membership'), '1 membership');
});
