import { FunnelwheelError } from '../../src/engine/error.ts';
import type { LoadOptions } from '../../src/data/ask-options.ts';
import type { Source } from '../../src/data/source.ts';
import type { Load } from './scenario.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A source that loads as a scenario says. */
export class ScenarioSource implements Source<unknown, unknown> {
  readonly kind = 'src';
  readonly #load: Load;
  #loads = 0;

  constructor(load: Load) {
    this.#load = load;
  }

  load(_request: unknown, { onProgress }: LoadOptions): Promise<unknown> {
    const load = this.#load;
    const isFirst = this.#loads === 0;
    this.#loads += 1;
    if (load.kind === 'nothing') return never();
    if (load.kind === 'pending') {
      if (load.share !== undefined) onProgress?.({ phase: 'fetch', loaded: load.share * 1e6, total: 1e6 });
      return never();
    }
    if (load.kind === 'failing') return fail(load.code);
    if (isFirst || load.kind === 'result') return Promise.resolve(load.result);
    return load.kind === 'stale' ? fail(load.code) : never();
  }
}

function fail(code: FunnelwheelError['code']): Promise<never> {
  return Promise.reject(new FunnelwheelError(code, `the scenario fails with ${code}`));
}
