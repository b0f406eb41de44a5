import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toStoreInput } from '../../../src/data/to-store-input.ts';
import { assessChannels } from '../../../src/engine/channels/assess-channels.ts';
import { computeChannelFigures } from '../../../src/engine/channels/channel-figures.ts';
import { guessChannelKind, toChannelKey } from '../../../src/engine/channels/channel-kinds.ts';
import { computeChannels } from '../../../src/engine/channels/compute-channels.ts';
import { createStore, FunnelwheelError } from '../../../src/engine/index.ts';
import type { Channel, ChannelBounds, ChannelOptions, Dataset } from '../../../src/engine/schema/index.ts';

const SEED: Channel = {
  name: 'Campagne',
  impressions: 1000,
  clicks: 200,
  visits: 100,
  carts: 30,
  purchases: 20,
  cost: 400,
  revenue: 2000,
};

function adviceOf(channel: Partial<Channel>, bounds?: ChannelBounds) {
  const { action, reason, video } = assessChannels(
    { channels: [{ name: 'x', ...channel } as Channel] },
    bounds,
  ).channels[0]!.advice;
  return video ? [action, reason, 'video'] : [action, reason];
}

describe('the cases of the seed', () => {
  test('1,000 saw, 200 clicked, 100 visited, 30 put in the cart, 20 bought: 2 %, and 1,600 are left', () => {
    const { conversion, steps, costPerClick, costPerPurchase, profit, ratio } = computeChannelFigures(SEED);
    assert.deepEqual(conversion, { part: 20, whole: 1000, rate: 0.02, of: 'impressions' });
    const shares = [steps.clicks, steps.visits, steps.carts, steps.purchases].map((step) => step!.rate);
    assert.deepEqual(shares, [0.2, 0.1, 0.03, 0.02]);
    assert.deepEqual(
      { costPerClick, costPerPurchase, profit, ratio },
      { costPerClick: 2, costPerPurchase: 20, profit: 1600, ratio: 5 },
    );
  });

  test('9 of 100 from Google is strengthened', () => {
    assert.deepEqual(adviceOf({ name: 'Google', clicks: 100, purchases: 9 }), ['strengthen', 'converts']);
  });

  test('10 % from a forum banner is strengthened', () => {
    assert.deepEqual(adviceOf({ name: 'Bannière forum', visits: 200, purchases: 20 }), [
      'strengthen',
      'converts',
    ]);
  });

  test('0.1 % from a site banner is cancelled, and its money goes where people buy', () => {
    const banner = { name: 'Bannière site', visits: 2000, purchases: 2 };
    assert.deepEqual(adviceOf(banner), ['cancel', 'does-not-convert']);
    const { channels } = assessChannels({
      channels: [banner, { name: 'Google', clicks: 100, purchases: 9 }],
    });
    assert.equal(channels[0]!.advice.moveTo, 1);
  });

  test('2 sales from Facebook is another try with another audience, whatever else is known', () => {
    assert.deepEqual(adviceOf({ name: 'Facebook', purchases: 2 }), ['other-audience', 'few-sales']);
    const paid = { name: 'Facebook', clicks: 100, purchases: 2, cost: 200, revenue: 200 };
    assert.deepEqual(adviceOf(paid), ['other-audience', 'does-not-pay']);
  });

  test('after a second failure it is left but for remarketing', () => {
    assert.deepEqual(adviceOf({ name: 'Facebook', purchases: 2, failures: 1 }), ['leave', 'few-sales']);
    const history = [{ channel: 'FACEBOOK', action: 'other-audience' as const }];
    const [facebook] = assessChannels({ channels: [{ name: 'Facebook', purchases: 2 }], history }).channels;
    assert.equal(facebook!.advice.action, 'leave');
  });

  test('an influencer with satisfactory sales goes on, with a video', () => {
    const influencer = { name: 'Influenceuse', visits: 900, purchases: 31, cost: 450, revenue: 1395 };
    assert.deepEqual(adviceOf(influencer), ['continue', 'pays', 'video']);
  });

  test('remarketing is always kept', () => {
    assert.deepEqual(adviceOf({ name: 'Remarketing Facebook', visits: 5000, purchases: 0, failures: 3 }), [
      'keep',
      'remarketing',
    ]);
    assert.deepEqual(adviceOf({ name: 'x', kind: 'remarketing' }), ['keep', 'remarketing']);
  });
});

describe('bounds', () => {
  test('from 5 %, not below', () => {
    assert.equal(adviceOf({ visits: 1000, purchases: 50 })[0], 'strengthen');
    assert.equal(adviceOf({ visits: 1000, purchases: 49 })[0], 'continue');
  });

  test('cancelled below 0.5 % of at least 1,000, not at 0.5 %, not of 999', () => {
    const poor = { cost: 100, revenue: 50 };
    assert.equal(adviceOf({ visits: 1000, purchases: 4, ...poor })[0], 'cancel');
    assert.equal(adviceOf({ visits: 1000, purchases: 5, ...poor })[0], 'other-audience');
    assert.equal(adviceOf({ visits: 999, purchases: 4, ...poor })[0], 'other-audience');
  });

  test('in between by what it brings: more than it costs goes on', () => {
    assert.equal(adviceOf({ visits: 1000, purchases: 20, cost: 100, revenue: 101 })[0], 'continue');
    assert.equal(adviceOf({ visits: 1000, purchases: 20, cost: 100, revenue: 100 })[0], 'other-audience');
  });

  test('fewer than 30 people are too few to judge', () => {
    assert.deepEqual(adviceOf({ visits: 29, purchases: 5 }), ['wait', 'too-few-people']);
    assert.equal(adviceOf({ visits: 30, purchases: 5 })[0], 'strengthen');
  });

  test('all of them can be set', () => {
    const bounds = {
      strengthenFrom: 0.2,
      cancelBelow: 0.02,
      cancelVisits: 50,
      continueAbove: 3,
      leastPeople: 5,
    };
    assert.equal(adviceOf({ visits: 10, purchases: 1, cost: 1, revenue: 2 }, bounds)[0], 'other-audience');
    assert.equal(adviceOf({ visits: 60, purchases: 1 }, bounds)[0], 'cancel');
    assert.equal(adviceOf({ visits: 10, purchases: 2 }, bounds)[0], 'strengthen');
  });

  test('advice goes by visits, else clicks, else those who saw it', () => {
    const base = (channel: Partial<Channel>) =>
      computeChannelFigures({ name: 'x', purchases: 1, ...channel }).response?.of;
    assert.equal(base({ visits: 10, clicks: 20, impressions: 30 }), 'visits');
    assert.equal(base({ clicks: 20, impressions: 30 }), 'clicks');
    assert.equal(base({ impressions: 30 }), 'impressions');
    assert.equal(base({}), undefined);
  });
});

describe('a rate is of those it counts', () => {
  test('of people counted here it is customers, not purchases: nobody is more than all', () => {
    const brought = { people: 120, customers: 38, purchases: 140, revenue: null };
    const rate = (channel: Partial<Channel>) =>
      computeChannelFigures({ name: 'x', purchases: 140, brought, ...channel }).response;
    const ofPeople = { part: 38, whole: 120, rate: 38 / 120, of: 'people' };
    assert.deepEqual(rate({ campaign: false, visits: 100 }), ofPeople);
    assert.deepEqual(rate({ visits: 200, counted: ['visits', 'purchases'] }), ofPeople);
    assert.equal(rate({ visits: 200 })!.of, 'visits');
    assert.equal(rate({ visits: 100, clicks: 300 })!.of, 'clicks', 'more purchases than visits make no rate');
  });
});

describe('unknown is never 0', () => {
  test('what is missing makes no figure, and nothing divides by 0', () => {
    const nothing = computeChannelFigures({ name: 'x' });
    assert.deepEqual(
      [
        nothing.conversion,
        nothing.response,
        nothing.profit,
        nothing.ratio,
        nothing.costPerClick,
        nothing.costPerPurchase,
      ],
      [null, null, null, null, null, null],
    );
    const zero = computeChannelFigures({
      name: 'x',
      impressions: 0,
      clicks: 0,
      visits: 0,
      purchases: 0,
      cost: 0,
      revenue: 0,
    });
    assert.deepEqual([zero.conversion, zero.ratio, zero.costPerPurchase, zero.profit], [null, null, null, 0]);
    assert.deepEqual(adviceOf({ visits: 100 }), ['unknown', 'purchases-unknown']);
  });

  test('totals take only what is known, and the return only of channels that tell both', () => {
    const { totals } = assessChannels({
      channels: [
        { name: 'a', cost: 100, revenue: 300 },
        { name: 'b', cost: 50 },
        { name: 'c', revenue: 900 },
      ],
    });
    assert.deepEqual(totals.sums.cost, { value: 150, channels: 2 });
    assert.deepEqual(totals.return, { revenue: 300, cost: 100, profit: 200, ratio: 3, channels: 1 });
  });

  test('every figure is finite or null, and every channel has an advice', () => {
    const measure = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined });
    const channel = fc.record({
      name: fc.constantFrom('Google', 'Remarketing', 'x'),
      impressions: measure,
      clicks: measure,
      visits: measure,
      purchases: measure,
      cost: measure,
      revenue: measure,
      failures: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(channel, { maxLength: 6 }), (channels) => {
        const assessment = assessChannels({ channels: channels as Channel[] });
        for (const { figures, advice } of assessment.channels) {
          for (const value of [
            figures.profit,
            figures.ratio,
            figures.costPerClick,
            figures.response?.rate ?? null,
          ])
            assert.ok(value === null || Number.isFinite(value));
          assert.ok(advice.action.length > 0);
        }
        const { return: all } = assessment.totals;
        assert.ok(all === null || all.profit === all.revenue - all.cost);
      }),
    );
  });
});

describe('names', () => {
  test('are compared without case, accents and punctuation', () => {
    assert.equal(toChannelKey(' Bannière – Forum'), toChannelKey('banniere forum'));
  });

  test('tell the kind, the particular first', () => {
    const kinds = [
      'Remarketing Facebook',
      'Google Ads',
      'Bannière forum',
      'Site banner',
      'Influenceuse',
      'Instagram',
      'Bouche-à-oreille',
    ];
    assert.deepEqual(kinds.map(guessChannelKind), [
      'remarketing',
      'search-ads',
      'forum-banner',
      'site-banner',
      'influencer',
      'social-ads',
      'other',
    ]);
  });
});

async function report(dataset: Partial<Dataset>, options: ChannelOptions = {}) {
  const { input } = await toStoreInput({ timeZone: 'Europe/Paris', asOf: '2026-06-30', ...dataset });
  const store = createStore(input);
  return { result: computeChannels(store, options), rejected: store.summary.rejected };
}

describe('a dataset', () => {
  const campaigns = [
    { channel: 'Google', date: '2026-01-10', clicks: 60, cost: 120, purchases: 5, revenue: 500 },
    { channel: 'google', date: '2026-01-11', clicks: 40, cost: 80, purchases: 4, revenue: null },
    { channel: 'Google', date: '2026-03-01', clicks: 999, cost: 999, purchases: 9, revenue: 9 },
    { channel: 'Forum', date: '2026-01-12', cost: 50 },
  ];
  const people = [
    { id: 1, source: 'GOOGLE', leadCreatedAt: '2026-01-10' },
    { id: 2, source: 'forum', leadCreatedAt: '2026-01-12' },
    { id: 3, leadCreatedAt: '2026-01-13' },
    { id: 4, source: 'Amis', leadCreatedAt: '2026-01-14' },
    { id: 5, source: 'Google', leadCreatedAt: '2026-03-02' },
  ];
  const events = [
    { type: 'purchase', person: 1, at: '2026-02-01', amount: 90 },
    { type: 'purchase', person: 2, at: '2026-02-01', amount: 60 },
    { type: 'purchase', person: 2, at: '2026-02-02', amount: 40 },
    { type: 'purchase', person: 2, at: '2026-02-03', amount: 500, refunded: true },
    { type: 'purchase', person: 4, at: '2026-08-01', amount: 70 },
  ];
  const january = { range: { from: '2026-01-01', to: '2026-01-31' } };
  const channel = async (name: string, options: ChannelOptions = {}) =>
    (await report({ campaigns, people, events }, { ...january, ...options })).result.channels.find(
      (one) => one.name === name,
    )!;

  test('sums the rows of the range, and marks a sum that is a part', async () => {
    const google = await channel('Google');
    assert.deepEqual([google.clicks, google.cost, google.purchases, google.revenue], [100, 200, 9, 500]);
    assert.deepEqual(google.partial, ['revenue']);
    assert.equal(google.impressions, undefined);
  });

  test('fills in from the people what the channel does not report, with all they bought since, less refunds', async () => {
    const forum = await channel('Forum');
    assert.deepEqual([forum.purchases, forum.revenue, forum.counted], [2, 100, ['purchases', 'revenue']]);
    assert.deepEqual(forum.brought, { people: 1, customers: 1, purchases: 2, revenue: 100 });
  });

  test('the people’s own figures win where they are preferred', async () => {
    const google = await channel('Google', { prefer: 'people' });
    assert.deepEqual([google.purchases, google.revenue, google.clicks], [1, 90, 100]);
  });

  test('people without a campaign make a channel without advice; what lies ahead does not count', async () => {
    const friends = await channel('Amis');
    assert.deepEqual([friends.campaign, friends.cost, friends.purchases], [false, undefined, 0]);
    const { result } = await report({ campaigns, people, events }, january);
    assert.equal(result.unattributed, 1);
    const [, reason] = [null, assessChannels(result).channels.find(({ id }) => id === 'Amis')!.advice.reason];
    assert.equal(reason, 'no-campaign');
  });

  test('hints join names, and campaignsOnly leaves the others out', async () => {
    const channels = [
      { id: 'Forum', name: 'Forum de quartier', aliases: ['amis'], kind: 'forum-banner' as const },
    ];
    const { result } = await report(
      { campaigns, people, events },
      { ...january, channels, campaignsOnly: true },
    );
    const forum = result.channels.find(({ id }) => id === 'Forum')!;
    assert.deepEqual(
      [forum.name, forum.kind, forum.brought!.people],
      ['Forum de quartier', 'forum-banner', 2],
    );
    assert.equal(result.channels.length, 2);
  });

  test('first touch: without a source of their own, people are of the first event that has one', async () => {
    const touches = [
      { type: 'site-visit', person: 9, at: '2026-01-05' },
      { type: 'lead', person: 9, at: '2026-01-06', source: 'Forum' },
      { type: 'lead', person: 9, at: '2026-01-07', source: 'Google' },
    ];
    const { result } = await report({ events: touches }, january);
    assert.deepEqual(
      result.channels.map(({ name, brought, visits }) => [name, brought!.people, visits]),
      [['Forum', 1, 1]],
    );
  });

  test('with a second audience, the first that did poorly is a try', async () => {
    const rows = [
      {
        channel: 'Facebook',
        date: '2026-01-01',
        audience: 'runners',
        clicks: 100,
        purchases: 1,
        cost: 200,
        revenue: 50,
      },
      {
        channel: 'Facebook',
        date: '2026-02-01',
        audience: 'parents',
        clicks: 100,
        purchases: 1,
        cost: 200,
        revenue: 50,
      },
    ];
    const { result } = await report({ campaigns: rows });
    assert.equal(result.channels[0]!.failures, 1);
    assert.equal(assessChannels(result).channels[0]!.advice.action, 'leave');
    assert.equal((await report({ campaigns: rows.slice(0, 1) })).result.channels[0]!.failures, undefined);
  });

  test('rows that cannot be used are rejected with their reason', async () => {
    const rows = [
      ...campaigns.slice(0, 1),
      { channel: '', date: '2026-01-01', cost: 1 },
      { channel: 'x', date: '', cost: 1 },
      { channel: 'x', date: '2026-13-01', cost: 1 },
      { channel: 'x', date: '2026-01-01', cost: 'a lot' },
      { channel: 'x', date: '2026-01-01', cost: -5 },
      { channel: 'refunds', date: '2026-01-01', revenue: -5 },
    ];
    const { result, rejected } = await report({ campaigns: rows });
    assert.deepEqual(
      rejected.rows.map(({ table, row, code, column }) => [table, row, code, column]),
      [
        ['campaigns', 1, 'missing-channel', 'channel'],
        ['campaigns', 2, 'missing-date', 'date'],
        ['campaigns', 3, 'invalid-date', 'date'],
        ['campaigns', 4, 'invalid-number', 'cost'],
        ['campaigns', 5, 'invalid-number', 'cost'],
      ],
    );
    assert.deepEqual(
      result.channels.map(({ name }) => name),
      ['Google', 'refunds'],
    );
  });

  test('a table of campaigns is read from a French file, its columns guessed', async () => {
    const text = 'Canal;Jour;Clics;Dépenses;Chiffre d’affaires\nGoogle;31/01/2026;12;1 234,50 €;99,90\n';
    const { result } = await report({ campaigns: { file: new File([text], 'campagnes.csv') } });
    const [google] = result.channels;
    assert.deepEqual([google!.clicks, google!.cost, google!.revenue], [12, 1234.5, 99.9]);
  });

  test('a table without a usable row is a mistake', async () => {
    await assert.rejects(
      report({ campaigns: [{ channel: 'x', date: 'yesterday' }] }),
      (error: unknown) =>
        error instanceof FunnelwheelError && error.code === 'no-usable-rows' && error.path === 'campaigns',
    );
  });
});
