import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METRIC_IDS } from '../../src/engine/flywheel/compute-metrics.ts';
import { getFormats } from '../../src/i18n/index.ts';
import { getWheelLocalization } from '../../src/i18n/wheel-localization.ts';
import type { WheelMessages } from '../../src/i18n/wheel-messages.ts';
import { describePlaceReason } from '../../src/i18n/wheel-reasons.ts';
import { describeWheelRules } from '../../src/i18n/wheel-rules.ts';

const en = getWheelLocalization('en').wheel;
const fr = getWheelLocalization('fr').wheel;
const one = { n: 1, text: '1' };
const two = { n: 2, text: '2' };

/** Every text without parameters, and every function's answer to plain parameters. */
function textsOf(words: WheelMessages): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(words);
  return texts;
}

test('French keeps its punctuation together, and uses its own apostrophe', () => {
  const made = [
    fr.summaryLargest('Fidélisation', fr.people(two), '44 %'),
    fr.summaryMoves('30 jours', two, one, one) + fr.summaryMoreDecline('2'),
    fr.quickTest(one, two, false),
    fr.energy(one, '3'),
    fr.frictionLine('Paiement refusé', '3 personnes', 'fort'),
    fr.gauge('personnes', '12'),
    fr.marked(two, 'Perdus'),
    fr.listHeading.phase('Achat', ''),
    ...describeWheelRules(
      { newMonths: 3, regularVisits: 3, visitMonths: 3, formerMonths: 12, gapDays: 21 },
      'lifecycle',
      'fr',
      String,
    ),
    describePlaceReason(
      { code: 'signed-up', at: '2026-01-05', until: '2026-04-05' },
      'fr',
      getFormats('fr'),
      'UTC',
    ),
  ];
  for (const text of [...textsOf(fr), ...made]) {
    assert.doesNotMatch(
      text,
      /[^\u00a0\u202f][;:!?»](?!\/)/,
      `no no-break space before the punctuation: ${text}`,
    );
    assert.doesNotMatch(text, /«(?!\u00a0)/, text);
    assert.doesNotMatch(text, /'/, `a straight apostrophe: ${text}`);
  }
});

test('plurals: one person, several people, in both languages', () => {
  assert.equal(en.people(one), '1 person');
  assert.equal(en.people(two), '2 people');
  assert.equal(fr.people({ n: 0, text: '0' }), '0 personne');
  assert.equal(fr.people(two), '2 personnes');
  assert.match(fr.summaryMoves('30 jours', one, two, one), /1 recul, 2 départs, 1 retour$/);
  assert.match(fr.summaryMoves('30 jours', two, one, two), /2 reculs, 1 départ, 2 retours$/);
  assert.equal(fr.flowWord('leave', one), 'départ');
  assert.equal(fr.flowWord('enter', two), 'entrées');
  assert.equal(en.flowWord('decline', one), 'slips back');
  assert.match(fr.balance('10', one, two, '9', ''), /\+\u00a01\u00a0entrée −\u00a02\u00a0sorties =\u00a09$/);
});

test('the rules say the thresholds that were used, and no others', () => {
  const rules = describeWheelRules(
    { newMonths: 4, gapDays: null, purchases: ['purchase'] },
    'lifecycle',
    'en',
    String,
  );
  assert.deepEqual(rules, ['Conversion: for 4 months after signing up.']);
  const shares = describeWheelRules({ fallShare: 0.3 }, 'engagement', 'en', (value, isShare) =>
    isShare ? `${value * 100}%` : String(value),
  );
  assert.deepEqual(shares, ['Exit also for a score that fell by 30% or more.']);
});

test('reasons are sentences; a code of the host’s own is shown with its numbers', () => {
  const format = getFormats('en');
  const say = (reason: { code: string } & Record<string, unknown>) =>
    describePlaceReason(reason, 'en', format, 'Europe/Paris');
  assert.equal(say({ code: 'few-visits', visits: 1, months: 3 }), 'Comes too rarely: 1 visit in 3 months.');
  assert.equal(say({ code: 'regular', visits: 38, months: 3 }), 'Comes regularly: 38 visits in 3 months.');
  assert.equal(
    say({ code: 'contacted', at: '2026-12-20T23:30:00Z' }),
    'Contacted to win them back on Dec 21, 2026.',
    'in the studio’s day',
  );
  assert.equal(say({ code: 'low-score', score: 27.44, below: 30 }), 'Score 27.4: under 30.');
  assert.equal(say({ code: 'vip', level: 3, secret: { a: 1 } }), 'vip (level 3)');
});

test('both languages have the same phases, places and measures', () => {
  for (const part of ['phases', 'outside', 'metrics'] as const)
    assert.deepEqual(Object.keys(fr[part]).sort(), Object.keys(en[part]).sort());
});

test('every measure the engine makes has a name in both languages, and no other has', () => {
  for (const words of [en, fr]) assert.deepEqual(Object.keys(words.metrics).sort(), [...METRIC_IDS].sort());
});

test('a zone in French begins with d’ before a vowel', () => {
  assert.equal(fr.timeZone('Europe/Paris'), 'jours d’Europe/Paris');
  assert.equal(fr.timeZone('Pacific/Noumea'), 'jours de Pacific/Noumea');
});
