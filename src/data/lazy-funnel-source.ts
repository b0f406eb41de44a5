import type { PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FilterOffer,
  FunnelResult,
  PeoplePage,
  FunnelSegment,
  TimeToConvertOption,
} from '../engine/schema/index.ts';
import type { FunnelRequest, FunnelSource } from './funnel-source.ts';
import { LazySource } from './lazy-source.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';

/** A funnel's source whose code comes with the first question. */
export class LazyFunnelSource
  extends LazySource<FunnelRequest, FunnelResult, FunnelSource>
  implements FunnelSource
{
  async people(segment: FunnelSegment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    return (await this.able('people', ask)).people(segment, query, ask);
  }

  async *ids(segment: FunnelSegment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    yield* (await this.able('ids', ask)).ids(segment, query, ask);
  }

  async filterValues(step: string, property: string, ask: AskOptions): Promise<FilterOffer> {
    return (await this.able('filterValues', ask)).filterValues(step, property, ask);
  }

  async explain(subject: SubjectId, ask: AskOptions) {
    return (await this.able('explain', ask)).explain(subject, ask);
  }

  async timeToConvert(option: TimeToConvertOption, ask: AskOptions) {
    return (await this.able('timeToConvert', ask)).timeToConvert(option, ask);
  }

  async factors(option: FactorsOption, ask: AskOptions) {
    return (await this.able('factors', ask)).factors(option, ask);
  }

  async breakdownProperties(ask: AskOptions) {
    return (await this.able('breakdownProperties', ask)).breakdownProperties(ask);
  }
}
