import type { Language } from '../studio/vocabulary.ts';

/** Light, dark, or as the visitor's system says. */
export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** What the visitor chose of every page of the demo; it lives in the address, nowhere else. */
export interface Preferences {
  language: Language;
  theme: Theme;
}

/** From the address (`?lang=fr&theme=dark`), else from the browser's languages. */
export function readPreferences(query = new URLSearchParams(location.search)): Preferences {
  const asked = [query.get('lang'), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  const language = LANGUAGES.find(
    (known) => known === asked.find((tag) => LANGUAGES.some((one) => one === tag)),
  );
  return {
    language: language ?? 'en',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'system',
  };
}

/** Puts them to the page: the elements read the language from `lang` and the theme from `color-scheme`. */
export function applyPreferences({ language, theme }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = theme;
}

/** Writes values into the address without leaving the page; empty ones are taken out. */
export function writeQuery(values: Readonly<Record<string, string | undefined>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(null, '', url);
}

/** A link to another page of the demo that keeps the language and the theme. */
export function pageLink(page: string, { language, theme }: Preferences): string {
  const query = new URLSearchParams({ lang: language, ...(theme === 'system' ? {} : { theme }) });
  return `${page}?${query.toString()}`;
}
