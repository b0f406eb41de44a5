import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an {@link ActivityFocus} needs of its element. */
export interface ActivityFocusHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Keeps the focus where requests are told of: a button that is gone once it was pressed ("Undo", "Try again", "Stop")
 * gives it to the banner of its request, a banner that is gone to the list of what was done.
 */
export class ActivityFocus implements ReactiveController {
  readonly #host: ActivityFocusHost;
  #left: { element: HTMLElement; request: string } | undefined;

  constructor(host: ActivityFocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.renderRoot;
    const element = root instanceof ShadowRoot ? root.activeElement : undefined;
    const request = element?.closest<HTMLElement>('.activity, .history li')?.dataset['request'];
    this.#left = element instanceof HTMLElement && request !== undefined ? { element, request } : undefined;
  }

  hostUpdated(): void {
    const left = this.#left;
    this.#left = undefined;
    if (left && !left.element.isConnected) this.#findPlace(left.request)?.focus();
  }

  #findPlace(request: string): HTMLElement | null {
    const root = this.#host.renderRoot;
    return (
      root.querySelector<HTMLElement>(`.activity[data-request="${request}"]`) ??
      root.querySelector<HTMLElement>(request === 'export' ? '[data-act=export]' : '.history summary') ??
      root.querySelector<HTMLElement>('#heading')
    );
  }
}
