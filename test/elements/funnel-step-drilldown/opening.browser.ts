import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { FunnelLoadEvent } from '../../../src/events/index.ts';
import { type FakePeopleHost, makePeople, RESULT, SEGMENT } from './fake-people-host.ts';
import {
  watchPage,
  mount,
  choose,
  find,
  rowAt,
  drawn,
  text,
  focused,
  show,
  focusFirstRow,
  press,
  button,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

describe('opening', () => {
  it('shows the people of the opened cell, as many as the cell said, under its path', async () => {
    const { list } = await show();
    expect(text(list, 'h2')).to.equal('Lead contacted → lost before Checkout page viewed');
    expect(text(list, '.count')).to.equal('500 people');
    expect(find(list, '[role=grid]')?.getAttribute('aria-rowcount')).to.equal('501');
    expect(find(list, '.banner')).to.equal(null);
    expect(focused(list)?.id).to.equal('heading');
  });

  it('says when the list has another number than the cell', async () => {
    const { list, host } = await mount(498);
    choose(host, 500);
    await waitUntil(() => find(list, '.banner') !== null);
    expect(text(list, '.banner')).to.contain('498 instead of 500');
    button(list, 'Refresh')?.click();
    await waitUntil(() => find(list, '.banner') === null);
  });

  it('stays closed when the host page prevented it', async () => {
    const { page, host, list } = await mount();
    page.addEventListener('funnel-step-select', (event) => event.preventDefault());
    choose(host);
    await aTimeout(20);
    expect(list.open).to.equal(false);
  });

  it('listens to its own chart only', async () => {
    const { page, list } = await mount();
    const other = document.createElement('fake-people-host') as FakePeopleHost;
    page.append(other);
    choose(other);
    await aTimeout(20);
    expect(list.open).to.equal(false);
  });

  it('opens for a chart around it, and for one inside of it', async () => {
    for (const template of [
      html`<fake-people-host><funnel-step-drilldown></funnel-step-drilldown></fake-people-host>`,
      html`<funnel-step-drilldown><fake-people-host></fake-people-host></funnel-step-drilldown>`,
    ]) {
      const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
      const list = page.querySelector('funnel-step-drilldown') as FunnelStepDrilldown;
      choose(page.querySelector('fake-people-host') as FakePeopleHost);
      await waitUntil(() => list.model.total === 500);
      expect(list.open).to.equal(true);
    }
  });

  it('shows a segment that is set, and people that are handed over', async () => {
    const { list } = await mount();
    list.segment = SEGMENT;
    await waitUntil(() => list.model.total === 500);
    const alone = await fixture<FunnelStepDrilldown>(
      html`<funnel-step-drilldown .people=${{ people: makePeople(3), total: 3 }}></funnel-step-drilldown>`,
    );
    expect(drawn(alone).length).to.equal(3);
    expect(find(alone, '[part=close]')).to.equal(null);
  });

  it('closes by its button and by Escape, and gives the focus back to the cell', async () => {
    const { list, host } = await show();
    find(list, '[part=close]')?.click();
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(document.activeElement).to.equal(host.querySelector('button'));
    choose(host);
    await waitUntil(() => list.model.allRows !== undefined && rowAt(list, 0) !== null);
    await focusFirstRow(list);
    await press(list, 'Space', 'Escape');
    expect(list.open, 'the first Escape clears the selection').to.equal(true);
    await press(list, 'Escape');
    expect(list.open).to.equal(false);
    expect(document.activeElement).to.equal(host.querySelector('button'));
  });

  it('follows the chart to other numbers', async () => {
    const { list, host } = await show();
    host.rows = makePeople(10);
    const [step, contacted, checkout] = RESULT.steps;
    host.result = { ...RESULT, steps: [step!, contacted!, { ...checkout!, dropped: 10 }] };
    host.dispatchEvent(new FunnelLoadEvent({ result: host.result }));
    await waitUntil(() => list.model.total === 10);
    await list.updateComplete;
    expect(find(list, '.banner')).to.equal(null);
  });
});

describe('when the chart shows something else', () => {
  const load = (host: FakePeopleHost, result: typeof RESULT) => {
    host.result = result;
    host.dispatchEvent(new FunnelLoadEvent({ result }));
  };

  it('closes where its step is gone, and leaves the focus where the user is', async () => {
    const { list, host, page } = await show();
    const picker = document.createElement('input');
    page.append(picker);
    picker.focus();
    load(host, { funnel: { id: 'other' }, steps: [{ id: 'visit', name: 'Visit', converted: 3 }] });
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(list.segment).to.equal(undefined);
    expect(document.activeElement).to.equal(picker);
  });

  it('gives the focus back where it was in the list', async () => {
    const { list, host } = await show();
    await focusFirstRow(list);
    load(host, { funnel: { id: 'other' }, steps: [{ id: 'visit', name: 'Visit', converted: 3 }] });
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(document.activeElement).to.equal(host.querySelector('button'));
  });

  it('begins again where another funnel has a step of that name', async () => {
    const { list, host } = await show();
    find(list, 'input[type=search]')?.focus();
    await sendKeys({ type: 'client 12' });
    await waitUntil(() => list.model.total === 15);
    load(host, { ...RESULT, funnel: { id: 'other' } });
    await waitUntil(() => list.model.total === 500);
    await list.updateComplete;
    expect(find<HTMLInputElement>(list, 'input[type=search]')?.value).to.equal('');
    expect(focused(list)?.id).to.equal('heading');
  });

  it('lets go of a filter by a value that nobody has any more', async () => {
    const { list, host } = await show();
    [...list.renderRoot.querySelectorAll<HTMLElement>('.value')]
      .find((one) => one.innerText.includes('Referral'))
      ?.click();
    await waitUntil(() => list.model.total === 167);
    host.rows = host.rows.map((row) => ({
      ...row,
      source: row.source === 'Referral' ? 'Parrainage' : row.source,
    }));
    load(host, RESULT);
    await waitUntil(() => list.model.total === 500);
    await list.updateComplete;
    expect(find(list, '.tools .chip')).to.equal(null);
  });
});
