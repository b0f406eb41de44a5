import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { Tooltip, TooltipAnchor, TooltipText } from './tooltip.ts';

/** A pointer that passes over must not flash; one on its way to the tooltip must not lose it. */
const SHOW_MS = 120;
const HIDE_MS = 200;

/**
 * The one tooltip of a chart, for hover and focus. Nothing is rendered for it by Lit, and nothing loaded before it
 * is first wanted. It stays while the pointer is on it; Esc closes it.
 */
export class TooltipController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #describe: (key: string) => TooltipText | undefined;
  #tooltip: Tooltip | undefined;
  /** What is wanted now: the cell, and where. */
  #wanted: { key: string; anchor: TooltipAnchor } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `describe` gives the words for a cell; undefined where there is nothing to say. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    describe: (key: string) => TooltipText | undefined,
  ) {
    this.#host = host;
    this.#describe = describe;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
    this.#tooltip?.remove();
    this.#tooltip = undefined;
  }

  hostUpdated(): void {
    const text = this.#wanted && this.#describe(this.#wanted.key);
    if (this.isOpen && text) this.#tooltip?.write(text);
    else if (this.isOpen) this.hide();
  }

  get isOpen(): boolean {
    return this.#tooltip?.isOpen ?? false;
  }

  /** Shows the words of a cell beside an anchor; `now` for focus, after a moment for the pointer. */
  show(key: string, anchor: TooltipAnchor, now = false): void {
    if (this.#wanted?.key === key && this.isOpen) return this.#keep();
    this.#wanted = { key, anchor };
    this.#wait(now || this.isOpen ? 0 : SHOW_MS, () => void this.#open());
  }

  /** Hides it after a moment, unless the pointer reaches it. */
  leave(): void {
    this.#wait(HIDE_MS, () => this.hide());
  }

  /** Hides it at once. */
  hide(): void {
    this.#keep();
    this.#wanted = undefined;
    this.#tooltip?.hide();
    document.removeEventListener('keydown', this.#handleKeydown);
    window.removeEventListener('scroll', this.#handleScroll, true);
  }

  async #open(): Promise<void> {
    const root = this.#host.shadowRoot;
    // Without the part there is no tooltip; all it says is said elsewhere too.
    const part = await loadPart(() => import('./tooltip.ts')).catch(() => undefined);
    const text = this.#wanted && this.#describe(this.#wanted.key);
    if (!part || !root || !text || !this.#wanted || !this.#host.isConnected) return;
    this.#tooltip ??= this.#create(new part.Tooltip(this.#host, root));
    this.#tooltip.write(text);
    this.#tooltip.show(this.#wanted.anchor);
    document.addEventListener('keydown', this.#handleKeydown);
    window.addEventListener('scroll', this.#handleScroll, true);
  }

  #create(tooltip: Tooltip): Tooltip {
    tooltip.element.addEventListener('pointerenter', () => this.#keep());
    tooltip.element.addEventListener('pointerleave', () => this.leave());
    return tooltip;
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(milliseconds: number, act: () => void): void {
    this.#keep();
    if (milliseconds === 0) act();
    else this.#timer = setTimeout(act, milliseconds);
  }

  /** The focus may be anywhere while the pointer shows it. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.hide();
  };

  /** What it stands beside has moved away. */
  readonly #handleScroll = (): void => this.hide();
}
