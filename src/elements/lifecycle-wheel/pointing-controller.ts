import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is pointed at: `phase:loyalty`, `flow:a>b`, `outside:former`. */
export type PlaceKey = string;

/**
 * Lights up what belongs together: whatever is pointed at or focused, wherever else it is drawn (`data-place`), and
 * the movements of a phase (`data-ends`). Changes attributes only: nothing is rendered.
 */
export class PointingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tell: (place: PlaceKey | undefined) => void;
  #place: PlaceKey | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, tell: (place: PlaceKey | undefined) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#light();
  }

  /** For `pointerover` and `focusin` around everything. */
  readonly handlePoint = (event: Event): void => {
    const target = event.composedPath()[0];
    const element = target instanceof Element ? target.closest('[data-place]') : undefined;
    this.#set(element?.getAttribute('data-place') ?? undefined);
  };

  /** For `pointerleave` and `focusout`. */
  readonly handleLeave = (): void => this.#set(undefined);

  #set(place: PlaceKey | undefined): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#light();
    this.#tell(place);
  }

  #light(): void {
    const root = this.#host.shadowRoot;
    const body = root?.querySelector('.body');
    if (!root || !body) return;
    body.toggleAttribute('data-pointing', this.#place !== undefined);
    for (const element of root.querySelectorAll('[data-place]')) {
      const isOwn = element.getAttribute('data-place') === this.#place;
      const isEnd = (element.getAttribute('data-ends') ?? '').split(' ').includes(this.#place ?? '\n');
      element.toggleAttribute('data-lit', isOwn || isEnd);
    }
  }
}
