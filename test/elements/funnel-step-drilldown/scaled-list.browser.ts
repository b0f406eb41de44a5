import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MAX_SCROLL_SIZE } from '../../../src/layout/virtual-rows.ts';
import {
  choose,
  find,
  focusedRow,
  focusFirstRow,
  mount,
  press,
  rowAt,
  watchPage,
  type Stage,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

const MILLION = 1_000_000;
const LAST = MILLION - 1;

async function showMillion(): Promise<Stage> {
  const stage = await mount();
  stage.host.endless = MILLION;
  choose(stage.host, MILLION);
  await waitUntil(() => stage.list.model.total === MILLION && rowAt(stage.list, 0) !== null);
  await stage.list.updateComplete;
  return stage;
}

const hasPerson = (list: Stage['list'], row: number) =>
  rowAt(list, row)?.innerText.includes(`Client ${String(row).padStart(3, '0')}`) === true;

describe('a list of a million', () => {
  it('is no higher than any browser can lay out', async () => {
    const { list } = await showMillion();
    expect(find(list, '.spacer')!.getBoundingClientRect().height).to.equal(MAX_SCROLL_SIZE);
    expect(find(list, '[role=grid]')?.getAttribute('aria-rowcount')).to.equal(String(MILLION + 1));
  });

  it('has its last row at the end of the keys', async () => {
    const { list } = await showMillion();
    await focusFirstRow(list);
    await press(list, 'Control+End');
    await waitUntil(() => hasPerson(list, LAST) && focusedRow(list) === String(LAST));
    expect(rowAt(list, LAST)?.getAttribute('aria-rowindex')).to.equal(String(MILLION + 1));
    const grid = find(list, '.grid')!.getBoundingClientRect();
    const row = rowAt(list, LAST)!.getBoundingClientRect();
    expect(row.bottom).to.be.at.most(grid.bottom + 1);
    await press(list, 'ArrowUp', 'PageUp');
    await waitUntil(() => Number(focusedRow(list)) < LAST - 5);
    await press(list, 'Control+Home');
    await waitUntil(() => focusedRow(list) === '0' && hasPerson(list, 0));
  });

  it('has its last row at the end of the scrollbar, and the middle in the middle', async () => {
    const { list } = await showMillion();
    const grid = find(list, '.grid')!;
    grid.scrollTop = grid.scrollHeight;
    await waitUntil(() => hasPerson(list, LAST));
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2;
    await waitUntil(() => hasPerson(list, MILLION / 2));
    expect(rowAt(list, MILLION / 2)?.getAttribute('aria-rowindex')).to.equal(String(MILLION / 2 + 2));
  });

  it('moves by true pixels under the wheel, to the very last row', async () => {
    const { list } = await showMillion();
    const grid = find(list, '.grid')!;
    const turn = (deltaY: number) =>
      grid.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true }));
    turn(44 * 20);
    await waitUntil(() => hasPerson(list, 20));
    const top = () =>
      rowAt(list, 20)!.getBoundingClientRect().top - find(list, '.head')!.getBoundingClientRect().bottom;
    expect(Math.abs(top()), 'twenty rows are twenty rows').to.be.at.most(1);
    grid.scrollTop = grid.scrollHeight;
    await waitUntil(() => hasPerson(list, LAST));
    turn(-44 * 30);
    await waitUntil(() => rowAt(list, LAST) === null);
    turn(44 * 40);
    await waitUntil(() => hasPerson(list, LAST));
    expect(turn(44), 'at the end the wheel is the page’s').to.equal(true);
  });

  it('finds its last row by the search', async () => {
    const { list } = await showMillion();
    find(list, 'input[type=search]')?.focus();
    await sendKeys({ type: String(LAST) });
    await waitUntil(() => list.model.total === 1 && rowAt(list, 0) !== null);
    await waitUntil(() => rowAt(list, 0)!.innerText.includes(`Client ${LAST}`));
    expect(rowAt(list, 0)?.getAttribute('aria-rowindex')).to.equal('2');
  });

  it('gives up the rows that were jumped over, and shows outlines meanwhile', async () => {
    const { list, host } = await showMillion();
    const answers: (() => void)[] = [];
    host.wait = () => new Promise<void>((resolve) => answers.push(resolve));
    const grid = find(list, '.grid')!;
    grid.scrollTop = grid.scrollHeight / 4;
    await waitUntil(() => answers.length > 0 && find(list, '.spacer .bone') !== null);
    await waitUntil(() => rowAt(list, 250_004) !== null);
    const told = [...list.renderRoot.querySelectorAll('.placeholder .visually-hidden')];
    expect(told.map((text) => text.textContent)).to.deep.equal(['Loading people…']);
    expect(find(list, '.grid')?.getAttribute('aria-busy')).to.equal('true');
    grid.scrollTop = grid.scrollHeight;
    await waitUntil(() => rowAt(list, LAST) !== null);
    host.wait = () => Promise.resolve();
    for (const answer of answers.splice(0)) answer();
    await waitUntil(() => hasPerson(list, LAST));
    expect(host.aborted).to.be.greaterThan(0);
  });

  it('is selected as a rule, at once', async () => {
    const { list, host } = await showMillion();
    await focusFirstRow(list);
    const asked = host.asked;
    await press(list, 'Control+a');
    expect(find(list, '.selected-count')?.innerText).to.equal('1,000,000 selected');
    expect(host.asked).to.equal(asked);
    expect(host.idsAsked).to.deep.equal([]);
  });
});
