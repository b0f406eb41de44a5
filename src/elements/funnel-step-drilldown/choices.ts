import type { LocalizedText } from '../../engine/schema/index.ts';
import { foldText } from './fold-text.ts';

/** What the user chose: the value the host gets, and the words it was chosen by. */
export interface ChosenValue {
  value: string;
  label: string;
  /** The same words in every language the host gave, so that a list told of later follows the reader's. */
  name?: LocalizedText;
}

/** One tag, lead stage or sequence the host offers: its name alone, or an id with a name (by locale, if need be). */
export type ChoiceInput = string | { id: string; name: LocalizedText };

/**
 * All that can be chosen, or a function that answers what fits the typed text. It is asked when the user pauses; the
 * signal is aborted when they type on.
 */
export type ChoiceSource =
  | readonly ChoiceInput[]
  | ((
      text: string,
      options: { signal: AbortSignal },
    ) => readonly ChoiceInput[] | Promise<readonly ChoiceInput[]>);

/** A choice as the value the host gets and the words people read. `toText` picks the language of a name. */
export function toChoice(input: ChoiceInput, toText: (name: LocalizedText) => string): ChosenValue {
  return typeof input === 'string'
    ? { value: input, label: input }
    : { value: input.id, label: toText(input.name), name: input.name };
}

/** The choices whose words hold the typed text; those that begin with it first. */
export function filterChoices(choices: readonly ChosenValue[], text: string): ChosenValue[] {
  const typed = foldText(text.trim());
  if (typed === '') return [...choices];
  const fitting = choices.filter((choice) => foldText(choice.label).includes(typed));
  const begins = (choice: ChosenValue) => (foldText(choice.label).startsWith(typed) ? 0 : 1);
  return fitting.sort((a, b) => begins(a) - begins(b));
}

/** The choice a typed text names exactly, case and accents aside. */
export function findChoice(choices: readonly ChosenValue[], text: string): ChosenValue | undefined {
  const typed = foldText(text.trim());
  return typed === '' ? undefined : choices.find((choice) => foldText(choice.label) === typed);
}

/** Asks a source for what fits the text. An array is filtered here, a function's answer is taken as it is. */
export async function loadChoices(
  source: ChoiceSource,
  text: string,
  toText: (name: LocalizedText) => string,
  signal: AbortSignal,
): Promise<ChosenValue[]> {
  const inputs = typeof source === 'function' ? await source(text, { signal }) : source;
  const choices = inputs.map((input) => toChoice(input, toText));
  return typeof source === 'function' ? choices : filterChoices(choices, text);
}

/** What the user may do: the words of `can`; all where it is not given. Source: contract.md, "can". */
export const ABILITIES = ['tag', 'stage', 'enroll', 'export'] as const;
export type Ability = (typeof ABILITIES)[number];

/** The abilities named by the `can` attribute; all of them where it is missing. Unknown words are ignored. */
export function parseAbilities(can: string | null | undefined): Set<Ability> {
  if (can === null || can === undefined) return new Set(ABILITIES);
  const words = can.split(/\s+/);
  return new Set(ABILITIES.filter((ability) => words.includes(ability)));
}
