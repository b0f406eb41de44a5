import {
  computeReadout,
  type Readout,
  type ReadoutOptions,
} from '../../engine/experiments/compute-readout.ts';
import type { ExperimentResult } from '../../engine/schema/index.ts';

/** Keeps the last readout: its chances are drawn, which takes longer than a render should. */
export class ReadoutMemo {
  #result: ExperimentResult | undefined;
  #key = '';
  #readout: Readout | undefined;

  /** The readout of a result; undefined without one, or without variants. */
  read(result: ExperimentResult | undefined, options: ReadoutOptions): Readout | undefined {
    const key = JSON.stringify(options);
    if (result === this.#result && key === this.#key) return this.#readout;
    this.#result = result;
    this.#key = key;
    this.#readout = result && result.variants.length > 0 ? computeReadout(result, options) : undefined;
    return this.#readout;
  }
}
