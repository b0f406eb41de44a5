import type { WheelResult } from '../engine/schema/wheel.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link WheelLoadEvent} carries. */
export interface WheelLoadDetail {
  result: WheelResult;
}

/** `wheel-load`: a wheel that was asked for is shown. Never sent for a result the host set itself. */
export class WheelLoadEvent extends DetailEvent<WheelLoadDetail> {
  static readonly eventName = 'wheel-load';

  constructor(detail: WheelLoadDetail) {
    super(WheelLoadEvent.eventName, detail);
  }

  get result(): WheelResult {
    return this.detail.result;
  }
}
