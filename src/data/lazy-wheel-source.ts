import type { PeopleQuery } from '../engine/index.ts';
import type { PeoplePage } from '../engine/schema/index.ts';
import type { WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import { LazySource } from './lazy-source.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';
import type { FunnelPart, WheelPart, WheelRequest, WheelSource } from './wheel-source.ts';

/** A wheel's source whose code comes with the first question. */
export class LazyWheelSource
  extends LazySource<WheelRequest, WheelResult, WheelSource>
  implements WheelSource
{
  async people(segment: WheelSegment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    return (await this.able('people', ask)).people(segment, query, ask);
  }

  async *ids(segment: WheelSegment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    yield* (await this.able('ids', ask)).ids(segment, query, ask);
  }

  async person(id: SubjectId, ask: AskOptions) {
    return (await this.able('person', ask)).person(id, ask);
  }

  async places(part: FunnelPart, ask: AskOptions) {
    return (await this.able('places', ask)).places(part, ask);
  }

  async funnelPlaces(part: WheelPart, ask: AskOptions) {
    return (await this.able('funnelPlaces', ask)).funnelPlaces(part, ask);
  }
}
