import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { watchPage, find, text, show, select, selectedIds } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

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
