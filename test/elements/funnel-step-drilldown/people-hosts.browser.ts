import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { PeopleDescription, PeopleHost } from '../../../src/controllers/people-host.ts';
import type { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import type { PeoplePage, PersonRow } from '../../../src/engine/schema/index.ts';
import type { ClientsTagEvent, PeopleSegment } from '../../../src/events/index.ts';
import type { Localization } from '../../../src/i18n/index.ts';
import { makePeople } from './fake-people-host.ts';
import { button, find, press, rowAt, select, text, watchPage } from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

type Phase = { phase: string };

/** Stands for a wheel: everything the list says of its people comes from here. */
class FakeWheel extends HTMLElement implements PeopleHost<Phase, { score: number }> {
  phases = ['loyalty', 'attrition'];
  model = 'lifecycle';
  rows: PersonRow[] = makePeople(5).map((row, index) => ({ ...row, score: (index * 3) % 5 }));

  connectedCallback(): void {
    this.innerHTML = '<button>phase</button>';
  }

  people(): Promise<PeoplePage> {
    return Promise.resolve({ people: this.rows, total: this.rows.length });
  }

  explain(id: string | number): Promise<{ score: number }> {
    return Promise.resolve({ score: Number(id) });
  }

  describeExplanation({ score }: { score: number }, { tag }: Localization): string[] {
    return [tag.startsWith('fr') ? `Indice ${score}` : `Score ${score}`];
  }

  describePeople({ phase }: Phase, { tag }: Localization): PeopleDescription {
    const isFrench = tag.startsWith('fr');
    return {
      heading: isFrench ? 'Fidélisés' : 'Loyal members',
      subject: 'person',
      count: this.rows.length,
      exists: this.phases.includes(phase),
      frame: this.model,
      nobody: 'Nobody is in this phase.',
      places: [{ id: 'checkout', name: 'Won back' }],
      columns: [
        { id: 'enteredAt', title: 'In the phase since' },
        {
          id: 'score',
          title: 'Score',
          sortBy: 'score',
          isNumeric: true,
          format: (row) => String(row['score']),
        },
      ],
      actions: [
        { id: 'a', name: 'Comeback offer', kind: 'tag', value: 'comeback' },
        { id: 'b', name: 'Call them' },
      ],
      rule: { model: this.model },
    };
  }

  select(segment: PeopleSegment | undefined, count?: number): void {
    this.querySelector('button')?.focus();
    const event = new Event('wheel-phase-select', { bubbles: true, composed: true, cancelable: true });
    this.dispatchEvent(Object.assign(event, { segment, count }));
  }
}
customElements.define('fake-wheel', FakeWheel);

async function mountWheel(): Promise<{ wheel: FakeWheel; list: FunnelStepDrilldown; page: HTMLElement }> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <fake-wheel id="wheel"></fake-wheel>
      <funnel-step-drilldown for="wheel" as-of="2026-10-31"></funnel-step-drilldown>
    </div>
  `);
  const wheel = page.querySelector('fake-wheel') as FakeWheel;
  return { page, wheel, list: page.querySelector('funnel-step-drilldown') as FunnelStepDrilldown };
}

async function showPhase() {
  const stage = await mountWheel();
  stage.wheel.select({ phase: 'loyalty' }, 5);
  await waitUntil(() => stage.list.model.allRows !== undefined && rowAt(stage.list, 0) !== null);
  await stage.list.updateComplete;
  return stage;
}

describe('a list of another host than the chart', () => {
  it('shows the host’s own column on cards too, named, beside nothing else', async () => {
    const { list } = await showPhase();
    await setViewport({ width: 360, height: 800 });
    await waitUntil(() => list.renderRoot.querySelector('.grid.cards'));
    await list.updateComplete;
    const row = rowAt(list, 1)!;
    const score = row.querySelector<HTMLElement>('[data-column=score]')!;
    expect(score.innerText.trim()).to.equal('Score: 3');
    const box = score.getBoundingClientRect();
    const card = row.getBoundingClientRect();
    expect(box.bottom).to.be.at.most(card.bottom + 0.5);
    for (const other of row.querySelectorAll<HTMLElement>('.c-name .name, .c-waiting .line, .c-next .line')) {
      const { left, right, top, bottom } = other.getBoundingClientRect();
      const apart =
        right <= box.left + 1 || left >= box.right - 1 || bottom <= box.top + 1 || top >= box.bottom - 1;
      expect(apart, other.className + other.innerText).to.equal(true);
    }
  });

  it('says what the host says: its title, its columns, its explanation', async () => {
    const { list } = await showPhase();
    expect(text(list, 'h2')).to.equal('Loyal members');
    expect(text(list, '[role=columnheader][data-column=enteredAt]')).to.equal('In the phase since');
    expect(text(list, '.row[data-row="1"] [data-column=score]')).to.equal('3');
    expect(text(list, '.row[data-row="1"] [data-column=next]')).to.contain('Won back');
    find(list, '[role=columnheader][data-column=score] button')?.click();
    await list.updateComplete;
    expect(rowAt(list, 1)?.innerText).to.contain('Client 002');
    find(list, '.row[data-row="1"] .c-name')?.click();
    await waitUntil(() => text(list, '.explanation') === 'Score 2');
    list.locale = 'fr';
    await waitUntil(() => text(list, '.explanation') === 'Indice 2');
    expect(text(list, 'h2')).to.equal('Fidélisés');
  });

  it('asks for what the host suggests: of those selected, else of everybody', async () => {
    const { list, page } = await showPhase();
    const asked: ClientsTagEvent[] = [];
    page.addEventListener('clients-tag', (event) => {
      asked.push(event);
      event.waitUntil(Promise.resolve());
    });
    expect(text(list, '.suggestions')).to.equal('Suggested for 5 people Tag: Comeback offer Call them');
    find(list, '[data-act=suggest-a]')?.click();
    await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === true);
    expect(text(list, '.audience')).to.contain('5 people');
    expect(text(list, '.chosen')).to.equal('Comeback offer');
    await expect(list).to.be.accessible();
    button(list, 'Tag 5 people')?.click();
    await waitUntil(() => asked.length === 1);
    expect(asked[0]?.tags).to.deep.equal(['comeback']);
    expect(asked[0]?.rule).to.deep.include({
      model: 'lifecycle',
      segment: { phase: 'loyalty' },
      mode: 'exclude',
    });
    await waitUntil(() => find(list, '.selected-count') === null);
    await select(list, 0, 1);
    expect(text(list, '.suggestions')).to.contain('Suggested for 2 people');
    list.can = 'stage';
    await list.updateComplete;
    expect(find(list, '[data-act=suggest-a]')).to.equal(null);
    expect(text(list, '.suggestions')).to.contain('Call them');
  });

  it('gives the focus back to the suggestion when its dialog is cancelled', async () => {
    const { list } = await showPhase();
    find(list, '[data-act=suggest-a]')?.focus();
    await press(list, 'Enter');
    await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === true);
    await press(list, 'Escape');
    await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === false);
    expect((list.shadowRoot?.activeElement as HTMLElement).dataset['act']).to.equal('suggest-a');
  });

  it('takes no notice of an event without people to be listed, nor of one that was prevented', async () => {
    const { list, wheel, page } = await mountWheel();
    wheel.select(undefined);
    await aTimeout(20);
    expect(list.open).to.equal(false);
    page.addEventListener('wheel-phase-select', (event) => event.preventDefault());
    wheel.select({ phase: 'loyalty' });
    await aTimeout(20);
    expect(list.open).to.equal(false);
  });

  it('follows the host: fetches anew, begins again in another frame, closes where it is gone', async () => {
    const { list, wheel } = await showPhase();
    const load = () => wheel.dispatchEvent(new Event('wheel-load', { bubbles: true, composed: true }));
    await select(list, 0);
    wheel.rows = wheel.rows.slice(0, 4);
    load();
    await waitUntil(() => list.model.total === 4);
    await list.updateComplete;
    expect(find(list, '.banner'), 'Client 000 is still there').to.equal(null);
    wheel.model = 'engagement';
    load();
    await waitUntil(() => find(list, '.selected-count') === null);
    expect(list.open).to.equal(true);
    wheel.model = 'flywheel';
    wheel.phases = ['attraction'];
    load();
    await list.updateComplete;
    expect(list.open).to.equal(false);
    expect(list.segment).to.equal(undefined);
  });

  it('says what the host says of nobody', async () => {
    const { list, wheel } = await mountWheel();
    wheel.rows = [];
    wheel.select({ phase: 'loyalty' }, 0);
    await waitUntil(() => text(list, '.state') === 'Nobody is in this phase.');
  });
});
