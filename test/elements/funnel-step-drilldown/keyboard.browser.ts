import { expect, nextFrame } from '@open-wc/testing';
import { type ClientsSelectEvent } from '../../../src/events/index.ts';
import { SEGMENT } from './fake-people-host.ts';
import {
  watchPage,
  find,
  rowAt,
  text,
  focused,
  focusedRow,
  show,
  focusFirstRow,
  press,
  selectedIds,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

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
    expect(focused(list)?.dataset['column']).to.equal('consent');
    expect(list.renderRoot.querySelectorAll('.grid [tabindex="0"]').length).to.equal(1);
    await press(list, 'ArrowUp', 'Home');
    expect(focusedRow(list)).to.equal('-1');
    expect(focused(list)?.getAttribute('type')).to.equal('checkbox');
  });

  it('keeps the focused row in the page when it is scrolled out of sight', async () => {
    const { list } = await show();
    await focusFirstRow(list);
    // WebKit brings what was focused into sight by a timer of its own, after the call.
    await nextFrame();
    find(list, '.grid')!.scrollTop = 300 * 44;
    await waitUntil(() => rowAt(list, 302) !== null);
    expect(focusedRow(list)).to.equal('0');
    await press(list, 'ArrowDown');
    await waitUntil(() => focusedRow(list) === '1');
    expect(find(list, '.grid')!.scrollTop).to.be.lessThan(100);
  });

  it('does not take a scroll back that it is not told of yet when it is drawn anew', async () => {
    const { list } = await show();
    const grid = find(list, '.grid')!;
    grid.scrollTop = 300 * 44;
    list.requestUpdate();
    await list.updateComplete;
    expect(grid.scrollTop).to.equal(300 * 44);
    await waitUntil(() => rowAt(list, 302) !== null);
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

  it('draws a range with Shift and Space, or Shift and a press, from where it began', async () => {
    const { list } = await show();
    await focusFirstRow(list);
    await press(list, 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    await waitUntil(() => selectedIds(list).length === 3);
    expect(selectedIds(list)).to.deep.equal([0, 1, 2]);
    rowAt(list, 4)
      ?.querySelector('.c-name')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await waitUntil(() => selectedIds(list).length === 5);
    expect(find(list, '.details'), 'a range opens nobody').to.equal(null);
  });

  it('turns round where one reads from the right', async () => {
    const { list, page } = await show();
    page.dir = 'rtl';
    await focusFirstRow(list);
    await press(list, 'ArrowLeft');
    expect(focused(list)?.dataset['column']).to.equal('source');
    await press(list, 'ArrowRight', 'ArrowRight');
    expect(focused(list)?.getAttribute('type')).to.equal('checkbox');
  });

  it('keeps the focus when rows are fetched anew under it', async () => {
    const { list, host } = await show();
    await focusFirstRow(list);
    await press(list, 'ArrowDown', 'ArrowDown');
    host.rows = host.rows.slice(1);
    list.refresh();
    await waitUntil(() => list.model.total === 499);
    await list.updateComplete;
    expect(focusedRow(list)).to.equal('2');
  });
});
