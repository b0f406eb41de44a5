import type { WheelResult } from '../../engine/schema/wheel.ts';
import { layoutWheelView } from '../../layout/wheel-view-model.ts';
import type { WheelViewModel, WheelViewOptions } from '../../layout/wheel-view.ts';

/** The view model of a result, made anew only when the result or how the reader wants it has changed. */
export class ViewModelMemo {
  #key: readonly unknown[] = [];
  #view: WheelViewModel | undefined;

  get view(): WheelViewModel | undefined {
    return this.#view;
  }

  /** `currency` is for results that do not say theirs. */
  layout(
    result: WheelResult | undefined,
    options: WheelViewOptions & { asOfIsClock: boolean },
    currency: string | undefined,
  ): void {
    const { localization, metric, marks, current, asOfIsClock } = options;
    const key = [result, currency, localization, metric, marks, current, asOfIsClock];
    if (key.every((part, index) => Object.is(part, this.#key[index])) && this.#key.length > 0) return;
    this.#key = key;
    this.#view = result && layoutWheelView({ ...(currency ? { currency } : {}), ...result }, options);
  }
}
