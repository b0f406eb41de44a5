import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import {
  chooseColumns,
  formatTracks,
  isTight,
  measureColumns,
  type ColumnWidths,
  type MeasureText,
  type TextStyle,
} from './column-widths.ts';
import { COLUMNS, getColumns, type ListLayout } from './columns.ts';
import type { PeopleContext } from './people-text.ts';

/** Size in rem and weight of the list's texts; as in its styles. */
const FONTS: Record<TextStyle, readonly [size: number, weight: number]> = {
  line: [0.8125, 400],
  name: [0.8125, 600],
  second: [0.75, 400],
  head: [0.75, 600],
};
/** Width of a letter in em, where nothing can be measured. */
const LETTER = 0.56;

/** Measures with the page's own font. */
function createMeasure(family: string): MeasureText {
  const brush = document.createElement('canvas').getContext('2d');
  return (text, style) => {
    const [size, weight] = FONTS[style];
    if (!brush) return text.length * LETTER * size;
    brush.font = `${weight} 100px ${family}`;
    return (brush.measureText(text).width / 100) * size;
  };
}

/** Which columns are drawn and how wide, by what is in them and how much room there is. */
export class ColumnPlan {
  readonly #element: HTMLElement;
  #key: readonly unknown[] = [];
  #widths: ColumnWidths | undefined;

  columns: readonly PeopleColumn[] = COLUMNS;
  /** `grid-template-columns` of a row; empty for cards. */
  tracks = '';
  /** Whether the next step and what is planned for it share two lines, as each is longer than one. */
  isFlowing = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Takes up newer rows, another language or another width (px). */
  update(
    context: PeopleContext,
    rows: readonly PersonRow[],
    { layout, inlineSize }: { layout: ListLayout; inlineSize: number },
  ): void {
    const key = [rows, context.localization.tag, context.timeZone];
    if (this.#widths === undefined || key.some((part, index) => part !== this.#key[index])) {
      this.#key = key;
      this.#widths = measureColumns(context, rows, createMeasure(getComputedStyle(this.#element).fontFamily));
    }
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const available = inlineSize / rem;
    const isCards = layout === 'cards';
    this.columns = isCards ? getColumns(layout) : chooseColumns(available, this.#widths);
    this.isFlowing = !isCards && isTight(available, this.columns, this.#widths);
    this.tracks = isCards ? '' : formatTracks(this.columns, this.#widths, this.isFlowing);
  }
}
