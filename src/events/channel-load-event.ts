import type { ChannelResult } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link ChannelLoadEvent} carries. */
export interface ChannelLoadDetail {
  result: ChannelResult;
}

/** `channel-load`: a report of channels that was asked for is shown. Never sent for a result the host set itself. */
export class ChannelLoadEvent extends DetailEvent<ChannelLoadDetail> {
  static readonly eventName = 'channel-load';

  constructor(detail: ChannelLoadDetail) {
    super(ChannelLoadEvent.eventName, detail);
  }

  get result(): ChannelResult {
    return this.detail.result;
  }
}
