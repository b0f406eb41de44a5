import { expect } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import { quietly, readShown } from './quiet-page.ts';

const GOOD = [
  { person: 1, type: 'lead', at: '2026-01-01T10:00:00Z' },
  { person: 1, type: 'check-in', at: '2026-01-02T10:00:00Z' },
];
const base = { timeZone: 'Europe/Paris', asOf: '2026-02-01T00:00:00Z' };
const definition = {
  id: 'lead-to-visit',
  steps: [
    { id: 'lead', name: 'Leads', event: 'lead' },
    { id: 'visit', name: 'Visits', event: 'check-in', when: 'afterEntry' },
  ],
};
const withEvent = (event: object) => ({ ...base, events: [...GOOD, event] });

/** What a chart says in the end: the counts, or code and path of the error. */
async function compute(settings: object): Promise<{ said: unknown; text: string }> {
  const chart = document.createElement('funnel-chart');
  const said = new Promise<unknown>((resolve) => {
    chart.addEventListener('funnel-load', ({ result }) =>
      resolve(result.steps.map((step) => step.converted)),
    );
    chart.addEventListener('funnel-error', ({ code, path }) => resolve({ code, path }));
  });
  Object.assign(chart, { definition, ...settings } as Partial<FunnelChart>);
  document.body.append(chart);
  const answer = await said;
  await chart.updateComplete;
  const text = readShown(chart);
  chart.remove();
  return { said: answer, text };
}

describe('a dataset of any kind, computed in the page', function () {
  // The first computation starts the worker, whose sources are translated when they are first asked for.
  this.timeout(60_000);

  const cases: [name: string, settings: object, said: unknown][] = [
    ['as it should be', { data: { ...base, events: GOOD } }, [1, 1]],
    ['a number', { data: 42 }, { code: 'invalid-dataset', path: '' }],
    ['without a time zone', { data: { events: GOOD } }, { code: 'invalid-dataset', path: 'timeZone' }],
    [
      'without a usable row',
      { data: { ...base, events: [{ person: 1, type: 'lead', at: '2026-02-30' }] } },
      { code: 'no-usable-rows', path: 'events' },
    ],
    [
      'with 10,000 characters for an id',
      { data: withEvent({ person: 'Ж'.repeat(10_000), type: 'lead', at: '2026-01-03' }) },
      [2, 1],
    ],
    [
      'with a range upside down',
      { data: { ...base, events: GOOD }, from: '2026-02-01', to: '2026-01-01' },
      { code: 'invalid-options', path: 'range' },
    ],
    [
      'with a day that does not exist',
      { data: { ...base, events: GOOD }, from: '2026-02-30' },
      { code: 'invalid-options', path: 'range.from' },
    ],
    [
      'with a moment that is none',
      { data: { ...base, events: GOOD }, asOf: 'soon' },
      { code: 'invalid-options', path: 'now' },
    ],
    [
      'with a filter of no step',
      { data: { ...base, events: GOOD }, filters: { nowhere: { a: 1 } } },
      { code: 'unknown-step', path: 'filters.nowhere' },
    ],
    [
      'with a function in the definition',
      { data: { ...base, events: GOOD }, definition: { ...definition, extra: () => 1 } },
      { code: 'invalid-options', path: '' },
    ],
    [
      'with itself in the definition',
      { data: { ...base, events: GOOD }, definition: containingItself() },
      { code: 'invalid-definition', path: 'self' },
    ],
    [
      'with a funnel nobody knows',
      { data: { ...base, events: GOOD }, definition: undefined, funnel: 'nowhere' },
      { code: 'unknown-funnel', path: 'funnel' },
    ],
    [
      'with no funnel',
      { data: { ...base, events: GOOD }, definition: undefined },
      { code: 'not-configured', path: 'funnel' },
    ],
    ['at an address that is none', { datasetSrc: 'http://[' }, { code: 'network', path: '' }],
    ['at an address that runs code', { datasetSrc: 'javascript:alert(1)' }, { code: 'network', path: '' }],
    [
      'with a worker file that is nowhere',
      { data: { ...base, events: GOOD }, workerUrl: '/nowhere.js' },
      [1, 1],
    ],
  ];
  for (const [name, settings, expected] of cases) {
    it(
      name,
      quietly(async () => {
        const { said, text } = await compute({ fetchOptions: { retryDelay: 1 }, ...settings });
        expect(said).to.deep.equal(expected);
        expect(text).to.include(Array.isArray(expected) ? 'Visits' : 'Try again');
      }),
    );
  }

  const uncloneable: [name: string, value: unknown][] = [
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a node of the page', document.body],
  ];
  for (const [name, value] of uncloneable) {
    it(
      `with ${name} in a row: refused where it would have to cross to a worker, read like any cell where not`,
      quietly(async () => {
        const data = withEvent({ person: 2, type: 'lead', at: '2026-01-03', extra: value });
        const { said, text } = await compute({ data });
        const isRefused = !Array.isArray(said);
        expect(said).to.deep.equal(isRefused ? { code: 'invalid-dataset', path: '' } : [2, 1]);
        expect(text).to.include(isRefused ? 'Try again' : 'Visits');
      }),
    );
  }
});

function containingItself(): unknown {
  const value: Record<string, unknown> = { ...definition };
  value['self'] = value;
  return value;
}
