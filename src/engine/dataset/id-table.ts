import { pickFrom } from './gather.ts';

/**
 * The host's ids, each with a dense index in order of arrival; `1` and `"1"` are one id. Whole numbers are found by
 * hashing alone, without a text of each: with a `Map` of texts the ids weighed more than the events (speed.md, "String ids").
 */
export class IdTable {
  readonly #ids: (string | number)[] = [];
  readonly #texts = new Map<string, number>();
  /** Open addressing: index + 1 of a whole number, 0 where free; at most half full. */
  #slots = new Int32Array(FIRST_SLOTS);
  #numbers = 0;

  get size(): number {
    return this.#ids.length;
  }

  /** The id of an index, as the host gave it. */
  at(index: number): string | number {
    return this.#ids[index]!;
  }

  /** The ids of some indexes. */
  pick(indexes: Int32Array): (string | number)[] {
    return pickFrom(this.#ids, indexes);
  }

  /** Index of an id; −1 when there is none. */
  find(id: string | number): number {
    const number = toWhole(id);
    return number === undefined
      ? (this.#texts.get(String(id)) ?? -1)
      : this.#slots[this.#slotOf(number)]! - 1;
  }

  /** Index of an id, which gets one if it had none. */
  add(id: string | number): number {
    const number = toWhole(id);
    if (number !== undefined) return this.#addNumber(id, number);
    const known = this.#texts.get(String(id));
    if (known !== undefined) return known;
    const index = this.#ids.push(id) - 1;
    this.#texts.set(String(id), index);
    return index;
  }

  /**
   * A table that begins with the first `count` ids and may be added to: this one, unless somebody added to it since.
   * So stores that follow each other share one table, and none sees what was added after it.
   */
  extend(count: number): IdTable {
    return count === this.size ? this : this.filter((index) => index < count);
  }

  /** The ids that are kept, in their order, under new indexes. */
  filter(keep: (index: number) => boolean): IdTable {
    const kept = new IdTable();
    for (let index = 0; index < this.#ids.length; index++) if (keep(index)) kept.add(this.#ids[index]!);
    return kept;
  }

  #addNumber(id: string | number, number: number): number {
    if (this.#numbers * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(number);
    if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
    this.#numbers++;
    return (this.#slots[slot] = this.#ids.push(id)) - 1;
  }

  /** Where a number is, or where it would go. */
  #slotOf(number: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = Math.imul(number, 0x9e3779b1) >>> Math.clz32(last);
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      const own = this.#ids[held - 1]!;
      if (own === number || (typeof own === 'string' && Number(own) === number)) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const held of old) if (held !== 0) this.#slots[this.#slotOf(toWhole(this.#ids[held - 1]!)!)] = held;
  }
}

const FIRST_SLOTS = 16;
/** Digits of the longest 32-bit number, with its sign. */
const LONGEST = 11;

/** An id as the 32-bit whole number it is, or that it spells out; undefined of any other. */
function toWhole(id: string | number): number | undefined {
  if (typeof id === 'number') return (id | 0) === id ? id | 0 : undefined;
  if (id.length > LONGEST || !(id.charCodeAt(0) <= 57)) return undefined;
  const number = Number(id);
  return (number | 0) === number && String(number) === id ? number : undefined;
}
