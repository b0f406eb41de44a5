import type { WheelModel, WheelSegment } from '../engine/schema/wheel.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link WheelPhaseSelectEvent} carries. */
export interface WheelPhaseSelectDetail {
  model: WheelModel;
  /** Id of the phase, where one was opened. */
  phase: string | undefined;
  /** The two ends of a movement, where one was opened. */
  flow: { readonly from: string; readonly to: string } | undefined;
  segment: WheelSegment;
  /** The number that was pressed. */
  count: number | undefined;
}

/**
 * `wheel-phase-select`: the user opened a phase, a movement, or a place outside of the wheel. Cancelable:
 * `preventDefault()` keeps a connected `<funnel-step-drilldown>` from showing it, so that the host can open a page
 * of its own.
 */
export class WheelPhaseSelectEvent extends DetailEvent<WheelPhaseSelectDetail> {
  static readonly eventName = 'wheel-phase-select';

  constructor(detail: WheelPhaseSelectDetail) {
    const flow = detail.flow && Object.freeze({ ...detail.flow });
    super(
      WheelPhaseSelectEvent.eventName,
      { ...detail, flow, segment: Object.freeze({ ...detail.segment }) },
      { cancelable: true },
    );
  }

  get model(): WheelModel {
    return this.detail.model;
  }
  get phase(): string | undefined {
    return this.detail.phase;
  }
  get flow(): WheelPhaseSelectDetail['flow'] {
    return this.detail.flow;
  }
  get segment(): WheelSegment {
    return this.detail.segment;
  }
  get count(): number | undefined {
    return this.detail.count;
  }
}
