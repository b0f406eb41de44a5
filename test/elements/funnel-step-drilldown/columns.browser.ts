import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { PeopleColumnsChangeEvent } from '../../../src/events/index.ts';
import { makePeople } from './fake-people-host.ts';
import { button, choose, find, focused, mount, press, rowAt, text, watchPage, type Stage } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

async function showClubs(): Promise<Stage> {
  const stage = await mount();
  stage.host.rows = makePeople(12).map((row, index) => ({
    ...row,
    properties: { club: index % 2 ? 'Nord' : 'Sud' },
  }));
  choose(stage.host, 12);
  await waitUntil(() => stage.list.model.allRows !== undefined && rowAt(stage.list, 0) !== null);
  await stage.list.updateComplete;
  return stage;
}

const headers = (list: Stage['list']) =>
  [...list.renderRoot.querySelectorAll<HTMLElement>('[role=columnheader]')].map(
    (cell) => cell.dataset['column'],
  );
const option = (list: Stage['list'], title: string) =>
  [...list.renderRoot.querySelectorAll<HTMLElement>('.menu-option')]
    .find((one) => one.innerText.trim() === title)
    ?.querySelector('input');

describe('the columns of a list', () => {
  it('are those that somebody fills', async () => {
    const { list } = await showClubs();
    const usual = 'select name source leadStage enteredAt waiting next tags consent'.split(' ');
    expect(headers(list)).to.deep.equal(usual);
  });

  it('are chosen in a menu, and told to the page', async () => {
    const { list } = await showClubs();
    const told: PeopleColumnsChangeEvent[] = [];
    list.addEventListener('people-columns-change', (event) => told.push(event));
    find(list, '.menu summary')?.click();
    option(list, 'Club')?.click();
    await list.updateComplete;
    expect(headers(list)).to.include('club');
    expect(rowAt(list, 1)?.innerText).to.contain('Nord');
    option(list, 'Tags')?.click();
    await list.updateComplete;
    expect(headers(list)).not.to.include('tags');
    expect(told.at(-1)?.columns).to.deep.equal(list.columns);
    expect(told.at(-1)?.columns).to.include('club').and.not.include('tags');
    button(list, 'Usual columns')?.click();
    await list.updateComplete;
    expect(headers(list)).to.include('tags').and.not.include('club');
    expect(told.at(-1)?.columns).to.equal(undefined);
    expect(told.length).to.equal(3);
  });

  it('are set by the page, by property or attribute, without an echo', async () => {
    const { list } = await showClubs();
    list.addEventListener('people-columns-change', () => expect.fail('an echo'));
    list.columns = ['club', 'next', 'nonsense'];
    await list.updateComplete;
    expect(headers(list)).to.deep.equal(['select', 'name', 'next', 'club']);
    expect(rowAt(list, 0)?.querySelector('[data-column=club]')?.getAttribute('aria-colindex')).to.equal('11');
    list.setAttribute('columns', 'tags source');
    await list.updateComplete;
    expect(headers(list)).to.deep.equal(['select', 'name', 'source', 'tags']);
    list.removeAttribute('columns');
    await list.updateComplete;
    expect(headers(list).length).to.equal(9);
  });

  it('that are added can be sorted by', async () => {
    const { list } = await showClubs();
    list.columns = ['club'];
    await list.updateComplete;
    find(list, '[role=columnheader][data-column=club] button')?.click();
    await list.updateComplete;
    expect(rowAt(list, 0)?.innerText).to.contain('Client 001');
    expect(find(list, '[data-column=club]')?.getAttribute('aria-sort')).to.equal('ascending');
  });

  it('of which some have no room are named in the menu, and do not disturb the cards', async () => {
    const { list } = await showClubs();
    // Wide enough for a table beside a scroll bar, which not every engine draws.
    await setViewport({ width: 712, height: 800 });
    await waitUntil(() => !headers(list).includes('consent'));
    find(list, '.menu summary')?.click();
    await waitUntil(() => text(list, '.menu-note').includes('Consent'));
    await expect(list).to.be.accessible();
    await setViewport({ width: 360, height: 800 });
    await waitUntil(() => find(list, '.grid.cards') !== null);
    expect(headers(list)).to.deep.equal(['select', 'name', 'leadStage', 'waiting', 'next']);
    const panel = find(list, '.menu-panel')!.getBoundingClientRect();
    expect(panel.left).to.be.at.least(0);
    expect(panel.right).to.be.at.most(360);
  });

  it('leave the menu by Escape, which closes nothing else', async () => {
    const { list } = await showClubs();
    const summary = find(list, '.menu summary');
    summary?.focus();
    await press(list, 'Enter', 'Tab', 'Escape');
    expect(find<HTMLDetailsElement>(list, '.menu')?.open).to.equal(false);
    expect(focused(list)).to.equal(summary);
    expect(list.open).to.equal(true);
  });
});
