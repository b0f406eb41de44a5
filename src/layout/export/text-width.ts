/** How wide a text is, in px, at a size and a weight (400 or more). */
export type MeasureText = (text: string, size: number, weight: number) => number;

/** Widths of characters as parts of the font's size, of the usual sans-serif faces. */
const WIDTHS: readonly [characters: string, width: number][] = [
  ["'|ijl‘’", 0.25],
  ['.,:;!·\u202f ftI()[]/\\\u00a0-“”«»"`', 0.31],
  ['rJ*^', 0.37],
  ['cskvxyz?', 0.51],
  ['abdeghnopqu0123456789_#$€+<>=~–−', 0.57],
  ['AEBFKLPSTVXYZ&', 0.68],
  ['CDHNRUGOQw', 0.76],
  ['mM', 0.86],
  ['W@%—→←↓▲▼…', 0.96],
];

const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([characters, width]) =>
    [...characters].map((character): [string, number] => [character, width]),
  ),
);

const FULL_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff01-\uff60]/u;

/** Some faces are broader than most: a text that is given too much room breaks a line early, one given too little runs into the next. */
const BROAD_FACE = 1.13;
const BOLD = 1.07;

/**
 * The width of a text by the usual width of its characters, generously. A picture made without a browser has no font to
 * measure, and the one it will be shown with is not known.
 */
export const estimateTextWidth: MeasureText = (text, size, weight) => {
  let width = 0;
  for (const character of text.normalize('NFD')) width += widthOf(character);
  return width * size * BROAD_FACE * (weight >= 600 ? BOLD : 1);
};

function widthOf(character: string): number {
  if (/[\p{Mark}\p{Format}]/u.test(character)) return 0;
  return WIDTH_OF.get(character) ?? (FULL_WIDTH.test(character) ? 1.05 : 0.65);
}
