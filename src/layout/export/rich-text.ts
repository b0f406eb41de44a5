import type { MeasureText } from './text-width.ts';

/** A stretch of text of one look. */
export interface Run {
  text: string;
  /** 400 unless said. */
  weight?: number;
  fill: string;
}

/** A line of text; its width as far as it is known. */
export interface Line {
  runs: Run[];
  width: number;
}

/** Text set in lines, with the direction it is read in. */
export interface Paragraph {
  lines: Line[];
  size: number;
  lineHeight: number;
  rtl: boolean;
  width: number;
  height: number;
}

/** How a text is set. */
export interface TextStyle {
  size: number;
  /** As a multiple of the size. */
  leading?: number;
  /** The room it has. */
  width: number;
  measure: MeasureText;
}

const LEADING = 1.45;

/** A letter of a script written from right to left, before any of another. */
const STARTS_RTL =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Sets runs of text in lines no wider than the room. Lines break at spaces, never at those that hold words together; a
 * word that is wider than the room by itself is divided, never cut off.
 */
export function setText(runs: readonly Run[], style: TextStyle): Paragraph {
  const lines: Line[] = [];
  for (const word of listWords(runs, style)) {
    const line = lines.at(-1);
    const isNext = line && fits(line, word, style);
    if (isNext) addWord(line, word, style);
    else lines.push({ runs: [{ ...word.run, text: word.text }], width: widthOf(word, style) });
  }
  const lineHeight = style.size * (style.leading ?? LEADING);
  return {
    lines,
    size: style.size,
    lineHeight,
    rtl: STARTS_RTL.test(runs.map(({ text }) => text).join(' ')),
    width: Math.max(0, ...lines.map((each) => each.width)),
    height: lines.length * lineHeight,
  };
}

interface Word {
  text: string;
  run: Run;
  /** What is between it and the word before: a space, nothing, or always a new line. */
  after: 'space' | 'nothing' | 'break';
}

function widthOf({ text, run }: Word, { size, measure }: TextStyle): number {
  return measure(text, size, run.weight ?? 400);
}

function spaceOf({ after, run }: Word, { size, measure }: TextStyle): number {
  return after === 'space' ? measure(' ', size, run.weight ?? 400) : 0;
}

/** A comma stays with what it ends, even where it has no room of its own. */
function fits(line: Line, word: Word, style: TextStyle): boolean {
  if (word.after !== 'space') return word.after === 'nothing';
  return line.width + spaceOf(word, style) + widthOf(word, style) <= style.width;
}

function addWord(line: Line, word: Word, style: TextStyle): void {
  const text = (word.after === 'space' ? ' ' : '') + word.text;
  const last = line.runs.at(-1);
  if (last && last.fill === word.run.fill && last.weight === word.run.weight) last.text += text;
  else line.runs.push({ ...word.run, text });
  line.width += spaceOf(word, style) + widthOf(word, style);
}

/** The words of all runs; one wider than the room in parts that are not. */
function* listWords(runs: readonly Run[], style: TextStyle): Generator<Word> {
  let after: Word['after'] = 'space';
  for (const run of runs) {
    for (const [index, text] of run.text.split(/[ \t\r\n]+/).entries()) {
      if (index > 0) after = 'space';
      if (text === '') continue;
      for (const part of divide({ text, run, after }, style)) yield part;
      after = 'nothing';
    }
  }
}

/** The parts of a word, each as wide as the room at most. */
function divide(word: Word, style: TextStyle): Word[] {
  if (widthOf(word, style) <= style.width) return [word];
  const parts: Word[] = [];
  let part = { ...word, text: '' };
  for (const character of word.text) {
    const longer = { ...part, text: part.text + character };
    if (part.text && widthOf(longer, style) > style.width) {
      parts.push(part);
      part = { ...word, text: character, after: 'break' };
    } else part = longer;
  }
  return [...parts, part];
}
