import type { AskOptions, LoadOptions, SubjectId } from '../data/ask-options.ts';
import type { FunnelPart, WheelPart, WheelRequest, WheelSource } from '../data/wheel-source.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { PeoplePage } from '../engine/schema/index.ts';
import type { WheelModel, WheelOptions, WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import { AskedDataset } from './asked-dataset.ts';
import type { DatasetHandle } from './engine-client.ts';
import type { DatasetSourceOptions } from './loaded-dataset.ts';

/**
 * Wheels computed here, by the bundled engine, from a dataset. It is loaded with the first question and kept until
 * `release`; a load that failed is tried anew by the next question.
 */
export function createWheelDatasetSource(options: DatasetSourceOptions): WheelSource {
  return new WheelDatasetSource(options);
}

/** What was asked last; the people of its places are asked for in the same words. */
interface Asked {
  model: WheelModel;
  options: WheelOptions;
}

class WheelDatasetSource extends AskedDataset<Asked> implements WheelSource {
  protected readonly what = 'wheel';

  async load({ model, options = {} }: WheelRequest, loading: LoadOptions): Promise<WheelResult> {
    const handle = await this.dataset.handle(loading);
    const asked = { model, options: this.#withAsOf(options, handle) };
    const { signal } = loading;
    const result = await this.dataset.client.ask(handle, 'wheel', [model, asked.options], { signal });
    this.asked = asked;
    return result;
  }

  async people(segment: WheelSegment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    const { model, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    return this.dataset.client.ask(handle, 'wheelPeople', [model, options, segment, query], ask);
  }

  ids(segment: WheelSegment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    const { model, options } = this.lastAsked();
    return this.pagesOfIds(query, ask, (handle, page) =>
      this.dataset.client.ask(handle, 'wheelIds', [model, options, segment, page], ask),
    );
  }

  async person(id: SubjectId, ask: AskOptions) {
    const { model, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    return this.dataset.client.ask(handle, 'wheelPerson', [model, options, id], ask);
  }

  async places({ funnel, options: run = {}, segment }: FunnelPart, ask: AskOptions) {
    const { model, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    const of = { funnel, options: this.withNow(run, handle), segment };
    return this.dataset.client.ask(handle, 'wheelPlaces', [model, options, of], ask);
  }

  async funnelPlaces({ funnel, options: run = {}, segment }: WheelPart, ask: AskOptions) {
    const { model, options } = this.lastAsked();
    const handle = await this.dataset.handle(ask);
    const of = { model, options, segment };
    const args = [funnel, this.withNow(run, handle), of] as const;
    return this.dataset.client.ask(handle, 'funnelPlaces', [...args], ask);
  }

  #withAsOf(options: WheelOptions, handle: DatasetHandle): WheelOptions {
    const asOf = this.dataset.now(handle);
    return options.asOf !== undefined || asOf === undefined ? options : { ...options, asOf };
  }
}
