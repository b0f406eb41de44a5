import type { BreakdownOffer, Explanation, Histogram, PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FactorsResult,
  FilterOffer,
  FunnelDefinition,
  FunnelResult,
  PeoplePage,
  RunOptions,
  FunnelSegment,
  TimeToConvertOption,
} from '../engine/schema/index.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';
import type { Source } from './source.ts';

export type { AskOptions, LoadOptions, LoadProgress, SubjectId } from './ask-options.ts';
export type { DatasetSummary } from './dataset-summary.ts';
export type { Source, SourceKind } from './source.ts';

/** Which funnel, and how it is run. */
export interface FunnelRequest {
  /** An id of the catalogue (or, by `src`, of the host), or a definition. Absent: what the source holds. */
  funnel?: string | FunnelDefinition;
  options: RunOptions;
}

/**
 * What the elements of a funnel talk to. `people` and the others answer for the result that was loaded last. A
 * method that is absent is one the source cannot do (a bare result has no people).
 */
export interface FunnelSource extends Source<FunnelRequest, FunnelResult> {
  people?(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage>;
  /** All ids of a segment, in pages; `query` searches and excludes. */
  ids?(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]>;
  filterValues?(step: string, property: string, options: AskOptions): Promise<FilterOffer>;
  explain?(subject: SubjectId, options: AskOptions): Promise<Explanation>;
  /** How long people took between two steps; those of a bin are the people of a segment's `took`. */
  timeToConvert?(option: TimeToConvertOption, options: AskOptions): Promise<Histogram>;
  /** What goes with going on from one step to another. */
  factors?(option: FactorsOption, options: AskOptions): Promise<FactorsResult>;
  /** By what the funnel can be broken down. */
  breakdownProperties?(options: AskOptions): Promise<BreakdownOffer[]>;
}
