import type { AskOptions, SubjectId } from '../data/funnel-source.ts';
import type { Explanation, PeopleQuery } from '../engine/index.ts';
import type { FunnelResult, PeoplePage, Segment } from '../engine/schema/index.ts';

/**
 * What a list of people needs of the chart it belongs to. `<funnel-chart>` is one; a list finds it by `for` or as
 * an ancestor, and knows it by this interface only.
 */
export interface PeopleHost extends EventTarget {
  /** The result the segments belong to. */
  readonly result?: FunnelResult | undefined;
  /** A page of the people of a segment of the shown result. */
  people(segment: Segment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage>;
  /** All ids of a segment, in pages. */
  ids(segment: Segment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]>;
  /** Why a person stands where they stand; absent where the source cannot say. */
  explain?(subject: SubjectId, options: AskOptions): Promise<Explanation>;
}
