import { codesOf, wordOf, type Language } from '../studio/vocabulary.ts';
import { LANGUAGES } from './preferences.ts';

/** A tag, stage or sequence as the list of people offers it. */
export interface Choice {
  id: string;
  name: Record<Language, string>;
}

function toChoices(prefix: string): Choice[] {
  return codesOf(prefix).map((code) => ({
    id: code,
    name: Object.fromEntries(LANGUAGES.map((language) => [language, wordOf(code, language)])) as Record<
      Language,
      string
    >,
  }));
}

/** What the studio's list of people may ask for: tags to put, stages to move to, sequences to enrol into. */
export const TAGS: readonly Choice[] = toChoices('tag-');
export const STAGES: readonly Choice[] = toChoices('stage-');
export const SEQUENCES: readonly Choice[] = toChoices('sequence-');
