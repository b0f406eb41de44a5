import type { LocalizedText } from '../engine/schema/index.ts';

/**
 * The text of a name in the reader's language: the exact tag, the same language, English, then whichever there
 * is. A plain string is itself; an empty one says nothing.
 */
export function toLocalizedText(text: LocalizedText | undefined, tag: string, fallback = ''): string {
  if (text === undefined) return fallback;
  if (typeof text === 'string') return text || fallback;
  const language = tag.split('-')[0] ?? tag;
  const sameLanguage = Object.keys(text).find((key) => key.split('-')[0] === language);
  return (
    text[tag] ||
    text[language] ||
    (sameLanguage && text[sameLanguage]) ||
    text['en'] ||
    Object.values(text)[0] ||
    fallback
  );
}
