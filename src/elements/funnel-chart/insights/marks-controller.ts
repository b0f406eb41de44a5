import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toIndex } from '../../../controllers/toolbar-focus-controller.ts';
import type { Mark } from '../../../layout/insight-mark.ts';
import { TooltipController } from '../tooltip-controller.ts';
import type { TooltipText } from '../tooltip.ts';

/** What marks need of the section they are in. */
export interface MarkActions {
  /** What a press on a mark does, in words; empty where it does nothing. */
  hint: () => string;
  open: (mark: Mark) => void;
}

/**
 * Pointer and keys on what a section has drawn (`[data-mark]`): the tooltip, opening its people, and one Tab stop for
 * each drawing (`[data-plot]`), moved by arrows, Home and End. It renders nothing.
 */
export class MarksController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: MarkActions;
  readonly #tooltip: TooltipController;
  #marks: ReadonlyMap<string, Mark> = new Map();
  /** The mark that Tab leads to, by drawing. */
  readonly #stops = new Map<string, string>();

  constructor(host: ReactiveControllerHost & HTMLElement, actions: MarkActions) {
    this.#host = host;
    this.#actions = actions;
    this.#tooltip = new TooltipController(host, (key) => this.#describe(key));
    host.addController(this);
  }

  hostUpdated(): void {
    for (const plot of this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-plot]') ?? [])
      this.#sync(plot);
  }

  /** What is drawn now. */
  set(marks: readonly Mark[]): void {
    this.#marks = new Map(marks.map((mark) => [mark.key, mark]));
  }

  /** For `click` on the section. */
  readonly handleClick = (event: Event): void => {
    const mark = this.#markOf(event);
    if (!mark?.segment || this.#actions.hint() === '') return;
    this.#tooltip.hide();
    this.#actions.open(mark);
  };

  /** For `keydown` on the section. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#tooltip.isOpen) {
      event.stopPropagation();
      return this.#tooltip.hide();
    }
    const plot = elementOf(event)?.closest<HTMLElement>('[data-plot]');
    if (!plot || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = itemsOf(plot);
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const next = at < 0 ? undefined : toIndex(event.key, at, items.length, isRightToLeft);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  /** For `focusin` on the section. */
  readonly handleFocusin = (event: FocusEvent): void => {
    const item = elementOf(event)?.closest<HTMLElement>('[data-mark]');
    const plot = item?.closest<HTMLElement>('[data-plot]');
    if (!item || !plot) return this.#tooltip.hide();
    const key = item.dataset['mark'] ?? '';
    this.#stops.set(plot.dataset['plot'] ?? '', key);
    this.#sync(plot);
    if (!item.matches(':focus-visible')) return;
    const { top, bottom, left, right } = item.getBoundingClientRect();
    this.#tooltip.show(key, { top, bottom, x: (left + right) / 2 }, true);
  };

  /** For `focusout` on the section. */
  readonly handleFocusout = (): void => this.#tooltip.hide();

  /** For `pointermove` on the section. */
  readonly handlePointermove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const item = elementOf(event)?.closest<HTMLElement>('[data-plot] [data-mark]');
    if (!item) return this.#tooltip.leave();
    const { top, bottom } = item.getBoundingClientRect();
    this.#tooltip.show(item.dataset['mark'] ?? '', { top, bottom, x: event.clientX });
  };

  /** For `pointerleave` on the section. */
  readonly handlePointerleave = (): void => this.#tooltip.leave();

  #markOf(event: Event): Mark | undefined {
    const key = elementOf(event)?.closest<HTMLElement>('[data-mark]')?.dataset['mark'];
    return key === undefined ? undefined : this.#marks.get(key);
  }

  #describe(key: string): TooltipText | undefined {
    const mark = this.#marks.get(key);
    if (!mark) return undefined;
    return { heading: mark.heading, words: mark.words, hint: mark.segment ? this.#actions.hint() : '' };
  }

  #sync(plot: HTMLElement): void {
    const items = itemsOf(plot);
    const known = this.#stops.get(plot.dataset['plot'] ?? '');
    const stop = items.find((item) => item.dataset['mark'] === known) ?? items.at(-1);
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  }
}

function itemsOf(plot: Element): HTMLElement[] {
  return [...plot.querySelectorAll<HTMLElement>('[data-mark]')];
}

function elementOf(event: Event): Element | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? target : undefined;
}
