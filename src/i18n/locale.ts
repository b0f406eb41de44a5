/** The languages the package speaks. */
export type Language = 'en' | 'fr';

const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** A locale made usable: the words' language, and the tag that numbers and dates are formatted by. */
export interface ResolvedLocale {
  language: Language;
  tag: string;
}

/**
 * The nearest locale we can speak: `fr-CA` gives French words and Canadian formats. A language without messages
 * gives English for both: words and numbers of two languages in one sentence read worse than one foreign language.
 */
export function resolveLocale(tag: string | null | undefined): ResolvedLocale {
  const canonical = toCanonicalTag(tag);
  const language = LANGUAGES.find((known) => canonical?.split('-')[0]?.toLowerCase() === known);
  return language && canonical ? { language, tag: canonical } : { language: 'en', tag: 'en' };
}

function toCanonicalTag(tag: string | null | undefined): string | undefined {
  const text = tag?.trim().replaceAll('_', '-');
  if (!text || !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    // A `lang` attribute is page text: a malformed one means "unknown language", not an error of ours.
    return undefined;
  }
}
