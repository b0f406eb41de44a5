/** 0, 1, 2 … as a typed array. A loop, because `Int32Array.from` with a mapping is many times slower. */
export function toPlaces(length: number): Int32Array {
  const places = new Int32Array(length);
  for (let i = 0; i < length; i++) places[i] = i;
  return places;
}

/** The entries of a typed array at some places, in that order, as an array of the same type. */
export function gather<A extends Int32Array | Float64Array | Int8Array | Uint8Array | Uint16Array>(
  source: A,
  places: ArrayLike<number>,
): A {
  const Typed = source.constructor as new (length: number) => A;
  const target = new Typed(places.length);
  for (let i = 0; i < places.length; i++) target[i] = source[places[i]!]!;
  return target;
}

/** The entries of a list at some places. A loop, as an array that grows by itself takes several times as long. */
export function pickFrom<T>(source: readonly T[], places: Int32Array): T[] {
  const picked = new Array<T>(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = source[places[i]!]!;
  return picked;
}

/** The least and the greatest of some numbers; infinite, the wrong way round, of none. */
export function boundsOf(numbers: Int32Array | Float64Array): [least: number, greatest: number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  return [least, greatest];
}

/** Makes of counts, in place, how many there are up to and including each. */
export function addUp(counts: Int32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
}

/** A longer copy of a typed array, the rest of it 0. */
export function resize<A extends Int32Array | Uint32Array | Float64Array | Uint8Array | Uint16Array>(
  source: A,
  length: number,
): A {
  const Typed = source.constructor as new (length: number) => A;
  const target = new Typed(length);
  target.set(source);
  return target;
}
