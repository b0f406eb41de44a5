import type { WheelModel } from '../engine/schema/wheel.ts';
import { DetailEvent } from './detail-event.ts';

/** What the user sees of a wheel, as plain data that fits a URL; give it back as the wheel's `view`. */
export interface WheelView {
  model?: WheelModel;
  /** `people`, `days`, or the id of a metric. */
  metric?: string;
  /** `previous`, or the earlier instant. */
  compare?: string;
}

/** `view-change`: the user changed the model, the measure, or the comparison of a wheel. */
export class WheelViewChangeEvent extends DetailEvent<{ view: WheelView }> {
  static readonly eventName = 'view-change';

  constructor(view: WheelView) {
    super(WheelViewChangeEvent.eventName, { view: Object.freeze({ ...view }) });
  }

  get view(): WheelView {
    return this.detail.view;
  }
}
