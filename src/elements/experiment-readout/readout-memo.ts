import { loadOnce } from '../../data/load-part.ts';
import type { computeReadout, ReadoutOptions } from '../../engine/experiments/compute-readout.ts';
import type { Readout } from '../../engine/experiments/readout.ts';
import type { ExperimentResult } from '../../engine/schema/index.ts';

let compute: typeof computeReadout | undefined;

/** Brings what works out a readout: the statistics weigh as much as the rest of the element. */
export const loadStatistics = loadOnce(async () => {
  compute = (await import('../../engine/experiments/compute-readout.ts')).computeReadout;
});

/** Keeps the last readout: its chances are drawn, which takes longer than a render should. */
export class ReadoutMemo {
  #result: ExperimentResult | undefined;
  #key = '';
  #readout: Readout | undefined;

  /** The readout of a result; undefined without one, without variants, or without the statistics. */
  read(result: ExperimentResult | undefined, options: ReadoutOptions): Readout | undefined {
    const key = JSON.stringify(options);
    if (result === this.#result && key === this.#key) return this.#readout;
    this.#result = result;
    this.#key = key;
    this.#readout = result && result.variants.length > 0 ? compute?.(result, options) : undefined;
    return this.#readout;
  }
}
