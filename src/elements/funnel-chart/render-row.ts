import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DENSE_FROM } from '../../layout/chart-metrics.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { sortSteps } from '../../layout/step-sort.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import { filterIcon, listIcon } from './icons.ts';
import { renderGridcell, type RowContext } from './render-cell.ts';
import { renderColumnHeaders } from './render-table.ts';
import { renderTrack } from './render-track.ts';

/** The chart as one ARIA grid: rows are steps, in every layout. */
export function renderGrid(context: RowContext): TemplateResult {
  const { view, table } = context;
  return html`<div
    role="grid"
    class=${toGridClasses(context)}
    part="grid"
    aria-labelledby="title"
    aria-describedby=${view.summary.text ? 'summary' : nothing}
    aria-rowcount=${view.steps.length + 1}
    aria-colcount=${view.columns.last}
    aria-multiselectable=${context.interactive ? 'true' : nothing}
    ${cssProperties({ '--_steps': view.steps.length, '--_columns': table ? view.columns.last - 1 : undefined })}
  >
    ${renderColumnHeaders(context)}
    ${repeat(
      sortSteps(view.steps, table?.sort),
      (step) => step.id,
      (step, index) => renderRow(step, index, context),
    )}
  </div>`;
}

function toGridClasses({ view, table, vertical, textured }: RowContext): string {
  const classes = [
    'rows',
    table ? (table.wide ? 'table wide' : 'table') : vertical ? 'vertical' : 'bars',
    !table && !vertical && view.steps.length >= DENSE_FROM ? 'dense' : '',
    textured ? 'textured' : '',
  ];
  return classes.filter(Boolean).join(' ');
}

function renderRow(step: StepView, index: number, context: RowContext): TemplateResult {
  return html`<div role="row" class="row" part="row" aria-rowindex=${index + 2}>
    ${renderLabel(step, index, context)} ${(context.shape?.renderTrack ?? renderTrack)(step, context)}
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
      ${context.marks.has(step.id) ? html`<span class="note mark" part="mark">${context.marks.get(step.id)}</span>` : nothing}
    </span>`;
  return html`<div
    role="rowheader"
    class="label"
    part="label"
    aria-colindex="1"
    aria-labelledby="number-${index} words-${index}"
    tabindex="-1"
    data-cell="${step.id}/step"
    data-column="1"
  >
    ${words}${renderLabelButtons(step, context)}
  </div>`;
}

/** The buttons of a step, between its name and its first cell. */
function renderLabelButtons(step: StepView, context: RowContext): TemplateResult[] {
  const { chart } = context.messages;
  const hasFilters = context.filterable && step.filters.length > 0;
  const hasMenu = context.interactive && step.crowded;
  const on = context.filtered.has(step.id) ? 'on' : '';
  const filters = {
    kind: 'filters',
    column: 1.2,
    part: 'filter-button',
    className: on,
    icon: filterIcon,
    name: chart.filterStep(step.label),
  };
  const menu = {
    kind: 'menu',
    column: 1.5,
    part: 'menu-button',
    className: '',
    icon: listIcon,
    name: chart.rowMenu(step.label),
  };
  const buttons = [...(hasFilters ? [filters] : []), ...(hasMenu ? [menu] : [])];
  return buttons.map(
    ({ kind, part, className, icon, name, column }) =>
      html`<button
        type="button"
        class="icon-button ${className}"
        part=${part}
        aria-label=${name}
        aria-haspopup="dialog"
        tabindex="-1"
        data-cell="${step.id}/${kind}"
        data-column=${column}
        data-panel=${kind}
        data-step=${step.id}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">${icon}</svg>
      </button>`,
  );
}

/** More characters than a count has room for at its usual size: billions. */
const LONG_COUNT = 12;

function renderCount(step: StepView, context: RowContext): TemplateResult {
  const isLong = step.count.text.length > LONG_COUNT;
  return renderGridcell(
    step,
    step.count,
    { className: isLong ? 'count long' : 'count', part: 'count', content: step.count.text },
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
  const { text, direction, undecided, then, people } = step.change;
  const [className, glyph] = undecided ? ['undecided', ''] : (CHANGE_LOOKS[String(direction)] ?? ['', '']);
  const mark = glyph ? html`<span aria-hidden="true">${glyph}</span> ` : nothing;
  const why = undecided ? html` <span class="why">(${undecided})</span>` : nothing;
  const before = then ? html` <span class="then">(${then})</span>` : nothing;
  const further = people && context.table ? html` <span class="then">${people}</span>` : nothing;
  const content = html`<span class="text">${mark}${text}${why}${before}${further}</span>`;
  const place = then ? 'of-count' : 'of-rate';
  return renderGridcell(
    step,
    step.change.cell,
    { className: `change ${place} ${className}`, part: 'change', content },
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
  const rate = cell.rate ? html`, ${cell.rate}` : nothing;
  const content = html`<span class="text"><b>${cell.text}</b>${rate}</span>`;
  return renderGridcell(step, cell, { className: 'cell', part: 'loss', content }, context);
}

function renderDetails(step: StepView, context: RowContext): unknown {
  if (!step.details) return nothing;
  const texts = [step.median, context.table ? step.mean : '', ...step.remarks].filter(Boolean);
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
