import type { ErrorCode } from '../engine/error.ts';
import type { Counted, Population } from './counted.ts';
import type { Language } from './locale.ts';
import type { PeopleMessages } from './people-messages.ts';

/**
 * The texts that chart, list and wheel share. Names of things come from the host. Parameters are already formatted. A
 * language that lacks one does not compile.
 */
export interface CoreMessages {
  language: Language;
  /** Joins a sentence's colon to what precedes it: `: ` or ` : `. */
  colon: string;
  /** Between two remarks in brackets. */
  semicolon: string;
  quote(text: string): string;
  /** `7 of 12`. */
  fraction(part: string, whole: string): string;
  subjects(count: Counted, population: Population): string;
  pointsUnit(points: string): string;
  /** `1.8 points`, written out. */
  pointsInWords(points: Counted): string;
  retry: string;
  close: string;
  loadingPeople: string;
  /** What a property of the data's own vocabulary is called; another is called what the host calls it. */
  property(name: string): string;
  /** What a value of that vocabulary is called. */
  value(property: string, value: string): string | undefined;
  errors: Record<ErrorCode, string>;
}

/** The texts of the list of people, with the shared ones. */
export interface Messages extends CoreMessages {
  people: PeopleMessages;
}
