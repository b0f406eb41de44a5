import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { filterIcon } from './icons.ts';
import { renderGridcell, type RowContext } from './render-cell.ts';
import { renderTrack } from './render-track.ts';

/** From so many steps on, rows are lower. Source: look.md §1, "12 steps". */
const DENSE_FROM = 8;

/** The chart as one ARIA grid: rows are steps, in every layout. */
export function renderGrid(context: RowContext): TemplateResult {
  const { view } = context;
  const classes = [
    'rows',
    view.steps.length >= DENSE_FROM ? 'dense' : '',
    view.groups.length > 1 ? 'textured' : '',
  ].join(' ');
  return html`<div
    role="grid"
    class=${classes}
    aria-labelledby="title"
    aria-describedby="summary"
    aria-rowcount=${view.steps.length + 1}
    aria-colcount=${view.columns.last}
  >
    ${renderColumnHeaders(context)}
    ${repeat(
      view.steps,
      (step) => step.id,
      (step, index) => renderRow(step, index, context),
    )}
  </div>`;
}

function renderColumnHeaders({ view, messages }: RowContext): TemplateResult {
  const { columns, groups } = view;
  const { chart } = messages;
  const unsorted: [number, string][] = [
    [columns.step, chart.columnStep],
    ...groups.map((group, index): [number, string] => [columns.firstGroup + index, group.label]),
    [columns.count, chart.columnCount],
    [columns.rate, chart.columnRate],
    [columns.change, chart.comparedPeriod],
    [columns.dropped, view.lossWord],
    [columns.open, chart.wordOpen],
    [columns.details, chart.columnDetails],
    ...view.outcomeHeaders,
  ];
  const headers = unsorted.toSorted(([a], [b]) => a - b);
  return html`<div role="row" class="visually-hidden" aria-rowindex="1">
    ${headers.map(([column, text]) => html`<span role="columnheader" aria-colindex=${column}>${text}</span>`)}
  </div>`;
}

function renderRow(step: StepView, index: number, context: RowContext): TemplateResult {
  return html`<div role="row" class="row" part="row" aria-rowindex=${index + 2}>
    ${renderLabel(step, index, context)} ${renderTrack(step, context)}
    <div class="figures">
      ${renderCount(step, context)} ${renderWays(step, context)} ${renderRate(step, context)}
      ${renderChange(step, context)}
    </div>
    ${renderLosses(step, context)}
  </div>`;
}

function renderLabel(step: StepView, index: number, context: RowContext): TemplateResult {
  const words = html`<span class="number" id="number-${index}">${step.number}</span>
    <span class="words" id="words-${index}">
      <span class="name">${step.label}</span>
      ${step.note ? html`<span class="note">${step.note}</span>` : nothing}
    </span>`;
  const key = `${step.id}/step`;
  if (!context.filterable || step.filters.length === 0) {
    return html`<div
      role="rowheader"
      class="label"
      part="label"
      aria-colindex="1"
      tabindex="-1"
      data-cell=${key}
      data-column="1"
    >
      ${words}
    </div>`;
  }
  return html`<div
    role="rowheader"
    class="label"
    part="label"
    aria-colindex="1"
    aria-labelledby="number-${index} words-${index}"
  >
    ${words}
    <button
      type="button"
      class="icon-button ${context.filtered.has(step.id) ? 'on' : ''}"
      part="filter-button"
      aria-label=${context.messages.chart.filterStep(step.label)}
      aria-haspopup="dialog"
      tabindex="-1"
      data-cell=${key}
      data-column="1"
      data-filters=${step.id}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">${filterIcon}</svg>
    </button>
  </div>`;
}

function renderCount(step: StepView, context: RowContext): TemplateResult {
  return renderGridcell(
    step,
    step.count,
    { className: 'count', part: 'count', content: step.count.text },
    context,
  );
}

function renderWays(step: StepView, context: RowContext): unknown {
  if (step.ways.length === 0) return nothing;
  return html`<div class="ways">
    ${step.ways.map((cell) => {
      const content = html`<span class="text">${cell.text}</span>`;
      return renderGridcell(step, cell, { className: 'cell', part: 'way', content }, context);
    })}
  </div>`;
}

function renderRate(step: StepView, context: RowContext): TemplateResult {
  const content = step.rate.text.split('\n').map((line) => html`<span>${line}</span> `);
  return renderGridcell(
    step,
    step.rate,
    { className: 'rate', part: 'rate', content, isNamedByContent: true },
    context,
  );
}

const CHANGE_LOOKS: Record<string, [className: string, glyph: string]> = {
  '1': ['up', '▲'],
  '-1': ['down', '▼'],
  '0': ['', '='],
};

function renderChange(step: StepView, context: RowContext): unknown {
  if (!step.change) return nothing;
  const { text, direction, undecided } = step.change;
  const [className, glyph] = undecided ? ['undecided', ''] : (CHANGE_LOOKS[String(direction)] ?? ['', '']);
  const mark = glyph ? html`<span aria-hidden="true">${glyph}</span> ` : nothing;
  const content = html`${mark}${text}${undecided ? html` <span>(${undecided})</span>` : nothing}`;
  return renderGridcell(
    step,
    step.change.cell,
    { className: `change ${className}`, part: 'change', content },
    context,
  );
}

function renderLosses(step: StepView, context: RowContext): unknown {
  if (step.losses.length === 0 && !step.details) return nothing;
  return html`<div class="losses" part="loss-text">
    ${step.losses.map((cell) => renderLoss(step, cell, context))} ${renderDetails(step, context)}
  </div>`;
}

function renderLoss(step: StepView, cell: CellView, context: RowContext): TemplateResult {
  const rate = cell.rate ? html` (${cell.rate})` : nothing;
  const content = html`<span class="text"><b>${cell.text}</b>${rate}</span>`;
  return renderGridcell(step, cell, { className: 'cell', part: 'loss', content }, context);
}

function renderDetails(step: StepView, context: RowContext): unknown {
  if (!step.details) return nothing;
  const texts = [step.median, ...step.remarks].filter(Boolean);
  const pill = html`<span class="pill ${step.flag === 'weakest-rate' ? '' : 'warn'}" part="flag"
    >${step.flagText}</span
  >`;
  const words = texts.map((text) => html`<span><span class="text">${text}</span></span> `);
  const content = html`${words}${step.flag ? pill : nothing}`;
  return renderGridcell(
    step,
    step.details,
    { className: 'cell details', part: 'details', content, isNamedByContent: true },
    context,
  );
}
