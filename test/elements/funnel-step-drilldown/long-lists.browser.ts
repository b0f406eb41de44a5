import { expect } from '@open-wc/testing';
import { type FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { type ClientsSelectEvent, type ClientsTagEvent } from '../../../src/events/index.ts';
import {
  watchPage,
  mount,
  choose,
  find,
  rowAt,
  text,
  focusFirstRow,
  press,
  request,
  button,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

describe('of more people than are fetched', () => {
  const showMany = async () => {
    const stage = await mount(6000);
    choose(stage.host);
    await waitUntil(() => stage.list.model.isTooLong && rowAt(stage.list, 0) !== null);
    await stage.list.updateComplete;
    return stage;
  };
  const filter = async (list: FunnelStepDrilldown, label: string, total: number) => {
    [...list.renderRoot.querySelectorAll<HTMLElement>('.value')]
      .find((one) => one.innerText.trim() === label)
      ?.click();
    await waitUntil(() => list.model.total === total);
    await list.updateComplete;
  };

  it('takes the rows in sight first and says so, then everybody', async () => {
    const { list } = await showMany();
    const box = find<HTMLInputElement>(list, '.header input')!;
    const label = box.getAttribute('aria-label');
    expect(label).to.match(/^Select the 1\d shown$/);
    box.click();
    await list.updateComplete;
    expect(box.indeterminate).to.equal(true);
    expect(text(list, '.selected-count')).to.equal(`${label?.match(/\d+/)?.[0]} selected`);
    expect(box.getAttribute('aria-label')).to.equal('Select all');
    button(list, 'Select all 6,000')?.click();
    await list.updateComplete;
    expect(text(list, '.selected-count')).to.equal('6,000 selected');
  });

  it('offers values without counts, and has the host narrow the list', async () => {
    const { list } = await showMany();
    expect(text(list, '.breakdown')).to.contain('More than 5,000 people');
    expect(find(list, '.breakdown .value-count')).to.equal(null);
    await filter(list, 'Referral', 2000);
    expect(text(list, '.tools .chip')).to.equal('Source: Referral');
    expect(rowAt(list, 1)?.innerText).to.contain('Client 004');
  });

  it('selects all who match by a rule, collecting no ids', async () => {
    const { list, host, page } = await showMany();
    const told: ClientsSelectEvent[] = [];
    list.addEventListener('clients-select', (event) => told.push(event));
    let asked: ClientsTagEvent | undefined;
    page.addEventListener('clients-tag', (event) => {
      asked = event;
      event.waitUntil(Promise.resolve());
    });
    await filter(list, 'Referral', 2000);
    await focusFirstRow(list);
    await press(list, 'Control+a', 'Space');
    expect(host.idsAsked).to.deep.equal([]);
    expect(told.at(-1)?.count).to.equal(1999);
    expect(told.at(-1)?.rule).to.deep.include({
      mode: 'exclude',
      where: { source: 'Referral' },
      exclude: [1],
    });
    await request(list, 'tag', 'Winback');
    await waitUntil(() => asked !== undefined);
    expect(asked?.ids?.length).to.equal(1999);
    expect(asked?.ids).to.include(4).and.not.include(1);
    expect(host.idsAsked).to.deep.equal([{ where: { source: 'Referral' } }]);
  });

  it('lets go of such a selection when the filter is taken off', async () => {
    const { list } = await showMany();
    await filter(list, 'Referral', 2000);
    await focusFirstRow(list);
    await press(list, 'Control+a');
    expect(text(list, '.selected-count')).to.equal('2,000 selected');
    find(list, '.tools .chip')?.click();
    await waitUntil(() => list.model.total === 6000);
    await list.updateComplete;
    expect(find(list, '.selected-count')).to.equal(null);
  });
});
