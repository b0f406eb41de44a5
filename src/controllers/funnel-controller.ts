import type { ReactiveControllerHost } from 'lit';
import type { FunnelRequest, FunnelSource } from '../data/funnel-source.ts';
import { LazyFunnelSource } from '../data/lazy-funnel-source.ts';
import { loadFunnelParse } from '../data/load-funnel-parse.ts';
import { loadPart, prepare } from '../data/load-part.ts';
import { createResultSource } from '../data/result-source.ts';
import type { AskOptions, SubjectId } from '../data/ask-options.ts';
import type { BreakdownOffer, Explanation, Histogram, PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FactorsResult,
  FilterOffer,
  FunnelResult,
  FunnelSegment,
  PeoplePage,
  TimeToConvertOption,
  TrendOption,
  TrendResult,
} from '../engine/schema/index.ts';
import { LoadController, type LoadStatus } from './load-controller.ts';
import type { LoadInputs, SourceOpeners } from './load-inputs.ts';

/** Where the numbers of a funnel come from and which are wanted. */
export type FunnelInputs = LoadInputs<FunnelRequest, FunnelSource>;
export type FunnelStatus = LoadStatus;

/** A page whose results are handed over loads neither the engine's client nor what fetches. */
const OPENERS: SourceOpeners<FunnelSource> = {
  expectResult: () => prepare(loadFunnelParse),
  openResult: createResultSource,
  openSrc: (options) =>
    new LazyFunnelSource('src', async () => {
      prepare(loadFunnelParse);
      const { createUrlSource } = await loadPart(() => import('../data/url-source.ts'));
      return createUrlSource(options);
    }),
  openDataset: (options) =>
    new LazyFunnelSource('dataset', async () => {
      const { createDatasetSource } = await loadPart(() => import('../worker/dataset-source.ts'));
      return createDatasetSource(options);
    }),
};

/** Loads a funnel for an element, and asks about its people: of the present inputs, once their result is there. */
export class FunnelController extends LoadController<FunnelRequest, FunnelResult, FunnelSource> {
  readonly #inputs: () => FunnelInputs;

  constructor(host: ReactiveControllerHost, read: () => FunnelInputs) {
    super(host, read, OPENERS);
    this.#inputs = read;
  }

  /**
   * A page of the people of a segment.
   * @throws FunnelwheelError `not-configured` where the source has none; what the load failed with, if it did.
   */
  people(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    return this.ask('people', options, (source) => source.people(segment, query, options));
  }

  /** All ids of a segment, in pages. @throws FunnelwheelError as {@link people}. */
  async *ids(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const source = await this.able('ids', options.signal);
    yield* source.ids(segment, query, options);
  }

  /**
   * Conversion by period of entry, of what is loaded; undefined where the source does not answer with it.
   * @throws FunnelwheelError as {@link people}.
   */
  async trend(option: TrendOption, options: AskOptions): Promise<TrendResult | undefined> {
    const { request } = this.#inputs();
    const asked = { ...request, options: { ...request.options, trend: option } };
    return (await this.ask('load', options, (source) => source.load(asked, options))).trend;
  }

  /** The values a step can be filtered by. @throws FunnelwheelError as {@link people}. */
  filterValues(step: string, property: string, options: AskOptions): Promise<FilterOffer> {
    return this.ask('filterValues', options, (source) => source.filterValues(step, property, options));
  }

  /** Why a person stands where they stand. @throws FunnelwheelError as {@link people}. */
  explain(subject: SubjectId, options: AskOptions): Promise<Explanation> {
    return this.ask('explain', options, (source) => source.explain(subject, options));
  }

  /** How long people took between two steps. @throws FunnelwheelError as {@link people}. */
  timeToConvert(option: TimeToConvertOption, options: AskOptions): Promise<Histogram> {
    return this.ask('timeToConvert', options, (source) => source.timeToConvert(option, options));
  }

  /** What goes with going on from one step to another. @throws FunnelwheelError as {@link people}. */
  factors(option: FactorsOption, options: AskOptions): Promise<FactorsResult> {
    return this.ask('factors', options, (source) => source.factors(option, options));
  }

  /** By what the funnel can be broken down. @throws FunnelwheelError as {@link people}. */
  breakdownProperties(options: AskOptions): Promise<BreakdownOffer[]> {
    return this.ask('breakdownProperties', options, (source) => source.breakdownProperties(options));
  }
}
