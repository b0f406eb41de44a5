import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';

/** When the page was printed: on paper nobody sees how old it is. */
export class PrintTimeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #at: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#handlePrint);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#handlePrint);
  }

  /** A line for paper alone; nothing before the page is first printed. */
  render({ messages, format }: ChartLocalization): unknown {
    if (this.#at === undefined) return nothing;
    return html`<p class="print-time">${messages.chart.printed(format.dateTime(this.#at))}</p>`;
  }

  readonly #handlePrint = (): void => {
    this.#at = Date.now();
    this.#host.requestUpdate();
  };
}
