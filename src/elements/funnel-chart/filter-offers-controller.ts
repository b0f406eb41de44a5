import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FilterOffer, FunnelResult } from '../../engine/schema/index.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';

/** Asks the source for the values of a property. */
export type AskFilterValues = (
  step: string,
  property: string,
  options: { signal: AbortSignal },
) => Promise<FilterOffer>;

/**
 * The values a step can be filtered by: those in the result, else asked of the source when a panel opens. Kept
 * until a new result comes, because each carries counts under the other filters.
 */
export class FilterOffersController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskFilterValues;
  readonly #known = new Map<string, FilterOffer>();
  #abort = new AbortController();
  #result: FunnelResult | undefined;

  constructor(host: ReactiveControllerHost, ask: AskFilterValues) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** What a step offers now; undefined for a property whose values are on their way. */
  offersOf(step: StepView, result: FunnelResult | undefined): (FilterOffer | undefined)[] {
    if (result !== this.#result) this.#forget();
    this.#result = result;
    return step.filters.map((offer) => (offer.values ? offer : this.#lookUp(step.id, offer.property)));
  }

  #lookUp(step: string, property: string): FilterOffer | undefined {
    const key = JSON.stringify([step, property]);
    const known = this.#known.get(key);
    // An offer without values holds the place of the question, so that it is asked once.
    if (known) return known.values ? known : undefined;
    this.#known.set(key, { property });
    void this.#load(key, step, property, this.#abort.signal);
    return undefined;
  }

  async #load(key: string, step: string, property: string, signal: AbortSignal): Promise<void> {
    // A source that cannot offer values leaves the list empty; the panel then says that there is nothing to choose.
    const offer = await this.#ask(step, property, { signal }).catch((): FilterOffer => ({
      property,
      values: [],
    }));
    if (signal.aborted) return;
    this.#known.set(key, offer.values ? offer : { property, values: [] });
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#known.clear();
  }
}
