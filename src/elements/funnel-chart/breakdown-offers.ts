import type { ReactiveControllerHost } from 'lit';
import type { BreakdownOffer } from '../../engine/index.ts';
import type { FunnelResult } from '../../engine/schema/index.ts';

/** Asks the source by what the funnel can be broken down. */
export type AskBreakdowns = (options: { signal: AbortSignal }) => Promise<BreakdownOffer[]>;

/** The properties a source offers, asked for when the panel is first open over a funnel. */
export class BreakdownOffers {
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskBreakdowns;
  #known: readonly string[] = [];
  #funnel: unknown;

  constructor(host: ReactiveControllerHost, ask: AskBreakdowns) {
    this.#host = host;
    this.#ask = ask;
  }

  /** What is known by now; the host draws again when more is. What another funnel offered is forgotten. */
  of(result: FunnelResult | undefined): readonly string[] {
    const funnel = result?.funnel?.id ?? result?.funnel?.name ?? '';
    if (result && funnel !== this.#funnel) {
      this.#funnel = funnel;
      this.#known = [];
      void this.#load(funnel);
    }
    return this.#known;
  }

  async #load(funnel: unknown): Promise<void> {
    // A source that cannot say leaves what the result offers as filters.
    const offers = await this.#ask({ signal: new AbortController().signal }).catch(() => []);
    if (funnel !== this.#funnel) return;
    this.#known = offers.map(({ property }) => property);
    this.#host.requestUpdate();
  }
}
