import { en } from './en.ts';
import { fr } from './fr.ts';
import { type Formats, getFormats } from './formats.ts';
import { type Language, resolveLocale } from './locale.ts';
import type { Messages } from './messages.ts';

export { Formats, getFormats, SMALL_SAMPLE } from './formats.ts';
export { resolveLocale, type Language, type ResolvedLocale } from './locale.ts';
export { toLocalizedText } from './localized-text.ts';
export type { ChartMessages, Counted, Messages, Subject } from './messages.ts';
export type { PeopleMessages } from './people-messages.ts';
export { createPlural } from './plural.ts';

const MESSAGES: Record<Language, Messages> = { en, fr };

/** Words and formats of one locale: all a pure function needs to write text. */
export interface Localization {
  /** The BCP 47 tag in use. */
  tag: string;
  messages: Messages;
  format: Formats;
}

/** The words and formats for a tag, as near as the package has them. */
export function getLocalization(tag: string | null | undefined): Localization {
  const locale = resolveLocale(tag);
  return { tag: locale.tag, messages: MESSAGES[locale.language], format: getFormats(locale.tag) };
}
