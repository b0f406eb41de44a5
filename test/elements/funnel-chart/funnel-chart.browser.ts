import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelSource } from '../../../src/data/funnel-source.ts';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import type {
  FunnelErrorEvent,
  FunnelLoadEvent,
  FunnelStepSelectEvent,
  ViewChangeEvent,
} from '../../../src/events/index.ts';
import {
  all,
  appears,
  focused,
  keepPageClean,
  moodySource,
  one,
  press,
  settle,
  show,
} from './chart-fixture.ts';
import * as scenarios from '../../../demo/scenarios/funnel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

const { october, plain } = scenarios;
/** A source whose loads fail. */
function failing(): ReturnType<typeof moodySource> {
  return Object.assign(moodySource(plain), { fail: true });
}

const ALL = Object.entries(scenarios) as [string, FunnelResult][];

function rows(chart: FunnelChart): HTMLElement[] {
  return all(chart, '.row');
}

/** What a screen reader reads of a row: each cell's label, or its text. */
function namesOf(row: HTMLElement): string {
  const cells = [...row.querySelectorAll('[role="rowheader"], [role="gridcell"]')];
  const named = cells.map((cell) => cell.querySelector('button[data-opens]') ?? cell);
  const names = named.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? '');
  return names.join(' | ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

describe('<funnel-chart>', () => {
  keepPageClean();

  for (const [name, result] of ALL) {
    it(`is accessible: ${name}`, async () => {
      await expect(await show(result)).to.be.accessible();
    });
  }

  it('is accessible while loading, failed, and filtered', async () => {
    const source: FunnelSource = { kind: 'src', load: () => new Promise(() => undefined) };
    await expect(await show(undefined, { source })).to.be.accessible();
    await expect(await show(undefined, { source: failing() })).to.be.accessible();
    await expect(await show(october, { filters: { lead: { source: ['Website'] } } })).to.be.accessible();
    await expect(await show(undefined)).to.be.accessible();
  });

  it('draws a result that is handed over at once, and not before that it is on its way', async () => {
    const chart = await show(plain);
    const next = new Promise((resolve) => {
      const look = (): unknown => [one(chart, '.chart').ariaBusy, all(chart, '.seg-2').length > 0];
      chart.addController({ hostUpdated: () => resolve(look()) });
    });
    chart.result = october;
    expect(await next).to.deep.equal(['false', true]);
  });

  it('says name, count, rate and loss of each step', async () => {
    const chart = await show(plain);
    const expected = [
      ['Leads created', '4,810 people'],
      ['Leads contacted', '3,675 people', '76.4% of step 1', '1,135 lost', '23.6% of step 1'],
      [
        'Checkout page viewed',
        '2,198 people',
        '59.8% of step 2',
        '45.7% of the total',
        '1,477 lost',
        'Biggest loss',
      ],
      ['Intro offer purchased', '1,228 people', '55.9% of step 3', '850 lost', '120 still open'],
      [
        'Membership purchased',
        '732 people',
        '59.6% of step 4',
        '15.2% of the total',
        '496 lost',
        'those who go on: 16 days (median)',
      ],
    ];
    rows(chart).forEach((row, index) => {
      for (const text of expected[index] ?? []) expect(namesOf(row)).to.include(text);
    });
    expect(rows(chart).length).to.equal(5);
  });

  it('prints every number of the names', async () => {
    const chart = await show(october);
    const text = one(chart, '[role="grid"]').innerText.replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const number of ['4,810', '2,198', '59.8%', '1,477 lost', '−3.3 pts'])
      expect(text).to.include(number);
  });

  for (const name of ['october', 'plain', 'tiny', 'renewal', 'manyGroups', 'growing'] as const) {
    it(`paints bars true to scale: ${name}`, async () => {
      const result: FunnelResult = scenarios[name];
      const chart = await show(result);
      const painted = rows(chart).map((row) => {
        const segments = [...row.querySelectorAll('.segment')];
        return segments.reduce((sum, segment) => sum + segment.getBoundingClientRect().width, 0);
      });
      const counts = result.steps.map((step) => step.converted ?? step.count ?? 0);
      const unit = (painted[0] ?? 0) / (counts[0] ?? 1);
      painted.forEach((width, index) => {
        const wanted = (counts[index] ?? 0) * unit;
        // Under two pixels a bar is drawn at two, and marked.
        if (wanted >= 2) expect(width / wanted, `step ${index + 1}`).to.be.closeTo(1, 0.02);
        else expect(width, `step ${index + 1}`).to.equal(counts[index] === 0 ? 0 : 2);
      });
    });
  }

  it('paints the remainder up to the base, the largest step being the whole track', async () => {
    const chart = await show(plain);
    const track = one(chart, '.track');
    expect(one(chart, '.segment').getBoundingClientRect().width).to.be.closeTo(track.clientWidth, 1);
    const right = (row: number, selector: string): number =>
      rows(chart)[row]?.querySelector(selector)?.getBoundingClientRect().right ?? NaN;
    for (const row of [1, 2, 3, 4]) expect(right(row, '.lost')).to.be.closeTo(right(row - 1, '.segment'), 1);
  });

  it('has one tab stop, moved by keys', async () => {
    const chart = await show(october);
    expect(all(chart, '[role="grid"] [tabindex="0"]').length).to.equal(1);
    one(chart, '[data-cell="contact/group:0"]').focus();
    expect(await press(chart, 'ArrowRight')).to.equal('contact/group:1');
    expect(await press(chart, 'ArrowDown')).to.equal('checkout/group:1');
    expect(await press(chart, 'ArrowUp')).to.equal('contact/group:1');
    expect(await press(chart, 'End')).to.equal('contact/details');
    expect(await press(chart, 'ArrowRight')).to.equal('contact/details');
    expect(await press(chart, 'Home')).to.equal('contact/step');
    expect(await press(chart, 'ArrowLeft')).to.equal('contact/step');
    expect(await press(chart, 'Control+End')).to.equal('member/step');
    expect(await press(chart, 'Control+Home')).to.equal('lead/step');
    expect(await press(chart, 'ArrowUp')).to.equal('lead/step');
    expect(all(chart, '[role="grid"] [tabindex="0"]').length).to.equal(1);
  });

  it('mirrors the arrows in right-to-left pages', async () => {
    document.documentElement.dir = 'rtl';
    const chart = await show(october);
    one(chart, '[data-cell="contact/group:0"]').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(chart)).to.equal('contact/group:1');
    const [first, second] = all(chart, '.row .segment').map((segment) => segment.getBoundingClientRect());
    expect(first?.left).to.be.greaterThan(second?.left ?? Infinity);
  });

  it('keeps its keys in right-to-left pages through an update', async () => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
    const chart = await show(scenarios.renewal);
    one(chart, '[data-cell="renewal-2/count"]').focus();
    expect(await press(chart, 'ArrowLeft')).to.equal('renewal-2/outcome:renewed');
    expect(await press(chart, 'ArrowLeft')).to.equal('renewal-2/outcome:frozen');
    chart.result = structuredClone(scenarios.renewal);
    await settle(chart);
    expect(focused(chart)).to.equal('renewal-2/outcome:frozen');
    expect(await press(chart, 'ArrowDown')).to.equal('renewal-3/outcome:frozen');
    expect(await press(chart, 'ArrowRight')).to.equal('renewal-3/outcome:renewed');
    expect(await press(chart, 'End')).to.equal('renewal-3/details');
    expect(await press(chart, 'ArrowRight')).to.equal('renewal-3/outcome:cancelled');
    expect(await press(chart, 'Control+Home')).to.equal('purchase/rate');
    expect(all(chart, '[role="grid"] [tabindex="0"]').length).to.equal(1);
  });

  it('opens help by ?, closes it by Esc, and gives the focus back to the cell', async () => {
    const chart = await show(october);
    one(chart, '[data-cell="contact/rate"]').focus();
    await sendKeys({ press: '?' });
    expect((await appears(chart, '.popover:popover-open .keys')).innerText).to.include('Esc');
    await sendKeys({ press: 'Escape' });
    await settle(chart);
    expect(all(chart, '.popover:popover-open').length).to.equal(0);
    expect(focused(chart)).to.equal('contact/rate');
  });

  it('says in words how the funnel is counted, where its definition came along', async () => {
    const definition = {
      id: 'x',
      window: { days: 7 },
      steps: [
        { id: 'lead', name: { en: 'Lead', fr: 'Prospect' }, event: 'lead' },
        { id: 'visit', name: { en: 'Visit', fr: 'Visite' }, event: 'check-in', when: 'afterEntry' },
      ],
    };
    const result = { ...plain, funnel: { name: 'Mine', definition } } as FunnelResult;
    const chart = await show(result, { locale: 'fr' });
    one(chart, '.notes button').click();
    const rules = await appears(chart, '.popover:popover-open ol.rules');
    expect(rules.innerText)
      .to.include('Visite')
      .and.to.include('en même temps que la première étape ou après');
    await expect(chart).shadowDom.to.be.accessible();

    chart.result = { ...result, funnel: { definition: { steps: 'of another kind' } } };
    await settle(chart);
    expect(one(chart, '.popover:popover-open').innerText).to.include('illisibles');
    expect((await show(plain)).renderRoot.querySelector('.notes button')).to.equal(null);
  });

  it('does not scroll the page by Space on a cell that opens nothing', async () => {
    const chart = await show(october);
    const cell = one(chart, '[data-cell="contact/rate"]');
    const opened: Event[] = [];
    chart.addEventListener('funnel-step-select', (event) => opened.push(event));
    const space = new KeyboardEvent('keydown', { key: ' ', bubbles: true, composed: true, cancelable: true });
    cell.dispatchEvent(space);
    expect(space.defaultPrevented).to.equal(true);
    expect(opened.length).to.equal(0);
  });

  it('makes a button of those cells alone that have people to open', async () => {
    for (const [name, result] of ALL) {
      const chart = await show(result);
      const opened: FunnelStepSelectEvent[] = [];
      chart.addEventListener('funnel-step-select', (event) => opened.push(event));
      const cells = all(chart, '[role="gridcell"] button');
      for (const cell of cells) cell.click();
      expect(opened.length, name).to.equal(cells.length);
      for (const { count, outcome } of opened) expect(count, `${name} ${outcome}`).to.be.greaterThan(0);
      chart.remove();
    }
  });

  it('says the ways on under the count, the exits between the rows, and opens each', async () => {
    const chart = await show(scenarios.renewal);
    const row = one(chart, '.row:nth-of-type(4)');
    const textOf = (selector: string): string | undefined =>
      row.querySelector<HTMLElement>(selector)?.innerText.replaceAll(/[\s\u00a0]+/g, ' ');
    expect(textOf('.figures')).to.match(/^679 635 renewed\D+44 frozen/);
    expect(textOf('.losses')).to.match(/^113 still open, 13% of step 2\D*78 cancelled, 9% of step 2/);
    expect(textOf('.losses')).not.to.match(/renewed|frozen/);
    const opened: (string | undefined)[] = [];
    chart.addEventListener('funnel-step-select', (event) => opened.push(`${event.outcome} ${event.count}`));
    for (const button of row.querySelectorAll<HTMLElement>('.ways button')) button.click();
    for (const piece of row.querySelectorAll<HTMLElement>('.lost[data-opens]')) piece.click();
    expect(opened).to.deep.equal(['renewed 635', 'frozen 44', 'cancelled 78']);
  });

  it('says when it was computed, not that the data is of now, where the data does not say', async () => {
    const summary = { rejected: { count: 0, rows: [] } } as unknown as FunnelSource['summary'];
    const source: FunnelSource = { kind: 'dataset', load: () => Promise.resolve(plain), summary };
    const chart = await show(undefined, { source });
    const notes = (): string => one(chart, '.notes').innerText.replaceAll('\u202f', ' ');
    expect(notes()).to.include('Computed in this browser on Nov 20, 2026, 9:30 AM');
    expect(notes()).not.to.include('data as of');
    chart.asOf = '2026-11-20T09:30:00+01:00';
    await settle(chart);
    expect(notes()).to.include('data as of Nov 20, 2026, 9:30 AM');
  });

  it('opens a cell by Enter and pointer, and can be refused', async () => {
    const chart = await show(october);
    const opened: FunnelStepSelectEvent[] = [];
    chart.addEventListener('funnel-step-select', (event) => opened.push(event));
    one(chart, '[data-cell="checkout/dropped"]').focus();
    await sendKeys({ press: 'Enter' });
    one(chart, '.row:nth-of-type(4) .lost').click();
    one(chart, '[data-cell="checkout/group:1"]').click();
    expect(opened.map(({ step, outcome, group, count }) => [step, outcome, group, count])).to.deep.equal([
      ['checkout', 'dropped', undefined, 1477],
      ['checkout', 'dropped', undefined, 1477],
      ['checkout', 'converted', 'Website', 810],
    ]);
    expect(opened[0]?.funnel).to.equal('lead-to-member');
    expect(opened[0]?.cancelable).to.equal(true);
  });

  it('opens nothing when it is readonly, and says so in role and cursor', async () => {
    const chart = await show(october, { readonly: true });
    let opened = 0;
    chart.addEventListener('funnel-step-select', () => (opened += 1));
    expect(all(chart, '[data-opens]').length).to.equal(0);
    expect(all(chart, '[role="gridcell"] button').length).to.equal(0);
    one(chart, '[data-cell="checkout/dropped"]').click();
    expect(opened).to.equal(0);
    await expect(chart).to.be.accessible();
  });

  it('keeps the focus through an update, and gives it to the nearest cell when its own is gone', async () => {
    const chart = await show(october);
    one(chart, '[data-cell="checkout/group:1"]').focus();
    chart.result = structuredClone(october);
    await settle(chart);
    expect(focused(chart)).to.equal('checkout/group:1');
    chart.result = plain;
    await settle(chart);
    // The third column: a group before, the rates now.
    expect(focused(chart)).to.equal('checkout/rate');
  });

  it('gives the focus back to the cell that was opened, or to any segment', async () => {
    const chart = await show(october);
    one(chart, '[data-cell="intro/open"]').click();
    (document.activeElement as HTMLElement | null)?.blur();
    expect(chart.focusSegment()).to.equal(true);
    expect(focused(chart)).to.equal('intro/open');
    expect(chart.focusSegment({ step: 'contact', outcome: 'converted', group: 'Referral' })).to.equal(true);
    expect(focused(chart)).to.equal('contact/group:2');
    expect(chart.focusSegment({ step: 'nowhere', outcome: 'dropped' })).to.equal(false);
  });

  it('speaks French where the page does, and follows a change at once', async () => {
    document.documentElement.lang = 'fr';
    const chart = await show(plain);
    expect(namesOf(rows(chart)[2] ?? chart)).to.include('1 477 perdus, 40,2 % de l’étape 2');
    expect(one(chart, 'section').lang).to.equal('fr');
    document.documentElement.lang = 'en';
    await settle(chart);
    expect(namesOf(rows(chart)[2] ?? chart)).to.include('1,477 lost');
    chart.locale = 'fr-CA';
    await settle(chart);
    expect(one(chart, 'h2').innerText).to.equal('Prospect → abonnement');
  });

  it('tells two on a page apart', async () => {
    const first = await show(plain, { locale: 'fr' });
    const second = await show(scenarios.few, { locale: 'en' });
    expect(first.summary).to.include('personnes');
    expect(second.summary).to.include('2 of 12 people');
    one(second, '[data-cell="intro/count"]').focus();
    expect(focused(first)).to.equal(undefined);
  });

  it('goes on after it was taken out and put back', async () => {
    const chart = await show(october);
    const parent = chart.parentElement;
    chart.remove();
    await settle(chart);
    parent?.append(chart);
    await settle(chart);
    expect(rows(chart).length).to.equal(5);
    document.documentElement.lang = 'fr';
    await settle(chart);
    expect(chart.summary).to.include('personnes');
  });

  it('filters a step: offered values, a chip, view-change, and all cleared', async () => {
    const chart = await show(october);
    const views: ViewChangeEvent[] = [];
    chart.addEventListener('view-change', (event) => views.push(event as ViewChangeEvent));
    one(chart, '[data-panel="filters"][data-step="checkout"]').click();
    const option = (await appears(chart, '.popover:popover-open .option input')) as HTMLInputElement;
    expect(option.closest('label')?.innerText.replaceAll(/\s+/g, ' ').trim()).to.equal('Membership 1,500');
    expect(chart.shadowRoot?.activeElement).to.equal(option);
    option.click();
    await settle(chart);
    expect(chart.filters).to.deep.equal({ checkout: { page: ['membership'] } });
    expect(views[0]?.detail.view.filters).to.deep.equal(chart.filters);
    expect(one(chart, '.chip').innerText).to.equal('Checkout page viewed: Page = Membership');
    await sendKeys({ press: 'Escape' });
    await settle(chart);
    expect(focused(chart)).to.equal('checkout/filters');
    one(chart, '.chips .quiet').click();
    await settle(chart);
    expect(chart.filters).to.deep.equal({});
    expect(all(chart, '.chip').length).to.equal(0);
  });

  it('lets the user pick period, look-back and comparison where the host wants it', async () => {
    const asked: unknown[] = [];
    const source: FunnelSource = {
      kind: 'src',
      load: ({ options }) => {
        asked.push(options);
        return Promise.resolve(october);
      },
    };
    const chart = await show(undefined, { source, controls: 'period lookback compare' });
    const views: ViewChangeEvent[] = [];
    chart.addEventListener('view-change', (event) => views.push(event as ViewChangeEvent));
    await appears(chart, '[part="run-controls"] input');
    await expect(chart).to.be.accessible();
    const [from, , days] = all(chart, '[part="run-controls"] input') as HTMLInputElement[];
    const [compare] = all(chart, '[part="run-controls"] select') as HTMLSelectElement[];
    const change = async (
      input: HTMLInputElement | HTMLSelectElement | undefined,
      value: string,
    ): Promise<void> => {
      if (!input) throw new Error('a picker is missing');
      input.value = value;
      input.dispatchEvent(new Event('change'));
      await settle(chart);
    };
    await change(from, '2026-10-01');
    await change(days, '45');
    await change(days, '0');
    await change(compare, 'previous');
    expect(asked.at(-1)).to.deep.equal({
      range: { from: '2026-10-01', to: null },
      comparison: 'previous',
      lookbackDays: 45,
    });
    expect(views.length).to.equal(3);
    await change(compare, 'period');
    expect(chart.view.compare).to.equal('2025-10-01..');
    await change(compare, 'groups');
    expect(chart.view.compare).to.equal('groups:["Meta Ads","Website"]');
    await change(all(chart, '[part="run-controls"] select')[2] as HTMLSelectElement, '"Referral"');
    expect(chart.view.compare).to.equal('groups:["Meta Ads","Referral"]');
    expect(all(chart, '[data-panel="filters"], .switch').length).to.equal(0);
  });

  it('asks the source for values the result does not bring', async () => {
    const asked: string[] = [];
    const source: FunnelSource = {
      kind: 'src',
      load: () => Promise.resolve(october),
      filterValues: (step, property) => {
        asked.push(`${step}.${property}`);
        return Promise.resolve({ property, values: [{ value: 'Spring', count: 12 }] });
      },
    };
    const chart = await show(undefined, { source });
    one(chart, '[data-panel="filters"][data-step="lead"]').click();
    await appears(chart, '.option');
    await settle(chart);
    expect(asked).to.deep.equal(['lead.campaign']);
    expect(all(chart, '.option').map((option) => option.innerText.replaceAll(/\s+/g, ' ').trim())).to.include(
      'Spring 12',
    );
  });

  it('keeps the ticked box, its place and the focus while new values are on their way', async () => {
    const answers: ((values: [string, number][]) => void)[] = [];
    const source: FunnelSource = {
      kind: 'src',
      load: () => Promise.resolve({ ...october }),
      filterValues: (_step, property) =>
        new Promise((resolve) => {
          answers.push((values) =>
            resolve({ property, values: values.map(([value, count]) => ({ value, count })) }),
          );
        }),
    };
    const chart = await show(undefined, { source });
    const options = (): string[] =>
      all(chart, 'fieldset:last-of-type .option').map((option) =>
        option.innerText.replaceAll(/\s+/g, ' ').trim(),
      );
    one(chart, '[data-panel="filters"][data-step="lead"]').click();
    await waitUntil(() => answers.length === 1, 'the values are asked for');
    answers[0]?.([
      ['Spring', 12],
      ['Summer', 8],
      ['Winter', 3],
    ]);
    await settle(chart);
    const box = one(chart, 'fieldset:last-of-type .option:nth-of-type(2) input') as HTMLInputElement;
    box.focus();
    box.click();
    await waitUntil(() => answers.length === 2, 'they are asked for again');
    expect(options()).to.deep.equal(['Spring 12', 'Summer 8', 'Winter 3']);
    expect(chart.shadowRoot?.activeElement).to.equal(box);
    answers[1]?.([
      ['Summer', 8],
      ['Spring', 5],
    ]);
    await settle(chart);
    expect(options()).to.deep.equal(['Spring 5', 'Summer 8', 'Winter 0']);
    expect(chart.shadowRoot?.activeElement).to.equal(box);
    expect(box.checked).to.equal(true);
  });

  it('gives the focus back on Esc even when what had it in the panel is gone', async () => {
    const chart = await show(october);
    one(chart, '[data-panel="filters"][data-step="checkout"]').click();
    await appears(chart, '.popover:popover-open .option input');
    (chart.shadowRoot?.activeElement as HTMLElement).blur();
    expect(document.activeElement).to.equal(document.body);
    await sendKeys({ press: 'Escape' });
    await settle(chart);
    expect(focused(chart)).to.equal('checkout/filters');
  });

  it('draws a change that may still turn without colour or arrow', async () => {
    const chart = await show(october);
    const changes = all(chart, '.change');
    expect(changes.map((change) => change.className)).to.deep.equal([
      'change of-count down',
      'change of-rate up',
      'change of-rate down',
      'change of-rate undecided',
      'change of-rate down',
    ]);
    expect(changes[3]?.innerText.replaceAll(/\s+/g, ' ')).to.equal('+4.0 pts (120 still open)');
  });

  it('describes the grid in sentences with spaces between them', async () => {
    const chart = await show(plain);
    const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    expect(inOneLine(one(chart, '#summary').textContent ?? '')).to.equal(inOneLine(chart.summary));
  });

  it('tells a finished load and a failure once, keeps the last good view, and tries again', async () => {
    const source = failing();
    source.fail = false;
    const chart = await fixture<FunnelChart>(html`<funnel-chart></funnel-chart>`);
    chart.source = source;
    const loaded = await oneEvent(chart, 'funnel-load');
    expect((loaded as unknown as FunnelLoadEvent).result).to.equal(plain);
    source.fail = true;
    chart.retry();
    const failed = (await oneEvent(chart, 'funnel-error')) as unknown as FunnelErrorEvent;
    expect(failed.code).to.equal('internal');
    await settle(chart);
    expect(rows(chart).length).to.equal(5);
    expect(one(chart, '.banner').innerText).to.include('Nov 20, 2026');
    source.fail = false;
    failed.retry();
    await oneEvent(chart, 'funnel-load');
    await settle(chart);
    expect(all(chart, '.banner').length).to.equal(0);
    expect(source.loads).to.equal(3);
  });

  it('does not echo what the host sets', async () => {
    const chart = await fixture<FunnelChart>(html`<funnel-chart></funnel-chart>`);
    const heard: string[] = [];
    for (const name of ['funnel-load', 'view-change']) chart.addEventListener(name, () => heard.push(name));
    Object.assign(chart, { result: plain, viewMode: 'rate', filters: { lead: { source: ['x'] } } });
    await settle(chart);
    expect(heard).to.deep.equal([]);
  });

  it('gives its view back as it was', async () => {
    const chart = await show(plain, { funnel: 'lead-to-class', from: '2026-10-01', viewMode: 'rate' });
    const { view } = chart;
    expect(JSON.parse(JSON.stringify(view))).to.deep.equal({
      funnel: 'lead-to-class',
      from: '2026-10-01',
      mode: 'rate',
    });
    const other = await show(plain);
    other.view = view;
    expect(other.view).to.deep.equal(view);
  });

  it('says a wrong result with its reason, not as an exception', async () => {
    const chart = await fixture<FunnelChart>(html`<funnel-chart></funnel-chart>`);
    setTimeout(() => Object.assign(chart, { result: { steps: [{ count: -1 }] } }));
    const failed = (await oneEvent(chart, 'funnel-error')) as unknown as FunnelErrorEvent;
    expect(failed.code).to.equal('invalid-result');
    expect(failed.path).to.equal('steps[0].count');
    await settle(chart);
    expect(one(chart, '.state').innerText).to.include('The figures have a form that cannot be read.');
  });

  it('shows host text as text', async () => {
    const chart = await show({
      steps: [
        { name: '<img src=x onerror=alert(1)>', count: 3 },
        { name: 'b', count: 1 },
      ],
    });
    expect(one(chart, '.name').textContent).to.equal('<img src=x onerror=alert(1)>');
    expect(all(chart, 'img').length).to.equal(0);
  });

  for (const width of [320, 480, 760, 1080]) {
    it(`fits ${width} pixels without scrolling, in texts of 12 px and more`, async () => {
      await setViewport({ width, height: 800 });
      for (const [name, result] of ALL) {
        for (const locale of ['en', 'fr']) {
          const chart = await show(result, { locale });
          const box = chart.getBoundingClientRect();
          if (result !== scenarios.enormous) {
            for (const count of all(chart, '.count'))
              expect(
                count.getBoundingClientRect().height,
                `${name} ${count.innerText} is one line`,
              ).to.be.below(40);
          }
          for (const element of all(
            chart,
            '.chart *:not(.visually-hidden, .visually-hidden *, [popover], [popover] *, svg, svg *)',
          )) {
            const { left, right, width: size } = element.getBoundingClientRect();
            if (size === 0) continue;
            const what = `${name} ${locale} ${element.className}`;
            expect(right, what).to.be.at.most(box.right + 1);
            expect(left, what).to.be.at.least(box.left - 1);
            expect(parseFloat(getComputedStyle(element).fontSize), what).to.be.at.least(12);
          }
          chart.remove();
        }
      }
    });
  }

  it('can be defined twice, and under another tag', () => {
    FunnelChart.define();
    FunnelChart.define('other-funnel-chart');
    expect(document.createElement('other-funnel-chart')).to.be.instanceOf(FunnelChart);
  });
});
