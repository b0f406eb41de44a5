import { expect } from '@open-wc/testing';
import { openBackOffice } from '../../demo/host/main.ts';
import type { StudioHost } from '../../demo/host/studio-host.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelStepDrilldown } from '../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import type { FunnelLoadEvent } from '../../src/events/index.ts';

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

describe('the back office', () => {
  const address = location.href;
  let root: HTMLElement;
  let host: StudioHost;

  const chart = () => root.querySelector('funnel-chart') as FunnelChart;
  const drilldown = () => root.querySelector('funnel-step-drilldown') as FunnelStepDrilldown;
  const inList = <E extends HTMLElement>(selector: string) =>
    drilldown().renderRoot.querySelector<E>(selector);

  function choose(name: string, value: string): void {
    const field = root.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async function open(cell: string): Promise<void> {
    const button = await until(() => chart().renderRoot.querySelector<HTMLElement>(`[data-opens="${cell}"]`));
    const rows = next(root, 'people-load');
    button.click();
    await rows;
  }

  beforeEach(async () => {
    root = document.createElement('div');
    document.body.append(root);
    const loaded = next<FunnelLoadEvent>(root, 'funnel-load');
    host = await openBackOffice(root);
    await loaded;
  });

  afterEach(() => {
    root.remove();
    history.replaceState(null, '', address);
    document.documentElement.lang = 'en';
    delete document.documentElement.dataset['theme'];
  });

  it('shows the funnel that is chosen, in the language that is chosen', async () => {
    choose('language', 'fr');
    expect(document.documentElement.lang).to.equal('fr');
    const loaded = next<FunnelLoadEvent>(root, 'funnel-load');
    choose('funnel', 'intro-to-class');
    await until(() => chart().result?.funnel?.id === 'intro-to-class');
    await loaded;
    expect(root.querySelector('h1')?.textContent).to.equal('Entonnoirs');
    const words = await until(() => {
      const text = chart().renderRoot.textContent ?? '';
      return text.includes('Offre d’introduction achetée') && text;
    });
    expect(words).to.not.include('Intro offer purchased');
  });

  it('tags the people behind a drop-off in the studio, and takes it back', async () => {
    await open('first/dropped');
    const box = await until(() => inList<HTMLInputElement>('[data-row="0"] input[type=checkbox]'));
    box.click();
    (await until(() => inList('[part~=action]:not(:disabled)'))).click();
    const field = await until(() => inList<HTMLInputElement>('dialog[open] [role=combobox]'));
    field.value = 'Called in November';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const options = () => [
      ...drilldown().renderRoot.querySelectorAll<HTMLElement>('dialog[open] [role=option]'),
    ];
    (
      await until(() => options().find((option) => option.textContent?.includes('Called in November')))
    ).click();
    const changed = next(host, 'change');
    inList('dialog[open] [type=submit]')!.click();
    await changed;
    const tagged = () => host.studio.people.filter(({ tags }) => tags.includes('Called in November'));
    expect(tagged()).to.have.length(1);
    const undone = next(host, 'change');
    const undo = await until(() =>
      [...drilldown().renderRoot.querySelectorAll('button')].find((one) => one.textContent?.includes('Undo')),
    );
    undo.click();
    await undone;
    expect(tagged()).to.have.length(0);
  });

  it('notes every event with its data', async () => {
    await open('first/dropped');
    const names = await until(() => {
      const found = [...root.querySelectorAll('.log code')].map((code) => code.textContent);
      return found.includes('people-load') && found;
    });
    expect(names).to.include.members(['funnel-load', 'funnel-step-select', 'people-load']);
    expect(root.querySelector('.log pre')?.textContent).to.match(/^\{/);
  });

  it('has no faults that axe can find, light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      choose('theme', theme);
      await expect(root).to.be.accessible();
    }
  });
});
