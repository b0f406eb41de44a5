import { en } from './en.ts';
import { type Formats, getFormats } from './formats.ts';
import { fr } from './fr.ts';
import { type Language, resolveLocale } from './locale.ts';
import type { CoreMessages } from './messages.ts';

const MESSAGES: Record<Language, CoreMessages> = { en, fr };

/** Words and formats of one locale, without those of the list of people: what the chart needs. */
export interface CoreLocalization {
  /** The BCP 47 tag in use. */
  tag: string;
  messages: CoreMessages;
  format: Formats;
}

/** The words and formats for a tag, as near as the package has them. */
export function getCoreLocalization(tag: string | null | undefined): CoreLocalization {
  const locale = resolveLocale(tag);
  return { tag: locale.tag, messages: MESSAGES[locale.language], format: getFormats(locale.tag) };
}
