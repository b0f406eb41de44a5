import type { TemplateResult } from 'lit';
import type { Mark } from '../../../layout/insight-mark.ts';
import type { InsightActions, InsightContext, InsightQuestions } from './insight-context.ts';

/** What a panel shows. */
export interface PanelContent {
  /** The answer, in a sentence. */
  title: string;
  lead?: string;
  /** What the answer is drawn or written as; absent where there is nothing to draw. */
  body?: TemplateResult | undefined;
  /** What to bear in mind. */
  notes?: readonly string[];
  /** Everything that says its numbers or opens its people. */
  marks?: readonly Mark[];
}

/** What a panel draws with. */
export interface PanelContext extends InsightContext {
  change: InsightActions['change'];
  preview: InsightActions['preview'];
}

/** One section: what it asks, and what it makes of the answer. Each is loaded when it is first opened. */
export interface InsightPanel<Answer = unknown> {
  /**
   * What the question depends on besides the result: a new text asks anew. Undefined where the result says it all.
   */
  toQuestion?(context: InsightContext): string;
  ask?(context: InsightContext, questions: InsightQuestions, signal: AbortSignal): Promise<Answer>;
  /** The section's own pickers. */
  renderControls?(context: PanelContext, answer: Answer | undefined): unknown;
  /** The answer. `answer` is what was asked for; undefined for a panel that asks nothing. */
  render(context: PanelContext, answer: Answer): PanelContent;
}
