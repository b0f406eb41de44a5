import type { ReactiveControllerHost } from 'lit';
import { LazyWheelSource } from '../data/lazy-wheel-source.ts';
import { loadWheelParse } from '../data/load-wheel-parse.ts';
import { loadPart, prepare } from '../data/load-part.ts';
import type { AskOptions, SubjectId } from '../data/ask-options.ts';
import { createWheelResultSource } from '../data/wheel-result-source.ts';
import type { FunnelPart, WheelPart, WheelRequest, WheelSource } from '../data/wheel-source.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { PeoplePage } from '../engine/schema/index.ts';
import type {
  FunnelPlaces,
  PersonPlace,
  WheelPlaces,
  WheelResult,
  WheelSegment,
} from '../engine/schema/wheel.ts';
import { LoadController } from './load-controller.ts';
import type { LoadInputs, SourceOpeners } from './load-inputs.ts';

/** A page whose wheels are handed over loads neither the engine's client nor what fetches. */
const OPENERS: SourceOpeners<WheelSource> = {
  expectResult: () => prepare(loadWheelParse),
  openResult: createWheelResultSource,
  openSrc: (options) =>
    new LazyWheelSource('src', async () => {
      prepare(loadWheelParse);
      const { createWheelUrlSource } = await loadPart(() => import('../data/wheel-url-source.ts'));
      return createWheelUrlSource(options);
    }),
  openDataset: (options) =>
    new LazyWheelSource('dataset', async () => {
      const { createWheelDatasetSource } = await loadPart(() => import('../worker/wheel-dataset-source.ts'));
      return createWheelDatasetSource(options);
    }),
};

/** Loads a wheel for an element, and asks about its people: of the present inputs, once their result is there. */
export class WheelController extends LoadController<WheelRequest, WheelResult, WheelSource> {
  constructor(host: ReactiveControllerHost, read: () => LoadInputs<WheelRequest, WheelSource>) {
    super(host, read, OPENERS);
  }

  /**
   * A page of the people of a place or a movement.
   * @throws FunnelwheelError `not-configured` where the source has none; what the load failed with, if it did.
   */
  people(segment: WheelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    return this.ask('people', options, (source) => source.people(segment, query, options));
  }

  /** All ids of a place or a movement, in pages. @throws FunnelwheelError as {@link people}. */
  async *ids(segment: WheelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const source = await this.able('ids', options.signal);
    yield* source.ids(segment, query, options);
  }

  /** Where a person is, and why. @throws FunnelwheelError as {@link people}; `unknown-subject`. */
  person(id: SubjectId, options: AskOptions): Promise<PersonPlace> {
    return this.ask('person', options, (source) => source.person(id, options));
  }

  /** Where on the wheel the people of a part of a funnel are. @throws FunnelwheelError as {@link people}. */
  places(part: FunnelPart, options: AskOptions): Promise<WheelPlaces> {
    return this.ask('places', options, (source) => source.places(part, options));
  }

  /** Where on a funnel the people of a part of the wheel are. @throws FunnelwheelError as {@link people}. */
  funnelPlaces(part: WheelPart, options: AskOptions): Promise<FunnelPlaces> {
    return this.ask('funnelPlaces', options, (source) => source.funnelPlaces(part, options));
  }
}
