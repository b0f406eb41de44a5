import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { watchPage, choose, find, rowAt, text, show, select, request, activity } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

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
    // The one length that is set by itself: a custom property would have every cell styled anew as the list scrolls.
    expect(names.filter((name) => !name.startsWith('--_'))).to.deep.equal(['transform']);
  });

  it('can stand under another name, and be defined twice', () => {
    FunnelStepDrilldown.define();
    FunnelStepDrilldown.define('people-list');
    expect(document.createElement('people-list')).to.be.instanceOf(FunnelStepDrilldown);
  });
});
