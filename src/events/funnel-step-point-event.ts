import type { Segment } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/**
 * `funnel-step-point`: the user points at a segment of the chart, by pointer or by the keyboard's focus, or at none
 * any more (`undefined`). For what stands beside the chart and shows the same people.
 */
export class FunnelStepPointEvent extends DetailEvent<{ segment: Segment | undefined }> {
  static readonly eventName = 'funnel-step-point';

  constructor(segment: Segment | undefined) {
    super(FunnelStepPointEvent.eventName, { segment: segment && Object.freeze({ ...segment }) });
  }

  get segment(): Segment | undefined {
    return this.detail.segment;
  }
}
