import type { Movement, WheelModel, WheelResult } from '../engine/schema/wheel.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link PeopleMoveEvent} carries. */
export interface PeopleMoveDetail {
  model: WheelModel;
  /** Who changed place between the two instants; the latest first, and at most as many as the result lists. */
  movements: readonly Movement[];
  /** How many changed place in all. */
  total: number;
  comparedTo: WheelResult['comparedTo'];
  asOf: WheelResult['asOf'];
}

/**
 * `people-move`: two instants were compared, and people changed phase between them; a host can react at once. Sent
 * once for each result that was loaded.
 */
export class PeopleMoveEvent extends DetailEvent<PeopleMoveDetail> {
  static readonly eventName = 'people-move';

  constructor(detail: PeopleMoveDetail) {
    super(PeopleMoveEvent.eventName, { ...detail, movements: Object.freeze([...detail.movements]) });
  }

  get model(): WheelModel {
    return this.detail.model;
  }
  get movements(): readonly Movement[] {
    return this.detail.movements;
  }
  get total(): number {
    return this.detail.total;
  }
  get comparedTo(): WheelResult['comparedTo'] {
    return this.detail.comparedTo;
  }
  get asOf(): WheelResult['asOf'] {
    return this.detail.asOf;
  }
}
