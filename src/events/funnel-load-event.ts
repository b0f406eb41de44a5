import type { FunnelResult } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link FunnelLoadEvent} carries. */
export interface FunnelLoadDetail {
  result: FunnelResult;
}

/** `funnel-load`: a result that was asked for is shown. Never sent for a result the host set itself. */
export class FunnelLoadEvent extends DetailEvent<FunnelLoadDetail> {
  static readonly eventName = 'funnel-load';

  constructor(detail: FunnelLoadDetail) {
    super(FunnelLoadEvent.eventName, detail);
  }

  get result(): FunnelResult {
    return this.detail.result;
  }
}
