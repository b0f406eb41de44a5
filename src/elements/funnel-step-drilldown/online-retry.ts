import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeopleModel } from './people-model.ts';

/** What an {@link OnlineRetry} needs of its element. */
export interface OnlineRetryHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
}

/** Asks again for what failed as soon as the connection is back. */
export class OnlineRetry implements ReactiveController {
  readonly #host: OnlineRetryHost;

  constructor(host: OnlineRetryHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#handleOnline);
    window.addEventListener('offline', this.#handleOffline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#handleOnline);
    window.removeEventListener('offline', this.#handleOffline);
  }

  readonly #handleOnline = (): void => {
    this.#host.model.retryAll();
    this.#host.requestUpdate();
  };

  readonly #handleOffline = (): void => this.#host.requestUpdate();
}
