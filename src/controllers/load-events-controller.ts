import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FunnelwheelError } from '../engine/error.ts';
import type { LoadController } from './load-controller.ts';

/** How an element tells of its loads. */
export interface LoadNews<Result> {
  /** A result that was asked for is shown. */
  toLoadEvent: (result: Result) => Event;
  /** A result could not be had; `retry` asks again. */
  toErrorEvent: (error: FunnelwheelError, retry: () => void) => Event;
  /** There are new numbers after the first, whoever they come from: a live region can say so. */
  announce?: (result: Result) => void;
}

/**
 * Tells the host each finished load and each failure, once, when it is drawn; what the host set itself is not told
 * back to it. Make it after the element's other controllers, so that they have drawn it too.
 */
export class LoadEventsController<Request, Result> implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #loader: LoadController<Request, Result>;
  readonly #news: LoadNews<Result>;
  #told: Result | Error | undefined;

  constructor(
    host: ReactiveControllerHost & EventTarget,
    loader: LoadController<Request, Result>,
    news: LoadNews<Result>,
  ) {
    this.#host = host;
    this.#loader = loader;
    this.#news = news;
    host.addController(this);
  }

  hostUpdated(): void {
    const { result, error } = this.#loader;
    const news = error ?? result;
    if (news === undefined || news === this.#told) return;
    const isFirst = this.#told === undefined;
    this.#told = news;
    if (error) this.#tell(this.#news.toErrorEvent(error, () => this.#loader.retry()));
    else if (result !== undefined) this.#tellLoad(result, isFirst);
  }

  #tellLoad(result: Result, isFirst: boolean): void {
    if (this.#loader.source?.kind !== 'result') this.#tell(this.#news.toLoadEvent(result));
    if (!isFirst) this.#news.announce?.(result);
  }

  #tell(event: Event): void {
    this.#host.dispatchEvent(event);
  }
}
