import type { WheelResult } from '../engine/schema/wheel.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { WheelFacts } from './wheel-facts.ts';
import type { Gauges } from './wheel-gauges.ts';
import type { WheelViewOptions } from './wheel-view.ts';

/** What every part of the view is worked out from. */
export interface WheelViewContext {
  result: WheelResult;
  facts: WheelFacts;
  localization: WheelLocalization;
  options: WheelViewOptions;
  gauges: Gauges;
}
