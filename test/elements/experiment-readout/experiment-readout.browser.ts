import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../demo/scenarios/late-parts.ts';
import { ExperimentReadout } from '../../../src/elements/experiment-readout/experiment-readout.ts';
import type { ExperimentLoadEvent } from '../../../src/events/index.ts';

ExperimentReadout.define();

/** The A/B test of MuscleHub, as its data has it (distinct people). */
const MUSCLEHUB = {
  name: { en: 'Fitness test', fr: 'Test de forme' },
  steps: [
    { id: 'application', name: { en: 'Application', fr: 'Demande' } },
    { id: 'purchase', name: { en: 'Purchase', fr: 'Achat' } },
  ],
  variants: [
    {
      id: 'A',
      exposed: 2498,
      steps: [
        { id: 'application', converted: 250 },
        { id: 'purchase', converted: 200 },
      ],
    },
    {
      id: 'B',
      exposed: 2500,
      steps: [
        { id: 'application', converted: 325 },
        { id: 'purchase', converted: 250 },
      ],
    },
  ],
};

async function show(result: unknown, settings: Partial<ExperimentReadout> = {}): Promise<ExperimentReadout> {
  const element = await fixture<ExperimentReadout>(
    html`<experiment-readout locale="en"></experiment-readout>`,
  );
  Object.assign(element, settings, { result });
  await settle(element);
  return element;
}

async function settle(element: ExperimentReadout): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}

const clean = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (element: ExperimentReadout, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: ExperimentReadout, selector: string) =>
  clean(element.renderRoot.querySelector(selector));

describe('<experiment-readout>', () => {
  it('says in one sentence that B does better, and how seldom chance does that', async () => {
    const element = await show(MUSCLEHUB, { step: 'application' });
    expect(element.summary).to.equal(
      '“B” does better than “A”: out of 1,000 people 130 get to “Application”, instead of 100. By chance alone such a gap comes about 1 time in 930. Keep “B”.',
    );
    expect(one(element, '.variants')).not.to.contain('chance');
    expect(one(element, '.better .pill')).to.equal('Better');
    expect(one(element, 'h2')).to.equal('Fitness test');
  });

  it('shows rates, intervals and lift, and the published p-values in the folded table', async () => {
    const element = await show(MUSCLEHUB, { step: 'application' });
    const b = all(element, '.variant')[1]!;
    expect(clean(b.querySelector('.figures'))).to.equal('13% 325 of 2,500 between 11.7% and 14.4%');
    expect(clean(b.querySelector('.against'))).to.contain('+29.9% against A');
    expect(element.renderRoot.querySelector('details')!.open).to.be.false;
    const row = (label: string) => all(element, 'tbody tr').find((tr) => clean(tr).startsWith(label));
    expect(clean(row('Chi-square with Yates'))).to.contain('10.69, p = 0.0011');
    expect(clean(row('z test'))).to.contain('3.31, p = 0.00092');
  });

  it('draws a result that is handed over at once, with its statistics', async () => {
    const element = await show(MUSCLEHUB, { step: 'application' });
    const next = new Promise((resolve) => {
      const figure = () => element.renderRoot.querySelector('.figure');
      element.addController({
        hostUpdated: () => resolve([figure()?.ariaBusy, one(element, '.better .pill')]),
      });
    });
    element.result = structuredClone(MUSCLEHUB);
    expect(await next).to.deep.equal(['false', 'Better']);
  });

  it('draws all intervals on one scale, a longer one longer', async () => {
    const element = await show({
      variants: [
        { name: 'few', exposed: 100, converted: 12 },
        { name: 'many', exposed: 4000, converted: 480 },
      ],
    });
    const [few, many] = all(element, '.interval').map((bar) => bar.getBoundingClientRect());
    expect(few!.width).to.be.greaterThan(many!.width * 3);
    const [a, b] = all(element, '.dot').map((dot) => dot.getBoundingClientRect().x);
    expect(Math.abs(a! - b!)).to.be.lessThan(1);
  });

  it('reads another step when asked to', async () => {
    const element = await show(MUSCLEHUB);
    const select = element.renderRoot.querySelector('select')!;
    expect(select.value).to.equal('purchase');
    select.value = 'application';
    const views: unknown[] = [];
    element.addEventListener('view-change', (event) => views.push(event.view));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    expect(element.step).to.equal('application');
    expect(views).to.deep.equal([{ step: 'application' }]);
    expect(element.summary).to.contain('130');
  });

  it('says what is missing', async () => {
    const variants = [
      { name: 'A', exposed: 400, converted: 40, open: 3 },
      { name: 'B', exposed: 400, converted: 44, open: 1 },
    ];
    const element = await show({ variants, mixed: 9 });
    expect(element.summary).to.contain(
      'No difference is shown yet: 11% with “B” and 10% with “A” may well be chance. Go on until about 14,000 more people have seen each variant.',
    );
    const remarks = one(element, '.remarks');
    expect(remarks).to.contain('4 people still have time to convert');
    expect(remarks).to.contain('9 people saw several variants and are left out.');
    expect(remarks).to.match(/about 15,000 people a variant are needed; 14,000 are missing/);
  });

  it('does not trust groups that are not as planned, nor a handful of people', async () => {
    const unsound = await show({
      variants: [
        { name: 'A', exposed: 3000, converted: 300 },
        { name: 'B', exposed: 2500, converted: 400 },
      ],
    });
    expect(unsound.summary).to.contain('cannot be trusted');
    expect(one(unsound, '.remarks')).to.contain('3,000 and 2,500 people');
    const few = await show({
      variants: [
        { name: 'A', exposed: 30, converted: 2 },
        { name: 'B', exposed: 28, converted: 4 },
      ],
    });
    expect(few.summary).to.contain('Too few people yet');
    const none = await show({ variants: [{ name: 'A', exposed: 30, converted: 2 }] });
    expect(one(none, '.state')).to.contain('Nobody has seen two variants');
  });

  it('speaks French', async () => {
    const element = await show(MUSCLEHUB, { step: 'application', locale: 'fr' });
    expect(element.summary.replace(/\s/g, ' ')).to.equal(
      '« B » fait mieux que « A » : sur 1 000 personnes, 130 arrivent à « Demande » au lieu de 100. Par pur hasard, un tel écart n’arrive qu’environ 1 fois sur 930. Gardez « B ».',
    );
  });

  it('counts an experiment of the dataset', async () => {
    const element = await fixture<ExperimentReadout>(
      html`<experiment-readout locale="en"></experiment-readout>`,
    );
    const events = ['a', 'b', 'c', 'd'].flatMap((person, i) => [
      { type: 'exposure', person, at: '2026-01-01', experiment: 'x', variant: i % 2 ? 'new' : 'old' },
      ...(person === 'b' ? [{ type: 'purchase', person, at: '2026-01-02' }] : []),
    ]);
    element.data = {
      timeZone: 'Europe/Paris',
      asOf: '2026-02-01',
      events,
      experiments: [{ id: 'x', variants: ['old', 'new'], goal: { event: 'purchase' } }],
    };
    const { result } = (await oneEvent(element, 'experiment-load')) as ExperimentLoadEvent;
    expect(
      result.variants.map(({ id, exposed, steps }) => [id, exposed, steps![0]!.converted]),
    ).to.deep.equal([
      ['old', 2, 0],
      ['new', 2, 1],
    ]);
    await settle(element);
    expect(element.readout!.decision.kind).to.equal('too-few');
  });

  it('is accessible, unfolded, in light and dark, wide and narrow', async () => {
    const element = await show(MUSCLEHUB);
    element.renderRoot.querySelector('details')!.open = true;
    await expect(element).to.be.accessible();
    element.style.inlineSize = '320px';
    element.style.colorScheme = 'dark';
    element.dir = 'rtl';
    await settle(element);
    await expect(element).to.be.accessible();
    const base = element.renderRoot.querySelector<HTMLElement>('.figure')!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
  });
});
