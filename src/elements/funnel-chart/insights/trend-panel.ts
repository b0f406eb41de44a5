import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TrendOption, TrendResult } from '../../../engine/schema/index.ts';
import { getTrendLocalization, type TrendLocalization } from '../../../i18n/insight-trend.ts';
import { toPairIds, toStepPair } from '../../../layout/insight-steps.ts';
import {
  chooseInterval,
  layoutTrend,
  PLOT_SIDE,
  type TrendPoint,
  type TrendView,
} from '../../../layout/insight-trend.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightContext } from './insight-context.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderPlotMark, renderMarkText } from './render-mark.ts';
import { renderPicker, renderStepPair } from './render-pickers.ts';
import { renderFoldedTable } from './render-table.ts';

const INTERVALS = ['day', 'week', 'month'] as const;

/** Rate of a pair of steps by period of entry. */
export const panel: InsightPanel<TrendResult | undefined> = {
  toQuestion: (context) => JSON.stringify(toOption(context)),
  ask: (context, questions, signal) => questions.trend(toOption(context), { signal }),
  renderControls,
  render,
};

function toOption({ result, view, localization }: InsightContext): TrendOption {
  const pair = toStepPair(result, view.trend ?? {}, localization);
  const interval = view.trend?.interval ?? result.trend?.interval ?? chooseInterval(result);
  return { interval, ...(pair ? toPairIds(pair) : {}) };
}

function renderControls(context: PanelContext): unknown {
  const { view, result, localization, supplied, change } = context;
  const pair = toStepPair(result, view.trend ?? {}, localization);
  if (supplied || !pair) return nothing;
  const words = getTrendLocalization(localization.tag).messages;
  const chosen = toOption(context);
  const pick = (trend: Partial<TrendOption>): void => change({ trend: { ...chosen, ...trend } });
  return html`${renderPicker({
    label: words.interval,
    value: chosen.interval,
    options: INTERVALS.map((id) => ({ id, label: words.intervals[id] })),
    handleChange: (interval) => pick({ interval: interval as TrendOption['interval'] }),
  })}
  ${renderStepPair(pair, words, pick)}`;
}

function render(context: PanelContext, trend: TrendResult | undefined): PanelContent {
  const words = getTrendLocalization(context.localization.tag);
  const view = trend && layoutTrend(trend, { ...context, words });
  if (!view) return { title: words.messages.absent };
  const isEmpty = view.points.every(({ y }) => y === undefined);
  const fixed = context.supplied ? [words.messages.fixed(words.messages.intervals[trend.interval])] : [];
  return {
    title: view.title,
    lead: view.lead,
    body: isEmpty ? undefined : html`${renderPlot(view, context)} ${renderNumbers(view, words, context)}`,
    notes: [...view.notes, ...fixed],
    marks: view.points.flatMap(({ mark, entered }) => [mark, entered]),
  };
}

function renderPlot(view: TrendView, context: PanelContext): TemplateResult {
  return html`<div class="plot" part="plot">
    <div class="plot-ticks" aria-hidden="true">
      ${view.ticks.map(({ place, text }) => html`<span ${cssProperties({ '--_y': place })}>${text}</span>`)}
    </div>
    <div class="plot-area" role="group" aria-label=${view.plot} data-plot="trend">
      <div class="plot-rules" aria-hidden="true">
        ${view.ticks.map(({ place }) => html`<span class="rule" ${cssProperties({ '--_y': place })}></span>`)}
        ${
          view.average
            ? html`<span class="average" ${cssProperties({ '--_y': view.average.place })}
                ><span>${view.average.text}</span></span
              >`
            : nothing
        }
      </div>
      <svg
        class="plot-lines"
        viewBox="0 0 ${PLOT_SIDE} ${PLOT_SIDE}"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        ${view.band ? svg`<path class="band" d=${view.band}></path>` : nothing}
        <path class="line" d=${view.line}></path>
        <path class="line dashed" d=${view.dashed}></path>
      </svg>
      ${view.points.map((point) => renderPoint(point, view.points.length, context))}
    </div>
    <div class="plot-dates" aria-hidden="true">
      ${view.dates.map(
        ({ place, text, isMinor }) =>
          html`<span class=${isMinor ? 'minor' : ''} ${cssProperties({ '--_x': place })}>${text}</span>`,
      )}
    </div>
  </div>`;
}

/** The whole height over a period belongs to its point. */
function renderPoint({ x, y, mark, isFinal }: TrendPoint, count: number, context: PanelContext): unknown {
  if (y === undefined) return nothing;
  const dot = html`<span class="dot ${isFinal ? '' : 'hollow'}"></span>`;
  return html`<div class="point" ${cssProperties({ '--_x': x, '--_y': y, '--_width': 1 / count })}>
    ${renderPlotMark(mark, context, dot)}
  </div>`;
}

function renderNumbers(
  view: TrendView,
  { messages }: TrendLocalization,
  context: PanelContext,
): TemplateResult {
  const { period, entered, converted, rate, between } = messages.columns;
  const hasBetween = view.points.some((point) => point.between !== '');
  return renderFoldedTable({
    label: messages.asTable,
    columns: [period, entered, converted, rate, ...(hasBetween ? [between] : [])],
    rows: view.points.map((point) => ({
      name: point.date,
      note: point.isFinal ? '' : messages.interim,
      cells: [
        renderMarkText(point.entered, point.enteredText, context),
        renderMarkText(point.mark, point.convertedText, context),
        point.rate || '—',
        ...(hasBetween ? [point.between] : []),
      ],
    })),
  });
}
