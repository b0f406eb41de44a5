/** Buffers kept for the next who needs one; more are never in use at once. */
const MOST_KEPT = 6;

/**
 * Typed arrays for work that ends where it began. To fill a fresh array of a million numbers takes several times as long
 * as to fill one that is there, because its memory is cleared first and comes page by page; so the passes over all
 * events borrow the same few arrays again and again, and copy out of them what stays.
 */
export class Scratch {
  #kept: ArrayBuffer[] = [];

  /** So many whole numbers, which hold anything at first. To be given back by whoever borrowed them. */
  ints(length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#take(length * Int32Array.BYTES_PER_ELEMENT), 0, length);
  }

  /** So many numbers, which hold anything at first. To be given back by whoever borrowed them. */
  floats(length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#take(length * Float64Array.BYTES_PER_ELEMENT), 0, length);
  }

  /** Gives arrays back: from then on they are somebody else's, with all that shares their memory. */
  giveBack(...arrays: readonly (Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>)[]): void {
    this.#kept.push(...arrays.map(({ buffer }) => buffer));
    if (this.#kept.length <= MOST_KEPT) return;
    this.#kept.sort((a, b) => b.byteLength - a.byteLength);
    this.#kept.length = MOST_KEPT;
  }

  /** The smallest that is large enough, else a new one. */
  #take(bytes: number): ArrayBuffer {
    const fitting = this.#kept.filter(({ byteLength }) => byteLength >= bytes);
    if (fitting.length === 0) return new ArrayBuffer(bytes);
    const best = fitting.reduce((a, b) => (b.byteLength < a.byteLength ? b : a));
    this.#kept = this.#kept.filter((buffer) => buffer !== best);
    return best;
  }
}
