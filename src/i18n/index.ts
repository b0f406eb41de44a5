import { type CoreLocalization, getCoreLocalization } from './core-localization.ts';
import type { Language } from './locale.ts';
import type { CoreMessages, Messages } from './messages.ts';
import { peopleEn } from './people-en.ts';
import { peopleFr } from './people-fr.ts';
import type { PeopleMessages } from './people-messages.ts';

export { getCoreLocalization, type CoreLocalization } from './core-localization.ts';
export { Formats, getFormats, isBareDate, SMALL_SAMPLE } from './formats.ts';
export { resolveLocale, type Language, type ResolvedLocale } from './locale.ts';
export { toLocalizedText } from './localized-text.ts';
export type { Counted, Population, Subject } from './counted.ts';
export type { CoreMessages, Messages } from './messages.ts';
export type { PeopleMessages } from './people-messages.ts';
export { createPlural } from './plural.ts';

const PEOPLE: Record<Language, PeopleMessages> = { en: peopleEn, fr: peopleFr };

/** Words and formats of one locale for the list of people: the shared ones and its own. */
export interface Localization extends CoreLocalization {
  messages: Messages;
}

/** The words and formats for a tag, as near as the package has them. */
export function getLocalization(tag: string | null | undefined): Localization {
  const core = getCoreLocalization(tag);
  return { ...core, messages: withPeople(core.messages) };
}

const complete = new Map<Language, Messages>();

/** One object per language, so that what compares messages sees no change where there is none. */
function withPeople(core: CoreMessages): Messages {
  const messages = complete.get(core.language) ?? { ...core, people: PEOPLE[core.language] };
  complete.set(core.language, messages);
  return messages;
}
