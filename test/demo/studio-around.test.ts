import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateStudio } from '../../demo/studio/generate-studio.ts';
import type { StudioEvent } from '../../demo/studio/studio.ts';
import { toDataset } from '../../demo/studio/to-dataset.ts';
import { WheelModelSchema } from '../../src/engine/schema/wheel.ts';
import type { Row } from '../support/oracle/types.ts';
import { runWheelOracle } from '../support/wheel-oracle/wheel-oracle.ts';

/*
 * What the generated studio has for the wheels and the figures: messages, site, opinions, an A/B test, campaigns.
 * The wheels are read by the slow oracle, not by the engine that the demo shows.
 */
const studio = generateStudio();
const rowsOf = (type: string): StudioEvent[] => studio.tables[type] ?? [];
const people = new Map(studio.people.map((person) => [person.id, person]));

function by(rows: readonly StudioEvent[]): Map<number, StudioEvent[]> {
  const groups = new Map<number, StudioEvent[]>();
  for (const row of rows) groups.set(row.person, [...(groups.get(row.person) ?? []), row]);
  return groups;
}

test('who clicks has opened, and who was clicked was sent: nothing comes before the person', () => {
  for (const medium of ['email', 'sms', 'push']) {
    const opens = by(rowsOf(`${medium}-open`));
    for (const { person, at, purpose } of rowsOf(`${medium}-click`)) {
      const opened = opens.get(person)?.some((open) => open.purpose === purpose && open.at <= at);
      assert.ok(opened, `${medium}: person ${person}`);
    }
    const share = rowsOf(`${medium}-click`).length / rowsOf(`${medium}-open`).length;
    assert.ok(share > 0.05 && share < 0.4, `${medium}: ${share} of the opened are clicked`);
  }
});

test('newsletters go to those who agreed to e-mail, pushes to members only', () => {
  for (const { person, purpose } of rowsOf('email-open'))
    if (purpose === 'newsletter') assert.equal(people.get(person)?.consent.email, true);
  const buyers = new Set(rowsOf('purchase').flatMap(({ person, intro }) => (intro ? [] : [person])));
  for (const { person } of rowsOf('push-open')) assert.ok(buyers.has(person));
});

test('surveys have a score from 0 to 10, reviews stars from 1 to 5, and come after a visit', () => {
  const visits = by(rowsOf('check-in'));
  for (const { person, at, score } of rowsOf('survey')) {
    assert.ok(Number.isInteger(score) && Number(score) >= 0 && Number(score) <= 10);
    assert.ok(visits.get(person)?.some((visit) => visit.at < at));
  }
  for (const { person, at, stars } of rowsOf('review')) {
    assert.ok([1, 2, 3, 4, 5].includes(Number(stars)));
    assert.ok(visits.get(person)?.some((visit) => visit.at < at));
  }
});

test('the test shows one page to each lead who came online while it ran, to about as many each', () => {
  const from = Date.parse('2026-06-01T00:00+02:00');
  const to = Date.parse('2026-10-19T00:00+02:00');
  const exposures = rowsOf('exposure');
  assert.equal(new Set(exposures.map(({ person }) => person)).size, exposures.length);
  for (const { person, at } of exposures) {
    assert.ok(at > from - 3_600_000 && at < to);
    assert.ok(Date.parse(people.get(person)!.leadCreatedAt!) > at);
  }
  const video = exposures.filter(({ variant }) => variant === 'video').length;
  // A fair coin stays within three standard deviations.
  assert.ok(Math.abs(video - exposures.length / 2) < 1.5 * Math.sqrt(exposures.length));
});

test('campaigns: a row a channel and day, each figure part of the one before it', () => {
  const keys = studio.campaigns.map(({ channel, date }) => `${channel} ${date}`);
  assert.equal(new Set(keys).size, keys.length);
  for (const { impressions, clicks, visits, carts, purchases, cost } of studio.campaigns) {
    assert.ok(impressions! >= clicks! && clicks! >= visits! && visits! >= carts! && carts! >= purchases!);
    assert.ok(cost! >= 0);
  }
});

test("campaigns are the seed's cases: strengthened, another audience, cancelled, gone on with, kept", () => {
  const sum = (channel: string, name: 'visits' | 'purchases' | 'cost' | 'revenue') =>
    studio.campaigns
      .filter((row) => row.channel === channel)
      .reduce((total, row) => total + (row[name] ?? 0), 0);
  const rate = (channel: string) => sum(channel, 'purchases') / sum(channel, 'visits');
  const ratio = (channel: string) => sum(channel, 'revenue') / sum(channel, 'cost');
  // lifecycle.md, section 5: strengthen from 5 %, cancel below 0.5 % with at least 1,000 visits, else by the return.
  assert.ok(rate('google') >= 0.05 && rate('forum') >= 0.05);
  assert.ok(rate('site-banner') < 0.005 && sum('site-banner', 'visits') >= 1000);
  assert.ok(rate('instagram') > 0.005 && rate('instagram') < 0.05 && ratio('instagram') < 1);
  assert.ok(rate('influencer') > 0.005 && rate('influencer') < 0.05 && ratio('influencer') > 1);
  assert.ok(rate('remarketing') > 0.05);
});

test('campaigns and the experiment are in the dataset, channels in the language of the sources', () => {
  const { campaigns, people: columns, experiments } = toDataset(studio, 'fr');
  const channels = new Set((campaigns as Record<string, string[]>).channel);
  assert.ok(channels.has('Bannière de forum') && !channels.has('forum'));
  assert.ok(channels.has('Google') && (columns as Record<string, string[]>).source?.includes('Google'));
  assert.equal(experiments?.length, 1);
});

test('every place of every wheel has people, some are won back, some are brought', () => {
  const small = generateStudio({ people: 450 });
  const events = Object.entries(small.tables).flatMap(([type, rows]) =>
    rows.map((row) => ({ ...row, type })),
  );
  const { timeZone, asOf } = small;
  const dataset = { timeZone, asOf, people: small.people as unknown as Row[], events };
  for (const model of WheelModelSchema.options) {
    const { phases, outside, energy } = runWheelOracle(dataset, model, { comparedTo: '2026-08-15' });
    for (const [place, { count }] of Object.entries({ ...phases, ...outside })) {
      // Of so few people nobody is ready to buy, and of the index nobody is without any sign.
      if (model === 'engagement' && (place === 'purchase' || place === 'not-engaged')) continue;
      assert.ok(count > 0, `${model}: nobody in ${place}`);
    }
    if (model === 'lifecycle') assert.ok(phases['retention']!.wonBack! > 0);
    if (model === 'flywheel') assert.ok(energy!.brought! > 0);
  }
});
