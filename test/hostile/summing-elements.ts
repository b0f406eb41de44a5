import '../../src/define/activation-rate.ts';
import '../../src/define/channel-report.ts';
import '../../src/define/experiment-readout.ts';
import '../../src/define/lifecycle-wheel.ts';
import type { LoadingElement } from '../../src/controllers/loading-element.ts';
import type { Source } from '../../src/data/source.ts';

/** Any of them, as a host's page knows it. */
export type SummingElement = LoadingElement<unknown, unknown, Source<unknown, unknown>>;

/** An element that sums people up, and what a test needs to know to hand it numbers. */
export interface Subject {
  tag: 'lifecycle-wheel' | 'activation-rate' | 'channel-report' | 'experiment-readout';
  loadEvent: string;
  errorEvent: string;
  /** A finished result; the count and the name can be read in what is shown. */
  make(count?: unknown, name?: unknown): Record<string, unknown>;
  /** Where in a result the count is. */
  countPath: string;
  /** Where the name is; undefined where a result has none. */
  namePath?: string;
  /** What is shown of a good result whatever it counts. */
  always: string;
}

/** All of them, in the order of the README. */
export const SUBJECTS: readonly Subject[] = [
  {
    tag: 'lifecycle-wheel',
    loadEvent: 'wheel-load',
    errorEvent: 'wheel-error',
    make: (count = 1280, name = 'Loyal') => ({
      model: 'lifecycle',
      phases: [
        { id: 'one', name: 'First', count: 40 },
        { id: 'two', name, count },
        { id: 'three', name: 'Third', count: 7 },
      ],
      flows: [{ from: 'one', to: 'two', count: 3 }],
    }),
    countPath: 'phases[1].count',
    namePath: 'phases[1].name',
    always: 'Third',
  },
  {
    tag: 'activation-rate',
    loadEvent: 'activation-load',
    errorEvent: 'activation-error',
    make: (count = 300) => ({
      acquired: 1000,
      activated: count,
      interval: 'month',
      periods: [
        { start: '2026-01-01', acquired: 500, activated: 100 },
        { start: '2026-02-01', acquired: 500, activated: 200 },
      ],
    }),
    countPath: 'activated',
    always: '1,000',
  },
  {
    tag: 'channel-report',
    loadEvent: 'channel-load',
    errorEvent: 'channel-error',
    make: (count = 20, name = 'Flyers') => ({
      channels: [
        { name, impressions: 1000, clicks: 200, visits: 100, purchases: count, cost: 400, revenue: 2000 },
        { name: 'Other', visits: 90, purchases: 9 },
      ],
      currency: 'EUR',
    }),
    countPath: 'channels[0].purchases',
    namePath: 'channels[0].name',
    always: 'Other',
  },
  {
    tag: 'experiment-readout',
    loadEvent: 'experiment-load',
    errorEvent: 'experiment-error',
    make: (count = 180, name = 'With a test') => ({
      variants: [
        { id: 'a', name: 'Without', exposed: 1000, converted: 150 },
        { id: 'b', name, exposed: 1000, converted: count },
      ],
    }),
    countPath: 'variants[1].converted',
    namePath: 'variants[1].name',
    always: 'Without',
  },
];

/** Puts an element with these settings on the page. */
export function put({ tag }: Subject, settings: object): SummingElement {
  const element = document.createElement(tag) as unknown as SummingElement;
  Object.assign(element, { locale: 'en' }, settings);
  document.body.append(element);
  return element;
}

/** Takes all of them off the page. */
export function clearPage(): void {
  for (const { tag } of SUBJECTS) document.querySelectorAll(tag).forEach((element) => element.remove());
}
