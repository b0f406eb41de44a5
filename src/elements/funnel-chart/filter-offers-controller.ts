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
 * until a new result comes, because each carries counts under the other filters. What a panel shows stays in place
 * while it is open: values keep their order, and one that nobody has any more stays with a count of zero.
 */
export class FilterOffersController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskFilterValues;
  readonly #known = new Map<string, FilterOffer>();
  /** What was last shown: it stays, in its order, until the next is there. */
  readonly #shown = new Map<string, FilterOffer>();
  #abort = new AbortController();
  #result: FunnelResult | undefined;

  constructor(host: ReactiveControllerHost, ask: AskFilterValues) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
    this.#shown.clear();
  }

  /** For a panel that opens: values come in the order of their offer again. */
  reorder(): void {
    this.#shown.clear();
  }

  /** What a step offers now; undefined for a property whose values are on their way. */
  offersOf(step: StepView, result: FunnelResult | undefined): (FilterOffer | undefined)[] {
    if (result !== this.#result) this.#forget();
    this.#result = result;
    return step.filters.map((offer) => {
      const key = JSON.stringify([step.id, offer.property]);
      return this.#steady(key, offer.values ? offer : this.#lookUp(key, step.id, offer.property));
    });
  }

  #steady(key: string, offer: FilterOffer | undefined): FilterOffer | undefined {
    const shown = this.#shown.get(key);
    if (!offer) return shown;
    const next = shown ? inOrderOf(shown, offer) : offer;
    this.#shown.set(key, next);
    return next;
  }

  #lookUp(key: string, step: string, property: string): FilterOffer | undefined {
    const known = this.#known.get(key);
    // An offer without values holds the place of the question, so that it is asked once.
    if (known) return known.values ? known : undefined;
    this.#known.set(key, { property });
    void this.#load(key, step, property, this.#abort.signal);
    return undefined;
  }

  async #load(key: string, step: string, property: string, signal: AbortSignal): Promise<void> {
    // A source that cannot offer values leaves what was shown, or the list empty; the panel then says so.
    const offer = await this.#ask(step, property, { signal }).catch(
      (): FilterOffer => this.#shown.get(key) ?? { property, values: [] },
    );
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

/** The values of an offer, those already shown in their places. */
function inOrderOf(shown: FilterOffer, offer: FilterOffer): FilterOffer {
  const counts = new Map((offer.values ?? []).map((entry) => [entry.value, entry]));
  const kept = (shown.values ?? []).map(({ value }) => counts.get(value) ?? { value, count: 0 });
  const known = new Set(kept.map(({ value }) => value));
  return { ...offer, values: [...kept, ...(offer.values ?? []).filter(({ value }) => !known.has(value))] };
}
