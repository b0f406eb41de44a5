import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Several changes within this long are announced as the last of them. Source: look.md §0, "Live region". */
const QUIET_MS = 500;

/**
 * One polite live region. For changes of data and filters only, never for focus or hover. The host puts
 * {@link render} in its template once and for all: a region that comes with its text is not read.
 */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Says a text once things are quiet; the last one of a burst wins. */
  announce(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(text), QUIET_MS);
  }

  render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite">${this.#text}</div>`;
  }

  #say(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#host.requestUpdate();
  }
}
