import { html, nothing, type TemplateResult } from 'lit';
import { listCells, type StepSort } from '../../layout/step-sort.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { RowContext } from './render-cell.ts';

/** What makes the grid a table. */
export interface TableContext {
  /** Whether columns stand side by side; else each step is a list of its values. */
  wide: boolean;
  sort: StepSort | undefined;
  /** The name of a column, for values that stand in a list. */
  headerOf: (column: number) => string | undefined;
}

/** The headers of the grid's columns by `aria-colindex`, in order. */
export function listHeaders({ view, messages }: Pick<RowContext, 'view' | 'messages'>): [number, string][] {
  const { columns, groups } = view;
  const { chart } = messages;
  const headers: [number, string][] = [
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
  return headers.toSorted(([a], [b]) => a - b);
}

/** The row of headers: read out only, or in a table shown, each with a button that sorts. */
export function renderColumnHeaders(context: RowContext): TemplateResult {
  const headers = listHeaders(context);
  const { table } = context;
  if (!table) {
    return html`<div role="row" class="visually-hidden" aria-rowindex="1">
      ${headers.map(([column, text]) => html`<span role="columnheader" aria-colindex=${column}>${text}</span>`)}
    </div>`;
  }
  const used = listUsedColumns(context);
  return html`<div role="row" class="headers" aria-rowindex="1">
    <span class="sort-by" aria-hidden="true">${context.messages.chart.sortBy}</span>
    ${headers.map(([column, text]) => (used.has(column) ? renderHeader(column, text, table) : nothing))}
  </div>`;
}

function renderHeader(column: number, text: string, { sort }: TableContext): TemplateResult {
  const isSorted = sort?.column === column;
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return html`<span
    role="columnheader"
    class="column-header"
    part="column-header"
    aria-colindex=${column}
    aria-sort=${order}
    ${cssProperties({ '--_column': column })}
  >
    <button
      type="button"
      class="sort"
      tabindex="-1"
      data-cell="header/${column}"
      data-column=${column}
      data-sort=${column}
    >
      ${text}<span class="arrow" aria-hidden="true">${SORT_GLYPHS[order]}</span>
    </button>
  </span>`;
}

const SORT_GLYPHS = { ascending: '▲', descending: '▼', none: '' };

/** The columns in which some step has a cell; a table shows no empty ones. */
export function listUsedColumns({ view }: Pick<RowContext, 'view'>): ReadonlySet<number> {
  const cells = view.steps.flatMap((step) => listCells(step));
  return new Set([view.columns.step, ...cells.map(({ column }) => column)]);
}
