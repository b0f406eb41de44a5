import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What of a bar can have the focus: buttons, fields and links. A menu's items are the menu's own. */
const ITEMS = 'button:not(:disabled), select, input, a[href]';

/**
 * One Tab stop for each bar of tools (`[role="toolbar"]`), moved by arrows, Home and End; the stop is remembered.
 * It renders nothing. A list's own ↑ and ↓ stay its own.
 */
export class ToolbarFocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stops = new WeakMap<Element, Element>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const bar of this.#host.shadowRoot?.querySelectorAll('[role="toolbar"]') ?? []) this.#sync(bar);
  }

  /** For `focusin` on a bar. */
  readonly handleFocusin = (event: Event): void => {
    const bar = event.currentTarget as Element;
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || !itemsOf(bar).includes(target as HTMLElement)) return;
    this.#stops.set(bar, target);
    this.#sync(bar);
  };

  /** For `keydown` on a bar. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const bar = event.currentTarget as HTMLElement;
    const items = itemsOf(bar);
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const next = toIndex(event.key, at, items.length, getComputedStyle(this.#host).direction === 'rtl');
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  #sync(bar: Element): void {
    const items = itemsOf(bar);
    const known = this.#stops.get(bar);
    const stop = items.find((item) => item === known) ?? items[0];
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  }
}

function itemsOf(bar: Element): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => !item.closest('[role="menu"]'));
}

/** Where a key leads in a bar of so many; undefined where it is not the bar's. The ends are ends. */
export function toIndex(key: string, at: number, count: number, isRightToLeft: boolean): number | undefined {
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const on = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (key === back) return Math.max(0, at - 1);
  if (key === on) return Math.min(count - 1, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
