import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { FilterOffer, FunnelResult, PeoplePage, Segment } from '../engine/schema/index.ts';
import type { AskOptions, FunnelRequest, FunnelSource, LoadOptions, SubjectId } from './funnel-source.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * A source whose code comes with the first question. What it cannot do is told by `not-configured` when it is
 * asked. What `open` fails with is what the question fails with; the next one opens anew.
 */
export function createLazySource(
  kind: FunnelSource['kind'],
  open: () => Promise<FunnelSource>,
): FunnelSource {
  return new LazySource(kind, open);
}

class LazySource implements FunnelSource {
  readonly kind: FunnelSource['kind'];
  readonly #open: () => Promise<FunnelSource>;
  #opening: Promise<FunnelSource> | undefined;
  #source: FunnelSource | undefined;

  constructor(kind: FunnelSource['kind'], open: () => Promise<FunnelSource>) {
    this.kind = kind;
    this.#open = open;
  }

  get summary() {
    return this.#source?.summary;
  }

  async load(request: FunnelRequest, options: LoadOptions): Promise<FunnelResult> {
    return (await this.#ready(options)).load(request, options);
  }

  async people(segment: Segment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    const source = await this.#ready(ask);
    return (source.people ?? cannot('list people')).call(source, segment, query, ask);
  }

  async *ids(segment: Segment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    const source = await this.#ready(ask);
    yield* (source.ids ?? cannot('list people')).call(source, segment, query, ask);
  }

  async filterValues(step: string, property: string, ask: AskOptions): Promise<FilterOffer> {
    const source = await this.#ready(ask);
    return (source.filterValues ?? cannot('offer values')).call(source, step, property, ask);
  }

  async explain(subject: SubjectId, ask: AskOptions) {
    const source = await this.#ready(ask);
    return (source.explain ?? cannot('explain')).call(source, subject, ask);
  }

  release(): void {
    this.#source?.release?.();
  }

  async #ready({ signal }: AskOptions): Promise<FunnelSource> {
    this.#opening ??= this.#begin();
    // Whoever gave up while the code was on its way must not begin a load that nobody ends.
    return untilAborted(this.#opening, signal);
  }

  async #begin(): Promise<FunnelSource> {
    try {
      return (this.#source = await this.#open());
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }
}

function cannot(what: string): never {
  throw new FunnelwheelError('not-configured', `this source cannot ${what}`);
}
