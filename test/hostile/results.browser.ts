import { expect, nextFrame } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import { quietly, readShown } from './quiet-page.ts';

const LONG = 'Ж'.repeat(10_000);
const json = (text: string): unknown => JSON.parse(text);
const steps = [
  { id: 'lead', name: 'Leads', count: 1200 },
  { id: 'intro', name: 'Intro', count: 340 },
];

/** Shows a result in a chart that the test removes. */
async function show(result: unknown, settings: Partial<FunnelChart> = {}) {
  const chart = document.createElement('funnel-chart');
  const errors: { code: string; path: string }[] = [];
  chart.addEventListener('funnel-error', ({ code, path }) => errors.push({ code, path }));
  Object.assign(chart, settings, { result });
  document.body.append(chart);
  await chart.updateComplete;
  await nextFrame();
  await nextFrame();
  await chart.updateComplete;
  return { chart, errors, text: readShown(chart) };
}

describe('a finished result of any kind, handed over', () => {
  afterEach(() => document.querySelectorAll('funnel-chart').forEach((chart) => chart.remove()));

  describe('that is none is an error in the chart and as an event, with its path', () => {
    const cases: [name: string, result: unknown, path: string][] = [
      ['a number', 12, ''],
      ['true', true, ''],
      ['a text', 'steps', ''],
      ['a function', () => steps, ''],
      ['a list', [], 'steps'],
      ['a Map', new Map([['steps', steps]]), 'steps'],
      ['steps of another type', { steps: 'Leads' }, 'steps'],
      ['a step of another type', { steps: [1] }, 'steps[0]'],
      ['a count that is no number', { steps: [{ name: 'Leads', count: NaN }] }, 'steps[0].count'],
      ['a negative count', { steps: [{ name: 'Leads', count: -5 }] }, 'steps[0].count'],
      ['an endless count', { steps: [{ name: 'Leads', count: Infinity }] }, 'steps[0].count'],
      ['a count as text', { steps: [{ name: 'Leads', count: '12' }] }, 'steps[0].count'],
      ['a name of another type', { steps: [{ name: 7, count: 1 }] }, 'steps[0].name'],
      ['a moment that does not exist', { steps, asOf: '2026-02-30T10:00:00Z' }, 'asOf'],
      ['a moment without a zone', { steps, asOf: '2026-02-20T10:00:00' }, 'asOf'],
      ['an hour that does not exist', { steps, asOf: '2026-02-20T25:00:00Z' }, 'asOf'],
      ['a moment beyond all calendars', { steps, asOf: 1e300 }, 'asOf'],
      [
        'a day that does not exist',
        { steps, comparison: { range: { to: '2026-02-30' }, steps: [] } },
        'comparison.range.to',
      ],
      ['a range that is none', { steps, range: { from: 'soon' } }, 'range.from'],
      ['a version to come', { version: 2, steps }, 'version'],
      ['an unknown order', { steps, order: 'sideways' }, 'order'],
      [
        'a time zone that is none',
        { steps, asOf: '2026-02-01T10:00:00Z', range: { timeZone: 'Mars/Base' } },
        'range.timeZone',
      ],
      ['a currency that is none', { steps, currency: 'EURO' }, 'currency'],
    ];
    for (const [name, result, path] of cases) {
      it(
        name,
        quietly(async () => {
          const { errors, text } = await show(result);
          expect(errors).to.deep.equal([{ code: 'invalid-result', path }]);
          expect(text).to.include('Try again');
        }),
      );
    }
  });

  describe('that is odd but right is shown', () => {
    const cases: [name: string, result: unknown, shown: string | RegExp][] = [
      ['nothing but a count', { steps: [{ count: 3 }] }, '3'],
      ['no steps', { steps: [] }, /./],
      ['null for a count', { steps: [{ name: 'Leads', count: null }] }, 'Leads'],
      [
        'zero everywhere',
        {
          steps: [
            { name: 'Leads', count: 0 },
            { name: 'Intro', count: 0 },
          ],
        },
        /./,
      ],
      [
        'an enormous count',
        {
          steps: [
            { name: 'Leads', count: 1e308 },
            { name: 'Intro', count: 1e300 },
          ],
        },
        'Leads',
      ],
      [
        'the smallest of numbers',
        {
          steps: [
            { name: 'Leads', count: 5e-324 },
            { name: 'Intro', count: 0 },
          ],
        },
        'Leads',
      ],
      ['a fraction', { steps: [{ name: 'Leads', count: 1.5 }] }, 'Leads'],
      [
        'growth',
        {
          steps: [
            { name: 'Leads', count: 1 },
            { name: 'Intro', count: 3_000_000 },
          ],
        },
        '3,000,000',
      ],
      [
        'fifty steps',
        { steps: Array.from({ length: 50 }, (_, i) => ({ name: `Step ${i}`, count: 50 - i })) },
        'Step 49',
      ],
      ['the same id twice', { steps: [steps[0], { ...steps[1], id: 'lead' }] }, 'Intro'],
      ['a base that is nowhere', { steps: [steps[0], { ...steps[1], base: 'nowhere' }] }, 'Intro'],
      ['a base that is the step itself', { steps: [steps[0], { ...steps[1], base: 'intro' }] }, 'Intro'],
      [
        'bases in a ring',
        {
          steps: [
            { ...steps[0], base: 'intro' },
            { ...steps[1], base: 'lead' },
          ],
        },
        'Intro',
      ],
      [
        'more out than in',
        { steps: [{ ...steps[0], entered: 10, converted: 20, open: 30, dropped: 40 }] },
        'Leads',
      ],
      [
        'markup for a name',
        { steps: [{ name: '<x-evil>Leads</x-evil>', count: 1 }] },
        '<x-evil>Leads</x-evil>',
      ],
      ['a template for a name', { steps: [{ name: '${1+1}{{x}}', count: 1 }] }, '${1+1}{{x}}'],
      ['bidirectional marks for a name', { steps: [{ name: '\u202Etxet\u2066', count: 1 }] }, 'txet'],
      ['emoji for a name', { steps: [{ name: '👩‍👩‍👧‍👦🏋️', count: 1 }] }, '👩‍👩‍👧‍👦🏋️'],
      ['half an emoji for a name', { steps: [{ name: 'a\uD83Db', count: 1 }] }, 'a'],
      ['10,000 characters for a name', { steps: [{ name: LONG, count: 1 }] }, 'ЖЖЖ'],
      ['line breaks and zero bytes for a name', { steps: [{ name: 'a\n\n\n\0b', count: 1 }] }, 'a'],
      ['an empty name', { steps: [{ name: '', count: 4 }] }, '4'],
      ['a name in no language', { steps: [{ name: {}, count: 4 }] }, '4'],
      ['a name in a language nobody speaks', { steps: [{ name: { 'x-none': 'Leads' }, count: 4 }] }, 'Leads'],
      [
        'ids called as every object’s keys',
        json(
          '{"steps":[{"id":"__proto__","name":"Leads","count":9},{"id":"constructor","name":"Intro","count":4}]}',
        ),
        'Intro',
      ],
      [
        'keys called so',
        json(
          '{"__proto__":{"closed":false},"constructor":{},"steps":[{"name":{"constructor":"x","en":"Leads"},"count":9,"toString":1}]}',
        ),
        'Leads',
      ],
      ['a time that is negative', { steps: [steps[0], { ...steps[1], time: { median: -86_400 } }] }, 'Intro'],
      [
        'a time that is enormous',
        { steps: [steps[0], { ...steps[1], time: { median: 1e300, p90: 1e301 } }] },
        'Intro',
      ],
      [
        'money beyond counting',
        { steps: [{ ...steps[0], value: { total: 1e300, count: 1 } }], currency: 'EUR' },
        'Leads',
      ],
      ['a notice nobody knows', { steps, notices: [{ code: '__proto__' }, { code: 'levitation' }] }, 'Intro'],
      [
        'a comparison of other steps',
        { steps, comparison: { range: {}, steps: [{ id: 'else', count: 4 }] } },
        'Intro',
      ],
      ['a breakdown of no groups', { steps, breakdown: { property: 'x', groups: [] } }, 'Intro'],
      [
        'a breakdown of fewer steps',
        { steps, breakdown: { property: 'x', groups: [{ value: 'a', steps: [] }] } },
        'Intro',
      ],
      [
        'a breakdown of markup',
        {
          steps,
          breakdown: { property: '<x-evil>x</x-evil>', groups: [{ value: '<x-evil>a</x-evil>', steps }] },
        },
        '<x-evil>a</x-evil>',
      ],
      [
        'a hundred groups',
        {
          steps,
          breakdown: {
            property: 'x',
            groups: Array.from({ length: 100 }, (_, i) => ({
              value: `g${i}`,
              steps: [{ count: 12 }, { count: 3 }],
            })),
          },
        },
        'Intro',
      ],
      [
        'offers of odd values',
        {
          steps: [
            {
              ...steps[0],
              filters: [
                {
                  property: '__proto__',
                  values: [
                    { value: null, count: 1 },
                    { value: '<x-evil>', count: 1 },
                  ],
                },
              ],
            },
          ],
        },
        'Leads',
      ],
      ['a definition that is none', { steps, funnel: { id: 'f', definition: 5 } }, 'Intro'],
      ['itself within', containingItself(), 'Intro'],
      [
        'frozen all through',
        Object.freeze({ steps: Object.freeze(steps.map((step) => Object.freeze({ ...step }))) }),
        'Intro',
      ],
      ['no prototype', Object.assign(Object.create(null) as object, { steps }), 'Intro'],
    ];
    for (const [name, result, shown] of cases) {
      it(
        name,
        quietly(async () => {
          const { chart, errors, text } = await show(result);
          expect(errors).to.deep.equal([]);
          expect(text).to.match(typeof shown === 'string' ? new RegExp(escape(shown)) : shown);
          expect(chart.shadowRoot?.querySelectorAll('x-evil').length, 'data is never markup').to.equal(0);
        }),
      );
    }
  });

  it(
    'cannot make a link that runs code',
    quietly(async () => {
      const hrefs = [
        'javascript:alert(1)',
        ' java\nscript:alert(1)',
        'data:text/html,<script>',
        'vbscript:x',
      ];
      for (const href of hrefs) {
        const { chart } = await show({ steps, notices: [{ code: 'no-intro-offer', href }] });
        for (const link of chart.shadowRoot!.querySelectorAll('a'))
          expect(link.protocol, href).to.match(/^https?:$/);
        chart.remove();
      }
    }),
  );

  describe('with settings that make no sense', () => {
    const cases: [name: string, settings: Record<string, unknown>][] = [
      ['a language that is none', { locale: 'no language at all' }],
      ['an enormous language', { locale: LONG }],
      ['a currency that is none', { currency: 'EURO' }],
      ['a time zone that is none', { timeZone: 'Mars/Base' }],
      ['a moment that is none', { asOf: 'soon' }],
      ['a view that is none', { viewMode: 'sideways' }],
      ['controls that are none', { controls: '<b> filters' }],
      ['controls of another type', { controls: null }],
      ['filters of another type', { filters: null }],
      ['a view of another type', { view: null }],
      ['days that are none', { lookbackDays: NaN }],
      ['a refresh that is none', { refreshInterval: -1 }],
      [
        'everything empty',
        {
          src: '',
          datasetSrc: '',
          funnel: '',
          from: '',
          to: '',
          breakdown: '',
          compare: '',
          locale: '',
          currency: '',
        },
      ],
      [
        'everything null',
        {
          src: null,
          datasetSrc: null,
          funnel: null,
          from: null,
          to: null,
          breakdown: null,
          compare: null,
          locale: null,
          currency: null,
          data: null,
          source: null,
          fetchOptions: null,
          definition: null,
          order: null,
          lookbackDays: null,
          workerUrl: null,
          asOf: null,
          timeZone: null,
        },
      ],
    ];
    for (const [name, settings] of cases) {
      it(
        name,
        quietly(async () => {
          const { errors, text } = await show({ steps, asOf: '2026-02-01T10:00:00Z' }, settings as never);
          expect(errors).to.deep.equal([]);
          expect(text).to.include('Intro');
        }),
      );
    }
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function containingItself(): unknown {
  const result: Record<string, unknown> = { steps };
  result['self'] = result;
  return result;
}
