import type { AskOptions, SubjectId } from '../data/ask-options.ts';
import type { BreakdownOffer, Explanation, Histogram, PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FactorsResult,
  FilterOffer,
  FunnelResult,
  PeoplePage,
  RunOptions,
  FunnelSegment,
  TimeToConvertOption,
} from '../engine/schema/index.ts';
import type { DatasetHandle } from './dataset-record.ts';
import { EngineLink } from './engine-link.ts';
import type { Funnel } from './protocol.ts';

export type { DatasetHandle, LoadRequest } from './dataset-record.ts';
export type { EngineClientOptions } from './engine-link.ts';

/** The engine's questions by name; see {@link EngineLink} for how it is started, replaced and ended. */
export class EngineClient extends EngineLink {
  /** A funnel's whole result. @throws FunnelwheelError `invalid-definition`, `invalid-options`, `unknown-funnel`. */
  compute(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    ask: AskOptions,
  ): Promise<FunnelResult> {
    return this.ask(handle, 'compute', [funnel, options], ask);
  }

  /** A page of the people of a segment. */
  people(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    segment: FunnelSegment,
    query: PeopleQuery,
    ask: AskOptions,
  ): Promise<PeoplePage> {
    return this.ask(handle, 'people', [funnel, options, segment, query], ask);
  }

  /** The ids of a segment, or a part of them by `offset` and `limit`. */
  async ids(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    segment: FunnelSegment,
    query: PeopleQuery,
    ask: AskOptions,
  ): Promise<SubjectId[]> {
    return Array.from<SubjectId>(await this.ask(handle, 'ids', [funnel, options, segment, query], ask));
  }

  /** Why a person stands where they stand. @throws FunnelwheelError `unknown-subject` */
  explain(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    subject: SubjectId,
    ask: AskOptions,
  ): Promise<Explanation> {
    return this.ask(handle, 'explain', [funnel, options, subject], ask);
  }

  /** The values a step can be filtered by, with their counts. */
  filterValues(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    step: string,
    property: string,
    ask: AskOptions,
  ): Promise<FilterOffer> {
    return this.ask(handle, 'filterValues', [funnel, options, step, property], ask);
  }

  /** How long people took from one step to another. @throws FunnelwheelError `unknown-step`, `invalid-options` */
  timeToConvert(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    option: TimeToConvertOption,
    ask: AskOptions,
  ): Promise<Histogram> {
    return this.ask(handle, 'timeToConvert', [funnel, options, option], ask);
  }

  /** What goes with going on from one step to another. @throws FunnelwheelError `unknown-step`, `invalid-options` */
  factors(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    option: FactorsOption,
    ask: AskOptions,
  ): Promise<FactorsResult> {
    return this.ask(handle, 'factors', [funnel, options, option], ask);
  }

  /** The properties a funnel can be broken down by, with how many values they have. */
  breakdownProperties(handle: DatasetHandle, funnel: Funnel, ask: AskOptions): Promise<BreakdownOffer[]> {
    return this.ask(handle, 'breakdownProperties', [funnel], ask);
  }
}

const shared = new Map<string, EngineClient>();
/** Long enough for a page that takes its elements out and puts others in, as applications do when they change views. */
const KEEP_EMPTY_FOR = 10_000;

/** The page's engine: one for all elements that name the same `workerUrl` (or none). */
export function getEngineClient({ workerUrl }: { workerUrl?: string } = {}): EngineClient {
  const key = workerUrl ?? '';
  const client =
    shared.get(key) ??
    new EngineClient({ keepEmptyFor: KEEP_EMPTY_FOR, ...(workerUrl === undefined ? {} : { workerUrl }) });
  shared.set(key, client);
  return client;
}
