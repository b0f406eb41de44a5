import { expect, nextFrame } from '@open-wc/testing';
import { quietly, readShown } from './quiet-page.ts';
import { clearPage, put, SUBJECTS, type Subject } from './summing-elements.ts';

const LONG = 'Ж'.repeat(10_000);

/** Settings that are text or numbers, of all elements together. */
const SETTINGS = [
  'src',
  'datasetSrc',
  'timeZone',
  'locale',
  'currency',
  'asOf',
  'workerUrl',
  'heading',
  'from',
  'to',
  'metric',
  'compare',
  'client',
  'for',
  'controls',
  'preset',
  'interval',
  'sort',
  'experiment',
];
/** Settings that are objects. */
const PARTS = [
  'data',
  'source',
  'fetchOptions',
  'options',
  'person',
  'marks',
  'bounds',
  'channels',
  'history',
  'opened',
  'acquired',
  'activated',
  'benchmark',
  'target',
  'plan',
  'refreshInterval',
  'timeOut',
  'maxBytes',
];

/** Shows a result; answers the errors the host heard of, and what can be read. */
async function show(subject: Subject, result: unknown, settings: object = {}) {
  const errors: { code: string; path: string }[] = [];
  const element = put(subject, {});
  element.addEventListener(subject.errorEvent, (event) => {
    const { code, path } = event as Event & { code: string; path: string };
    errors.push({ code, path });
  });
  Object.assign(element, settings, { result });
  for (let n = 0; n < 3; n += 1) {
    await element.updateComplete;
    await nextFrame();
  }
  return { element, errors, text: readShown(element) };
}

for (const subject of SUBJECTS) {
  const { tag, make, countPath, namePath, always } = subject;
  const hasMoney = tag === 'lifecycle-wheel' || tag === 'channel-report';

  describe(`a finished result of any kind, handed to ${tag}`, () => {
    afterEach(clearPage);

    describe('that is none is an error in the element and as an event, with its path', () => {
      const list = countPath.split(/[[.]/)[0]!;
      const cases: [name: string, result: unknown, path: string | RegExp][] = [
        ['a number', 12, ''],
        ['true', true, ''],
        ['a text', 'phases', ''],
        ['a function', () => make(), ''],
        ['a list', [], /./],
        ['a Map', new Map(Object.entries(make())), /./],
        ['nothing in it', {}, /./],
        ['a list of another type', { ...make(), [list]: 'many' }, list],
        ['a count that is no number', make(NaN), countPath],
        ['a negative count', make(-5), countPath],
        ['an endless count', make(Infinity), countPath],
        ['a count as text', make('12'), countPath],
        ['a count as a list', make([1]), countPath],
        ['a version to come', { ...make(), version: 2 }, 'version'],
        ['a moment that does not exist', { ...make(), asOf: '2026-02-30T10:00:00Z' }, 'asOf'],
        ['a moment without a zone', { ...make(), asOf: '2026-02-20T10:00:00' }, 'asOf'],
        ['a moment beyond all calendars', { ...make(), asOf: 1e300 }, 'asOf'],
        [
          'a time zone that is none',
          { ...make(), asOf: '2026-02-01T10:00:00Z', timeZone: 'Mars/Base' },
          'timeZone',
        ],
        ...(hasMoney
          ? [
              ['a currency that is none', { ...make(), currency: 'EURO' }, 'currency'] as [
                string,
                unknown,
                string,
              ],
            ]
          : []),
        ...(namePath ? [['a name of another type', make(1, 7), namePath] as [string, unknown, string]] : []),
      ];
      for (const [name, result, path] of cases) {
        it(
          name,
          quietly(async () => {
            const { errors, text } = await show(subject, result);
            expect(errors.map(({ code }) => code)).to.deep.equal(['invalid-result']);
            expect(errors[0]?.path).to.match(typeof path === 'string' ? exactly(path) : path);
            expect(text).to.include('Try again');
          }),
        );
      }
    });

    describe('that is odd but right is shown', () => {
      const named: [name: string, value: unknown, shown: string][] = [
        ['markup', '<x-evil>Loyal</x-evil>', '<x-evil>Loyal</x-evil>'],
        ['a template', '${1+1}{{x}}', '${1+1}{{x}}'],
        ['bidirectional marks', '\u202Etxet\u2066', 'txet'],
        ['emoji', '👩‍👩‍👧‍👦🏋️', '👩‍👩‍👧‍👦🏋️'],
        ['half an emoji', 'a\uD83Db', 'a'],
        ['10,000 characters', LONG, 'ЖЖЖ'],
        ['line breaks and zero bytes', 'a\n\n\n\0b', 'a'],
        ['nothing', '', always],
        ['no language', {}, always],
        ['a language nobody speaks', { 'x-none': 'Loyal' }, 'Loyal'],
        ['the keys of every object', JSON.parse('{"__proto__":"x","constructor":"y","en":"Loyal"}'), 'Loyal'],
      ];
      const cases: [name: string, result: unknown, shown: string][] = [
        ['zero', make(0), always],
        ...(hasMoney
          ? [['an enormous count', make(1e308), always] as [string, unknown, string]]
          : [['the most there can be', make(1000), always] as [string, unknown, string]]),
        ['the smallest of numbers', make(5e-324), always],
        ['a fraction', make(1.5), always],

        ['notices nobody knows', { ...make(), notices: [{ code: '__proto__' }, { code: 'x' }] }, always],
        [
          'fields nobody knows',
          JSON.parse(`{"__proto__":{"a":1},${JSON.stringify({ ...make(), toString: 1 }).slice(1)}`),
          always,
        ],
        ['itself within', containingItself(make()), always],
        ['frozen all through', freeze(make()), always],
        ['no prototype', Object.assign(Object.create(null) as object, make()), always],
        ...(namePath
          ? named.map(([name, value, shown]): [string, unknown, string] => [
              `${name} for a name`,
              make(undefined, value),
              shown,
            ])
          : []),
      ];
      for (const [name, result, shown] of cases) {
        it(
          name,
          quietly(async () => {
            const { element, errors, text } = await show(subject, result);
            expect(errors).to.deep.equal([]);
            expect(text).to.include(shown);
            expect(text, 'what a program says of nothing').to.not.match(/NaN|undefined|\[object|Infinity|∞/);
            expect(element.shadowRoot?.querySelectorAll('x-evil').length, 'data is never markup').to.equal(0);
          }),
        );
      }
    });

    describe('with settings that make no sense', () => {
      const cases: [name: string, settings: Record<string, unknown>][] = [
        ['a language that is none', { locale: 'no language at all' }],
        ['an enormous language', { locale: LONG }],
        ['a currency that is none', { currency: 'EURO' }],
        ['a time zone that is none', { timeZone: 'Mars/Base' }],
        ['a moment that is none', { asOf: 'soon' }],
        ['a refresh that is none', { refreshInterval: NaN, timeOut: -1, maxBytes: 0, computeTimeOut: NaN }],
        ['a view of another type', { view: {} }],
        [
          'everything empty',
          Object.fromEntries(SETTINGS.map((name) => [name, ''])) as Record<string, unknown>,
        ],
        ['everything null', Object.fromEntries([...SETTINGS, ...PARTS].map((name) => [name, null]))],
      ];
      for (const [name, settings] of cases) {
        it(
          name,
          quietly(async () => {
            const { errors, text } = await show(
              subject,
              { ...make(), asOf: '2026-02-01T10:00:00Z' },
              settings,
            );
            expect(errors).to.deep.equal([]);
            expect(text).to.include(always);
          }),
        );
      }
    });
  });
}

describe('what is particular to one of them', () => {
  afterEach(clearPage);
  const [wheel, activation, channels, experiment] = SUBJECTS as [Subject, Subject, Subject, Subject];
  const phases = [
    { id: 'a', name: 'First', count: 4 },
    { id: 'b', name: 'Second', count: 2 },
  ];
  const variants = [
    { id: 'a', name: 'Without', exposed: 10, converted: 2 },
    { id: 'b', name: 'With', exposed: 12, converted: 3 },
  ];
  const shown: [name: string, subject: Subject, result: unknown, text: string][] = [
    ['a wheel of one phase', wheel, { model: 'lifecycle', phases: [phases[0]] }, 'First'],
    [
      'a wheel of forty phases',
      wheel,
      {
        model: 'lifecycle',
        phases: Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, name: `Phase ${n}`, count: n })),
      },
      'Phase 39',
    ],
    [
      'a phase twice',
      wheel,
      { model: 'lifecycle', phases: [phases[0], { ...phases[1], id: 'a' }] },
      'Second',
    ],
    [
      'phases called as every object’s keys',
      wheel,
      {
        model: 'flywheel',
        phases: [
          { id: '__proto__', name: 'First', count: 4 },
          { id: 'constructor', name: 'Second', count: 2 },
        ],
        flows: [{ from: '__proto__', to: 'constructor', count: 2 }],
      },
      'Second',
    ],
    [
      'movements from and to nowhere',
      wheel,
      {
        model: 'lifecycle',
        phases,
        flows: [
          { from: 'x', to: 'a', count: 1 },
          { from: 'b', to: 'y', count: 2 },
          { from: 'a', to: 'a', count: 9 },
        ],
      },
      'Second',
    ],
    [
      'a thousand movements',
      wheel,
      {
        model: 'lifecycle',
        phases,
        flows: Array.from({ length: 1000 }, (_, n) => ({ from: `x${n}`, to: 'a', count: n })),
      },
      'Second',
    ],
    [
      'metrics and friction beyond counting',
      wheel,
      {
        model: 'flywheel',
        phases: phases.map((phase) => ({
          ...phase,
          medianDays: 1e300,
          metrics: [{ id: '__proto__', value: -1e308, unit: 'money', target: 0 }],
          friction: [{ id: '<x-evil>', severity: 'high', people: 1e300 }],
        })),
      },
      'Second',
    ],
    [
      'a balance that does not add up',
      wheel,
      { model: 'lifecycle', phases: phases.map((phase) => ({ ...phase, start: 1e15, entered: 3, left: 5 })) },
      'Second',
    ],
    ['more activated than acquired', activation, { acquired: 3, activated: 30 }, '3'],
    ['a rate of nobody', activation, { acquired: 0, activated: 0 }, 'Nobody'],
    ['a rate nobody knows', activation, { acquired: null, activated: null }, 'Not known'],
    [
      'periods of no day',
      activation,
      {
        acquired: 3,
        activated: 1,
        periods: [
          { start: 'soon', acquired: 1, activated: 1 },
          { start: '2026-02-30', acquired: 2, activated: 0 },
        ],
      },
      '3',
    ],
    ['no channels', channels, { channels: [] }, 'channel'],
    ['channels of nothing but a name', channels, { channels: [{ name: 'Flyers' }] }, 'Flyers'],
    [
      'more bought than came',
      channels,
      { channels: [{ name: 'Flyers', visits: 3, purchases: 300, cost: 0, revenue: -5 }] },
      'Flyers',
    ],
    [
      'three hundred channels',
      channels,
      { channels: Array.from({ length: 300 }, (_, n) => ({ name: `Channel ${n}`, visits: n })) },
      'Channel 299',
    ],
    ['one variant', experiment, { variants: [variants[0]] }, 'two variants'],
    [
      'variants nobody saw',
      experiment,
      { variants: variants.map((variant) => ({ ...variant, exposed: 0, converted: 0 })) },
      'Nobody has seen',
    ],
    [
      'more converted than exposed',
      experiment,
      { variants: variants.map((variant) => ({ ...variant, converted: 99 })) },
      'Without',
    ],
    ['a variant twice', experiment, { variants: [variants[0], { ...variants[1], id: 'a' }] }, 'Without'],
    [
      'a control that is nowhere',
      experiment,
      { variants, control: 'nowhere', primary: '__proto__' },
      'Without',
    ],
    [
      'twenty variants of a million',
      experiment,
      {
        variants: Array.from({ length: 20 }, (_, n) => ({
          id: `v${n}`,
          name: `Variant ${n}`,
          exposed: 1_000_000,
          converted: 1000 * n,
        })),
      },
      'Variant 19',
    ],
  ];
  for (const [name, subject, result, text] of shown) {
    it(
      `${name} is shown, or said to be wrong`,
      quietly(async () => {
        const said = await show(subject, result);
        if (said.errors.length > 0) {
          expect(said.errors.map(({ code }) => code)).to.deep.equal(['invalid-result']);
          expect(said.text).to.include('Try again');
          return;
        }
        expect(said.text).to.include(text);
        expect(said.text).to.not.match(/NaN|undefined|\[object|Infinity|∞/);
        expect(said.element.shadowRoot?.querySelector('x-evil')).to.equal(null);
      }),
    );
  }

  it(
    'a target or benchmark that is no share is none',
    quietly(async () => {
      for (const value of [7, -1, NaN, null]) {
        const { text, element } = await show(
          activation,
          { acquired: 100, activated: 30 },
          { target: value, benchmark: { value, name: 'Others' } },
        );
        expect(text).to.include('30%').and.not.include('Target').and.not.include('Others');
        element.remove();
      }
    }),
  );

  it(
    'a link that runs code is none',
    quietly(async () => {
      for (const href of [
        'javascript:alert(1)',
        ' java\nscript:alert(1)',
        'data:text/html,<script>',
        'vbscript:x',
      ]) {
        const results: [Subject, unknown][] = [
          [wheel, { model: 'lifecycle', phases, notices: [{ code: 'x', href }] }],
          [activation, { acquired: 10, activated: 3, benchmark: { value: 0.3, name: 'Others', href } }],
        ];
        for (const [subject, result] of results) {
          const { element } = await show(subject, result);
          for (const link of element.shadowRoot!.querySelectorAll('a'))
            expect(link.protocol, href).to.match(/^https?:$/);
          element.remove();
        }
      }
    }),
  );
});

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

function containingItself(result: Record<string, unknown>): unknown {
  result['self'] = result;
  return result;
}

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
