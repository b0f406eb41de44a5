/**
 * The word for a key that comes with the data; undefined where the table has none. What every object inherits
 * (`constructor`, `__proto__`) is no word.
 */
export function wordOf<T>(words: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
