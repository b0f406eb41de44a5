import type { PersonRow } from '../../engine/schema/index.ts';
import {
  chooseColumns,
  findSecondLine,
  formatTracks,
  isTight,
  measureColumns,
  measureContacts,
  type ColumnSizes,
  type MeasureText,
  type TextStyle,
} from './column-widths.ts';
import { chooseCards, chooseWanted, listColumns, type Column, type ListLayout } from './columns.ts';
import type { PeopleContext } from './people-text.ts';

/** Size in rem and weight of the list's texts; as in its styles. */
const FONTS: Record<TextStyle, readonly [size: number, weight: number]> = {
  line: [0.8125, 400],
  name: [0.8125, 600],
  second: [0.75, 400],
  head: [0.75, 600],
};
/** Letters as small as these are drawn on whole pixels, and so are a little wider than at the size measured. */
const HINTING = 1.03;
/** Width of a letter in em, where nothing can be measured. */
const LETTER = 0.56;

/** Measures with the page's own font. */
function createMeasure(family: string): MeasureText {
  const brush = document.createElement('canvas').getContext('2d');
  return (text, style) => {
    const [size, weight] = FONTS[style];
    if (!brush) return text.length * LETTER * size;
    brush.font = `${weight} 100px ${family}`;
    return (brush.measureText(text).width / 100) * size * HINTING;
  };
}

/** What a {@link ColumnPlan} needs of its element. */
export interface ColumnPlanHost extends HTMLElement {
  /** The ids of the columns chosen; undefined for the usual ones. */
  readonly columns: readonly string[] | undefined;
}

/** Which columns are drawn and how wide, by what is chosen, what is in them and how much room there is. */
export class ColumnPlan {
  readonly #host: ColumnPlanHost;
  #key: readonly unknown[] = [];
  #sizes: ColumnSizes = { needed: {}, wished: {} };

  /** Every column there is; the place in it is the `aria-colindex`. */
  all: readonly Column[] = [];
  /** Those chosen, or the usual ones; there may not be room for all of them. */
  wanted: readonly Column[] = [];
  /** Those drawn. */
  drawn: readonly Column[] = [];
  /** `grid-template-columns` of a row; empty for cards. */
  tracks = '';
  /** Whether the next step and what is planned for it share two lines, as each is longer than one. */
  isFlowing = false;

  constructor(host: ColumnPlanHost) {
    this.#host = host;
  }

  /** Takes up newer rows, other columns, another language or another width (px). */
  update(
    context: PeopleContext,
    rows: readonly PersonRow[],
    { layout, inlineSize }: { layout: ListLayout; inlineSize: number },
  ): void {
    const { columns } = this.#host;
    const named = context.description?.columns?.map(({ id, title }) => `${id}:${title}`).join();
    const key = [rows, columns, named, context.localization.tag, context.timeZone];
    if (key.length !== this.#key.length || key.some((part, index) => part !== this.#key[index])) {
      this.#key = key;
      this.all = listColumns(context, rows);
      this.wanted = chooseWanted(this.all, columns, rows);
      const measure = createMeasure(getComputedStyle(this.#host).fontFamily);
      const needed = measureColumns(context, this.wanted, rows, measure);
      this.#sizes = { needed, wished: measureContacts(rows, needed, measure) };
    }
    if (layout === 'cards') this.#dealCards();
    else this.#share(inlineSize / (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16));
  }

  #dealCards(): void {
    this.drawn = chooseCards(this.wanted);
    this.isFlowing = false;
    this.tracks = '';
  }

  /** Shares the room (rem) among as many columns as it holds. */
  #share(available: number): void {
    const { needed } = this.#sizes;
    this.drawn = chooseColumns(available, this.wanted, needed);
    this.isFlowing = isTight(available, this, needed);
    this.tracks = formatTracks(available, this, this.#sizes);
  }

  isDrawn(id: string): boolean {
    return this.drawn.some((column) => column.id === id);
  }

  /** The column in the second line of another one, where it has no place of its own. */
  findSecondLine(id: string): string | undefined {
    return findSecondLine(this, id);
  }
}
