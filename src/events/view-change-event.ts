import type { RunOptions } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What the user sees, as plain data that fits a URL; give it back as the chart's `view`. */
export interface FunnelView {
  /** Catalogue id of the funnel. */
  funnel?: string;
  from?: string;
  to?: string;
  /** Bars as counts, or each step against its base. */
  mode?: 'count' | 'rate';
  /** The chart as a plain table. */
  table?: boolean;
  /** Conditions by step id. */
  filters?: RunOptions['filters'];
  /** Property the bars are divided by. */
  breakdown?: string;
  compare?: string;
  lookbackDays?: number;
}

/** `view-change`: the user changed the period, the funnel, filters, breakdown or layout. */
export class ViewChangeEvent extends DetailEvent<{ view: FunnelView }> {
  static readonly eventName = 'view-change';

  constructor(view: FunnelView) {
    super(ViewChangeEvent.eventName, { view: Object.freeze({ ...view }) });
  }

  get view(): FunnelView {
    return this.detail.view;
  }
}
