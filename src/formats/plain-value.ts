/** A whole number as a number where that is exact, else as its digits. */
function toWhole(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/**
 * A value of a binary format as JSON would have it, for a cell: large whole numbers as digits, bytes as none, lists and
 * records of the same.
 */
export function toPlainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return toWhole(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return undefined;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, toPlainValue);
  if (Array.isArray(value)) return value.map(toPlainValue);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPlainValue(part)]));
}
