import { DetailEvent } from './detail-event.ts';

/** What the user sees of a report of channels, as plain data that fits a URL; give it back as the element's `view`. */
export interface ChannelReportView {
  /** Column sorted by, a minus in front for the largest first: `-profit`. */
  sort?: string;
  /** Ids of the channels whose details are shown. */
  opened?: readonly string[];
}

/** `view-change`: the user sorted a report of channels, or opened or closed one of them. */
export class ChannelViewChangeEvent extends DetailEvent<{ view: ChannelReportView }> {
  static readonly eventName = 'view-change';

  constructor(view: ChannelReportView) {
    super(ChannelViewChangeEvent.eventName, { view: Object.freeze({ ...view }) });
  }

  get view(): ChannelReportView {
    return this.detail.view;
  }
}
