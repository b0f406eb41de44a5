import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import {
  FunnelLoadEvent,
  FunnelStepSelectEvent,
  type ClientsEnrollEvent,
  type ClientsSelectEvent,
  type ClientsStageChangeEvent,
  type ClientsTagEvent,
  type PeopleErrorEvent,
} from '../../../src/events/index.ts';
import { FakePeopleHost, makePeople, RESULT, SEGMENT } from './fake-people-host.ts';

FunnelStepDrilldown.define();
customElements.define('fake-people-host', FakePeopleHost);

const printed: unknown[][] = [];
const originals = new Map<'log' | 'warn' | 'error', (...args: unknown[]) => void>();

before(() => {
  for (const level of ['log', 'warn', 'error'] as const) {
    originals.set(level, console[level]);
    console[level] = (...args: unknown[]) => {
      printed.push(args);
    };
  }
});
after(() => {
  for (const [level, original] of originals) console[level] = original;
});
beforeEach(async () => {
  printed.length = 0;
  await setViewport({ width: 1100, height: 900 });
});
afterEach(() => {
  const said = printed.filter((args) => !String(args[0]).includes('Lit is in dev mode'));
  expect(said, 'nothing may be printed').to.deep.equal([]);
});

interface Stage {
  page: HTMLElement;
  host: FakePeopleHost;
  list: FunnelStepDrilldown;
}

async function mount(count = 500, lang = 'en'): Promise<Stage> {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <fake-people-host id="chart"></fake-people-host>
      <funnel-step-drilldown for="chart" allow-new-tags></funnel-step-drilldown>
    </div>
  `);
  const host = page.querySelector('fake-people-host') as FakePeopleHost;
  const list = page.querySelector('funnel-step-drilldown') as FunnelStepDrilldown;
  host.rows = makePeople(count);
  list.tags = ['VIP', 'Winback', 'Été'];
  list.leadStages = [{ id: 'trial', name: { en: 'Trial', fr: 'Essai' } }];
  list.sequences = (text) => Promise.resolve([{ id: 'w', name: `Welcome ${text}` }]);
  return { page, host, list };
}

const choose = (host: FakePeopleHost, count = host.rows.length) => {
  host.querySelector('button')?.focus();
  const event = new FunnelStepSelectEvent({
    funnel: 'leads',
    step: 'checkout',
    outcome: 'dropped',
    count,
    segment: SEGMENT,
  });
  host.dispatchEvent(event);
};

const find = <E extends HTMLElement = HTMLElement>(list: FunnelStepDrilldown, selector: string) =>
  list.renderRoot.querySelector<E>(selector);
const rowAt = (list: FunnelStepDrilldown, index: number) => find(list, `.row[data-row="${index}"]`);
const drawn = (list: FunnelStepDrilldown) => [
  ...list.renderRoot.querySelectorAll<HTMLElement>('.spacer .row'),
];
const text = (list: FunnelStepDrilldown, selector: string) =>
  find(list, selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
const focused = (list: FunnelStepDrilldown) => list.shadowRoot?.activeElement as HTMLElement | null;
const focusedRow = (list: FunnelStepDrilldown) =>
  focused(list)?.closest<HTMLElement>('[data-row]')?.dataset['row'];

async function show(count = 500, lang = 'en'): Promise<Stage> {
  const stage = await mount(count, lang);
  choose(stage.host);
  await waitUntil(() => stage.list.model.allRows !== undefined && rowAt(stage.list, 0) !== null);
  await nextFrame();
  await stage.list.updateComplete;
  return stage;
}

async function focusFirstRow(list: FunnelStepDrilldown): Promise<void> {
  find(list, '.row[data-row="0"] .c-name')?.focus();
  await list.updateComplete;
}

async function press(list: FunnelStepDrilldown, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await list.updateComplete;
  }
}

async function select(list: FunnelStepDrilldown, ...rows: number[]): Promise<void> {
  for (const row of rows) rowAt(list, row)?.querySelector('input')?.click();
  await list.updateComplete;
}

/** Opens the dialog, types, takes what fits, confirms. */
async function request(
  list: FunnelStepDrilldown,
  kind: 'tag' | 'stage' | 'enroll',
  typed: string,
): Promise<void> {
  find(list, `[data-act="${kind}"]`)?.click();
  await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === true);
  await sendKeys({ type: typed });
  await waitUntil(() => find(list, '[role="option"]') !== null);
  await aTimeout(kind === 'enroll' ? 250 : 0);
  await sendKeys({ press: 'Enter' });
  await list.updateComplete;
  find(list, 'dialog [type="submit"]')?.click();
  await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === false);
}

const activity = (list: FunnelStepDrilldown) => text(list, '.activity');
const said = (list: FunnelStepDrilldown) => text(list, '.base > [role=status]');
const button = (list: FunnelStepDrilldown, label: string) =>
  [...list.renderRoot.querySelectorAll('button')].find((one) => one.innerText.trim() === label);
const selectedIds = (list: FunnelStepDrilldown) =>
  drawn(list)
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => Number(row.dataset['row']));

describe('<funnel-step-drilldown>', () => {
  describe('opening', () => {
    it('shows the people of the opened cell, as many as the cell said, under its path', async () => {
      const { list } = await show();
      expect(text(list, 'h2')).to.equal('Lead contacted → lost before Checkout page viewed');
      expect(text(list, '.count')).to.equal('500 people');
      expect(find(list, '[role=grid]')?.getAttribute('aria-rowcount')).to.equal('501');
      expect(find(list, '.banner')).to.equal(null);
      expect(focused(list)?.id).to.equal('heading');
    });

    it('says when the list has another number than the cell', async () => {
      const { list, host } = await mount(498);
      choose(host, 500);
      await waitUntil(() => find(list, '.banner') !== null);
      expect(text(list, '.banner')).to.contain('498 instead of 500');
      button(list, 'Refresh')?.click();
      await waitUntil(() => find(list, '.banner') === null);
    });

    it('stays closed when the host page prevented it', async () => {
      const { page, host, list } = await mount();
      page.addEventListener('funnel-step-select', (event) => event.preventDefault());
      choose(host);
      await aTimeout(20);
      expect(list.open).to.equal(false);
    });

    it('listens to its own chart only', async () => {
      const { page, list } = await mount();
      const other = document.createElement('fake-people-host') as FakePeopleHost;
      page.append(other);
      choose(other);
      await aTimeout(20);
      expect(list.open).to.equal(false);
    });

    it('opens for a chart around it, and for one inside of it', async () => {
      for (const template of [
        html`<fake-people-host><funnel-step-drilldown></funnel-step-drilldown></fake-people-host>`,
        html`<funnel-step-drilldown><fake-people-host></fake-people-host></funnel-step-drilldown>`,
      ]) {
        const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
        const list = page.querySelector('funnel-step-drilldown') as FunnelStepDrilldown;
        choose(page.querySelector('fake-people-host') as FakePeopleHost);
        await waitUntil(() => list.model.total === 500);
        expect(list.open).to.equal(true);
      }
    });

    it('shows a segment that is set, and people that are handed over', async () => {
      const { list } = await mount();
      list.segment = SEGMENT;
      await waitUntil(() => list.model.total === 500);
      const alone = await fixture<FunnelStepDrilldown>(
        html`<funnel-step-drilldown .people=${{ people: makePeople(3), total: 3 }}></funnel-step-drilldown>`,
      );
      expect(drawn(alone).length).to.equal(3);
      expect(find(alone, '[part=close]')).to.equal(null);
    });

    it('closes by its button and by Escape, and gives the focus back to the cell', async () => {
      const { list, host } = await show();
      find(list, '[part=close]')?.click();
      await list.updateComplete;
      expect(list.open).to.equal(false);
      expect(document.activeElement).to.equal(host.querySelector('button'));
      choose(host);
      await waitUntil(() => list.model.allRows !== undefined && rowAt(list, 0) !== null);
      await focusFirstRow(list);
      await press(list, 'Space', 'Escape');
      expect(list.open, 'the first Escape clears the selection').to.equal(true);
      await press(list, 'Escape');
      expect(list.open).to.equal(false);
      expect(document.activeElement).to.equal(host.querySelector('button'));
    });

    it('follows the chart to other numbers', async () => {
      const { list, host } = await show();
      host.rows = makePeople(10);
      const [step, contacted, checkout] = RESULT.steps;
      host.result = { ...RESULT, steps: [step!, contacted!, { ...checkout!, dropped: 10 }] };
      host.dispatchEvent(new FunnelLoadEvent({ result: host.result }));
      await waitUntil(() => list.model.total === 10);
      await list.updateComplete;
      expect(find(list, '.banner')).to.equal(null);
    });
  });

  describe('when the chart shows something else', () => {
    const load = (host: FakePeopleHost, result: typeof RESULT) => {
      host.result = result;
      host.dispatchEvent(new FunnelLoadEvent({ result }));
    };

    it('closes where its step is gone, and leaves the focus where the user is', async () => {
      const { list, host, page } = await show();
      const picker = document.createElement('input');
      page.append(picker);
      picker.focus();
      load(host, { funnel: { id: 'other' }, steps: [{ id: 'visit', name: 'Visit', converted: 3 }] });
      await list.updateComplete;
      expect(list.open).to.equal(false);
      expect(list.segment).to.equal(undefined);
      expect(document.activeElement).to.equal(picker);
    });

    it('gives the focus back where it was in the list', async () => {
      const { list, host } = await show();
      await focusFirstRow(list);
      load(host, { funnel: { id: 'other' }, steps: [{ id: 'visit', name: 'Visit', converted: 3 }] });
      await list.updateComplete;
      expect(list.open).to.equal(false);
      expect(document.activeElement).to.equal(host.querySelector('button'));
    });

    it('begins again where another funnel has a step of that name', async () => {
      const { list, host } = await show();
      find(list, 'input[type=search]')?.focus();
      await sendKeys({ type: 'client 12' });
      await waitUntil(() => list.model.total === 15);
      load(host, { ...RESULT, funnel: { id: 'other' } });
      await waitUntil(() => list.model.total === 500);
      await list.updateComplete;
      expect(find<HTMLInputElement>(list, 'input[type=search]')?.value).to.equal('');
      expect(focused(list)?.id).to.equal('heading');
    });

    it('lets go of a filter by a value that nobody has any more', async () => {
      const { list, host } = await show();
      [...list.renderRoot.querySelectorAll<HTMLElement>('.value')]
        .find((one) => one.innerText.includes('Referral'))
        ?.click();
      await waitUntil(() => list.model.total === 167);
      host.rows = host.rows.map((row) => ({
        ...row,
        source: row.source === 'Referral' ? 'Parrainage' : row.source,
      }));
      load(host, RESULT);
      await waitUntil(() => list.model.total === 500);
      await list.updateComplete;
      expect(find(list, '.tools .chip')).to.equal(null);
    });
  });

  describe('the list', () => {
    it('tells the host once of the rows that it shows', async () => {
      const { list, host } = await mount(900);
      const offsets: number[] = [];
      list.addEventListener('people-load', (event) => offsets.push(event.offset));
      choose(host);
      await waitUntil(() => list.model.allRows?.length === 900);
      expect(offsets).to.deep.equal([0]);
    });

    it('has no axe violations: open, with a selection, with details, with the dialog, as cards', async () => {
      const { list } = await show();
      await expect(list).to.be.accessible();
      await select(list, 0, 1);
      find(list, '.row[data-row="2"] .c-name')?.click();
      await list.updateComplete;
      await expect(list).to.be.accessible();
      find(list, '[data-act=tag]')?.click();
      await waitUntil(() => find(list, '[role=option]') !== null);
      await expect(list).to.be.accessible();
      button(list, 'Cancel')?.click();
      await setViewport({ width: 360, height: 800 });
      await waitUntil(() => find(list, '.grid.cards') !== null);
      await expect(list).to.be.accessible();
    });

    it('draws only the rows in sight, each with its true number', async () => {
      const { list } = await show();
      expect(drawn(list).length).to.be.lessThan(40);
      const grid = find(list, '.grid')!;
      grid.scrollTop = 250 * 44;
      await waitUntil(() => rowAt(list, 252) !== null);
      expect(rowAt(list, 252)?.getAttribute('aria-rowindex')).to.equal('254');
      expect(rowAt(list, 252)?.innerText).to.contain('Client 252');
      expect(rowAt(list, 0)).to.equal(null);
    });

    it('never scrolls sideways', async () => {
      const { list } = await show();
      for (const width of [320, 360, 620, 760, 1080]) {
        await setViewport({ width, height: 800 });
        await nextFrame();
        await nextFrame();
        const base = find(list, '.base')!;
        expect(base.scrollWidth, `at ${width} px`).to.be.at.most(base.clientWidth);
        expect(document.documentElement.scrollWidth, `the page at ${width} px`).to.be.at.most(width);
      }
    });

    it('keeps the same semantics as cards', async () => {
      const { list } = await show();
      await setViewport({ width: 360, height: 800 });
      await waitUntil(() => find(list, '.grid.cards') !== null);
      expect(rowAt(list, 0)?.getAttribute('role')).to.equal('row');
      expect(rowAt(list, 0)?.querySelector('[role=rowheader]')?.getAttribute('aria-colindex')).to.equal('2');
      expect(find(list, '[role=grid]')?.getAttribute('aria-colcount')).to.equal('9');
    });

    it('sorts by a header, says so, and turns round', async () => {
      const { list } = await show();
      const header = find(list, '[role=columnheader][data-column=waiting]')!;
      expect(header.getAttribute('aria-sort')).to.equal('none');
      header.querySelector('button')?.click();
      await list.updateComplete;
      expect(header.getAttribute('aria-sort')).to.equal('ascending');
      expect(rowAt(list, 0)?.innerText).to.contain('Client 000');
      header.querySelector('button')?.click();
      await list.updateComplete;
      expect(header.getAttribute('aria-sort')).to.equal('descending');
      expect(rowAt(list, 0)?.innerText).to.contain('Client 499');
    });

    it('searches, says how many match, and says when nobody does', async () => {
      const { list } = await show();
      find(list, 'input[type=search]')?.focus();
      await sendKeys({ type: 'client 12' });
      await waitUntil(() => list.model.total === 15);
      await list.updateComplete;
      expect(text(list, '.matching')).to.equal('15 of 500 shown');
      await sendKeys({ type: 'x' });
      await waitUntil(() => find(list, '.state') !== null);
      expect(text(list, '.state')).to.contain('Nobody matches.');
      button(list, 'Clear the filters')?.click();
      await waitUntil(() => list.model.total === 500);
    });

    it('divides the people, and narrows the list to a value', async () => {
      const { list } = await show();
      const value = [...list.renderRoot.querySelectorAll<HTMLElement>('.value')].find((one) =>
        one.innerText.includes('Referral'),
      );
      expect(value?.getAttribute('aria-label')).to.equal('Referral: 167, 33.4% of the list');
      value?.click();
      await list.updateComplete;
      expect(list.model.total).to.equal(167);
      expect(text(list, '.tools .chip')).to.equal('Source: Referral');
      expect(text(list, '.count')).to.equal('500 people');
    });

    it('says that nobody is there, and that there is no list', async () => {
      const { list, host } = await mount(0);
      choose(host);
      await waitUntil(() => find(list, '.state') !== null);
      expect(text(list, '.state')).to.equal('Nobody was lost here.');
      const silent = document.createElement('div');
      silent.id = 'chart';
      host.replaceWith(silent);
      silent.dispatchEvent(
        new FunnelStepSelectEvent({
          funnel: 'leads',
          step: 'checkout',
          outcome: 'dropped',
          count: 3,
          segment: SEGMENT,
        }),
      );
      await waitUntil(() => text(list, '.state').includes('without a list'));
    });

    it('says that it failed, tells the host, and tries again', async () => {
      const { list, host } = await mount();
      host.isDown = true;
      setTimeout(() => choose(host));
      const error = (await oneEvent(list, 'people-error')) as unknown as PeopleErrorEvent;
      expect(error.code).to.equal('internal');
      await waitUntil(() => find(list, '.state') !== null);
      host.isDown = false;
      button(list, 'Try again')?.click();
      await waitUntil(() => list.model.total === 500);
    });
  });

  describe('by keyboard', () => {
    it('is one tab stop, moved by the arrows, pages and ends', async () => {
      const { list } = await show();
      await focusFirstRow(list);
      await press(list, 'ArrowDown', 'ArrowDown');
      expect(focusedRow(list)).to.equal('2');
      await press(list, 'PageDown');
      expect(Number(focusedRow(list))).to.be.greaterThan(7);
      await press(list, 'Control+End');
      await waitUntil(() => focusedRow(list) === '499');
      await press(list, 'Control+Home');
      await waitUntil(() => focusedRow(list) === '0');
      await press(list, 'End');
      expect(focused(list)?.dataset['column']).to.equal('tags');
      expect(list.renderRoot.querySelectorAll('.grid [tabindex="0"]').length).to.equal(1);
      await press(list, 'ArrowUp', 'Home');
      expect(focusedRow(list)).to.equal('-1');
      expect(focused(list)?.getAttribute('type')).to.equal('checkbox');
    });

    it('keeps the focused row in the page when it is scrolled out of sight', async () => {
      const { list } = await show();
      await focusFirstRow(list);
      find(list, '.grid')!.scrollTop = 300 * 44;
      await waitUntil(() => rowAt(list, 302) !== null);
      expect(focusedRow(list)).to.equal('0');
      await press(list, 'ArrowDown');
      await waitUntil(() => focusedRow(list) === '1');
      expect(find(list, '.grid')!.scrollTop).to.be.lessThan(100);
    });

    it('selects with Space, a range with Shift, and everybody with Ctrl+A', async () => {
      const { list } = await show();
      const told: ClientsSelectEvent[] = [];
      list.addEventListener('clients-select', (event) => told.push(event));
      await focusFirstRow(list);
      await press(list, 'Space');
      expect(told.at(-1)?.ids).to.deep.equal([0]);
      await press(list, 'Shift+ArrowDown', 'Shift+ArrowDown');
      expect(told.at(-1)?.ids).to.deep.equal([0, 1, 2]);
      await press(list, 'Shift+ArrowUp');
      expect(selectedIds(list)).to.deep.equal([0, 1]);
      await press(list, 'Control+a');
      expect(told.at(-1)?.count).to.equal(500);
      expect(told.at(-1)?.ids).to.equal(undefined);
      expect(told.at(-1)?.rule).to.deep.include({ funnel: 'leads', mode: 'exclude', segment: SEGMENT });
      await waitUntil(() => text(list, '[role=status]') === '500 selected');
      await press(list, 'Space');
      expect(told.at(-1)?.count).to.equal(499);
      expect(told.at(-1)?.rule.exclude).to.deep.equal([1]);
    });

    it('opens the details with Enter and comes back with Escape', async () => {
      const { list } = await show();
      await focusFirstRow(list);
      await press(list, 'ArrowDown', 'Enter');
      await waitUntil(() => focused(list)?.closest('.details') !== null && focused(list) !== null);
      expect(text(list, '.details')).to.contain('Client 001');
      expect(text(list, '.journey')).to.match(/Lead contacted Oct 1, 2026.* Checkout page viewed not done$/);
      expect(text(list, '.next-card')).to.contain('Send the price list');
      await press(list, 'Escape');
      await waitUntil(() => focusedRow(list) === '1');
      expect(find(list, '.details')).to.equal(null);
    });
  });

  describe('the selection', () => {
    it('takes everybody of a list that is here as a whole', async () => {
      const { list } = await show();
      const box = find<HTMLInputElement>(list, '.header input')!;
      expect(box.getAttribute('aria-label')).to.equal('Select all');
      box.click();
      await list.updateComplete;
      expect(text(list, '.selected-count')).to.equal('500 selected');
      expect(box.checked && !box.indeterminate).to.equal(true);
      box.click();
      await list.updateComplete;
      expect(text(list, '.selection')).to.equal('Select people to act on them.');
    });

    it('is not offered of nobody', async () => {
      const { list } = await show();
      await select(list, 0);
      expect(find(list, '[data-act=select-all]')).not.to.equal(null);
      find(list, 'input[type=search]')?.focus();
      await sendKeys({ type: 'nobody' });
      await waitUntil(() => list.model.total === 0);
      await list.updateComplete;
      expect(find(list, '[data-act=select-all]')).to.equal(null);
    });

    it('survives sorting, scrolling and searching', async () => {
      const { list } = await show();
      await select(list, 1, 2);
      find(list, '[role=columnheader][data-column=name] button')?.click();
      await list.updateComplete;
      find(list, 'input[type=search]')?.focus();
      await sendKeys({ type: '001' });
      await waitUntil(() => list.model.total === 1);
      await list.updateComplete;
      expect(selectedIds(list)).to.deep.equal([0]);
      expect(text(list, '.selected-count')).to.equal('2 selected');
    });

    it('of all who match is of those, whatever is searched for next', async () => {
      const { list } = await show();
      find(list, 'input[type=search]')?.focus();
      await sendKeys({ type: 'client 01' });
      await waitUntil(() => list.model.total === 15);
      const box = find<HTMLInputElement>(list, '.header input')!;
      box.click();
      await waitUntil(() => text(list, '.selected-count') === '15 selected');
      await list.updateComplete;
      expect(box.checked).to.equal(true);
    });

    it('lets go of people who are gone after a refresh', async () => {
      const { list, host } = await show();
      await select(list, 0, 1);
      host.rows = host.rows.slice(1);
      list.refresh();
      await waitUntil(() => list.model.total === 499);
      await waitUntil(() => text(list, '.selected-count') === '1 selected');
    });
  });

  describe('a request', () => {
    it('tells whom it reaches, and how many of them refuse e-mail', async () => {
      const { list } = await show();
      await select(list, 0, 1, 2);
      find(list, '[data-act=tag]')?.click();
      await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === true);
      expect(text(list, '.audience')).to.equal('3 people, 1 without e-mail consent');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === false);
      expect(focused(list)?.dataset['act']).to.equal('tag');
    });

    it('waits for the host, shows the rows under way, and is undone by its inverse', async () => {
      const { list, page } = await show();
      const events: ClientsTagEvent[] = [];
      let finish = () => undefined as void;
      page.addEventListener('clients-tag', (event) => {
        events.push(event);
        event.waitUntil(new Promise<void>((resolve) => (finish = resolve)));
      });
      await select(list, 0, 1, 2);
      await request(list, 'tag', 'ete');
      await waitUntil(() => events.length === 1);
      const [first] = events;
      expect(first?.tags).to.deep.equal(['Été']);
      expect(first?.ids).to.deep.equal([0, 1, 2]);
      expect(first?.count).to.equal(3);
      expect(first?.undo).to.equal(false);
      await list.updateComplete;
      expect(rowAt(list, 1)?.innerText).to.contain('under way');
      expect(activity(list)).to.contain('Tagging 3 people with “Été”');
      finish();
      await waitUntil(() => activity(list).includes('3 people tagged'));
      expect(rowAt(list, 1)?.innerText).to.contain('done');
      expect(selectedIds(list)).to.deep.equal([]);
      button(list, 'Undo')?.click();
      await waitUntil(() => events.length === 2);
      expect(events[1]?.undo).to.equal(true);
      expect(events[1]?.requestId).to.equal(first?.requestId);
      expect(events[1]?.ids).to.deep.equal([0, 1, 2]);
      finish();
      await waitUntil(() => activity(list).includes('taken off'));
    });

    it('that fails keeps everybody selected, and can be tried again', async () => {
      const { list, page } = await show();
      let isDown = true;
      const ids: string[] = [];
      page.addEventListener('clients-tag', (event) => {
        ids.push(event.requestId);
        event.waitUntil(isDown ? Promise.reject(new Error('no')) : Promise.resolve());
      });
      await select(list, 0, 1);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => activity(list).includes('could not be tagged'));
      expect(selectedIds(list)).to.deep.equal([0, 1]);
      expect(rowAt(list, 0)?.innerText).to.contain('failed');
      isDown = false;
      button(list, 'Try again')?.click();
      await waitUntil(() => activity(list).includes('2 people tagged'));
      expect(ids[0]).to.equal(ids[1]);
    });

    it('that fails for some keeps those selected, and tries again for them alone', async () => {
      const { list, page } = await show();
      const asked: unknown[] = [];
      page.addEventListener('clients-tag', (event) => {
        asked.push(event.ids);
        event.waitUntil(Promise.resolve(asked.length === 1 ? { failed: [1] } : undefined));
      });
      await select(list, 0, 1, 2);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => activity(list).includes('it failed for 1'));
      await list.updateComplete;
      expect(selectedIds(list)).to.deep.equal([1]);
      button(list, 'Try again')?.click();
      await waitUntil(() => asked.length === 2);
      expect(asked[1]).to.deep.equal([1]);
    });

    it('says how it ended, and says nothing when its banner goes or the language changes', async () => {
      const { list, page } = await show();
      let failed: number[] = [];
      page.addEventListener('clients-tag', (event) => event.waitUntil(Promise.resolve({ failed })));
      await select(list, 0, 1, 2);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => said(list).startsWith('3 people tagged'));
      await aTimeout(600);
      expect(said(list)).to.contain('3 people tagged');
      button(list, 'Undo')?.click();
      await waitUntil(() => said(list).includes('taken off'));
      failed = [1];
      await select(list, 0, 1);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => said(list).includes('it failed for 1'));
      list.locale = 'fr';
      await waitUntil(() => said(list) === '');
      find(list, '.activity .icon-button')?.click();
      await aTimeout(600);
      expect(said(list)).to.equal('');
    });

    it('keeps the focus when its button goes', async () => {
      const { list, page } = await show();
      let isDown = true;
      page.addEventListener('clients-tag', (event) =>
        event.waitUntil(isDown ? Promise.reject(new Error('no')) : Promise.resolve()),
      );
      await select(list, 0, 1);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => activity(list).includes('could not be tagged'));
      isDown = false;
      for (const [label, outcome] of [
        ['Try again', '2 people tagged'],
        ['Undo', 'taken off'],
      ] as const) {
        button(list, label)?.focus();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => activity(list).includes(outcome));
        await list.updateComplete;
        expect(focused(list)?.classList.contains('activity'), `after “${label}”`).to.equal(true);
      }
      await expect(list).to.be.accessible();
      find(list, '.activity .icon-button')?.focus();
      await sendKeys({ press: 'Enter' });
      await list.updateComplete;
      expect(find(list, '.activity')).to.equal(null);
      expect(focused(list)?.localName).to.equal('summary');
    });

    it('that failed can be dismissed', async () => {
      const { list } = await show();
      await select(list, 0);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => activity(list).includes('Nothing was done'));
      find(list, '.activity .icon-button')?.click();
      await list.updateComplete;
      expect(find(list, '.activity')).to.equal(null);
    });

    it('that nobody answers says so and keeps the selection', async () => {
      const { list } = await show();
      await select(list, 0, 1);
      await request(list, 'tag', 'Winback');
      await waitUntil(() => activity(list).includes('Nothing was done'));
      expect(selectedIds(list)).to.deep.equal([0, 1]);
    });

    it('that is prevented is refused', async () => {
      const { list, page } = await show();
      page.addEventListener('clients-stage-change', (event: ClientsStageChangeEvent) => {
        expect(event.stage).to.equal('trial');
        event.preventDefault();
      });
      await select(list, 0);
      await request(list, 'stage', 'Tri');
      await waitUntil(() => activity(list).includes('does not allow'));
      expect(selectedIds(list)).to.deep.equal([0]);
    });

    it('that runs is stopped by its signal', async () => {
      const { list, page } = await show();
      let event: ClientsEnrollEvent | undefined;
      page.addEventListener('clients-enroll', (asked) => {
        event = asked;
        asked.waitUntil(new Promise(() => undefined));
      });
      await select(list, 0);
      await request(list, 'enroll', 'back');
      await waitUntil(() => event !== undefined);
      expect(event?.sequence).to.equal('w');
      await waitUntil(() => button(list, 'Stop') !== undefined);
      button(list, 'Stop')?.click();
      expect(event?.signal.aborted).to.equal(true);
      await waitUntil(() => activity(list).includes('Stopped'));
    });

    it('for everybody but some carries the rule, and the ids on demand', async () => {
      const { list, page } = await show();
      let event: ClientsTagEvent | undefined;
      page.addEventListener('clients-tag', (asked) => {
        event = asked;
        asked.waitUntil(Promise.resolve());
      });
      await focusFirstRow(list);
      await press(list, 'Control+a', 'Space');
      await request(list, 'tag', 'Winback');
      await waitUntil(() => event !== undefined);
      expect(event?.count).to.equal(499);
      expect(event?.rule).to.deep.include({ mode: 'exclude', exclude: [0] });
      const ids: unknown[] = [];
      for await (const batch of event!.iterateIds()) ids.push(...batch);
      expect(ids.length).to.equal(499);
      expect(ids).not.to.include(0);
    });

    it('of memberships carries both, and the dialog shows both numbers', async () => {
      const { list, page, host } = await mount(4);
      host.result = { ...RESULT, subject: 'membership' };
      host.rows = makePeople(4).map((row, index) => ({
        ...row,
        id: `m${index}`,
        clientId: `c${index >> 1}`,
      }));
      let event: ClientsTagEvent | undefined;
      page.addEventListener('clients-tag', (asked) => {
        event = asked;
        asked.waitUntil(Promise.resolve());
      });
      choose(host, 4);
      await waitUntil(() => rowAt(list, 0) !== null && list.model.allRows !== undefined);
      await select(list, 0, 1, 2);
      find(list, '[data-act=tag]')?.click();
      await list.updateComplete;
      expect(text(list, '.audience')).to.contain('3 memberships of 2 people');
      button(list, 'Cancel')?.click();
      await list.updateComplete;
      await request(list, 'tag', 'Winback');
      await waitUntil(() => event !== undefined);
      expect(event?.subjectIds).to.deep.equal(['m0', 'm1', 'm2']);
      expect(event?.clientIds).to.deep.equal(['c0', 'c1']);
    });

    it('may make a tag only where that is allowed', async () => {
      const { list } = await show();
      await select(list, 0);
      find(list, '[data-act=tag]')?.click();
      await waitUntil(() => find(list, '[role=option]') !== null);
      await sendKeys({ type: 'Spring' });
      await waitUntil(() => text(list, '.options').includes('Create “Spring”'));
      list.allowNewTags = false;
      await list.updateComplete;
      expect(text(list, '.empty-choice')).to.equal('Nothing fits what you typed.');
    });

    it('is not offered where it is not allowed', async () => {
      const { list } = await show();
      list.can = 'tag';
      await list.updateComplete;
      expect(find(list, '[data-act=tag]')).not.to.equal(null);
      expect(find(list, '[data-act=stage]')).to.equal(null);
      list.can = '';
      await list.updateComplete;
      expect(find(list, '.buttons')).to.equal(null);
    });
  });

  describe('of more people than are fetched', () => {
    const showMany = async () => {
      const stage = await mount(6000);
      choose(stage.host);
      await waitUntil(() => stage.list.model.isTooLong && rowAt(stage.list, 0) !== null);
      await stage.list.updateComplete;
      return stage;
    };
    const filter = async (list: FunnelStepDrilldown, label: string, total: number) => {
      [...list.renderRoot.querySelectorAll<HTMLElement>('.value')]
        .find((one) => one.innerText.trim() === label)
        ?.click();
      await waitUntil(() => list.model.total === total);
      await list.updateComplete;
    };

    it('takes the rows in sight first and says so, then everybody', async () => {
      const { list } = await showMany();
      const box = find<HTMLInputElement>(list, '.header input')!;
      const label = box.getAttribute('aria-label');
      expect(label).to.match(/^Select the 1\d shown$/);
      box.click();
      await list.updateComplete;
      expect(box.indeterminate).to.equal(true);
      expect(text(list, '.selected-count')).to.equal(`${label?.match(/\d+/)?.[0]} selected`);
      expect(box.getAttribute('aria-label')).to.equal('Select all');
      button(list, 'Select all 6,000')?.click();
      await list.updateComplete;
      expect(text(list, '.selected-count')).to.equal('6,000 selected');
    });

    it('offers values without counts, and has the host narrow the list', async () => {
      const { list } = await showMany();
      expect(text(list, '.breakdown')).to.contain('More than 5,000 people');
      expect(find(list, '.breakdown .value-count')).to.equal(null);
      await filter(list, 'Referral', 2000);
      expect(text(list, '.tools .chip')).to.equal('Source: Referral');
      expect(rowAt(list, 1)?.innerText).to.contain('Client 004');
    });

    it('selects all who match by a rule, collecting no ids', async () => {
      const { list, host, page } = await showMany();
      const told: ClientsSelectEvent[] = [];
      list.addEventListener('clients-select', (event) => told.push(event));
      let asked: ClientsTagEvent | undefined;
      page.addEventListener('clients-tag', (event) => {
        asked = event;
        event.waitUntil(Promise.resolve());
      });
      await filter(list, 'Referral', 2000);
      await focusFirstRow(list);
      await press(list, 'Control+a', 'Space');
      expect(host.idsAsked).to.deep.equal([]);
      expect(told.at(-1)?.count).to.equal(1999);
      expect(told.at(-1)?.rule).to.deep.include({
        mode: 'exclude',
        where: { source: 'Referral' },
        exclude: [1],
      });
      await request(list, 'tag', 'Winback');
      await waitUntil(() => asked !== undefined);
      expect(asked?.ids?.length).to.equal(1999);
      expect(asked?.ids).to.include(4).and.not.include(1);
      expect(host.idsAsked).to.deep.equal([{ where: { source: 'Referral' } }]);
    });

    it('lets go of such a selection when the filter is taken off', async () => {
      const { list } = await showMany();
      await filter(list, 'Referral', 2000);
      await focusFirstRow(list);
      await press(list, 'Control+a');
      expect(text(list, '.selected-count')).to.equal('2,000 selected');
      find(list, '.tools .chip')?.click();
      await waitUntil(() => list.model.total === 6000);
      await list.updateComplete;
      expect(find(list, '.selected-count')).to.equal(null);
    });
  });

  describe('in the page', () => {
    it('draws nothing but rows when it is scrolled', async () => {
      const { list } = await show();
      let drawnTops = 0;
      Object.defineProperty(list, 'heading', { get: () => ((drawnTops += 1), '') });
      const grid = find(list, '.grid')!;
      grid.scrollTop = 250 * 44;
      await waitUntil(() => rowAt(list, 252) !== null);
      expect(drawnTops).to.equal(0);
      await select(list, 252);
      expect(drawnTops).to.be.greaterThan(0);
      expect(text(list, '.selected-count')).to.equal('1 selected');
    });

    it('tells of what was done in the language the reader has now', async () => {
      const { list, page } = await show();
      page.addEventListener('clients-stage-change', (event) => event.waitUntil(Promise.resolve()));
      await select(list, 0);
      await request(list, 'stage', 'Tri');
      await waitUntil(() => activity(list).includes('“Trial”'));
      page.lang = 'fr';
      await waitUntil(() => activity(list).includes('Essai'));
    });

    it('cuts off neither names nor what comes next', async () => {
      const { list } = await show();
      const isWhole = (selector: string) => {
        const line = rowAt(list, 2)?.querySelector<HTMLElement>(selector);
        if (!line) return false;
        // Where both lines flow into one text, it is the cell that holds them.
        const box = getComputedStyle(line).display === 'inline' ? line.parentElement! : line;
        return box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1;
      };
      for (const width of [360, 640, 760, 940, 1280]) {
        await setViewport({ width, height: 800 });
        for (const selector of ['.name', '.c-next .line'])
          await waitUntil(() => isWhole(selector), `${selector} is cut off at ${width} px`);
      }
    });

    it('speaks French when the page does, and changes with it', async () => {
      const { list, page } = await show(500, 'fr');
      expect(text(list, 'h2')).to.equal('Prospect contacté → perdus avant Page de paiement vue');
      expect(text(list, '.count')).to.equal('500 personnes');
      expect(find(list, '[data-act=tag]')?.innerText).to.equal('Étiqueter');
      page.lang = 'en';
      await waitUntil(() => text(list, '.count') === '500 people');
      list.locale = 'fr-FR';
      await list.updateComplete;
      expect(text(list, '[role=columnheader][data-column=next]')).to.equal('Prochaine étape');
    });

    it('lives on when it is taken out and put back', async () => {
      const { list, page, host } = await show();
      await select(list, 0);
      list.remove();
      page.append(list);
      await list.updateComplete;
      expect(text(list, '.selected-count')).to.equal('1 selected');
      find(list, '.grid')!.scrollTop = 100 * 44;
      await waitUntil(() => rowAt(list, 102) !== null);
      find(list, '[part=close]')?.click();
      choose(host);
      await waitUntil(() => list.open && list.model.total === 500);
    });

    it('writes no style attribute that a strict policy would block', async () => {
      const { list } = await show();
      const template = list.renderRoot.querySelectorAll('[style]');
      const names = [...template].flatMap((element) => [...(element as HTMLElement).style]);
      expect(names.every((name) => name.startsWith('--_'))).to.equal(true);
    });

    it('can stand under another name, and be defined twice', () => {
      FunnelStepDrilldown.define();
      FunnelStepDrilldown.define('people-list');
      expect(document.createElement('people-list')).to.be.instanceOf(FunnelStepDrilldown);
    });
  });
});
