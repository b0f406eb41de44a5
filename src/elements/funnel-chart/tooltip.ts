import { adoptStyles } from '../../theme/adopt-styles.ts';
import { tooltipStyles } from './styles/tooltip-styles.ts';

/** What a tooltip says; all of it is said in the row, the details or the table too. */
export interface TooltipText {
  heading: string;
  words: string;
  /** What a press does; empty where it does nothing. */
  hint: string;
}

/** Where it stands: below a box, or above it where the window ends, at `x` or its middle, in px of the window. */
export interface TooltipAnchor {
  top: number;
  bottom: number;
  x: number;
}

/** Space to the anchor and to the edges of the window. */
const GAP = 8;

/** The node of the tooltip, in the top layer, so that nothing cuts it off. Loaded when it is first wanted. */
export class Tooltip {
  readonly element: HTMLElement;
  readonly #heading = document.createElement('strong');
  readonly #words = document.createElement('span');
  readonly #hint = document.createElement('em');

  constructor(host: HTMLElement, root: ShadowRoot) {
    adoptStyles(host, tooltipStyles);
    this.element = document.createElement('div');
    this.element.className = 'tooltip';
    this.element.popover = 'manual';
    this.element.setAttribute('part', 'tooltip');
    // A cell's own name says all of it: read twice it would be noise.
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#heading, this.#words, this.#hint);
    root.append(this.element);
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  write({ heading, words, hint }: TooltipText): void {
    this.#heading.textContent = heading;
    this.#words.textContent = words;
    this.#hint.textContent = hint;
    this.#heading.hidden = heading === '';
    this.#hint.hidden = hint === '';
  }

  show(anchor: TooltipAnchor): void {
    if (!this.isOpen) this.element.showPopover();
    const { width, height } = this.element.getBoundingClientRect();
    // Below: over the bar stands the sentence that says what was lost before it.
    const below = anchor.bottom + GAP;
    const fits = below + height + GAP <= window.innerHeight;
    const top = fits ? below : Math.max(GAP, anchor.top - height - GAP);
    const left = Math.max(GAP, Math.min(anchor.x - width / 2, window.innerWidth - width - GAP));
    this.element.style.setProperty('--_top', `${top}px`);
    this.element.style.setProperty('--_left', `${left}px`);
  }

  hide(): void {
    if (this.isOpen) this.element.hidePopover();
  }

  remove(): void {
    this.element.remove();
  }
}
