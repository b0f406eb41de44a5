import { coreEn } from './core-en.ts';
import { coreFr } from './core-fr.ts';
import { type Formats, getFormats } from './formats.ts';
import { type Language, resolveLocale } from './locale.ts';
import type { CoreMessages } from './messages.ts';

const MESSAGES: Record<Language, CoreMessages> = { en: coreEn, fr: coreFr };

/** Words and formats of one locale that chart, list and wheel share. */
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
