import { expect } from '@open-wc/testing';
import {
  findByRole,
  readAccessibilityTree,
  toLine,
  type AccessibleNode,
} from '../../support/accessibility-tree.ts';
import { skipWithout } from '../../support/engine.ts';
import { find, focusFirstRow, press, select, show, watchPage } from './stage.ts';

watchPage();

function sayAll({ name, children }: AccessibleNode): string {
  return toLine([name, ...children.map(sayAll)].join(' '));
}

async function readGrid(): Promise<AccessibleNode> {
  const [grid] = findByRole(await readAccessibilityTree(), 'grid');
  if (!grid) throw new Error('there is no grid');
  return grid;
}

describe('what assistive technology gets of a list', () => {
  it('is a named grid that says how it is used, with a name for each column', async function () {
    await skipWithout(this, 'accessibility-tree');
    await show();
    const grid = await readGrid();
    expect(grid.name).to.equal('List of people');
    expect(grid.description).to.contain('Space selects');
    const headers = findByRole(grid, 'columnheader').map(sayAll);
    for (const title of ['Select all', 'Client', 'Source', 'Lead stage', 'Entered', 'Waiting', 'Next step'])
      expect(
        headers.some((header) => header.includes(title)),
        title,
      ).to.equal(true);
  });

  it('has everybody’s name as the header of a row, and all that is known of them in its cells', async function () {
    await skipWithout(this, 'accessibility-tree');
    await show();
    const row = findByRole(await readGrid(), 'row').find((one) => sayAll(one).includes('Client 002'));
    expect(findByRole(row!, 'rowheader').map(sayAll)[0]).to.contain('Client 002');
    expect(findByRole(row!, 'checkbox').map(({ name }) => name)).to.deep.equal(['Select Client 002']);
    const cells = findByRole(row!, 'gridcell').map(sayAll).join(' | ');
    for (const text of [
      'Walk-in',
      'Contacted',
      'Oct 29, 2026',
      '1 day',
      'Checkout page viewed',
      'Send the price list',
    ])
      expect(cells).to.contain(text);
  });

  it('counts the rows, numbers each, and says how the header’s box stands', async () => {
    const { list } = await show();
    await select(list, 0);
    const box = find<HTMLInputElement>(list, '.header input')!;
    expect(box.indeterminate).to.equal(true);
    const grid = find(list, '[role=grid]')!;
    expect(grid.getAttribute('aria-multiselectable')).to.equal('true');
    const columns = Number(grid.getAttribute('aria-colcount'));
    const places = [...grid.querySelectorAll('[role=columnheader]')].map((cell) =>
      Number(cell.getAttribute('aria-colindex')),
    );
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(Math.max(...places)).to.be.at.most(columns);
    await focusFirstRow(list);
    await press(list, 'Control+a');
    expect(box.indeterminate).to.equal(false);
    expect(box.checked).to.equal(true);
  });
});
