import type { PersonPlace } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import { wordOf } from '../../i18n/word-of.ts';

/** A person to be shown: where they are, and their name where it is known. */
export type WheelPerson = PersonPlace & { name?: string | null | undefined };

/** One person in the middle of the wheel. */
export interface ClientView {
  name: string;
  /** Id of their phase. */
  phase: string;
  place: string;
  /** False where they are outside of the wheel. */
  isInside: boolean;
  since: string;
  score: string;
  /** The lines of the middle; sizes in sixteenths of a rem. */
  hub: { text: string; size: number; weight: number }[];
}

/** How a person's place is said. */
export function layoutClient(
  person: WheelPerson,
  view: WheelViewModel,
  localization: WheelLocalization,
): ClientView {
  const { wheel, format } = localization;
  const name = person.name || wheel.clientNumber(String(person.id));
  const phase = view.phases.find(({ id }) => id === person.phase);
  const outside = view.outside.find(({ id }) => id === person.phase);
  const place =
    phase?.label ?? wheel.clientOutside(outside?.name ?? wordOf(wheel.outside, person.phase) ?? person.phase);
  const days = person.days ?? undefined;
  const since =
    days === undefined ? '' : wheel.clientSince(wheel.span({ n: days, text: format.number(days) }));
  const score =
    person.score === undefined || person.score === null
      ? ''
      : wheel.clientScore(format.number(Math.round(person.score * 10) / 10));
  const lines = [place, since, score].filter(Boolean);
  return {
    name,
    phase: person.phase,
    place,
    isInside: phase !== undefined,
    since,
    score: score || (view.model === 'engagement' ? wheel.clientNoScore : ''),
    hub: [
      // A number has no initials.
      ...(person.name ? [{ text: toInitials(person.name), size: 24, weight: 700 }] : []),
      { text: name, size: 13, weight: 600 },
      ...lines.map((text) => ({ text, size: 12, weight: 400 })),
    ],
  };
}

/** The first letters of the first and the last word of a name. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
