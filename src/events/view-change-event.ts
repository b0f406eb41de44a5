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
  /** Property the bars are divided by, or several whose values make pairs. */
  breakdown?: string | string[];
  /** Which of somebody's values counts; absent is `first-touch`. */
  attribution?: Attribution;
  /** How a breakdown is drawn; absent is `stacked`. */
  layout?: BreakdownLayout;
  /** `previous`, `2026-09-01..2026-09-30`, or two groups as `groups:["Website","Google"]`. */
  compare?: string;
  lookbackDays?: number;
  /** The section that is open under the rows. */
  insight?: InsightName;
  /** Rate by period of entry: of which two steps, by id. */
  trend?: { interval: 'day' | 'week' | 'month'; from?: string; to?: string };
  /** Time between two steps, by id. */
  time?: { from?: string; to?: string };
  /** What goes with going on from one step to another, by id. */
  factors?: { from?: string; to?: string };
  /** A step, by id, with another rate than it has, 0 to 1. */
  whatIf?: { step: string; rate: number };
}

/** Which value of a property counts for somebody who has several: one of a rule, or the one at a step (`step:intro`). */
export type Attribution = 'first-touch' | 'last-touch' | 'all-events' | `step:${string}`;

/** One bar divided; a bar for each group from a common zero; a funnel for each group, each from its own 100 %. */
export type BreakdownLayout = 'stacked' | 'grouped' | 'multiples';

/** The sections that a chart can open under its rows. */
export type InsightName =
  'trend' | 'time' | 'lapsing' | 'money' | 'what-if' | 'factors' | 'differences' | 'numbers';

/** `view-change`: the user changed the period, the funnel, filters, breakdown, layout, comparison or section. */
export class ViewChangeEvent extends DetailEvent<{ view: FunnelView }> {
  static readonly eventName = 'view-change';

  constructor(view: FunnelView) {
    super(ViewChangeEvent.eventName, { view: Object.freeze({ ...view }) });
  }

  get view(): FunnelView {
    return this.detail.view;
  }
}
