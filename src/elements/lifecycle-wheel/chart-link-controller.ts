import type { ReactiveController } from 'lit';
import type { ChartLinkHost, WheelChartLink } from '../../controllers/wheel-chart-link.ts';
import type { WheelController } from '../../controllers/wheel-controller.ts';
import { loadPart } from '../../data/load-part.ts';
import type { WheelSegment } from '../../engine/schema/wheel.ts';

/** What a funnel says of what is done on it. */
const FUNNEL_EVENTS = ['funnel-step-select', 'funnel-step-point', 'highlight-change'] as const;

/** Hears a funnel for the wheel; what speaks to it is loaded with the first word, here or there. */
export class ChartLinkController implements ReactiveController {
  readonly #host: ChartLinkHost;
  readonly #loader: WheelController;
  #root: Node | undefined;
  #link: WheelChartLink | undefined;
  /** Grows where everything is cleared: what was waiting for the part by then is not done any more. */
  #turn = 0;

  constructor(host: ChartLinkHost, loader: WheelController) {
    this.#host = host;
    this.#loader = loader;
    host.addController(this);
  }

  hostConnected(): void {
    this.#root = this.#host.getRootNode();
    for (const type of FUNNEL_EVENTS) this.#root.addEventListener(type, this.#hear);
  }

  hostDisconnected(): void {
    for (const type of FUNNEL_EVENTS) this.#root?.removeEventListener(type, this.#hear);
    this.#root = undefined;
    this.#link?.stop();
  }

  /** A place was opened: it stays marked on the funnel. */
  open(segment: WheelSegment): void {
    void this.#do((link) => link.open(segment));
  }

  /** Something is pointed at, or nothing any more. */
  point(segment: WheelSegment | undefined): void {
    void this.#do((link) => link.point(segment));
  }

  /** Nothing is marked any more, here and there. */
  clear(): void {
    this.#host.marks = undefined;
    this.#turn += 1;
    this.#link?.clear();
  }

  readonly #hear = (event: Event): void => {
    // Taken now: an event forgets its target when it has left a shadow root.
    const { target } = event;
    void this.#do((link) => link.hear(event, target));
  };

  async #do(act: (link: WheelChartLink) => void): Promise<void> {
    if (this.#link) return act(this.#link);
    const turn = this.#turn;
    // Without the part nothing is marked: it is an addition to what both say by themselves.
    const part = await loadPart(() => import('../../controllers/wheel-chart-link.ts')).catch(() => undefined);
    if (!part || !this.#host.isConnected) return;
    this.#link ??= new part.WheelChartLink(this.#host, this.#loader);
    if (turn === this.#turn) act(this.#link);
  }
}
