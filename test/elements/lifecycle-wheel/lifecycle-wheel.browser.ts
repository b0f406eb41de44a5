import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../demo/scenarios/late-parts.ts';
import type { WheelRequest, WheelSource } from '../../../src/data/wheel-source.ts';
import { FunnelStepDrilldown } from '../../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { LifecycleWheel } from '../../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import { FunnelwheelError } from '../../../src/engine/error.ts';
import type { WheelResult } from '../../../src/engine/schema/wheel.ts';
import type { PeopleMoveEvent } from '../../../src/events/people-move-event.ts';
import type { WheelErrorEvent } from '../../../src/events/wheel-error-event.ts';
import type { WheelLoadEvent } from '../../../src/events/wheel-load-event.ts';
import type { WheelPhaseSelectEvent } from '../../../src/events/wheel-phase-select-event.ts';
import type { WheelViewChangeEvent } from '../../../src/events/wheel-view-change-event.ts';
import * as fixtures from '../../../demo/scenarios/wheel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

LifecycleWheel.define();
FunnelStepDrilldown.define();

const { engagement, flywheel, julie, lifecycle } = fixtures;

async function show(
  result: WheelResult | undefined,
  settings: Partial<LifecycleWheel> = {},
  width = 1040,
): Promise<LifecycleWheel> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const wheel = document.createElement('lifecycle-wheel');
  Object.assign(wheel, settings, result ? { result } : {});
  box.append(wheel);
  await settle(wheel);
  return wheel;
}

/** Waits for the load, the render after it, and the picture, which needs a size. */
async function settle(wheel: LifecycleWheel): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await wheel.updateComplete;
  }
}

function all<E extends Element = HTMLElement>(wheel: LifecycleWheel, selector: string): E[] {
  return [...wheel.renderRoot.querySelectorAll<E>(selector)];
}

function one(wheel: LifecycleWheel, selector: string): HTMLElement {
  const found = wheel.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

function focused(wheel: LifecycleWheel): string | undefined {
  const active = wheel.shadowRoot?.activeElement;
  return active instanceof HTMLElement ? active.dataset['key'] : undefined;
}

async function press(wheel: LifecycleWheel, key: string): Promise<string | undefined> {
  await sendKeys({ press: key });
  return focused(wheel);
}

function answering(
  load: (request: WheelRequest) => WheelResult,
  more: Partial<WheelSource> = {},
): WheelSource {
  return { kind: 'dataset', load: (request) => Promise.resolve().then(() => load(request)), ...more };
}

describe('lifecycle-wheel: what is in the tree', () => {
  it('lists the phases as an ordered list of named buttons, and hides the picture', async () => {
    const wheel = await show(lifecycle);
    const buttons = all(wheel, 'ol.phases > li > button');
    expect(buttons.length).to.equal(5);
    expect(buttons[2]?.getAttribute('aria-label')).to.equal(
      '3 of 5, Loyalty: 1,280 people, 43.9% of the total, 7.4 months median (before: 7.1 months); in: 133 from Conversion and 57 from Retention; out: 142 to Attrition',
    );
    expect(one(wheel, '.stage').getAttribute('aria-hidden')).to.equal('true');
    expect(one(wheel, 'section.wheel').getAttribute('aria-labelledby')).to.equal('title');
    expect(all(wheel, '.flows button').map((button) => button.getAttribute('aria-label'))).to.include(
      'Loyalty → Attrition: 142 people, decline',
    );
  });

  it('says every number of the picture in the lists', async () => {
    const wheel = await show(flywheel);
    const lists = `${one(wheel, '.lists').textContent} ${one(wheel, '.below').textContent}`;
    const numbers = all<SVGTextElement>(wheel, '.picture .number, .picture .label-count').map(
      (text) => /[\d.,\s%]+/.exec(text.textContent ?? '')?.[0].trim() ?? '',
    );
    expect(numbers.length).to.be.greaterThan(10);
    for (const number of numbers) expect(lists).to.contain(number);
  });

  it('has no text under 12 px, however narrow', async () => {
    for (const width of [1040, 700, 480, 340]) {
      const wheel = await show(fixtures.eightPhases, {}, width);
      for (const element of all<Element>(wheel, 'text, p, span, button, li, dt, dd, small'))
        expect(
          parseFloat(getComputedStyle(element).fontSize),
          `${element.className} at ${width}`,
        ).to.be.at.least(12);
    }
  });

  it('needs no style attribute that a strict policy would refuse', async () => {
    const wheel = await show(lifecycle);
    const markup = LifecycleWheel.prototype.render.call(wheel).strings.join('');
    expect(markup).not.to.contain('style=');
  });

  const { crowded: _crowded, julie: _julie, lea: _lea, ...results } = fixtures;
  for (const [name, result] of Object.entries(results)) {
    it(`is clean by axe: ${name}`, async () => {
      await expect(await show(result)).to.be.accessible();
      await expect(await show(result, { locale: 'fr' }, 340)).to.be.accessible();
    });
  }

  it('is clean by axe with every picker, a person, a mark, and read only', async () => {
    await expect(await show(flywheel, { controls: 'model metric compare' })).to.be.accessible();
    await expect(await show(engagement, { person: julie })).to.be.accessible();
    const marks = { places: { loyalty: 3 }, label: 'Lost' };
    await expect(await show(lifecycle, { marks })).to.be.accessible();
    await expect(await show(lifecycle, { readonly: true })).to.be.accessible();
  });
});

describe('lifecycle-wheel: by keyboard', () => {
  it('has one stop for the phases and what is outside, which wraps, and one for the movements', async () => {
    const wheel = await show(lifecycle);
    one(wheel, '[data-stop="phase"]').focus();
    expect(await press(wheel, 'ArrowRight')).to.equal('phase:conversion');
    expect(await press(wheel, 'ArrowLeft')).to.equal('phase:acquisition');
    expect(await press(wheel, 'ArrowUp')).to.equal('outside:former');
    expect(one(wheel, '[data-key="outside:former"]').getAttribute('aria-label')).to.equal(
      'Former customers: 1,904 people',
    );
    expect(await press(wheel, 'ArrowDown')).to.equal('phase:acquisition');
    expect(await press(wheel, 'End')).to.equal('outside:former');
    expect(all(wheel, '[data-stop="phase"][tabindex="0"]').length).to.equal(1);
    one(wheel, '[data-stop="flow"][tabindex="0"]').focus();
    expect(focused(wheel)).to.equal('flow:not-engaged>acquisition');
    expect(await press(wheel, 'ArrowDown')).to.equal('flow:acquisition>conversion');
    expect(await press(wheel, 'Escape')).to.equal('outside:former');
  });

  it('opens with Enter, and keeps the focus through an update', async () => {
    const wheel = await show(lifecycle);
    one(wheel, '[data-key="phase:loyalty"]').focus();
    const opened = oneEvent(wheel, 'wheel-phase-select') as unknown as Promise<WheelPhaseSelectEvent>;
    await sendKeys({ press: 'Enter' });
    const event = await opened;
    expect([event.phase, event.count, event.model, event.flow]).to.deep.equal([
      'loyalty',
      1280,
      'lifecycle',
      undefined,
    ]);
    expect(event.segment).to.deep.equal({ phase: 'loyalty' });
    expect(event.cancelable && event.bubbles && event.composed).to.equal(true);
    wheel.result = { ...lifecycle, phases: [...lifecycle.phases].reverse() };
    await settle(wheel);
    expect(focused(wheel)).to.equal('phase:loyalty');
  });

  it('moves and points without rendering anything', async () => {
    const wheel = await show(lifecycle);
    let updates = 0;
    const { requestUpdate } = wheel;
    wheel.requestUpdate = (...args: []) => {
      updates += 1;
      requestUpdate.apply(wheel, args);
    };
    one(wheel, '[data-key="phase:loyalty"]').focus();
    await press(wheel, 'ArrowRight');
    expect(one(wheel, '.sector[data-place="phase:attrition"]').hasAttribute('data-lit')).to.equal(true);
    expect(one(wheel, '.flow[data-place="flow:loyalty>attrition"]').hasAttribute('data-lit')).to.equal(true);
    expect(one(wheel, '.flow[data-place="flow:acquisition>conversion"]').hasAttribute('data-lit')).to.equal(
      false,
    );
    expect(updates).to.equal(0);
  });

  it('shows its keys, and gives the focus back', async () => {
    const wheel = await show(lifecycle);
    one(wheel, '[data-key="phase:loyalty"]').focus();
    await sendKeys({ press: '?' });
    await waitUntil(() => one(wheel, '[popover]').matches(':popover-open'), 'the panel opens');
    expect(one(wheel, '[popover]').textContent).to.contain('the way the wheel turns');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(wheel) === 'phase:loyalty', 'the focus is back');
  });

  it('opens nothing where it is read only', async () => {
    const wheel = await show(lifecycle, { readonly: true });
    expect(all(wheel, '[data-stop]').length).to.equal(0);
    let opened = 0;
    wheel.addEventListener('wheel-phase-select', () => (opened += 1));
    one(wheel, '.sector').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(opened).to.equal(0);
    expect(getComputedStyle(one(wheel, '.sector')).cursor).not.to.equal('pointer');
  });
});

describe('lifecycle-wheel: with a pointer', () => {
  it('opens a sector, an arrow and a place outside; people brought have no list', async () => {
    const wheel = await show(flywheel);
    const segments: unknown[] = [];
    wheel.addEventListener('wheel-phase-select', (event) =>
      segments.push((event as WheelPhaseSelectEvent).segment),
    );
    const click = (selector: string) =>
      one(wheel, selector).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    click('.sector[data-place="phase:adoption"] .track');
    click('.flow[data-place="flow:adoption>adoration"] .hit');
    click('.outside [data-key="outside:former"]');
    click('.flow.bring .hit');
    expect(segments).to.deep.equal([
      { phase: 'adoption' },
      { from: 'adoption', to: 'adoration' },
      { outside: 'former' },
    ]);
    expect(wheel.focusSegment({ from: 'adoption', to: 'adoration' })).to.equal(true);
    expect(wheel.focusSegment({ phase: 'gone' })).to.equal(false);
  });

  it('has targets of 24 px', async () => {
    const wheel = await show(lifecycle, { controls: 'model metric compare' }, 340);
    for (const target of all(wheel, 'button, select, summary, label')) {
      const { height, width } = target.getBoundingClientRect();
      if (width > 0) expect(Math.min(height, width), target.outerHTML.slice(0, 80)).to.be.at.least(24);
    }
  });
});

describe('lifecycle-wheel: loading', () => {
  it('asks for its model and options, tells the load, and then who moved', async () => {
    const requests: WheelRequest[] = [];
    const wheel = await show(undefined);
    const told: string[] = [];
    for (const name of ['wheel-load', 'people-move']) wheel.addEventListener(name, () => told.push(name));
    const loaded = oneEvent(wheel, 'wheel-load') as unknown as Promise<WheelLoadEvent>;
    const moved = oneEvent(wheel, 'people-move') as unknown as Promise<PeopleMoveEvent>;
    Object.assign(wheel, {
      model: 'engagement',
      compare: 'previous',
      asOf: '2026-10-31',
      options: { engagement: { purchaseFrom: 50 } },
      source: answering((request) => {
        requests.push(request);
        return lifecycle;
      }),
    });
    expect((await loaded).result).to.equal(lifecycle);
    const { movements, total, comparedTo } = await moved;
    expect([movements.length, total, comparedTo]).to.deep.equal([2, 874, lifecycle.comparedTo]);
    expect(told).to.deep.equal(['wheel-load', 'people-move']);
    expect(requests).to.deep.equal([
      {
        model: 'engagement',
        options: { engagement: { purchaseFrom: 50 }, asOf: '2026-10-31', comparedTo: 'previous' },
      },
    ]);
  });

  it('tells nothing of what the host handed over', async () => {
    const told: string[] = [];
    const listen = (event: Event) => told.push(event.type);
    for (const name of ['wheel-load', 'people-move']) document.addEventListener(name, listen);
    await show(lifecycle);
    for (const name of ['wheel-load', 'people-move']) document.removeEventListener(name, listen);
    expect(told).to.deep.equal([]);
  });

  it('keeps the last good view when a later load fails, and retries', async () => {
    let fails = false;
    const source = answering(() => {
      if (fails) throw new FunnelwheelError('unauthorized', 'sign in', { status: 401 });
      return lifecycle;
    });
    const wheel = await show(undefined, { source });
    fails = true;
    const failed = oneEvent(wheel, 'wheel-error') as unknown as Promise<WheelErrorEvent>;
    wheel.refresh();
    const event = await failed;
    expect([event.code, event.status]).to.deep.equal(['unauthorized', 401]);
    await settle(wheel);
    expect(one(wheel, '[role="alert"]').textContent).to.contain('Latest numbers received, of Oct 31, 2026');
    expect(all(wheel, '.phase').length).to.equal(5);
    await expect(wheel).to.be.accessible();
    fails = false;
    event.retry();
    await settle(wheel);
    expect(all(wheel, '[role="alert"]').length).to.equal(0);
  });

  it('says that it loads, that it could not, that there is nothing, that nobody is there', async () => {
    const never = await show(undefined, {
      source: { kind: 'dataset', load: () => new Promise<never>(() => undefined) },
    });
    expect(one(never, '.loading').textContent).to.contain('Loading the wheel');
    expect(one(never, 'section').getAttribute('aria-busy')).to.equal('true');
    await expect(never).to.be.accessible();
    const broken = await show({ model: 'lifecycle', phases: 'none' } as never);
    expect(one(broken, '[role="alert"]').textContent).to.contain('The wheel could not be loaded');
    await expect(broken).to.be.accessible();
    const none = await show(undefined);
    expect(one(none, '.state').textContent).to.contain('No data yet');
    expect(one(await show(fixtures.nobody), '.state').textContent).to.contain('Nobody in this cycle');
  });

  it('goes on after it was moved, and after it came back', async () => {
    let loads = 0;
    const wheel = await show(undefined, { source: answering(() => ((loads += 1), lifecycle)) });
    const parent = wheel.parentElement as HTMLElement;
    wheel.remove();
    await settle(wheel);
    parent.append(wheel);
    await settle(wheel);
    expect(all(wheel, '.sector').length).to.equal(5);
    parent.style.inlineSize = '480px';
    await settle(wheel);
    const { width } = one(wheel, '.picture').getBoundingClientRect();
    expect(width).to.be.at.most(480);
    expect(loads).to.be.at.most(2);
  });

  it('lives twice on one page, with two languages', async () => {
    const first = await show(lifecycle, { locale: 'fr' });
    const second = await show(engagement, { locale: 'en' });
    expect(one(first, 'h2').textContent).to.contain('Cycle de vie des clients');
    expect(one(second, 'h2').textContent).to.contain('Engagement index');
  });
});

describe('lifecycle-wheel: pickers, measure, person, mark', () => {
  it('tells the host what the user chose, and takes it back', async () => {
    const wheel = await show(flywheel, { controls: 'model metric' });
    const changed = oneEvent(wheel, 'view-change') as unknown as Promise<WheelViewChangeEvent>;
    const select = one(wheel, 'select') as HTMLSelectElement;
    select.value = 'retention-rate';
    select.dispatchEvent(new Event('change'));
    expect((await changed).view).to.deep.equal({ model: 'lifecycle', metric: 'retention-rate' });
    await settle(wheel);
    expect(one(wheel, '.legend').textContent).to.contain('full is 100%');
    wheel.view = {};
    await settle(wheel);
    expect(one(wheel, '.legend').textContent).to.contain('705 people');
  });

  it('shows a person: initials, place, score, why; and marks their phase', async () => {
    const wheel = await show(engagement, { person: julie, locale: 'fr' });
    await waitUntil(() => wheel.renderRoot.querySelector('.client'), 'the card comes');
    expect(one(wheel, '.hub-total').textContent).to.equal('JM');
    const card = one(wheel, '.client').textContent ?? '';
    for (const text of ['Julie Martin', 'Sortie', 'depuis 41 jours', 'Score de 27,4, sous 30', '18,6 sur 40'])
      expect(card).to.contain(text);
    const current = all(wheel, '[aria-current="step"]');
    expect(current.map(({ dataset }) => dataset['key'])).to.deep.equal(['phase:exit']);
    await expect(wheel).to.be.accessible();
  });

  it('asks for a person by id, as text or number, and says when nobody has it', async () => {
    const asked: unknown[] = [];
    const person: WheelSource['person'] = (id) => {
      asked.push(id);
      return id === 7
        ? Promise.resolve({ ...julie, id: 7 })
        : Promise.reject(new FunnelwheelError('unknown-subject', 'nobody'));
    };
    const wheel = await show(undefined, { source: answering(() => engagement, { person }), client: '7' });
    await waitUntil(() => wheel.renderRoot.querySelector('section.client'), 'the person comes');
    expect(asked).to.deep.equal(['7', 7]);
    wheel.client = 'x';
    await waitUntil(() => wheel.renderRoot.querySelector('p.client[role="alert"]'), 'it says so');
    expect(one(wheel, 'p.client').textContent).to.contain('not in the data');
  });

  it('marks where people are, says it, and lets go of it', async () => {
    const marks = { places: { loyalty: 310 }, label: 'Lost before checkout' };
    const wheel = await show(lifecycle, { marks });
    expect(all(wheel, '.picture .mark').length).to.equal(1);
    expect(one(wheel, '.marked').textContent).to.contain('Lost before checkout: 310 here');
    one(wheel, '.marks button').click();
    await settle(wheel);
    expect(all(wheel, '.mark, .marks').length).to.equal(0);
  });

  it('says how it is counted', async () => {
    const wheel = await show(engagement, { locale: 'fr' });
    one(wheel, '.notes button').click();
    await waitUntil(() => one(wheel, '[popover]').matches(':popover-open'), 'the panel opens');
    const text = one(wheel, '[popover]').textContent ?? '';
    for (const part of ['40 ou plus, avant un contrat', 'Réponses aux campagnes', 'poids × '])
      expect(text).to.contain(part);
    await expect(wheel).to.be.accessible();
  });

  it('shows the movements beyond the drawn on demand', async () => {
    const wheel = await show(fixtures.eightPhases);
    expect(all(wheel, '.flows li').length).to.equal(8);
    one(wheel, '.flows .text-button').click();
    await settle(wheel);
    expect(all(wheel, '.flows li').length).to.equal(12);
  });
});

describe('lifecycle-wheel: sizes and hands', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('never scrolls sideways, from 320 px to full width', async () => {
    for (const width of [320, 359, 360, 480, 619, 620, 760, 899, 900, 1040]) {
      for (const result of [fixtures.eightPhases, flywheel, fixtures.unbalanced]) {
        const wheel = await show(result, { locale: 'fr', controls: 'model metric compare' }, width);
        expect(wheel.scrollWidth, `${width}`).to.be.at.most(width);
        const { right, left } = wheel.getBoundingClientRect();
        for (const text of all(wheel, '.picture text, p, li, button')) {
          const box = text.getBoundingClientRect();
          if (box.width === 0 || text.closest('[popover], .visually-hidden')) continue;
          expect(box.right, `${text.textContent} at ${width}`).to.be.at.most(right + 1);
          expect(box.left, `${text.textContent} at ${width}`).to.be.at.least(left - 1);
        }
      }
    }
  });

  it('draws labels that do not meet as the browser draws them', async () => {
    for (const count of [3, 5, 8]) {
      const wheel = await show(fixtures.crowded(count), { locale: 'fr' }, 760);
      const boxes = all<SVGGElement>(wheel, '.picture .label').map((label) => label.getBoundingClientRect());
      expect(boxes.length).to.equal(count);
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          expect(meet, `labels of ${count} phases`).to.equal(false);
        }
      }
    }
  });

  it('mirrors text and lists from right to left, and still turns clockwise', async () => {
    const box = await fixture<HTMLElement>(html`<div dir="rtl"></div>`);
    box.style.inlineSize = '1040px';
    const wheel = document.createElement('lifecycle-wheel');
    wheel.result = fixtures.arabic;
    box.append(wheel);
    await settle(wheel);
    const list = one(wheel, '.lists').getBoundingClientRect();
    const picture = one(wheel, '.picture').getBoundingClientRect();
    expect(list.right).to.be.at.most(picture.left + 1);
    const [, second, , , fifth] = all<SVGGElement>(wheel, '.sector .track').map((track) =>
      track.getBoundingClientRect(),
    );
    expect(second?.left).to.be.greaterThan(fifth?.left ?? Infinity);
    await expect(wheel).to.be.accessible();
  });

  it('ends every resize with one picture, without a loop', async () => {
    const errors: string[] = [];
    const listen = (event: ErrorEvent) => errors.push(event.message);
    window.addEventListener('error', listen);
    const wheel = await show(lifecycle, {}, 900);
    for (const width of [760, 620, 480, 400, 340, 700, 1000]) {
      (wheel.parentElement as HTMLElement).style.inlineSize = `${width}px`;
      await settle(wheel);
      const stage = one(wheel, '.stage').getBoundingClientRect();
      if (width >= 400)
        expect(Math.abs(one(wheel, '.picture').getBoundingClientRect().width - stage.width)).to.be.below(1.5);
      expect(all(wheel, '.picture').length).to.be.at.most(1);
    }
    window.removeEventListener('error', listen);
    expect(errors).to.deep.equal([]);
  });
});

describe('lifecycle-wheel with a list of people', () => {
  const people: WheelSource['people'] = (segment) =>
    Promise.resolve({
      people: [{ id: 'c-1', name: 'Ada', enteredAt: '2026-10-01T09:00:00Z' }],
      total: 'phase' in segment ? 371 : 142,
      segmentTotal: 'phase' in segment ? 371 : 142,
    });

  async function together(): Promise<{ wheel: LifecycleWheel; list: FunnelStepDrilldown }> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const wheel = document.createElement('lifecycle-wheel');
    const list = document.createElement('funnel-step-drilldown');
    wheel.source = answering(() => lifecycle, { people });
    wheel.append(list);
    box.append(wheel);
    await settle(wheel);
    return { wheel, list };
  }

  it('lists the people of a phase, with its playbook as suggestions, and gives the focus back', async () => {
    const { wheel, list } = await together();
    one(wheel, '[data-key="phase:attrition"]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => list.renderRoot.textContent?.includes('Ada'), 'the list comes');
    const text = list.renderRoot.textContent ?? '';
    expect(text).to.contain('Phase “Attrition”');
    expect(text).to.contain('Write to them');
    expect(text).to.contain('371');
    list.close();
    await waitUntil(() => focused(wheel) === 'phase:attrition', 'the focus is back');
  });

  it('lists the people of a movement, and leaves it to a host that prevents it', async () => {
    const { wheel, list } = await together();
    one(wheel, '[data-key="flow:loyalty>attrition"]').click();
    await waitUntil(() => list.renderRoot.textContent?.includes('Loyalty → Attrition'), 'the list comes');
    list.close();
    wheel.addEventListener('wheel-phase-select', (event) => event.preventDefault());
    one(wheel, '[data-key="phase:loyalty"]').click();
    await settle(wheel);
    expect(list.open).to.equal(false);
  });
});
