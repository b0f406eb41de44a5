import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { FunnelStepSelectEvent, type PeopleErrorEvent } from '../../../src/events/index.ts';
import { SEGMENT } from './fake-people-host.ts';
import { watchPage, mount, choose, find, rowAt, drawn, text, show, select, button } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

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
      // Not `width`: WebKitGTK's window has a least width.
      expect(document.documentElement.scrollWidth, `the page at ${width} px`).to.be.at.most(innerWidth);
    }
  });

  it('keeps the same semantics as cards', async () => {
    const { list } = await show();
    await setViewport({ width: 360, height: 800 });
    await waitUntil(() => find(list, '.grid.cards') !== null);
    expect(rowAt(list, 0)?.getAttribute('role')).to.equal('row');
    expect(rowAt(list, 0)?.querySelector('[role=rowheader]')?.getAttribute('aria-colindex')).to.equal('2');
    expect(find(list, '[role=grid]')?.getAttribute('aria-colcount')).to.equal('10');
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
