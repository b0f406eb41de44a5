import { html, nothing, type TemplateResult } from 'lit';
import type { Histogram } from '../../../engine/index.ts';
import { getTimeLocalization, type TimeLocalization } from '../../../i18n/insight-time.ts';
import { toPairIds, toPairQuestion, toStepPair, type StepPair } from '../../../layout/insight-steps.ts';
import { findSuppliedHistogram, layoutTime, type TimeView } from '../../../layout/insight-time.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightContext, InsightQuestions } from './insight-context.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderMarkText, renderPlotMark } from './render-mark.ts';
import { renderStepPair } from './render-pickers.ts';
import { renderFoldedTable, renderTable } from './render-table.ts';

/** Half, most, and all of the times between two steps, and of each step from its base. */
export const panel: InsightPanel<Histogram | undefined> = {
  toQuestion: (context) => toPairQuestion(toPair(context)),
  ask,
  renderControls,
  render,
};

function toPair({ result, view, localization }: InsightContext): StepPair | undefined {
  return toStepPair(result, view.time ?? {}, localization);
}

async function ask(
  context: InsightContext,
  questions: InsightQuestions,
  signal: AbortSignal,
): Promise<Histogram | undefined> {
  const pair = toPair(context);
  if (!pair) return undefined;
  const supplied = findSuppliedHistogram(pair);
  if (supplied && (context.supplied || supplied.bins.length > 0)) return supplied;
  if (context.supplied) return undefined;
  return questions.timeToConvert(toPairIds(pair), { signal });
}

function renderControls(context: PanelContext): unknown {
  const pair = toPair(context);
  if (!pair) return nothing;
  const { messages } = getTimeLocalization(context.localization.tag);
  return renderStepPair(pair, messages, (time) => context.change({ time }));
}

function render(context: PanelContext, histogram: Histogram | undefined): PanelContent {
  const words = getTimeLocalization(context.localization.tag);
  const view = layoutTime(histogram, context.view.time ?? {}, { ...context, words });
  if (!view) return { title: words.messages.absent };
  const body = html`${view.bars.length > 0 ? renderHistogram(view, words, context) : nothing}
  ${view.rows.length > 0 ? renderSteps(view, words) : nothing}`;
  return {
    title: view.title,
    lead: view.lead,
    body,
    notes: view.notes,
    marks: view.bars.map(({ mark }) => mark),
  };
}

function renderHistogram(view: TimeView, words: TimeLocalization, context: PanelContext): TemplateResult {
  return html`<div class="plot histogram" part="plot">
      <div class="plot-area" role="group" aria-label=${view.plot} data-plot="time">
        ${view.bars.map(
          (bar) =>
            html`<div class="bar ${bar.isTail ? 'tail' : ''}" ${cssProperties({ '--_size': bar.size })}>
              ${renderPlotMark(
                bar.mark,
                context,
                html`<span class="fill"><span class="bar-count">${bar.countText}</span></span>`,
              )}
            </div>`,
        )}
        ${renderLine(view.median, 'median')} ${renderLine(view.p90, 'p90')}
      </div>
      <div class="plot-dates" aria-hidden="true">
        ${view.dates.map(
          ({ place, text, isMinor }) =>
            html`<span class=${isMinor ? 'minor' : ''} ${cssProperties({ '--_x': place })}>${text}</span>`,
        )}
      </div>
    </div>
    ${renderBins(view, words, context)}`;
}

function renderLine(line: TimeView['median'], kind: string): unknown {
  if (!line) return nothing;
  return html`<span class="upright ${kind}" aria-hidden="true" ${cssProperties({ '--_x': line.place })}
    ><span class=${line.place > 0.5 ? 'before' : ''}>${line.text}</span></span
  >`;
}

function renderBins(view: TimeView, { messages }: TimeLocalization, context: PanelContext): TemplateResult {
  const { from, to, people, share } = messages.bins;
  return renderFoldedTable({
    label: messages.asTable,
    columns: [from, to, people, share],
    rows: view.bars.map((bar) => ({
      name: bar.low,
      cells: [bar.high || '—', renderMarkText(bar.mark, bar.countText, context), bar.share],
    })),
  });
}

function renderSteps(view: TimeView, { messages }: TimeLocalization): TemplateResult {
  const { step, people, p25, median, p75, p90 } = messages.columns;
  return html`<h4>${messages.steps}</h4>
    ${renderTable({
      label: messages.steps,
      columns: [step, people, p25, median, p75, p90],
      rows: view.rows.map((row) => ({
        name: row.step,
        note: row.base,
        cells: [row.people, row.p25, row.median, row.p75, row.p90],
      })),
    })}`;
}
