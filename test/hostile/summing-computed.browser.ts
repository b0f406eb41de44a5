import { expect } from '@open-wc/testing';
import { quietly, readShown } from './quiet-page.ts';
import { clearPage, put, SUBJECTS, type Subject } from './summing-elements.ts';

const base = { timeZone: 'Europe/Paris', asOf: '2026-02-01T00:00:00Z' };
const events = [
  { person: 1, type: 'lead', at: '2026-01-01T10:00:00Z' },
  { person: 1, type: 'check-in', at: '2026-01-02T10:00:00Z' },
];
const campaigns = [{ channel: 'Flyers', date: '2026-01-05', visits: 50, cost: 20 }];
const experiments = [{ id: 'welcome', goal: { event: 'check-in' } }];
const exposure = {
  person: 1,
  type: 'exposure',
  at: '2026-01-01T09:00:00Z',
  experiment: 'welcome',
  variant: 'a',
};
const data = { ...base, events: [...events, exposure], campaigns, experiments };

/** What an element says in the end: `loaded`, or code and path of the error. */
async function compute(subject: Subject, settings: object): Promise<{ said: unknown; text: string }> {
  const element = put(subject, {});
  const said = new Promise<unknown>((resolve) => {
    element.addEventListener(subject.loadEvent, () => resolve('loaded'));
    element.addEventListener(subject.errorEvent, (event) => {
      const { code, path } = event as Event & { code: string; path: string };
      resolve({ code, path });
    });
  });
  Object.assign(element, settings);
  const answer = await said;
  await element.updateComplete;
  return { said: answer, text: readShown(element) };
}

for (const subject of SUBJECTS) {
  describe(`a dataset of any kind, computed for ${subject.tag}`, function () {
    // The first computation starts the worker, whose sources are translated when they are first asked for.
    this.timeout(60_000);
    afterEach(clearPage);

    const cases: [name: string, settings: object, said: unknown][] = [
      ['as it should be', { data }, 'loaded'],
      ['a number', { data: 42 }, { code: 'invalid-dataset', path: '' }],
      ['without a time zone', { data: { events } }, { code: 'invalid-dataset', path: 'timeZone' }],
      [
        'with a zone that is none',
        { data: { ...data, timeZone: 'Mars/Base' } },
        { code: 'invalid-dataset', path: 'timeZone' },
      ],
      [
        'of odd people',
        {
          data: {
            ...data,
            people: [{ id: '__proto__', name: '<x-evil>', constructor: 1 }, { id: 'Ж'.repeat(10_000) }],
          },
        },
        'loaded',
      ],
      [
        'of odd events',
        {
          data: {
            ...data,
            events: [
              ...data.events,
              { person: '__proto__', type: 'constructor', at: '2026-01-03' },
              { person: 1, type: '<x-evil>', at: -1e15 },
              { person: NaN, type: 'lead', at: 'soon' },
              null,
              7,
            ],
          },
        },
        'loaded',
      ],
      ['at an address that is none', { datasetSrc: 'http://[' }, { code: 'network', path: '' }],
      ['at an address that runs code', { datasetSrc: 'javascript:alert(1)' }, { code: 'network', path: '' }],
      ['with a moment that is none', { data, asOf: 'soon' }, 'invalid-options'],
    ];
    for (const [name, settings, expected] of cases) {
      it(
        name,
        quietly(async () => {
          const { said, text } = await compute(subject, { fetchOptions: { retryDelay: 1 }, ...settings });
          if (typeof expected === 'string' && expected !== 'loaded')
            expect(said).to.include({ code: expected });
          else expect(said).to.deep.equal(expected);
          if (said === 'loaded') expect(text).to.not.match(/Try again|NaN|undefined|\[object/);
          else expect(text).to.include('Try again');
          expect(document.querySelector(subject.tag)?.shadowRoot?.querySelector('x-evil')).to.equal(null);
        }),
      );
    }
  });
}

describe('options that make no sense, computed with', function () {
  this.timeout(60_000);
  afterEach(clearPage);
  const [wheel, activation, channels, experiment] = SUBJECTS as [Subject, Subject, Subject, Subject];
  const cases: [name: string, subject: Subject, settings: object, path: RegExp][] = [
    [
      'thresholds of another type',
      wheel,
      { options: { lifecycle: { signUpMonths: 'three' } } },
      /options|lifecycle|signUp/,
    ],
    ['a reserved name', wheel, { options: JSON.parse('{"__proto__x":1,"constructor":{}}') }, /./],
    ['a wheel of another kind', wheel, { model: 'square' }, /model/],
    ['an earlier instant that is none', wheel, { compare: 'yesterday-ish' }, /comparedTo|compare/],
    ['a later instant to compare with', wheel, { compare: '2036-01-01T00:00:00Z' }, /comparedTo|compare/],
    ['a preset nobody knows', activation, { preset: 'levitation' }, /preset/],
    ['a deed of nothing', activation, { activated: {} }, /activated/],
    ['an interval nobody knows', activation, { interval: 'fortnight' }, /interval/],
    ['a range upside down', activation, { from: '2026-02-01', to: '2026-01-01' }, /range/],
    ['a day that does not exist', channels, { from: '2026-02-30' }, /range.from/],
    ['an experiment nobody knows', experiment, { experiment: 'nowhere' }, /experiment/],
  ];
  for (const [name, subject, settings, path] of cases) {
    it(
      `${name}: refused with its path`,
      quietly(async () => {
        const { said, text } = await compute(subject, { data, ...settings });
        expect(said).to.be.an('object');
        expect((said as { path: string }).path).to.match(path);
        expect(text).to.include('Try again');
      }),
    );
  }
});
