import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { WheelController } from '../../controllers/wheel-controller.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import { type ClientView, layoutClient, type WheelPerson } from './client-view.ts';
import { renderClient } from './render-client.ts';

/** The wheel as this controller needs it. */
export interface ClientHost extends ReactiveControllerHost, HTMLElement {
  readonly client?: string | undefined;
  readonly person?: WheelPerson | undefined;
}

/** The person the wheel shows: asked for whenever the id or the result has changed. Loaded with the first one. */
export class ClientController implements ReactiveController {
  readonly #host: ClientHost;
  readonly #loader: WheelController;
  #asked: readonly unknown[] = [];
  #asking: AbortController | undefined;
  #person: WheelPerson | undefined;
  #error: FunnelwheelError | undefined;

  constructor(host: ClientHost, loader: WheelController) {
    this.#host = host;
    this.#loader = loader;
    host.addController(this);
  }

  /** The person, once they are known. */
  get person(): WheelPerson | undefined {
    const { client, person } = this.#host;
    return person ?? (client === undefined ? undefined : this.#person);
  }

  /** The person in the middle of the wheel. */
  layout(view: WheelViewModel, localization: WheelLocalization): ClientView | undefined {
    return this.person && layoutClient(this.person, view, localization);
  }

  hostUpdated(): void {
    const { client, person } = this.#host;
    const asked = [person ? undefined : client, this.#loader.result];
    if (asked.every((part, index) => Object.is(part, this.#asked[index])) && this.#asked.length > 0) return;
    this.#asked = asked;
    this.#asking?.abort();
    if (asked[0] !== undefined && asked[1] !== undefined) void this.#ask(String(client));
  }

  hostDisconnected(): void {
    this.#asking?.abort();
    this.#asked = [];
  }

  /** The card of the person: who, where, since when, why. Nothing where nobody was asked for. */
  render(
    client: ClientView | undefined,
    localization: WheelLocalization,
    timeZone: string | undefined,
  ): unknown {
    const { wheel, messages } = localization;
    if (this.person && client) return renderClient(this.person, client, localization, timeZone);
    if (this.#host.client === undefined) return nothing;
    const code = this.#error?.code;
    if (code === undefined) return html`<p class="client" role="status">${wheel.clientLoading}</p>`;
    const text =
      code === 'unknown-subject' || code === 'not-configured' ? wheel.clientMissing : messages.errors[code];
    return html`<p class="client" role="alert">${text}</p>`;
  }

  /** An attribute is text, and an id may be a number. */
  async #find(id: string, signal: AbortSignal): Promise<WheelPerson> {
    try {
      return await this.#loader.person(id, { signal });
    } catch (error) {
      const isNumber = id.trim() !== '' && String(Number(id)) === id;
      if (!isNumber || FunnelwheelError.from(error).code !== 'unknown-subject') throw error;
      return this.#loader.person(Number(id), { signal });
    }
  }

  async #ask(id: string): Promise<void> {
    const asking = (this.#asking = new AbortController());
    this.#error = undefined;
    try {
      const person = await this.#find(id, asking.signal);
      if (!asking.signal.aborted) this.#person = person;
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#person = undefined;
      this.#error = FunnelwheelError.from(error);
    }
    this.#host.requestUpdate();
  }
}
