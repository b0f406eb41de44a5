import type { ErrorCode } from '../engine/error.ts';
import type { Counted } from './counted.ts';
import { type Formats, getFormats } from './formats.ts';
import { type Language, resolveLocale } from './locale.ts';
import { figuresEn } from './figures-en.ts';
import { figuresFr } from './figures-fr.ts';

/** The texts that the three small elements share: states, periods, errors. A language that lacks one does not compile. */
export interface FigureMessages {
  /** Joins a sentence's colon to what precedes it: `: ` or ` : `. */
  colon: string;
  quote(text: string): string;
  /** `7 of 12`. */
  fraction(part: string, whole: string): string;
  /** `between 11.7% and 14.4%`. */
  between(low: string, high: string): string;
  /** `1.8 points`, written out. */
  points(count: Counted): string;
  unknown: string;
  loading: string;
  loadingShare(percent: string): string;
  updating: string;
  retry: string;
  errorTitle: string;
  noResult: string;
  /** Beside an error, while older figures are shown. */
  stale(date: string): string;
  allTime: string;
  from(date: string): string;
  until(date: string): string;
  asOf(date: string): string;
  supplied: string;
  computed: string;
  updated(summary: string): string;
  rejected(count: Counted): string;
  details: string;
  asTable: string;
  errors: Record<ErrorCode, string>;
}

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
