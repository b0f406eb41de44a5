import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ChartRoom } from '../../layout/chart-shape.ts';

/**
 * How much room the chart has. It is measured on two empty nodes beside the chart, whose sizes nothing drawn can
 * change: a line, as wide as the element, and a float of full height, which is as high as the page made the element,
 * or nothing where its height is automatic. The host is asked what follows, and draws again only when that changes.
 */
export class RoomController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #derive: (room: ChartRoom) => unknown;
  readonly #observer = new ResizeObserver(() => this.#schedule());
  #gauges: { width: Element; height: Element } | undefined;
  #frame: number | undefined;
  #room: ChartRoom = { inlineSize: undefined, blockSize: undefined };

  /** `derive` makes of a room what is drawn differently: plain data. */
  constructor(host: ReactiveControllerHost & HTMLElement, derive: (room: ChartRoom) => unknown) {
    this.#host = host;
    this.#derive = derive;
    host.addController(this);
  }

  /** The room as it was last measured; where its width matters, measured now if it was not yet. */
  get room(): ChartRoom {
    if (this.#room.inlineSize === undefined && this.#isWidthDecisive()) {
      this.#room = { ...this.#room, inlineSize: this.#host.clientWidth };
    }
    return this.#room;
  }

  hostConnected(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  hostUpdated(): void {
    if (this.#gauges) return;
    const [width, height] = this.#host.shadowRoot?.querySelectorAll('.gauge') ?? [];
    this.#gauges = width && height && { width, height };
    this.#observe();
  }

  /** The two nodes; the host puts them first in its template. */
  render(): TemplateResult {
    return html`<div class="gauge" aria-hidden="true"></div>
      <div class="gauge height" aria-hidden="true"></div>`;
  }

  #observe(): void {
    if (!this.#gauges) return;
    this.#observer.observe(this.#gauges.width);
    this.#observer.observe(this.#gauges.height);
  }

  /** Not at once: a new shape may bring a scrollbar, and so a new size, while sizes are being told. */
  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#measure();
    });
  }

  #measure(): void {
    if (!this.#gauges) return;
    const height = this.#gauges.height.clientHeight;
    const before = JSON.stringify(this.#derive(this.#room));
    this.#room = { inlineSize: this.#gauges.width.clientWidth, blockSize: height > 0 ? height : undefined };
    if (JSON.stringify(this.#derive(this.#room)) !== before) this.#host.requestUpdate();
  }

  #isWidthDecisive(): boolean {
    const [narrow, wide] = [0, 1e5].map((inlineSize) => this.#derive({ ...this.#room, inlineSize }));
    return JSON.stringify(narrow) !== JSON.stringify(wide);
  }
}
