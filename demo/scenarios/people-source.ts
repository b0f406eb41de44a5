import type { AskOptions, FunnelSource, SubjectId } from '../../src/data/funnel-source.ts';
import { FunnelwheelError } from '../../src/engine/error.ts';
import type { PeopleQuery } from '../../src/engine/index.ts';
import type { FunnelResult, PeoplePage, PersonRow, Segment } from '../../src/engine/schema/index.ts';
import { makePerson } from './people-rows.ts';
import type { PeopleSetting } from './scenario.ts';

/** Answers for the people of a scenario, as many as it says, without holding them. */
export class PeopleSource implements FunnelSource {
  readonly kind = 'src';
  readonly #setting: PeopleSetting;

  constructor(setting: PeopleSetting) {
    this.#setting = setting;
  }

  load(): Promise<FunnelResult> {
    return Promise.resolve(this.#setting.result);
  }

  people(_segment: Segment, query: PeopleQuery, { signal }: AskOptions): Promise<PeoplePage> {
    const { pendingFrom = Infinity, failsFrom = Infinity, code = 'internal' } = this.#setting;
    signal.throwIfAborted();
    const start = query.offset ?? 0;
    if (start >= failsFrom)
      return Promise.reject(new FunnelwheelError(code, `the scenario fails with ${code}`));
    if (start >= pendingFrom) return new Promise(() => undefined);
    const total = query.q ? 0 : this.#count;
    const length = Math.max(0, Math.min(query.limit ?? 50, total - start));
    const people = Array.from({ length }, (_, index) => this.#personAt(start + index));
    return Promise.resolve({ people, total, segmentTotal: this.#count });
  }

  async *ids(): AsyncGenerator<SubjectId[]> {
    yield await Promise.resolve(Array.from({ length: Math.min(this.#count, 50) }, (_, id) => id));
  }

  get #count(): number {
    const { rows } = this.#setting;
    return typeof rows === 'number' ? rows : rows.length;
  }

  #personAt(number: number): PersonRow {
    const { rows } = this.#setting;
    return (typeof rows === 'number' ? undefined : rows[number]) ?? makePerson(number);
  }
}
