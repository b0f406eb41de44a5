import { expect, fixture, html } from '@open-wc/testing';
import { engagement, julie, lifecycle } from '../../../demo/scenarios/wheel-results.ts';
import { loadPart } from '../../../src/data/load-part.ts';
import { LifecycleWheel } from '../../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import type { WheelSource } from '../../../src/data/wheel-source.ts';
import { getLocalization } from '../../../src/i18n/index.ts';
import { waitUntil } from '../../support/wait-until.ts';

const lack = <T>(): Promise<T> => loadPart(() => Promise.reject(new TypeError('no such file')));

/** A wheel whose further parts do not come, as long as it `fails`. */
class LateWheel extends LifecycleWheel {
  fails = true;

  protected override loadClient(): ReturnType<LifecycleWheel['loadClient']> {
    return this.fails ? lack() : super.loadClient();
  }

  protected override loadPeopleWords(): ReturnType<LifecycleWheel['loadPeopleWords']> {
    return this.fails ? lack() : super.loadPeopleWords();
  }
}
customElements.define('late-wheel', LateWheel);

async function mountLate(settings: Partial<LateWheel>): Promise<LateWheel> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const wheel = document.createElement('late-wheel') as LateWheel;
  Object.assign(wheel, settings);
  box.append(wheel);
  await waitUntil(() => wheel.renderRoot.querySelector('.body'));
  await wheel.updateComplete;
  return wheel;
}

const find = (wheel: LateWheel, selector: string) => wheel.renderRoot.querySelector<HTMLElement>(selector);

describe('what shows one person on a wheel, loaded with the first one', () => {
  it('comes with the drawing that shows them', async () => {
    const wheel = await mountLate({ fails: false, result: engagement });
    wheel.person = julie;
    await wheel.updateComplete;
    expect(find(wheel, 'section.client')?.textContent).to.contain(julie.name);
  });

  it('that does not come is said where the person would stand; the wheel is drawn, and the next update asks again', async () => {
    const wheel = await mountLate({ result: engagement, person: julie });
    expect(find(wheel, 'p.client[role=alert]')?.textContent).to.not.equal('');
    expect(find(wheel, 'section.client')).to.equal(null);
    wheel.fails = false;
    wheel.requestUpdate();
    await wheel.updateComplete;
    expect(find(wheel, '[role=alert]')).to.equal(null);
    expect(find(wheel, 'section.client')?.textContent).to.contain(julie.name);
  });
});

describe('what a wheel says of people, loaded after its first drawing', () => {
  const source = {
    kind: 'src',
    load: () => Promise.resolve(lifecycle),
    people: () => Promise.resolve({ total: 1, people: [{ id: 7, name: 'Ada' }] }),
  } as unknown as WheelSource;
  const segment = { phase: lifecycle.phases[0]?.id ?? '' };
  const query = { offset: 0, limit: 10 };
  const { signal } = new AbortController();

  it('has come to whoever is given people; where it does not, that is why they could not be had', async () => {
    const wheel = await mountLate({ source });
    const failure = await wheel.people(segment, query, { signal }).catch((error: unknown) => error);
    expect(failure).to.include({ code: 'network' });
    expect(wheel.describePeople(segment, getLocalization('en'))).to.equal(undefined);
    wheel.fails = false;
    expect((await wheel.people(segment, query, { signal })).total).to.equal(1);
    expect(wheel.describePeople(segment, getLocalization('en'))?.heading).to.not.equal('');
  });
});
