/**
 * The word for a key that comes with the data; undefined where the table has none. What every object inherits
 * (`constructor`, `__proto__`) is no word.
 */
export function wordOf<T>(words: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The word for a name that comes with the data; one that the table has not is the host's own, and told as it wrote it. */
export function nameOf(words: Readonly<Record<string, string>>, name: string): string {
  return wordOf(words, name) ?? toWords(name);
}

/** A field name of the host's as words: `homeClub` → `Home club`. */
function toWords(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words === name
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
