import { html, nothing, type TemplateResult } from 'lit';

/** A table of a section: the first cell of a row is its name. */
export interface InsightTable {
  label: string;
  columns: readonly string[];
  rows: readonly { name: unknown; cells: readonly unknown[]; note?: string }[];
}

/** A table; on narrow screens each row is a block whose cells carry their column's name. */
export function renderTable({ label, columns, rows }: InsightTable): TemplateResult {
  const [first, ...others] = columns;
  return html`<table role="table" class="insight-table" aria-label=${label}>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${first}</th>
        ${others.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, cells, note }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${name}${note ? html` <small>${note}</small>` : nothing}</th>
            ${cells.map((cell, index) => html`<td role="cell" data-label=${others[index] ?? ''}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The same, folded away under its name. */
export function renderFoldedTable(table: InsightTable): TemplateResult {
  return html`<details class="numbers">
    <summary>${table.label}</summary>
    ${renderTable(table)}
  </details>`;
}
