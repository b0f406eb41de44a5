import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FunnelController } from '../../controllers/funnel-controller.ts';
import type { FunnelResult } from '../../engine/schema/index.ts';
import { FunnelErrorEvent } from '../../events/funnel-error-event.ts';
import { FunnelLoadEvent } from '../../events/funnel-load-event.ts';

/**
 * Tells the host each finished load and each failure, once; what the host set itself is not told back to it. A
 * result after the first is told the reader too.
 */
export class LoadNewsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #loader: FunnelController;
  readonly #announce: () => void;
  #told: FunnelResult | Error | undefined;

  constructor(
    host: ReactiveControllerHost & EventTarget,
    loader: FunnelController,
    /** Tells the reader that there are new numbers. */
    announce: () => void,
  ) {
    this.#host = host;
    this.#loader = loader;
    this.#announce = announce;
    host.addController(this);
  }

  hostUpdated(): void {
    const { result, error, source } = this.#loader;
    const news = error ?? result;
    if (news === undefined || news === this.#told) return;
    const isFirst = this.#told === undefined;
    this.#told = news;
    if (error) this.#host.dispatchEvent(new FunnelErrorEvent(error, () => this.#loader.retry()));
    else if (result && source?.kind !== 'result') this.#host.dispatchEvent(new FunnelLoadEvent({ result }));
    if (!error && !isFirst) this.#announce();
  }
}
