import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Stop, toKeyAction } from './wheel-keys.ts';

/** What keys lead to besides moving. */
export interface StopActions {
  clear: () => void;
  help: (from: HTMLElement) => void;
}

const STOPS: readonly Stop[] = ['phase', 'flow'];

/**
 * One Tab stop for the phases and one for the movements. An item carries `data-stop` and `data-key`; moving the focus
 * changes two attributes and renders nothing. The focus survives updates by its key.
 */
export class StopsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: StopActions;
  readonly #active = new Map<Stop, string>();
  #focused: { stop: Stop; at: number } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, actions: StopActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    const stop = focused instanceof HTMLElement ? toStop(focused) : undefined;
    this.#focused =
      stop && focused instanceof HTMLElement ? { stop, at: this.#items(stop).indexOf(focused) } : undefined;
  }

  hostUpdated(): void {
    for (const stop of STOPS) this.#sync(stop);
    const lost = this.#focused;
    this.#focused = undefined;
    if (!lost || this.#host.shadowRoot?.activeElement) return;
    const items = this.#items(lost.stop);
    const kept = items.find((item) => item.dataset['key'] === this.#active.get(lost.stop));
    (kept ?? items[Math.min(lost.at, items.length - 1)] ?? this.#items('phase')[0])?.focus();
  }

  /** Puts the focus on the item of a key; false where there is none. */
  focusKey(key: string, options: FocusOptions = {}): boolean {
    const all = STOPS.flatMap((stop) => this.#items(stop));
    const item = all.find((candidate) => candidate.dataset['key'] === key);
    item?.focus(options);
    return item !== undefined;
  }

  /** For `focusin` around both lists. */
  readonly handleFocusin = (event: Event): void => {
    const item = toItem(event);
    const stop = item && toStop(item);
    if (!item || !stop) return;
    this.#active.set(stop, item.dataset['key'] ?? '');
    this.#sync(stop);
  };

  /** For `keydown` around both lists. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    const item = toItem(event);
    const stop = item && toStop(item);
    if (!item || !stop || event.altKey || event.ctrlKey || event.metaKey) return;
    const items = this.#items(stop);
    const action = toKeyAction(event.key, stop, items.indexOf(item), items.length);
    if (!action) return;
    if (action.do !== 'clear') event.preventDefault();
    if (action.do === 'move') this.#focusItem(items[action.to]);
    else if (action.do === 'leave') this.#focusItem(this.#stopOf(action.to));
    else if (action.do === 'clear') this.#actions.clear();
    else this.#actions.help(item);
  };

  #focusItem(item: HTMLElement | undefined): void {
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: 'nearest' });
  }

  #stopOf(stop: Stop): HTMLElement | undefined {
    return this.#items(stop).find(({ tabIndex }) => tabIndex === 0);
  }

  #sync(stop: Stop): void {
    const items = this.#items(stop);
    const active = items.find(({ dataset }) => dataset['key'] === this.#active.get(stop)) ?? items[0];
    for (const item of items) item.tabIndex = item === active ? 0 : -1;
  }

  #items(stop: Stop): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(`[data-stop="${stop}"]`) ?? [])];
  }
}

function toStop(element: HTMLElement): Stop | undefined {
  return STOPS.find((stop) => stop === element.dataset['stop']);
}

function toItem(event: Event): HTMLElement | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest<HTMLElement>('[data-stop]') ?? undefined) : undefined;
}
