import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openFigures } from '../../demo/figures/main.ts';
import type { StudioHost } from '../../demo/host/studio-host.ts';
import { openTogether } from '../../demo/wheel/together-main.ts';
import { openWheel } from '../../demo/wheel/main.ts';
import type { FunnelStepDrilldown } from '../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import type { LifecycleWheel } from '../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import type { WheelLoadEvent } from '../../src/events/wheel-load-event.ts';

/** The next event of a type; begins to listen at once. */
function next<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as E), { once: true });
  });
}

/** Waits for what a page shows some time after an event; mocha's own limit ends a wait in vain. */
async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the pages of wheel and figures', () => {
  const address = location.href;
  let root: HTMLElement;

  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
  });

  afterEach(() => {
    root.remove();
    history.replaceState(null, '', address);
    document.documentElement.lang = 'en';
    delete document.documentElement.dataset['theme'];
  });

  function choose(name: string, value: string): void {
    const field = root.querySelector<HTMLInputElement>(`main [name=${name}]`)!;
    field.value = value;
    field.dispatchEvent(new Event(name === 'client' ? 'input' : 'change', { bubbles: true }));
  }

  const wheel = () => root.querySelector('lifecycle-wheel') as LifecycleWheel;
  const inWheel = <E extends Element>(selector: string) => wheel().renderRoot.querySelector<E>(selector);
  const logged = () => [...root.querySelectorAll('.log code')].map((code) => code.textContent);

  async function open(): Promise<{ host: StudioHost; loaded: WheelLoadEvent }> {
    const load = next<WheelLoadEvent>(root, 'wheel-load');
    const host = openWheel(root);
    return { host, loaded: await load };
  }

  it('shows each of the three models, and writes the choice into the address', async () => {
    const { loaded } = await open();
    expect(loaded.result.model).to.equal('lifecycle');
    for (const model of ['engagement', 'flywheel']) {
      const load = next<WheelLoadEvent>(root, 'wheel-load');
      choose('model', model);
      expect((await load).result.model).to.equal(model);
      expect(new URLSearchParams(location.search).get('model')).to.equal(model);
    }
  });

  it('counts who moved as the wheel does, and says what the studio would do', async () => {
    const { loaded } = await open();
    const declined = loaded.result.flows!.find(({ from, to }) => from === 'loyalty' && to === 'attrition')!;
    const line = await until(() =>
      [...root.querySelectorAll('.moves li')].find((item) =>
        item.textContent?.replace(/\s+/g, ' ').includes('Loyalty → Attrition'),
      ),
    );
    expect(line.querySelector('.number')?.textContent).to.equal(`${declined.count} people`);
    expect(line.textContent).to.contain('We miss you');
    const load = next<WheelLoadEvent>(root, 'wheel-load');
    root.querySelector<HTMLInputElement>('[name=compare]')!.click();
    await load;
    expect(root.querySelectorAll('.moves li')).to.have.length(0);
  });

  it('lists the people of a phase, and the host enrols one of them', async () => {
    const { host } = await open();
    const rows = next(root, 'people-load');
    (await until(() => inWheel<HTMLElement>('button[data-open="phase:attrition"]'))).click();
    await rows;
    const list = root.querySelector('funnel-step-drilldown') as FunnelStepDrilldown;
    const inList = <E extends HTMLElement>(selector: string) => list.renderRoot.querySelector<E>(selector);
    (await until(() => inList<HTMLInputElement>('[data-row="0"] input[type=checkbox]'))).click();
    const enrol = await until(() =>
      [...list.renderRoot.querySelectorAll<HTMLButtonElement>('[part~=action]:not(:disabled)')].find(
        (button) => button.textContent?.includes('Enrol'),
      ),
    );
    enrol.click();
    const choice = await until(() => {
      const found = [...list.renderRoot.querySelectorAll<HTMLElement>('dialog[open] [role=option]')];
      return found.find((option) => option.textContent?.includes('We miss you'));
    });
    choice.click();
    const changed = next(host, 'change');
    inList('dialog[open] [type=submit]')!.click();
    await changed;
    const enrolled = host.studio.people.filter(({ sequences }) => sequences.includes('sequence-win-back'));
    expect(enrolled).to.have.length(1);
    expect(logged()).to.include.members(['wheel-phase-select', 'people-load', 'clients-enroll']);
  });

  it('shows one client and why they are where they are, and keeps them out of the address', async () => {
    const { host } = await open();
    const { name, id } = host.studio.people[10]!;
    choose('client', `${name} · ${id}`);
    const card = await until(() => inWheel('[part~=client]'));
    await until(() => card.textContent?.trim());
    expect(location.search).to.not.contain(String(id));
  });

  it('marks on the wheel where the people of a loss are', async function () {
    const loads = Promise.all([next(root, 'wheel-load'), next(root, 'funnel-load')]);
    openTogether(root);
    await loads;
    const chart = root.querySelector('funnel-chart')!;
    if (!('request' in chart)) {
      console.log('skipped: <funnel-chart> does not tell yet what it was asked');
      this.skip();
    }
    const loss = await until(() =>
      chart.renderRoot.querySelector<HTMLElement>('[data-opens="intro/dropped"]'),
    );
    loss.click();
    const marks = await until(() => wheel().marks);
    const lost = chart.result!.steps[1]!.dropped! + (chart.result!.steps[1]!.open ?? 0);
    const marked = Object.values(marks.places).reduce((sum, count) => sum + count, 0);
    expect(marked).to.be.greaterThan(0);
    expect(marked).to.be.at.most(lost);
  });

  it('shows the three figures of one dataset', async () => {
    const loads = ['activation-load', 'channel-load', 'experiment-load'].map((name) => next(root, name));
    openFigures(root);
    await Promise.all(loads);
    expect(logged()).to.have.members(['activation-load', 'channel-load', 'experiment-load']);
    expect(root.querySelector('[name=fail-next]')).to.equal(null);
  });

  it('has no faults that axe can find, light and dark', async () => {
    await open();
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset['theme'] = theme;
      await expect(root).to.be.accessible();
    }
  });

  it('fits into 320 px, menu included', async () => {
    await setViewport({ width: 320, height: 800 });
    try {
      await open();
      const scroller = document.documentElement;
      // WebKitGTK's window is never narrower than 334 px.
      expect(scroller.scrollWidth).to.be.at.most(innerWidth);
      const menu = root.querySelector<HTMLElement>('.menu-button')!;
      const nav = root.querySelector('nav')!;
      expect(nav.getClientRects()).to.have.length(0);
      menu.click();
      const { left, right } = await until(() => nav.getClientRects()[0]);
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(nav.querySelectorAll('a')).to.have.length(8);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});
