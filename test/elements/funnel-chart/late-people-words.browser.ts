import { expect, fixture, html } from '@open-wc/testing';
import { loadPart } from '../../../src/data/load-part.ts';
import { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelSegment } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** A chart to which what is said of people does not come, as long as it `fails`. */
class LateChart extends FunnelChart {
  fails = true;

  protected override loadPeopleWords(): ReturnType<FunnelChart['loadPeopleWords']> {
    return this.fails
      ? loadPart(() => Promise.reject(new TypeError('no such file')))
      : super.loadPeopleWords();
  }
}
customElements.define('late-chart', LateChart);

const SEGMENT: FunnelSegment = { step: 'b', outcome: 'dropped' };
const QUERY = { offset: 0, limit: 10 };

async function mountLate(fails: boolean): Promise<LateChart> {
  const chart = document.createElement('late-chart') as LateChart;
  chart.fails = fails;
  chart.source = {
    kind: 'src',
    load: () =>
      Promise.resolve({
        steps: [
          { id: 'a', name: 'Asked', converted: 10 },
          { id: 'b', name: 'Bought', converted: 4, dropped: 6 },
        ],
      }),
    people: () => Promise.resolve({ total: 1, people: [{ id: 7, name: 'Ada' }] }),
    explain: () =>
      Promise.resolve({ subject: 7, steps: [{ step: 'b', verdict: 'not-entered', rejected: [] }] }),
  } as unknown as NonNullable<LateChart['source']>;
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.append(chart);
  await waitUntil(() => chart.result !== undefined);
  await chart.updateComplete;
  return chart;
}

const { signal } = new AbortController();

describe('what a chart says of people, loaded after its first drawing', () => {
  it('is there by itself, before anybody asks for people', async () => {
    const chart = await mountLate(false);
    await waitUntil(() => chart.describePeople(SEGMENT, getLocalization('en')) !== undefined);
    expect(chart.describePeople(SEGMENT, getLocalization('en'))?.heading).to.equal(
      'Asked → lost before Bought',
    );
  });

  it('has come to whoever is given people, or why somebody stands where they stand', async () => {
    const chart = await mountLate(true);
    expect(chart.describePeople(SEGMENT, getLocalization('en'))).to.equal(undefined);
    chart.fails = false;
    const page = await chart.people(SEGMENT, QUERY, { signal });
    expect(page.people.map(({ name }) => name)).to.deep.equal(['Ada']);
    expect(chart.describePeople(SEGMENT, getLocalization('en'))?.count).to.equal(6);
    const explanation = await chart.explain(7, { signal });
    expect(chart.describeExplanation(explanation, getLocalization('en'))).to.have.length(1);
  });

  it('that does not come is why people could not be had; the next question asks again', async () => {
    const chart = await mountLate(true);
    const failure = await chart.people(SEGMENT, QUERY, { signal }).catch((error: unknown) => error);
    expect(failure).to.include({ code: 'network' });
    chart.fails = false;
    expect((await chart.people(SEGMENT, QUERY, { signal })).total).to.equal(1);
  });
});
