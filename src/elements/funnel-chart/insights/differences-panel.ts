import { html, nothing, type TemplateResult } from 'lit';
import {
  getDifferencesLocalization,
  type DifferencesLocalization,
} from '../../../i18n/insight-differences.ts';
import {
  layoutDifferences,
  type DifferenceRow,
  type DifferencesView,
} from '../../../layout/insight-differences.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderMarkText } from './render-mark.ts';
import { renderFoldedTable } from './render-table.ts';

/** Which groups of the breakdown differ by more than chance. */
export const panel: InsightPanel = { render };

function render(context: PanelContext): PanelContent {
  const words = getDifferencesLocalization(context.localization.tag);
  const view = layoutDifferences({ ...context, words });
  if (view.rows.length === 0) return { title: view.title, lead: view.lead };
  return {
    title: view.title,
    lead: view.lead,
    body: html`${renderGroups(view, context)} ${renderNumbers(view, words)}`,
    notes: view.notes,
    marks: view.rows.map(({ mark }) => mark),
  };
}

function renderGroups(view: DifferencesView, context: PanelContext): TemplateResult {
  return html`<div class="intervals" ${cssProperties({ '--_all': view.all })}>
    <ul>
      ${view.rows.map((row) => renderGroup(row, view, context))}
    </ul>
    <div class="interval-ticks" aria-hidden="true">
      ${view.ticks.map(({ place, text }) => html`<span ${cssProperties({ '--_x': place })}>${text}</span>`)}
    </div>
  </div>`;
}

function renderGroup(row: DifferenceRow, view: DifferencesView, context: PanelContext): TemplateResult {
  return html`<li class=${row.verdict}>
    <span class="row-name">${renderMarkText(row.mark, row.label, context)}</span>
    <span class="interval-track" aria-hidden="true">
      ${view.ticks.map(({ place }) => html`<span class="tick" ${cssProperties({ '--_x': place })}></span>`)}
      ${view.all === undefined ? nothing : html`<span class="overall"></span>`}
      ${
        row.place
          ? html`<span
                class="interval"
                ${cssProperties({ '--_low': row.place.low, '--_high': row.place.high })}
              ></span
              ><span class="interval-dot" ${cssProperties({ '--_x': row.place.rate })}></span>`
          : nothing
      }
    </span>
    <span class="row-figure">
      <strong>${row.rate}</strong> <span>${row.fraction}</span>
      <span class="pill ${row.verdict}">${row.verdictText}</span>
      <small>${row.rest}</small>
    </span>
  </li>`;
}

function renderNumbers(view: DifferencesView, { messages }: DifferencesLocalization): TemplateResult {
  const { group, rate, interval, rest, difference, verdict } = messages.columns;
  return renderFoldedTable({
    label: messages.asTable,
    columns: [group, rate, interval, rest, difference, verdict],
    rows: view.rows.map((row) => ({
      name: row.label,
      cells: [
        `${row.rate} (${row.fraction})`,
        row.interval,
        row.rest,
        row.difference || '—',
        row.verdictText,
      ],
    })),
  });
}
