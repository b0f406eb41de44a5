import { html, nothing, type TemplateResult } from 'lit';
import { getMoneyLocalization, type MoneyLocalization } from '../../../i18n/insight-money.ts';
import { layoutMoney, type MoneyRow, type MoneyView } from '../../../layout/insight-money.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderMarkText } from './render-mark.ts';
import { renderFoldedTable } from './render-table.ts';

/** What the purchases are worth, and what is left on the table at each step. */
export const panel: InsightPanel = { render };

function render(context: PanelContext): PanelContent {
  const words = getMoneyLocalization(context.localization.tag);
  const view = layoutMoney({ ...context, words });
  if (!view) return { title: words.messages.absent, lead: words.messages.absentHint };
  return {
    title: view.title,
    body: html`<ul class="facts">
        ${view.values.map((value) => html`<li>${value}</li>`)}
      </ul>
      <h4>${words.messages.left}</h4>
      <ul class="money-rows">
        ${view.rows.map((row) => renderRow(row, context))}
      </ul>
      ${renderAssumptions(view, words)} ${renderNumbers(view, words, context)}`,
    notes: view.notes,
    marks: view.rows.map(({ mark }) => mark),
  };
}

function renderRow(row: MoneyRow, context: PanelContext): TemplateResult {
  return html`<li>
    <span class="row-name">${row.label}</span>
    <span class="row-bar" aria-hidden="true"
      ><span class="lost" ${cssProperties({ '--_size': row.size })}></span
    ></span>
    <span class="row-figure">
      ${row.left ? html`<strong>${row.left}</strong>` : nothing}
      <span
        >${row.reason || renderMarkText(row.mark, row.lost, context)}${row.each && !row.reason ? html`, ${row.each}` : nothing}</span
      >
      ${row.open ? html`<small>${row.open}</small>` : nothing}
    </span>
  </li>`;
}

/** One click away: the formula in words, what it assumes, and each step's own numbers in it. */
function renderAssumptions(view: MoneyView, { messages }: MoneyLocalization): TemplateResult {
  const formulas = view.rows.filter(({ formula }) => formula !== '');
  return html`<details class="numbers">
    <summary>${messages.assumptions}</summary>
    ${messages.assumptionTexts.map((text) => html`<p>${text}</p>`)}
    <dl>
      ${formulas.map(
        ({ label, formula }) =>
          html`<dt>${label}</dt>
            <dd>${formula}</dd>`,
      )}
    </dl>
  </details>`;
}

function renderNumbers(
  view: MoneyView,
  { messages }: MoneyLocalization,
  context: PanelContext,
): TemplateResult {
  const { step, reached, lost, each, left } = messages.columns;
  return renderFoldedTable({
    label: messages.asTable,
    columns: [step, reached, lost, each, left],
    rows: view.rows.map((row) => ({
      name: row.label,
      cells: [
        row.reached || '—',
        renderMarkText(row.mark, row.lost, context),
        row.worth || '—',
        row.left || row.reason,
      ],
    })),
  });
}
