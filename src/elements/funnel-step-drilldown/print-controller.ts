import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells while the page is printed: then the list has its rows one below the other, without scrolling. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isPrinting(): boolean {
    return this.#query?.matches ?? false;
  }

  hostConnected(): void {
    this.#query = matchMedia('print');
    this.#query.addEventListener('change', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#handleChange);
    this.#query = undefined;
  }

  readonly #handleChange = (): void => this.#host.requestUpdate();
}
