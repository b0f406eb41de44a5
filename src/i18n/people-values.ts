import type { Localization } from './index.ts';
import { nameOf } from './word-of.ts';

/** The words of a value of a person's property: as the host wrote it, unless the package knows it. */
export function formatPropertyValue(
  { messages, format }: Localization,
  property: string,
  value: string | number | boolean | null,
): string {
  if (value === null) return messages.people.noValue;
  if (typeof value === 'boolean') return value ? messages.people.yes : messages.people.no;
  if (typeof value === 'number') return format.number(value);
  return messages.value(property, value) ?? value;
}

/** A type of event in words: the data's own vocabulary in the reader's, a host's as it wrote it. */
export function formatEventType({ messages }: Localization, type: string): string {
  const { events } = messages.people;
  return nameOf(events, type);
}

/** Marks that turn the direction of what follows, beyond the text that brought them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u200f\u061c\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A text of somebody's inside of a sentence: it is read in its own direction, and turns nothing around it. */
export function isolateText(text: string): string {
  const plain = text.replace(TURNING, '');
  return plain === text && !RIGHT_TO_LEFT.test(text) ? text : `\u2068${plain}\u2069`;
}
