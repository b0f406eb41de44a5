import type { Explanation } from '../../engine/index.ts';
import type { FunnelResult, PeoplePage, RunOptions, Segment } from '../../engine/schema/index.ts';
import type { FilterValue } from './people-list.ts';
import type { PersonId } from './selection.ts';

/** What part of a segment's people is asked for. Source: the engine's `PeopleQuery`. */
export interface PeopleRequestQuery {
  q?: string;
  sort?: { by: string; descending?: boolean };
  offset?: number;
  limit?: number;
  /** Only rows whose person has this value; null is "none". */
  where?: Record<string, FilterValue>;
  exclude?: PersonId[];
}

/**
 * Where the people of a segment come from: a `<funnel-chart>`, or anything of this shape. All but `people` may be
 * missing; what needs it is then not offered.
 */
export interface PeopleSource {
  people(segment: Segment, query: PeopleRequestQuery, options: { signal: AbortSignal }): Promise<PeoplePage>;
  ids?(
    segment: Segment,
    query: PeopleRequestQuery,
    options: { signal: AbortSignal },
  ): AsyncIterable<PersonId[]>;
  explain?(subjectId: PersonId, options: { signal: AbortSignal }): Promise<Explanation | string | undefined>;
  /** Computes or loads the funnel again. */
  refresh?(): unknown;
  /** Puts the focus on the part a list was opened from; false where it is gone. */
  focusSegment?(segment?: Segment): boolean;
  readonly result?: FunnelResult | undefined | null;
  readonly filters?: RunOptions['filters'] | undefined | null;
}

/** Whether something can be asked for people. */
export function isPeopleSource(value: unknown): value is PeopleSource {
  return (
    typeof value === 'object' && value !== null && 'people' in value && typeof value.people === 'function'
  );
}
