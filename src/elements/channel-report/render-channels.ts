import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelColumn, ChannelMessages } from '../../i18n/figures-channels.ts';
import type { CellView, ChannelRow, ChannelSort, ChannelView } from '../../layout/figures-channels-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** What the table needs besides its rows. */
export interface TableContext {
  messages: ChannelMessages;
  sort: ChannelSort;
  /** Ids of the rows whose details are shown. */
  open: ReadonlySet<string>;
  handleSort: (column: ChannelColumn) => void;
  handleToggle: (id: string) => void;
}

/** The columns in their order. */
export const COLUMNS: readonly ChannelColumn[] = [
  'name',
  'conversion',
  'cost',
  'revenue',
  'profit',
  'ratio',
  'advice',
];
const NUMBERS = ['conversion', 'cost', 'revenue', 'profit', 'ratio'] as const;

/**
 * The channels as a table, as cards where it is narrow. Roles are written out, because a table that is laid out
 * otherwise loses its own in some browsers.
 */
export function renderChannels(view: ChannelView, context: TableContext): TemplateResult {
  return html`<table
    role="table"
    aria-labelledby="title"
    part="table"
    ${cssProperties({ '--_reference': view.referencePlace })}
  >
    <thead>
      <tr role="row">
        <td class="sort-label" role="presentation">${context.messages.sortBy}</td>
        ${COLUMNS.map((column) => renderHeader(column, context))}
      </tr>
    </thead>
    ${view.rows.map((row) => renderRow(row, context))} ${renderTotals(view, context)}
  </table>`;
}

function renderHeader(column: ChannelColumn, { messages, sort, handleSort }: TableContext): TemplateResult {
  const isSorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return html`<th role="columnheader" scope="col" class=${column} aria-sort=${isSorted ? direction : 'none'}>
    <button type="button" class="sort" data-column=${column} @click=${() => handleSort(column)}>
      ${messages.columns[column]}<span class="arrow" aria-hidden="true"
        >${isSorted ? (sort.descending ? '↓' : '↑') : ''}</span
      >
    </button>
  </th>`;
}

function renderRow(row: ChannelRow, context: TableContext): TemplateResult {
  const { messages, open, handleToggle } = context;
  const isOpen = open.has(row.id);
  return html`<tbody class=${isOpen ? 'open' : ''}>
    <tr role="row" part="row">
      <th role="rowheader" scope="row" class="name">
        <button
          type="button"
          class="toggle"
          aria-expanded=${isOpen}
          aria-label=${isOpen ? messages.hide(row.name) : messages.show(row.name)}
          @click=${() => handleToggle(row.id)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 4l4 4-4 4"></path></svg>
        </button>
        <span class="text">${row.name}${row.kind ? html`<small>${row.kind}</small>` : nothing}</span>
      </th>
      ${NUMBERS.map((column) => renderCell(row.cells[column], column, messages))}
      <td role="cell" class="advice" data-label=${messages.columns.advice}>
        <span class="pill ${row.advice.action}" part="advice">${row.advice.title}</span>
        <span class="reason">${row.advice.reason}</span>
      </td>
    </tr>
    ${isOpen ? renderDetails(row) : nothing}
  </tbody>`;
}

function renderCell(
  cell: CellView | undefined,
  column: ChannelColumn,
  messages: ChannelMessages,
): TemplateResult {
  if (!cell) return html`<td role="cell" class="${column} void"></td>`;
  const { text, base, bar, isCut, tone = '', hint } = cell;
  return html`<td role="cell" class="${column} ${tone}" data-label=${messages.columns[column]}>
    <span class="number"
      >${text}${
        hint
          ? html`<span class="hint" title=${hint.text}
              ><span aria-hidden="true">${hint.mark}</span
              ><span class="visually-hidden"> (${hint.text})</span></span
            >`
          : nothing
      }</span
    >
    ${base ? html`<small>${base}</small>` : nothing}
    ${bar === undefined ? nothing : html`<span class="bar ${isCut ? 'cut' : ''}" aria-hidden="true" ${cssProperties({ '--_bar': bar })}></span>`}
  </td>`;
}

function renderDetails({ details }: ChannelRow): TemplateResult {
  return html`<tr role="row" class="details">
    <td role="cell" colspan=${COLUMNS.length}>
      <div class="details-body" part="details">
        <ul class="chain">
          ${details.chain.map(
            ({ label, count, share, bar }) =>
              html`<li>
                <span class="label">${label}</span>
                <span class="bar" aria-hidden="true" ${cssProperties({ '--_bar': bar ?? 0 })}></span>
                <strong>${count}</strong> <span class="share">${share}</span>
              </li>`,
          )}
        </ul>
        <div>
          <dl>
            ${details.costs.map(
              ({ label, value }) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>
          ${details.brought ? html`<p>${details.brought}</p>` : nothing}
        </div>
      </div>
    </td>
  </tr>`;
}

function renderTotals({ totals }: ChannelView, { messages }: TableContext): TemplateResult {
  return html`<tfoot>
    ${totals.map(
      ({ name, scope, cells }) =>
        html`<tr role="row" part="totals">
          <th role="rowheader" scope="row" class="name">
            <span class="text">${name}${scope ? html` <small>${scope}</small>` : nothing}</span>
          </th>
          ${NUMBERS.map((column) => renderCell(cells[column], column, messages))}
          <td role="cell" class="advice void"></td>
        </tr>`,
    )}
  </tfoot>`;
}

/** What the mark on the bars of return stands for. */
export function renderReference({ referenceText }: ChannelView): TemplateResult {
  return html`<p class="key"><span class="mark" aria-hidden="true"></span>${referenceText}</p>`;
}
