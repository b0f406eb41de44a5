import { FunnelwheelError } from '../engine/error.ts';
import type { DatasetChanges } from './dataset-changes.ts';
import type { AskOptions, LoadOptions } from './ask-options.ts';
import type { Source, SourceKind } from './source.ts';
import { untilAborted } from './until-aborted.ts';

/** A source together with a method that it may lack. */
export type Able<S, Method extends keyof S> = S & Required<Pick<S, Method>>;

/**
 * A source whose code comes with the first question. What `open` fails with is what the question fails with; the
 * next one opens anew. A source with further questions extends this with a method for each, made of `ask`.
 */
export class LazySource<
  Request,
  Result,
  S extends Source<Request, Result> = Source<Request, Result>,
> implements Source<Request, Result> {
  readonly kind: SourceKind;
  readonly #open: () => Promise<S>;
  readonly #listeners = new Set<() => void>();
  #opening: Promise<S> | undefined;
  #source: S | undefined;

  constructor(kind: SourceKind, open: () => Promise<S>) {
    this.kind = kind;
    this.#open = open;
  }

  get summary() {
    return this.#source?.summary;
  }

  async load(request: Request, options: LoadOptions): Promise<Result> {
    return (await this.#ready(options)).load(request, options);
  }

  /** Those of the source that is opened; until then nothing changes. */
  get changes(): DatasetChanges | undefined {
    if (this.kind !== 'dataset') return undefined;
    return {
      append: async (addition, options) => (await this.#changeable(options)).append(addition, options),
      removePeople: async (ids, options) => (await this.#changeable(options)).removePeople(ids, options),
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  release(): void {
    this.#source?.release?.();
  }

  forget(): void {
    this.#source?.forget?.();
  }

  async #changeable(options: AskOptions): Promise<DatasetChanges> {
    return (await this.able('changes', options)).changes as DatasetChanges;
  }

  /** The opened source. @throws FunnelwheelError `not-configured` where it cannot do what it is asked. */
  protected async able<Method extends keyof S>(
    method: Method,
    options: AskOptions,
  ): Promise<Able<S, Method>> {
    const source = await this.#ready(options);
    if (source[method] !== undefined) return source as Able<S, Method>;
    throw new FunnelwheelError('not-configured', `this source has no "${String(method)}"`);
  }

  #ready({ signal }: AskOptions): Promise<S> {
    this.#opening ??= this.#begin();
    // Whoever gave up while the code was on its way must not begin a load that nobody ends.
    return untilAborted(this.#opening, signal);
  }

  async #begin(): Promise<S> {
    try {
      this.#source = await this.#open();
      this.#source.changes?.subscribe(() => this.#listeners.forEach((listener) => listener()));
      return this.#source;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }
}
