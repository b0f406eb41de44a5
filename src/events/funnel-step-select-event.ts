import type { FunnelSegment, Segment } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link FunnelStepSelectEvent} carries. */
export interface FunnelStepSelectDetail {
  /** Id of the funnel, where the result has one. */
  funnel: string | undefined;
  step: string;
  /** `entered`, `converted`, `open`, `dropped`, or the id of an outcome. */
  outcome: string;
  /** The value of a breakdown's group, where the cell belongs to one. */
  group?: Segment['group'];
  /** The number on the bar; undefined for several segments, as somebody may be in more than one. */
  count: number | undefined;
  segment: Segment;
  /** All that was opened together, {@link segment} being the first. */
  segments?: readonly Segment[];
}

/**
 * `funnel-step-select`: the user opened a segment of the chart. Cancelable: `preventDefault()` keeps a
 * connected `<funnel-step-drilldown>` from showing it, so that the host can open a page of its own.
 */
export class FunnelStepSelectEvent extends DetailEvent<FunnelStepSelectDetail> {
  static readonly eventName = 'funnel-step-select';

  constructor(detail: FunnelStepSelectDetail) {
    super(
      FunnelStepSelectEvent.eventName,
      {
        ...detail,
        segment: Object.freeze({ ...detail.segment }),
        segments: Object.freeze(
          (detail.segments ?? [detail.segment]).map((each) => Object.freeze({ ...each })),
        ),
      },
      { cancelable: true },
    );
  }

  get funnel(): string | undefined {
    return this.detail.funnel;
  }
  get step(): string {
    return this.detail.step;
  }
  get outcome(): string {
    return this.detail.outcome;
  }
  get group(): Segment['group'] {
    return this.detail.group;
  }
  get count(): number | undefined {
    return this.detail.count;
  }
  get segment(): Segment {
    return this.detail.segment;
  }
  get segments(): readonly Segment[] {
    return this.detail.segments ?? [this.detail.segment];
  }
  /** Whose people a list shows: those of the segment, or of all that were opened together. */
  get selection(): FunnelSegment {
    const { segment, segments } = this;
    return segments.length > 1 ? { anyOf: [...segments] } : segment;
  }
}
