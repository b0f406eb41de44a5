import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../demo/scenarios/late-parts.ts';
import { ActivationRate } from '../../../src/elements/activation-rate/activation-rate.ts';
import type { ActivationErrorEvent, ActivationLoadEvent } from '../../../src/events/index.ts';

ActivationRate.define();

const YEAR = {
  origin: 'computed' as const,
  timeZone: 'Europe/Paris',
  asOf: '2026-04-10T10:00:00Z',
  acquired: 3000,
  activated: 860,
  open: 140,
  interval: 'month' as const,
  target: 0.3,
  benchmark: { value: 0.25, name: { en: 'Sector', fr: 'Secteur' }, href: 'https://example.org/' },
  definition: {
    acquired: { name: { en: 'new leads', fr: 'nouveaux prospects' } },
    activated: { name: { en: 'came to a class', fr: 'venus en cours' } },
    within: { days: 30 },
  },
  periods: [
    { start: '2026-01-01', acquired: 1000, activated: 300 },
    { start: '2026-02-01', acquired: 1000, activated: 290 },
    { start: '2026-03-01', acquired: 0, activated: 0 },
    { start: '2026-04-01', acquired: 1000, activated: 270, complete: false },
  ],
};

async function show(result: unknown, settings: Partial<ActivationRate> = {}): Promise<ActivationRate> {
  const element = await fixture<ActivationRate>(html`<activation-rate locale="en"></activation-rate>`);
  Object.assign(element, settings, { result });
  await settle(element);
  return element;
}

async function settle(element: ActivationRate): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}

function text(element: ActivationRate, selector: string): string {
  return element.renderRoot.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

const all = (element: ActivationRate, selector: string) => [...element.renderRoot.querySelectorAll(selector)];

describe('<activation-rate>', () => {
  it('shows 300 of 1,000 as 30%, from the least result', async () => {
    const element = await show({ acquired: 1000, activated: 300 });
    expect(text(element, '.value')).to.equal('30% 300 of 1,000');
    expect(text(element, '.formula')).to.equal('activated ÷ acquired');
    expect(element.summary).to.equal('Of 1,000 acquired, 300 activated: 30%.');
    expect(all(element, '.course')).to.have.length(0);
  });

  it('says the formula in words, with the time allowed, in both languages', async () => {
    const element = await show(YEAR);
    expect(text(element, '.formula')).to.equal('came to a class ÷ new leads, within 30 days');
    element.locale = 'fr';
    await settle(element);
    expect(text(element, '.formula')).to.equal('venus en cours ÷ nouveaux prospects, en 30 jours au plus');
  });

  it('of few, the fraction comes first', async () => {
    expect(text(await show({ acquired: 12, activated: 7 }), '.value')).to.equal('7 of 12 58%');
  });

  it('tells whether the target is met, and when chance could have done it', async () => {
    const met = await show({ acquired: 1000, activated: 300, target: 0.25 });
    expect(text(met, '.reference.target')).to.equal('Target 25% reached, 5 points above');
    const missed = await show({ acquired: 1000, activated: 300 }, { target: 0.35 });
    expect(text(missed, '.reference.target')).to.contain('not reached, 5 points missing');
    expect(text(missed, '.reference.target')).not.to.contain('too close');
    const close = await show({ acquired: 100, activated: 30, target: 0.31 });
    expect(text(close, '.reference.target')).to.contain('too close to be sure');
    expect(text(close, '.reference.target')).not.to.contain('reached');
    expect(close.renderRoot.querySelector('.reference.met, .reference.missed')).to.equal(null);
  });

  it('names the benchmark with its source', async () => {
    const element = await show(YEAR);
    expect(text(element, '.reference.benchmark')).to.contain('Sector 25%');
    expect(element.renderRoot.querySelector('.benchmark a')?.getAttribute('href')).to.equal(
      'https://example.org/',
    );
  });

  it('draws the course with a gap for nobody and a hollow, dashed end for what is not finished', async () => {
    const element = await show(YEAR);
    expect(all(element, '.point')).to.have.length(3);
    expect(all(element, '.point.unfinished')).to.have.length(1);
    // January to February is the one finished stretch; nothing reaches across the empty month.
    expect(
      element.renderRoot.querySelector('.line:not(.dashed)')?.getAttribute('d')?.match(/M/g),
    ).to.have.length(1);
    expect(text(element, '.notes')).to.contain('140 people still have time');
    expect(text(element, '.notes')).to.contain('Dashed');
  });

  it('has the same numbers as a table', async () => {
    const element = await show(YEAR);
    const rows = all(element, 'tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.match(/^January 2026 1,000 300 30% 27\.2% – 32\.9%$/);
    expect(rows[2]).to.equal('March 2026 0 0 – –');
    expect(rows[3]).to.match(/^April 2026 not finished/);
  });

  it('says so when nobody was acquired, when nothing is set, when the result is none', async () => {
    expect(text(await show({ acquired: 0, activated: 0 }), '.state')).to.contain('Nobody was acquired');
    expect(text(await show(undefined), '.state')).to.contain('no figures to show yet');
    const element = await fixture<ActivationRate>(html`<activation-rate locale="en"></activation-rate>`);
    setTimeout(() => Object.assign(element, { result: { acquired: 'many' } }));
    const event = (await oneEvent(element, 'activation-error')) as ActivationErrorEvent;
    expect([event.code, event.path]).to.deep.equal(['invalid-result', 'acquired']);
    await settle(element);
    expect(text(element, '[role=alert]')).to.contain('could not be loaded');
  });

  it('computes from a dataset, and tells the load', async () => {
    const element = await fixture<ActivationRate>(
      html`<activation-rate locale="en" within="7d" from="2026-01-01" to="2026-01-31"></activation-rate>`,
    );
    const events = [
      { type: 'lead', person: 1, at: '2026-01-05' },
      { type: 'check-in', person: 1, at: '2026-01-08' },
      { type: 'lead', person: 2, at: '2026-01-06' },
      { type: 'check-in', person: 2, at: '2026-01-20' },
    ];
    element.data = { timeZone: 'Europe/Paris', asOf: '2026-03-01', events };
    const { result } = (await oneEvent(element, 'activation-load')) as ActivationLoadEvent;
    expect([result.acquired, result.activated]).to.deep.equal([2, 1]);
    await settle(element);
    expect(text(element, '.value')).to.equal('1 of 2 50%');
    expect(text(element, '.source')).to.contain('Computed here');
  });

  it('a target set by hand is drawn without asking again', async () => {
    const element = await show(YEAR, { target: 0.2 });
    expect(text(element, '.reference.target')).to.contain('reached');
  });

  it('is accessible, in light and dark, in both directions, without inline styles', async () => {
    const element = await show(YEAR);
    element.renderRoot.querySelector('details')!.open = true;
    await expect(element).to.be.accessible();
    element.style.colorScheme = 'dark';
    element.dir = 'rtl';
    await expect(element).to.be.accessible();
  });

  it('fits 320 px', async () => {
    const element = await show(YEAR);
    element.style.inlineSize = '320px';
    element.renderRoot.querySelector('details')!.open = true;
    await settle(element);
    const base = element.renderRoot.querySelector<HTMLElement>('.figure')!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
  });
});
