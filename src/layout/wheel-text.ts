/** The look of a line of text. */
export interface TextStyle {
  /** px. */
  size: number;
  weight: number;
}

/** How wide a text is, in px. In the browser a canvas knows; a test estimates. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** Room between words where a line may break. No-break spaces keep a number and its unit together. */
const BREAK = /[ \t\n]+/;

/**
 * Breaks a text into lines no wider than a width, at spaces, and inside of a word that does not fit alone.
 * The widest line decides how much room the label takes.
 */
export function breakLines(text: string, style: TextStyle, width: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK).flatMap((long) => breakWord(long, style, width, measure))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** The widest word of some texts: narrower lines would break it. */
export function measureWidestWord(texts: readonly string[], style: TextStyle, measure: MeasureText): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(BREAK)).map((word) => measure(word, style)));
}

function breakWord(word: string, style: TextStyle, width: number, measure: MeasureText): string[] {
  if (measure(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part && measure(`${part}${letter}-`, style) > width) {
      parts.push(`${part}-`);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
