import type { Factor } from '../../schema/index.ts';

/** So many people, of whom so many went on. */
export interface Population {
  people: number;
  converted: number;
}

/** Counts, for each code of a column, the people with it; each once, however many events of it they have. */
export class FactorTally {
  readonly #people: Int32Array;
  readonly #converted: Int32Array;
  /** The last row counted for each code; a row's events come together. */
  readonly #last: Int32Array;

  constructor(codes: number) {
    this.#people = new Int32Array(codes);
    this.#converted = new Int32Array(codes);
    this.#last = new Int32Array(codes).fill(-1);
  }

  add(code: number, row: number, converted: boolean): void {
    if (this.#last[code] === row) return;
    this.#last[code] = row;
    this.#people[code]!++;
    if (converted) this.#converted[code]!++;
  }

  /** Those with a code and those without; undefined where either are fewer than `support`. */
  factor(code: number, whole: Population, support: number): Pick<Factor, 'with' | 'without'> | undefined {
    const own = { people: this.#people[code]!, converted: this.#converted[code]! };
    const others = { people: whole.people - own.people, converted: whole.converted - own.converted };
    return Math.min(own.people, others.people) < support ? undefined : { with: own, without: others };
  }
}
