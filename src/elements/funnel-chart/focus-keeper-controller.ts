import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FOCUSABLE = 'button:not(:disabled), select, input, a[href], [tabindex]';

/**
 * Gives the focus a new place when an update has taken what had it: what now stands where it stood in its part of
 * the chart (`[data-focus-zone]`), else the chart's Tab stop, else the chart as a whole.
 */
export class FocusKeeperController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lost: { element: Element; zone: string; place: number } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const element = this.#host.shadowRoot?.activeElement;
    const zone = element?.closest<HTMLElement>('[data-focus-zone]');
    this.#lost = element
      ? { element, zone: zone?.dataset['focusZone'] ?? '', place: zone ? itemsOf(zone).indexOf(element) : 0 }
      : undefined;
  }

  hostUpdated(): void {
    const lost = this.#lost;
    this.#lost = undefined;
    const root = this.#host.shadowRoot;
    if (!lost || !root || lost.element.isConnected || root.activeElement) return;
    const zone = lost.zone && root.querySelector(`[data-focus-zone="${lost.zone}"]`);
    const items = zone ? itemsOf(zone) : [];
    const next = items[Math.min(lost.place, items.length - 1)];
    (next ?? root.querySelector<HTMLElement>('[data-cell][tabindex="0"], [data-focus-last]'))?.focus();
  }
}

function itemsOf(zone: Element): HTMLElement[] & { indexOf(item: Element): number } {
  return [...zone.querySelectorAll<HTMLElement>(FOCUSABLE)];
}
