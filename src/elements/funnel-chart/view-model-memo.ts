import type { FunnelResult } from '../../engine/schema/index.ts';
import {
  type FunnelViewModel,
  type FunnelViewOptions,
  layoutFunnelView,
} from '../../layout/funnel-view-model.ts';

/** The view model of a result, made anew only when the result or how the reader wants it has changed. */
export class ViewModelMemo {
  #key: readonly unknown[] = [];
  #view: FunnelViewModel | undefined;

  get view(): FunnelViewModel | undefined {
    return this.#view;
  }

  /** `currency` is for results that do not say theirs. */
  layout(
    result: FunnelResult | undefined,
    options: Required<FunnelViewOptions>,
    currency: string | undefined,
  ): void {
    const { localization, ...plain } = options;
    const key = [result, currency, localization.tag, ...Object.values(plain)];
    if (key.every((part, index) => Object.is(part, this.#key[index]))) return;
    this.#key = key;
    this.#view = result && layoutFunnelView({ currency, ...result }, options);
  }
}
