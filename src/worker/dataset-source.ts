import type { FunnelRequest, FunnelSource } from '../data/funnel-source.ts';
import type { AskOptions, LoadOptions, SubjectId } from '../data/ask-options.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FunnelResult,
  PeoplePage,
  RunOptions,
  FunnelSegment,
  TimeToConvertOption,
} from '../engine/schema/index.ts';
import { AskedDataset } from './asked-dataset.ts';
import type { DatasetSourceOptions } from './loaded-dataset.ts';
import type { Funnel } from './protocol.ts';

export type { DatasetSourceOptions } from './loaded-dataset.ts';

/**
 * Funnels computed here, by the bundled engine, from a dataset. It is loaded with the first question and kept
 * until `release`; a load that failed is tried anew by the next question.
 */
export function createDatasetSource(options: DatasetSourceOptions): FunnelSource {
  return new DatasetSource(options);
}

/** What was asked last; the people of its segments are asked for in the same words. */
interface Asked {
  funnel: Funnel;
  options: RunOptions;
}

class DatasetSource extends AskedDataset<Asked> implements FunnelSource {
  protected readonly what = 'funnel';

  async load(request: FunnelRequest, options: LoadOptions): Promise<FunnelResult> {
    const handle = await this.dataset.handle(options);
    const asked = { funnel: toFunnel(request), options: this.withNow(request.options, handle) };
    const { signal } = options;
    const result = await this.dataset.client.compute(handle, asked.funnel, asked.options, { signal });
    this.asked = asked;
    return result;
  }

  async people(segment: FunnelSegment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    const { funnel, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    return this.dataset.client.people(handle, funnel, options, segment, query, ask);
  }

  ids(segment: FunnelSegment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    const { funnel, options } = this.lastAsked();
    return this.pagesOfIds(query, ask, (handle, page) =>
      this.dataset.client.ask(handle, 'ids', [funnel, options, segment, page], ask),
    );
  }

  async filterValues(step: string, property: string, ask: AskOptions) {
    const { funnel, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    return this.dataset.client.filterValues(handle, funnel, options, step, property, ask);
  }

  async timeToConvert(option: TimeToConvertOption, ask: AskOptions) {
    const { funnel, options } = this.lastAsked();
    return this.dataset.client.timeToConvert(await this.dataset.handle(ask), funnel, options, option, ask);
  }

  async factors(option: FactorsOption, ask: AskOptions) {
    const { funnel, options } = this.lastAsked();
    return this.dataset.client.factors(await this.dataset.handle(ask), funnel, options, option, ask);
  }

  async breakdownProperties(ask: AskOptions) {
    const { funnel } = this.lastAsked();
    return this.dataset.client.breakdownProperties(await this.dataset.handle(ask), funnel, ask);
  }

  async explain(subject: SubjectId, ask: AskOptions) {
    const { funnel, options } = this.lastAsked();
    return this.dataset.client.explain(await this.dataset.handle(ask), funnel, options, subject, ask);
  }
}

function toFunnel({ funnel }: FunnelRequest): Funnel {
  if (funnel !== undefined && funnel !== '') return funnel;
  throw new FunnelwheelError('not-configured', 'which funnel is to be computed is not said', {
    path: 'funnel',
  });
}
