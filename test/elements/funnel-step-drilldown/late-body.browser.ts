import { expect, fixture, html } from '@open-wc/testing';
import { loadPart } from '../../../src/data/load-part.ts';
import { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import type { PeopleErrorEvent } from '../../../src/events/index.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { type FakePeopleHost, makePeople, SEGMENT } from './fake-people-host.ts';
import { button, choose, find, focused, rowAt, text, watchPage } from './stage.ts';

watchPage();

/**
 * A list whose further code does not come, as long as it `fails`, or not before the `gate` opens; it counts how often it is
 * asked for.
 */
class LateList extends FunnelStepDrilldown {
  fails = true;
  asked = 0;
  gate: Promise<unknown> = Promise.resolve();

  protected override async loadBody(): ReturnType<FunnelStepDrilldown['loadBody']> {
    this.asked += 1;
    await this.gate;
    return this.fails ? loadPart(() => Promise.reject(new TypeError('no such file'))) : super.loadBody();
  }
}
customElements.define('late-list', LateList);

async function mountLate(lang = 'en'): Promise<{ host: FakePeopleHost; list: LateList }> {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <fake-people-host id="chart"></fake-people-host>
      <late-list for="chart"></late-list>
    </div>
  `);
  const host = page.querySelector('fake-people-host') as FakePeopleHost;
  const list = page.querySelector('late-list') as LateList;
  host.rows = makePeople(15);
  await list.updateComplete;
  return { host, list };
}

describe('what is seen of an open list, loaded after the first drawing', () => {
  it('is asked for before anybody opens the list, and says nothing where it does not come', async () => {
    const { list } = await mountLate();
    expect(list.asked).to.equal(1);
    expect(list.shadowRoot?.textContent?.trim()).to.equal('');
  });

  it('that does not come is told once, in the page’s language, and can be asked for again', async () => {
    const { host, list } = await mountLate('fr');
    const errors: PeopleErrorEvent[] = [];
    list.addEventListener('people-error', (event) => errors.push(event));
    choose(host);
    await waitUntil(() => find(list, '[role=alert]'));
    expect(text(list, '[role=alert]')).to.match(/connexion|réseau|serveur/i);
    expect(focused(list)?.id, 'it is where a heading would be').to.equal('heading');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['network']);
    expect(list.asked).to.equal(2);

    list.fails = false;
    button(list, 'Réessayer')?.click();
    await waitUntil(() => focused(list)?.localName === 'h2');
    expect(find(list, '[role=alert]')).to.equal(null);
    await waitUntil(() => rowAt(list, 0));
    expect(text(list, '.count')).to.equal('15 personnes');
  });

  it('is asked for again by the next press', async () => {
    const { host, list } = await mountLate();
    choose(host);
    await waitUntil(() => find(list, '[role=alert]'));
    list.fails = false;
    choose(host);
    await waitUntil(() => rowAt(list, 0));
    await waitUntil(() => focused(list)?.localName === 'h2');
    expect(text(list, 'h2')).to.equal('Lead contacted → lost before Checkout page viewed');
  });

  it('that does not come leaves a list that can be closed, back to where it was opened', async () => {
    const { host, list } = await mountLate();
    choose(host);
    await waitUntil(() => find(list, '[role=alert]'));
    button(list, 'Close')?.click();
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(find(list, '[role=alert]')).to.equal(null);
    expect(host.matches(':focus-within')).to.equal(true);
  });

  it('comes with the drawing that opens the list: none before it is without rows or words', async () => {
    const { list } = await mountLate();
    list.fails = false;
    list.segment = SEGMENT;
    await list.updateComplete;
    expect(text(list, 'h2')).to.equal('Lead contacted → lost before Checkout page viewed');
  });

  it('that takes long is told meanwhile, can be closed, and then is drawn and has the focus', async () => {
    const { host, list } = await mountLate('fr');
    list.fails = false;
    let open = (_: unknown) => {};
    list.gate = new Promise((resolve) => (open = resolve));
    choose(host);
    await waitUntil(() => find(list, '[role=status]'));
    expect(text(list, '[role=status]')).to.match(/^Chargement des personnes…\s+Fermer$/);
    await expect(list).to.be.accessible();
    expect(list.shadowRoot?.activeElement, 'the focus stays where it is').to.equal(null);
    button(list, 'Fermer')?.click();
    await list.updateComplete;
    expect(find(list, '.base')).to.equal(null);
    expect(host.matches(':focus-within')).to.equal(true);

    choose(host);
    await waitUntil(() => find(list, '[role=status]'));
    open(undefined);
    await waitUntil(() => focused(list)?.localName === 'h2');
    await waitUntil(() => rowAt(list, 0));
    expect(find(list, '[role=status] #heading')).to.equal(null);
  });

  it('that takes long and then fails is told as well', async () => {
    const { host, list } = await mountLate();
    let open = (_: unknown) => {};
    list.gate = new Promise((resolve) => (open = resolve));
    choose(host);
    await waitUntil(() => find(list, '[role=status]'));
    open(undefined);
    await waitUntil(() => find(list, '[role=alert]'));
    expect(find(list, '[role=status]')).to.equal(null);
    await waitUntil(() => focused(list)?.id === 'heading');
  });

  it('closes while it is on its way', async () => {
    const { list } = await mountLate();
    list.fails = false;
    list.segment = SEGMENT;
    list.segment = undefined;
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(find(list, '.base')).to.equal(null);
  });
});
