import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { FunnelStepSelectEvent } from '../../../src/events/index.ts';
import { FakePeopleHost, makePeople, SEGMENT } from './fake-people-host.ts';
import { waitUntil } from '../../support/wait-until.ts';

FunnelStepDrilldown.define();
customElements.define('fake-people-host', FakePeopleHost);

/** Sets the hooks of every file about the list: a wide page, and nothing may be printed. */
export function watchPage(): void {
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
}

export interface Stage {
  page: HTMLElement;
  host: FakePeopleHost;
  list: FunnelStepDrilldown;
}

export async function mount(count = 500, lang = 'en'): Promise<Stage> {
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

export const choose = (host: FakePeopleHost, count = host.rows.length) => {
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

export const find = <E extends HTMLElement = HTMLElement>(list: FunnelStepDrilldown, selector: string) =>
  list.renderRoot.querySelector<E>(selector);
export const rowAt = (list: FunnelStepDrilldown, index: number) => find(list, `.row[data-row="${index}"]`);
export const drawn = (list: FunnelStepDrilldown) => [
  ...list.renderRoot.querySelectorAll<HTMLElement>('.spacer .row'),
];
export const text = (list: FunnelStepDrilldown, selector: string) =>
  find(list, selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
export const focused = (list: FunnelStepDrilldown) => list.shadowRoot?.activeElement as HTMLElement | null;
export const focusedRow = (list: FunnelStepDrilldown) =>
  focused(list)?.closest<HTMLElement>('[data-row]')?.dataset['row'];

export async function show(count = 500, lang = 'en'): Promise<Stage> {
  const stage = await mount(count, lang);
  choose(stage.host);
  await waitUntil(() => stage.list.model.allRows !== undefined && rowAt(stage.list, 0) !== null);
  await nextFrame();
  await stage.list.updateComplete;
  return stage;
}

export async function focusFirstRow(list: FunnelStepDrilldown): Promise<void> {
  find(list, '.row[data-row="0"] .c-name')?.focus();
  await list.updateComplete;
}

export async function press(list: FunnelStepDrilldown, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await list.updateComplete;
  }
}

export async function select(list: FunnelStepDrilldown, ...rows: number[]): Promise<void> {
  for (const row of rows) rowAt(list, row)?.querySelector('input')?.click();
  await list.updateComplete;
}

/** Opens the dialog, types, takes what fits, confirms. */
export async function request(
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

export const activity = (list: FunnelStepDrilldown) => text(list, '.activity');
export const said = (list: FunnelStepDrilldown) => text(list, '.base > [role=status]');
export const button = (list: FunnelStepDrilldown, label: string) =>
  [...list.renderRoot.querySelectorAll('button')].find((one) => one.innerText.trim() === label);
export const selectedIds = (list: FunnelStepDrilldown) =>
  drawn(list)
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => Number(row.dataset['row']));
