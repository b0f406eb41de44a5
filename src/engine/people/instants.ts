import { resize } from '../dataset/gather.ts';

/** Instants in ascending order that are used again for the next person: no array a person. */
export class Instants {
  length = 0;
  /** Epoch ms; what lies beyond `length` is of others. */
  at = new Float64Array(64);

  clear(): void {
    this.length = 0;
  }

  push(instant: number): void {
    if (this.length === this.at.length) this.at = resize(this.at, this.length * 2);
    this.at[this.length++] = instant;
  }

  /** The latest; −Infinity: there is none. */
  get last(): number {
    return this.length === 0 ? -Infinity : this.at[this.length - 1]!;
  }
}
