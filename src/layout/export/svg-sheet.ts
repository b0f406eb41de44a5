import { type Attributes, element, escapeMarkup, round } from './markup.ts';
import type { Line, Paragraph } from './rich-text.ts';

/** Where a text keeps to: where it is read from, the other end, or the middle between them. */
export type Align = 'start' | 'end' | 'middle';

/**
 * What is drawn on. Places are counted from where reading begins, as in CSS; the sheet turns them into those of SVG, so
 * that a right-to-left picture is the same picture mirrored, with its texts the right way round.
 */
export class SvgSheet {
  readonly width: number;
  readonly rtl: boolean;
  readonly #parts: string[] = [];

  constructor(width: number, rtl: boolean) {
    this.width = width;
    this.rtl = rtl;
  }

  /** Everything drawn so far. */
  get markup(): string {
    return this.#parts.join('\n');
  }

  /** Puts what `draw` draws into a group. */
  group(attributes: Attributes, draw: () => void): void {
    this.#parts.push(element('g', attributes, '').replace(/<\/g>$/, ''));
    draw();
    this.#parts.push('</g>');
  }

  /** A rectangle. `title` is what is said of it where somebody points at it. */
  rect(x: number, y: number, width: number, height: number, attributes: Attributes, title = ''): void {
    if (width <= 0 || height <= 0) return;
    const left = this.rtl ? this.width - x - width : x;
    const content = title ? element('title', {}, escapeMarkup(title)) : undefined;
    this.#parts.push(element('rect', { x: left, y, width, height, ...attributes }, content));
  }

  circle(x: number, y: number, r: number, attributes: Attributes): void {
    this.#parts.push(element('circle', { cx: this.#mirror(x), cy: y, r, ...attributes }));
  }

  /** A closed shape through points. */
  polygon(points: readonly (readonly [x: number, y: number])[], attributes: Attributes): void {
    const places = points.map(([x, y]) => `${round(this.#mirror(x))},${round(y)}`).join(' ');
    this.#parts.push(element('polygon', { points: places, ...attributes }));
  }

  /** Draws a paragraph from its upper edge down. `x` is the edge it keeps to, or its middle. */
  text(paragraph: Paragraph, x: number, y: number, align: Align = 'start'): void {
    for (const [index, line] of paragraph.lines.entries()) {
      this.#line(line, paragraph, x, y + index * paragraph.lineHeight, align);
    }
  }

  #line(line: Line, { size, lineHeight, rtl }: Paragraph, x: number, top: number, align: Align): void {
    const runs = line.runs.map(({ text, weight, fill }) =>
      element('tspan', { fill, 'font-weight': weight }, escapeMarkup(text)),
    );
    const attributes = {
      x: this.#mirror(x),
      // The baseline of usual faces, in the middle of the line's leading.
      y: top + lineHeight / 2 + size * 0.35,
      'font-size': size,
      'text-anchor': this.#toAnchor(align, rtl),
      direction: rtl ? 'rtl' : undefined,
    };
    this.#parts.push(element('text', attributes, runs.join('')));
  }

  /** The end of the text itself that lies at its place: a text's own start is on its right where it is read from there. */
  #toAnchor(align: Align, rtl: boolean): string | undefined {
    if (align === 'middle') return align;
    const isLeft = (align === 'start') !== this.rtl;
    return isLeft === rtl ? 'end' : undefined;
  }

  #mirror(x: number): number {
    return this.rtl ? this.width - x : x;
  }
}
