import type { Segment } from '../engine/schema/index.ts';

/** Something drawn that says its numbers when it is pointed at or has the focus, and may open its people. */
export interface Mark {
  /** Unique in its section, the same after an update. */
  key: string;
  heading: string;
  /** All it says besides. */
  words: string;
  /** Whose people it stands for; absent where nobody is, or nobody knows. */
  segment?: Segment | undefined;
  /** How many they are. */
  count?: number | undefined;
}

/** What a mark is called: all that its tooltip says. */
export function toMarkName({ heading, words }: Mark, colon: string): string {
  return words ? `${heading}${colon}${words}` : heading;
}
