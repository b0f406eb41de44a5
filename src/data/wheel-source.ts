import type { PeopleQuery } from '../engine/index.ts';
import type { FunnelDefinition, PeoplePage, RunOptions, Segment } from '../engine/schema/index.ts';
import type {
  FunnelPlaces,
  PersonPlace,
  WheelModel,
  WheelOptions,
  WheelPlaces,
  WheelResult,
  WheelSegment,
} from '../engine/schema/wheel.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';
import type { Source } from './source.ts';

/** Which wheel, and how it is computed. */
export interface WheelRequest {
  model: WheelModel;
  options?: WheelOptions;
}

/** A part of a funnel: whose people are looked for on the wheel. */
export interface FunnelPart {
  /** An id of the catalogue, or a definition. */
  funnel: string | FunnelDefinition;
  options?: RunOptions;
  segment: Segment;
}

/** A part of the wheel that was loaded last: whose people are looked for on a funnel. */
export interface WheelPart {
  funnel: string | FunnelDefinition;
  options?: RunOptions;
  segment: WheelSegment;
}

/**
 * What `<lifecycle-wheel>` talks to. `people` and the others answer for the result that was loaded last. A method
 * that is absent is one the source cannot do (a bare result has no people).
 */
export interface WheelSource extends Source<WheelRequest, WheelResult> {
  people?(segment: WheelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage>;
  /** All ids of a segment, in pages; `query` searches and excludes. */
  ids?(segment: WheelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]>;
  /** Where a person is, why, and how they came there. @throws FunnelwheelError `unknown-subject` */
  person?(id: SubjectId, options: AskOptions): Promise<PersonPlace>;
  /** Where on the wheel the people of a part of a funnel are: place → how many. */
  places?(part: FunnelPart, options: AskOptions): Promise<WheelPlaces>;
  /** Where on a funnel the people of a part of the wheel are. */
  funnelPlaces?(part: WheelPart, options: AskOptions): Promise<FunnelPlaces>;
}
