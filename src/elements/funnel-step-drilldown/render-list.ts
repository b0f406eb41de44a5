import { html, nothing, type TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonRow } from '../../engine/schema/index.ts';
import type { RowWindow } from '../../layout/virtual-rows.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { ColumnPlan } from './column-plan.ts';
import { getAriaSort, type Column, type ColumnSort } from './columns.ts';
import type { PageState } from './people-pages.ts';
import { renderContent, type CellView } from './render-cell.ts';
import type { PersonId } from './selection.ts';

/** Everything the list is drawn from. */
export interface ListView extends CellView {
  /** Which columns are drawn, and how wide. */
  plan: Pick<ColumnPlan, 'all' | 'drawn' | 'tracks' | 'isFlowing' | 'isDrawn' | 'findSecondLine'>;
  sort: ColumnSort | undefined;
  /** Rows of the list; undefined as long as it is not known. */
  total: number | undefined;
  window: RowWindow;
  /** The row that holds the focus while it is scrolled out of sight. */
  awayRow: number | undefined;
  isBusy: boolean;
  /** Whether newer rows are on the way. */
  isStale: boolean;
  headerState: 'none' | 'some' | 'all';
  /** How many rows the checkbox in the header would take; undefined where it is about all. */
  headerCount: number | undefined;
  openId: PersonId | undefined;
  /** The place of each row drawn among those drawn: it takes over what was drawn there. */
  placeOf(row: number): number;
  getRow(index: number): PersonRow | undefined;
  getState(index: number): PageState;
}

/** The classes of a column's cells: those of the host's own columns share one. */
function toClass({ id, format, isNumeric }: Column): string {
  return `cell ${format ? 'c-other' : `c-${id}`} ${isNumeric ? 'numeric' : ''}`;
}

function columnIndex(view: ListView, column: Column): number {
  return view.plan.all.indexOf(column) + 1;
}

function renderHeaderCheckbox(view: ListView): TemplateResult {
  const { messages, format } = view.context.localization;
  const count = view.headerCount;
  const label =
    count === undefined
      ? messages.people.selectAll
      : messages.people.selectShown({ n: count, text: format.number(count) });
  return html`<div role="columnheader" class="cell c-select" data-column="select" aria-colindex="1">
    <input
      type="checkbox"
      tabindex="-1"
      aria-label=${label}
      .checked=${live(view.headerState === 'all')}
      .indeterminate=${live(view.headerState === 'some')}
    />
    <span class="all-label" aria-hidden="true">${label}</span>
  </div>`;
}

function renderColumnHeader(view: ListView, column: Column): TemplateResult {
  if (column.id === 'select') return renderHeaderCheckbox(view);
  if (column.sortBy === undefined) {
    return html`<div
      role="columnheader"
      class=${toClass(column)}
      data-column=${column.id}
      aria-colindex=${columnIndex(view, column)}
      tabindex="-1"
    >
      ${column.title}
    </div>`;
  }
  const sort = getAriaSort(view.sort, column.id);
  return html`<div
    role="columnheader"
    class=${toClass(column)}
    data-column=${column.id}
    aria-colindex=${columnIndex(view, column)}
    aria-sort=${sort}
  >
    <button type="button" class="sort" tabindex="-1">
      ${column.title}<span class="sort-mark ${sort}" aria-hidden="true"></span>
    </button>
  </div>`;
}

function renderCell(view: ListView, column: Column, row: PersonRow): TemplateResult {
  const content = renderContent(view, column, row);
  if (column.id === 'select') {
    return html`<div role="gridcell" class="cell c-select" data-column="select" aria-colindex="1">
      ${content}
    </div>`;
  }
  return html`<div
    role=${column.id === 'name' ? 'rowheader' : 'gridcell'}
    part="cell"
    class=${toClass(column)}
    data-column=${column.id}
    aria-colindex=${columnIndex(view, column)}
    tabindex="-1"
  >
    ${content}
  </div>`;
}

function renderRow(view: ListView, index: number, row: PersonRow): TemplateResult {
  const selected = view.isSelected(row);
  const classes = [
    'row',
    selected ? 'selected' : '',
    row.id === view.openId ? 'opened' : '',
    index === view.awayRow ? 'away' : '',
  ];
  return html`<div
    role="row"
    part="row"
    class=${classes.filter(Boolean).join(' ')}
    data-row=${index}
    aria-rowindex=${index + 2}
    aria-selected=${selected}
  >
    ${view.plan.drawn.map((column) => renderCell(view, column, row))}
  </div>`;
}

/** The first row in sight that is on the way: it says so for all of them. */
function findFirstAwaited({ window, getRow, getState }: ListView): number | undefined {
  for (let index = window.start; index < window.end; index += 1)
    if (!getRow(index) && getState(index) !== 'failed') return index;
  return undefined;
}

/** A row whose person is on the way, or could not be had. It has one cell, across all columns. */
function renderPlaceholder(view: ListView, index: number): TemplateResult {
  const { people, retry, loadingPeople } = view.context.localization.messages;
  const failed = view.getState(index) === 'failed';
  return html`<div
    role="row"
    class="row placeholder ${index === view.awayRow ? 'away' : ''}"
    data-row=${index}
    aria-rowindex=${index + 2}
  >
    <div
      role="gridcell"
      class="cell c-whole"
      data-column="name"
      aria-colindex="1"
      aria-colspan=${view.plan.all.length}
      tabindex="-1"
    >
      ${
        failed
          ? html`<span class="failed-text">${people.failedRows}</span>
              <button type="button" class="button" tabindex="-1" data-retry>${retry}</button>`
          : html`<span class="bone" aria-hidden="true"></span
              ><span class="bone short" aria-hidden="true"></span>${
                index === findFirstAwaited(view)
                  ? html`<span class="visually-hidden">${loadingPeople}</span>`
                  : nothing
              }`
      }
    </div>
  </div>`;
}

/** The rows to draw: those of the window, and the one that holds the focus out of sight. */
export function listIndices({ start, end }: RowWindow, away: number | undefined): number[] {
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  if (away === undefined) return indices;
  return away < start ? [away, ...indices] : [...indices, away];
}

/** What a person's row is drawn from: while none of it changes, the row is left as it is. */
function listParts(view: ListView, index: number, row: PersonRow): unknown[] {
  const { localization, now, timeZone, description } = view.context;
  const { state, reason } = view.getMark(row) ?? {};
  const selected = view.isSelected(row);
  const isOpen = row.id === view.openId;
  const isAway = index === view.awayRow;
  const ofList = [view.plan.drawn, view.layout, localization, now, timeZone, description];
  return [index, row, selected, isOpen, isAway, state, reason, ...ofList];
}

function renderAnyRow(view: ListView, index: number): unknown {
  const row = view.getRow(index);
  // What was drawn is kept for when a row is on its way and comes: scrolling turns one into the other all the time.
  if (!row) return guard([{}], () => cache(renderPlaceholder(view, index)));
  return guard(listParts(view, index, row), () => cache(renderRow(view, index, row)));
}

/** The list: one grid, whose rows out of sight are not in the page. Its acts are handled where it stands. */
export function renderList(view: ListView): TemplateResult {
  return html`<div
    role="grid"
    part="list"
    class="grid ${view.layout} ${view.plan.isFlowing ? 'flowing' : ''} ${view.isStale ? 'stale' : ''}"
    ${cssProperties({ '--_columns': view.plan.tracks })}
    aria-label=${view.context.localization.messages.people.list}
    aria-describedby="hint"
    aria-multiselectable="true"
    aria-rowcount=${view.total === undefined ? -1 : view.total + 1}
    aria-colcount=${view.plan.all.length}
    aria-busy=${view.isBusy || findFirstAwaited(view) !== undefined}
  >
    <div role="rowgroup" class="head">
      <div role="row" class="row header" data-row="-1" aria-rowindex="1">
        ${view.plan.drawn.map((column) => renderColumnHeader(view, column))}
      </div>
    </div>
    <div role="rowgroup" class="spacer">
      <div role="presentation" class="window">
        ${repeat(listIndices(view.window, view.awayRow), view.placeOf, (index) => renderAnyRow(view, index))}
      </div>
    </div>
  </div>`;
}
