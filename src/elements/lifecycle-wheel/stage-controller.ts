import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SceneInput, WheelScene } from '../../layout/wheel-scene.ts';
import { layoutWheelScene } from '../../layout/wheel-scene.ts';
import type { MeasureText } from '../../layout/wheel-text.ts';

/** Texts are given this much more room than measured: figures of one width may be wider than the font's own. */
const SLACK = 1.04;

/** A width that comes back within so many px is the page's scrollbar coming and going. */
const SCROLLBAR = 24;

/**
 * The room of the picture, and the picture for it. What is measured carries `data-ruler`: it is as wide as the picture may
 * be and has no height, so that the picture's own height cannot make the browser measure again. A scrollbar that comes and
 * goes with that height is not followed.
 */
export class StageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;
  #ruler: Element | undefined;
  #frame = 0;
  #width = 0;
  /** The width before the present one. */
  #before = 0;
  #key: readonly unknown[] = [];
  #scene: WheelScene | undefined;
  #measure: { font: string; text: MeasureText } | undefined;
  /** Grows when a font has come: everything is measured anew. */
  #fonts = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // In the next frame: the picture may bring a scrollbar, and so a new width, while widths are being told.
    this.#observer = new ResizeObserver(([entry]) => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#handleWidth(entry?.contentRect.width ?? 0));
    });
    document.fonts.addEventListener('loadingdone', this.#handleFonts);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#observer = this.#ruler = undefined;
    document.fonts.removeEventListener('loadingdone', this.#handleFonts);
  }

  hostUpdated(): void {
    const ruler = this.#host.shadowRoot?.querySelector('[data-ruler]') ?? undefined;
    if (ruler === this.#ruler) return;
    if (this.#ruler) this.#observer?.unobserve(this.#ruler);
    if (ruler) this.#observer?.observe(ruler);
    this.#ruler = ruler;
  }

  /** The picture for the present room; undefined while there is none (not on the page, or too narrow for one). */
  layout(input: SceneInput, parts: readonly unknown[]): WheelScene | undefined {
    if (this.#width <= 0) return undefined;
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const key = [...parts, this.#width, unit, this.#fonts];
    if (key.length === this.#key.length && key.every((part, index) => Object.is(part, this.#key[index])))
      return this.#scene;
    this.#key = key;
    this.#scene = layoutWheelScene(input, { width: this.#width, unit, measure: this.#toMeasure() });
    return this.#scene;
  }

  #handleWidth(exact: number): void {
    const width = Math.floor(exact);
    if (width === this.#width) return;
    const returns = width === this.#before && Math.abs(width - this.#width) <= SCROLLBAR;
    if (returns && width > this.#width) return;
    this.#before = this.#width;
    this.#width = width;
    this.#host.requestUpdate();
  }

  readonly #handleFonts = (): void => {
    this.#fonts += 1;
    this.#measure = undefined;
    this.#host.requestUpdate();
  };

  #toMeasure(): MeasureText {
    const font = getComputedStyle(this.#host).fontFamily;
    if (this.#measure?.font !== font) this.#measure = { font, text: createMeasure(font) };
    return this.#measure.text;
  }
}

/** Measures with a canvas: without a box on the page, and without a reflow. */
function createMeasure(font: string): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, { size, weight }) => {
    const key = `${weight} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = `${weight} ${size}px ${font}`;
      // A browser that keeps canvases from being read still gets a picture: letters are about so wide.
      width = (context?.measureText(text).width ?? text.length * size * 0.62) * SLACK;
      known.set(key, width);
    }
    return width;
  };
}
