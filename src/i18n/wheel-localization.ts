import { type CoreLocalization, getCoreLocalization } from './core-localization.ts';
import type { Language } from './locale.ts';
import { wheelEn } from './wheel-en.ts';
import { wheelFr } from './wheel-fr.ts';
import type { WheelMessages } from './wheel-messages.ts';

/** Words and formats of one locale for the wheel: the shared ones and its own. */
export interface WheelLocalization extends CoreLocalization {
  wheel: WheelMessages;
}

const WHEEL: Record<Language, WheelMessages> = { en: wheelEn, fr: wheelFr };

const known = new WeakMap<CoreLocalization['messages'], Map<string, WheelLocalization>>();

/** The words and formats for a tag, those of the wheel too; one object a tag, so that comparing them is cheap. */
export function getWheelLocalization(tag: string | null | undefined): WheelLocalization {
  const core = getCoreLocalization(tag);
  const byTag = known.get(core.messages) ?? new Map<string, WheelLocalization>();
  known.set(core.messages, byTag);
  const localization = byTag.get(core.tag) ?? { ...core, wheel: WHEEL[core.messages.language] };
  byTag.set(core.tag, localization);
  return localization;
}
