import { type Formats, getFormats } from './formats.ts';
import { type Language, resolveLocale } from './locale.ts';
import { figuresEn } from './figures-en.ts';
import { figuresFr } from './figures-fr.ts';
import type { FigureMessages } from './figures-messages.ts';

/** Words and formats of one of the small elements. */
export interface FigureLocalization<Messages extends FigureMessages = FigureMessages> {
  /** The BCP 47 tag in use. */
  tag: string;
  messages: Messages;
  format: Formats;
}

const COMMON: Record<Language, FigureMessages> = { en: figuresEn, fr: figuresFr };

/** Makes the chooser of an element's words: the shared ones with its own, one object a language. */
export function createFigureLocalizer<Own extends object>(
  own: Record<Language, Own>,
): (tag: string | null | undefined) => FigureLocalization<FigureMessages & Own> {
  const messages = { en: { ...COMMON.en, ...own.en }, fr: { ...COMMON.fr, ...own.fr } };
  return (tag) => {
    const locale = resolveLocale(tag);
    return { tag: locale.tag, messages: messages[locale.language], format: getFormats(locale.tag) };
  };
}
