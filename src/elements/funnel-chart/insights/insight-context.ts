import type { FunnelController } from '../../../controllers/funnel-controller.ts';
import type { FunnelResult, Segment } from '../../../engine/schema/index.ts';
import type { FunnelView, InsightName } from '../../../events/view-change-event.ts';
import type { ChartLocalization } from '../../../i18n/chart-localization.ts';
import type { ChartMessages } from '../../../i18n/chart-messages.ts';
import type { ShownSettings } from '../run-request.ts';

/** What a section shows and is asked; read anew whenever the chart updates. */
export interface InsightContext {
  name: InsightName;
  result: FunnelResult;
  /** ISO 4217, as the result or the host says. */
  currency: string | undefined;
  /** What was chosen in the sections, among the rest. */
  view: FunnelView;
  localization: ChartLocalization;
  /** Whether marks open their people. */
  interactive: boolean;
  /** The numbers were handed over: nothing more can be asked about them. */
  supplied: boolean;
}

/** The parts of a view that sections change. */
export type InsightChange = ShownSettings;

/** The questions that sections ask beyond the result. */
export type InsightQuestions = Pick<FunnelController, 'trend' | 'timeToConvert' | 'factors' | 'people'>;

/** What the chart does for its sections. */
export interface InsightActions {
  /** Undefined while nothing is to be shown. */
  read: () => InsightContext | undefined;
  words: () => ChartMessages;
  ask: InsightQuestions;
  change: (change: InsightChange) => void;
  /** Shows a choice that is still being made; the host is told of none. */
  preview: (change: InsightChange) => void;
  /** Opens the people of a segment, as a cell does. */
  open: (segment: Segment, count: number | undefined) => void;
}
