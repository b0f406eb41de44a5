import type { ActivationResult } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link ActivationLoadEvent} carries. */
export interface ActivationLoadDetail {
  result: ActivationResult;
}

/** `activation-load`: an activation rate that was asked for is shown. Never sent for a result the host set itself. */
export class ActivationLoadEvent extends DetailEvent<ActivationLoadDetail> {
  static readonly eventName = 'activation-load';

  constructor(detail: ActivationLoadDetail) {
    super(ActivationLoadEvent.eventName, detail);
  }

  get result(): ActivationResult {
    return this.detail.result;
  }
}
