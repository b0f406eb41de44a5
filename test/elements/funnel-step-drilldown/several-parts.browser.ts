import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/funnel-chart.ts';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import type { FunnelResult, FunnelSegment } from '../../../src/engine/schema/index.ts';
import type { ClientsTagEvent } from '../../../src/events/index.ts';
import { request, rowAt, select, text, watchPage } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

/**
 * ann   lead, intro, no membership: lost.
 * bob   lead, no intro: lost.
 * cleo  lead, intro, membership.
 * dave  lead (Instagram) in November, no intro.
 */
const DATA = {
  timeZone: 'Europe/Paris',
  asOf: '2026-12-31T00:00:00Z',
  people: ['ann', 'bob', 'cleo', 'dave'].map((id) => ({ id, name: id })),
  events: [
    { person: 'ann', type: 'lead', at: '2026-10-01T10:00:00Z', source: 'Google' },
    { person: 'ann', type: 'intro', at: '2026-10-02T10:00:00Z' },
    { person: 'bob', type: 'lead', at: '2026-10-03T10:00:00Z', source: 'Instagram' },
    { person: 'cleo', type: 'lead', at: '2026-10-04T10:00:00Z', source: 'Google' },
    { person: 'cleo', type: 'intro', at: '2026-10-05T10:00:00Z' },
    { person: 'cleo', type: 'member', at: '2026-10-06T10:00:00Z' },
    { person: 'dave', type: 'lead', at: '2026-11-04T10:00:00Z', source: 'Instagram' },
  ],
};
const DEFINITION = {
  id: 'trials',
  window: { days: 10 },
  steps: [
    { id: 'lead', name: { en: 'Lead', fr: 'Prospect' }, event: 'lead', when: 'inRange' as const },
    { id: 'intro', name: { en: 'Intro', fr: 'Essai' }, event: 'intro', when: 'afterEntry' as const },
    { id: 'member', name: { en: 'Member', fr: 'Membre' }, event: 'member', when: 'afterEntry' as const },
  ],
};

interface Pair {
  page: HTMLElement;
  chart: FunnelChart;
  list: FunnelStepDrilldown;
}

async function showPair(settings: object): Promise<Pair> {
  const page = await fixture<HTMLElement>(html`
    <div lang="en">
      <funnel-chart id="trials"></funnel-chart>
      <funnel-step-drilldown for="trials" allow-new-tags></funnel-step-drilldown>
    </div>
  `);
  const chart = page.querySelector('funnel-chart')!;
  const list = page.querySelector('funnel-step-drilldown')!;
  Object.assign(chart, settings);
  await waitUntil(() => chart.result && cell(chart, 'intro/dropped'), 'the chart');
  return { page, chart, list };
}

const cell = (chart: FunnelChart, key: string) =>
  chart.renderRoot.querySelector<HTMLElement>(`[data-cell="${key}"]`);

/** Selects cells by Space, and opens them together. */
async function openTogether({ chart, list }: Pair, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    cell(chart, key)?.focus();
    await sendKeys({ press: 'Space' });
    await chart.updateComplete;
  }
  chart.renderRoot.querySelector<HTMLElement>('.selection .primary')?.click();
  await waitUntil(() => list.open && (list.model.allRows !== undefined || list.model.error !== undefined));
  await list.updateComplete;
}

const shownIds = (list: FunnelStepDrilldown) => list.model.allRows?.map(({ id }) => id);

describe('several parts opened together', function () {
  // The first computation starts the worker, whose sources are translated when they are first asked for.
  this.timeout(60_000);

  it('show everybody who is in any of them, once, and say so', async () => {
    const pair = await showPair({ data: DATA, definition: DEFINITION, from: '2026-10-01', to: '2026-10-31' });
    const { page, chart, list } = pair;
    // ann has done the intro, and was lost after it: she is in the first and in the second part.
    await openTogether(pair, 'intro/count', 'member/dropped', 'intro/dropped');
    expect(shownIds(list)).to.deep.equal(['cleo', 'bob', 'ann']);
    expect(text(list, '.count')).to.equal('3 people');
    expect(text(list, 'h2')).to.equal('Lead → Intro or Lost before Member or Intro');
    page.lang = 'fr';
    await waitUntil(() => text(list, 'h2') === 'Prospect → Essai ou Perdus avant Membre ou Essai');
    expect(list.renderRoot.querySelector('[role=alert]'), 'no other number is claimed').to.equal(null);
    expect(chart.focusSegment(list.segment as FunnelSegment)).to.equal(true);
    await expect(list).shadowDom.to.be.accessible();
  });

  it('stay open when the chart shows other numbers', async () => {
    const pair = await showPair({ data: DATA, definition: DEFINITION, from: '2026-10-01', to: '2026-10-31' });
    await openTogether(pair, 'member/dropped', 'intro/dropped');
    expect(shownIds(pair.list)).to.deep.equal(['bob', 'ann']);
    pair.chart.to = '2026-11-30';
    await waitUntil(() => shownIds(pair.list)?.join() === 'dave,bob,ann');
    expect(text(pair.list, '.count')).to.equal('3 people');
    expect(text(pair.list, 'h2')).to.equal('Lost before Member or Intro');
  });

  it('stay open when nobody is in one of their groups any more', async () => {
    const breakdown = { breakdown: 'source', from: '2026-10-01', to: '2026-10-31' };
    const pair = await showPair({ data: DATA, definition: DEFINITION, ...breakdown });
    const groups = [...pair.chart.renderRoot.querySelectorAll<HTMLElement>('[data-cell^="lead/group:"]')];
    const keys = new Set(groups.map(({ dataset }) => dataset['cell'] ?? ''));
    expect(keys.size).to.equal(2);
    await openTogether(pair, ...keys);
    expect(shownIds(pair.list)?.length).to.equal(3);
    pair.chart.from = '2026-11-01';
    pair.chart.to = '2026-11-30';
    await waitUntil(() => shownIds(pair.list)?.join() === 'dave');
    expect(text(pair.list, 'h2')).to.match(/^Lead · (Google or Instagram|Instagram or Google)$/);
  });

  it('are what a request is about', async () => {
    const pair = await showPair({ data: DATA, definition: DEFINITION, from: '2026-10-01', to: '2026-10-31' });
    await openTogether(pair, 'member/dropped', 'intro/dropped');
    const asked: ClientsTagEvent[] = [];
    pair.list.addEventListener('clients-tag', (event) => {
      event.waitUntil(Promise.resolve());
      asked.push(event);
    });
    pair.list.tags = ['VIP'];
    await select(pair.list, 0, 1);
    await request(pair.list, 'tag', 'VIP');
    await waitUntil(() => asked.length === 1);
    expect(asked[0]?.rule.segment).to.deep.equal({
      anyOf: [
        { step: 'member', outcome: 'dropped' },
        { step: 'intro', outcome: 'dropped' },
      ],
    });
    expect([...(asked[0]?.ids ?? [])].sort()).to.deep.equal(['ann', 'bob']);
  });

  it('are refused in words where the server can only list one', async () => {
    const result: FunnelResult = {
      funnel: { id: 'trials' },
      steps: [
        { id: 'lead', name: 'Lead', entered: 3, converted: 3, open: 0, dropped: 0 },
        { id: 'intro', name: 'Intro', entered: 3, converted: 2, open: 0, dropped: 1 },
      ],
      links: { people: '/people{?step,outcome}' },
    };
    const pair = await showPair({ result });
    await openTogether(pair, 'intro/count', 'intro/dropped');
    expect(text(pair.list, '.state')).to.equal(
      'People can be listed for one part at a time here: choose a single one.',
    );
    expect(rowAt(pair.list, 0)).to.equal(null);
  });
});
