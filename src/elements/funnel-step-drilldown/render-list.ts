import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import type { RowWindow } from '../../layout/virtual-rows.ts';
import type { ColumnPlan } from './column-plan.ts';
import { COLUMNS, getAriaSort, SORTABLE, type ColumnSort, type ListLayout } from './columns.ts';
import { toInstant } from './people-list.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { PageState } from './people-pages.ts';
import {
  computeDays,
  formatContact,
  formatDate,
  formatDays,
  formatName,
  formatNext,
  formatNextDetail,
  formatValue,
  type PeopleContext,
} from './people-text.ts';
import type { RowMark } from './request-lifecycle.ts';
import type { PersonId } from './selection.ts';

const SHOWN_TAGS = 2;

/** Everything the list is drawn from. */
export interface ListView {
  context: PeopleContext;
  layout: ListLayout;
  /** Which columns are drawn, and how wide. */
  plan: Pick<ColumnPlan, 'columns' | 'tracks' | 'isFlowing'>;
  sort: ColumnSort | undefined;
  /** Rows of the list; undefined as long as it is not known. */
  total: number | undefined;
  window: RowWindow;
  /** The row that holds the focus while it is scrolled out of sight. */
  awayRow: number | undefined;
  isBusy: boolean;
  headerState: 'none' | 'some' | 'all';
  /** How many rows the checkbox in the header would take; undefined where it is about all. */
  headerCount: number | undefined;
  openId: PersonId | undefined;
  getRow(index: number): PersonRow | undefined;
  getState(index: number): PageState;
  isSelected(row: PersonRow): boolean;
  getMark(row: PersonRow): RowMark | undefined;
}

function columnIndex(column: PeopleColumn): number {
  return COLUMNS.indexOf(column) + 1;
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

function renderColumnHeader(view: ListView, column: PeopleColumn): TemplateResult {
  if (column === 'select') return renderHeaderCheckbox(view);
  const label = view.context.localization.messages.people.columns[column];
  if (!SORTABLE.includes(column)) {
    return html`<div
      role="columnheader"
      class="cell c-${column}"
      data-column=${column}
      aria-colindex=${columnIndex(column)}
      tabindex="-1"
    >
      ${label}
    </div>`;
  }
  const sort = getAriaSort(view.sort, column);
  return html`<div
    role="columnheader"
    class="cell c-${column}"
    data-column=${column}
    aria-colindex=${columnIndex(column)}
    aria-sort=${sort}
  >
    <button type="button" class="sort" tabindex="-1">
      ${label}<span class="sort-mark ${sort}" aria-hidden="true"></span>
    </button>
  </div>`;
}

function renderMark(view: ListView, mark: RowMark | undefined): TemplateResult | typeof nothing {
  if (!mark) return nothing;
  const words = view.context.localization.messages.people;
  const text = { running: words.markRunning, done: words.markDone, failed: words.markFailed }[mark];
  return html`<span class="mark ${mark}"><span class="mark-icon" aria-hidden="true"></span>${text}</span>`;
}

function renderNameCell(view: ListView, row: PersonRow): TemplateResult {
  const contact = formatContact(row);
  const mark = renderMark(view, view.getMark(row));
  return html`<span class="name strong">${formatName(view.context, row)}</span>
    ${contact || mark !== nothing ? html`<span class="line second">${mark}${contact}</span>` : nothing}`;
}

/** How many more tags there are, beside the last one shown. */
function renderMoreTags(view: ListView, rest: readonly string[]): TemplateResult | typeof nothing {
  if (rest.length === 0) return nothing;
  const { messages, format } = view.context.localization;
  return html`<span class="more"
    >${messages.people.moreTags(format.number(rest.length))}<span class="visually-hidden"
      >${rest.join(', ')}</span
    ></span
  >`;
}

/** Two tags, one above the other where they are long, and how many more. */
function renderTags(view: ListView, row: PersonRow): TemplateResult | typeof nothing {
  const tags = row.tags ?? [];
  if (tags.length === 0) return nothing;
  const shown = tags.slice(0, SHOWN_TAGS);
  const last = shown.pop();
  return html`<span class="tags" title=${tags.join(', ')}
    >${shown.map((tag) => html`<span class="tag">${tag}</span>`)}<span class="last-tag"
      ><span class="tag">${last}</span>${renderMoreTags(view, tags.slice(SHOWN_TAGS))}</span
    ></span
  >`;
}

/** How long someone has stood here; past a month it is set in bold. */
function renderWaiting(view: ListView, row: PersonRow): TemplateResult {
  const days = computeDays(view.context, row.enteredAt);
  const text = formatDays(view.context, row.enteredAt);
  const date =
    view.layout === 'cards' || view.plan.columns.includes('enteredAt')
      ? ''
      : formatDate(view.context, row.enteredAt);
  return html`<span class="line ${days !== undefined && days > 30 ? 'strong' : ''}">${text}</span>
    ${date ? html`<span class="line second">${date}</span>` : nothing}`;
}

function renderNext(view: ListView, row: PersonRow): TemplateResult {
  const detail = formatNextDetail(view.context, row);
  const isBooked = toInstant(row.next?.scheduledAt) !== undefined;
  return html`<span class="line">${formatNext(view.context, row)}</span>
    ${detail ? html`<span class="line second ${isBooked ? 'booked' : ''}" title=${detail}>${detail}</span>` : nothing}`;
}

function renderValue(view: ListView, property: 'source' | 'leadStage', row: PersonRow): TemplateResult {
  const value = row[property];
  const text = value ? formatValue(view.context, property, value) : '';
  if (property === 'source') return html`<span class="line">${text}</span>`;
  const source =
    view.layout !== 'cards' && !view.plan.columns.includes('source') && row.source
      ? formatValue(view.context, 'source', row.source)
      : '';
  return html`${text ? html`<span class="line"><span class="stage">${text}</span></span>` : nothing}
  ${source ? html`<span class="line second">${source}</span>` : nothing}`;
}

function renderContent(view: ListView, column: PeopleColumn, row: PersonRow): unknown {
  switch (column) {
    case 'select':
      return html`<input
        type="checkbox"
        tabindex="-1"
        aria-label=${view.context.localization.messages.people.selectRow(formatName(view.context, row))}
        .checked=${live(view.isSelected(row))}
      />`;
    case 'name':
      return renderNameCell(view, row);
    case 'source':
    case 'leadStage':
      return renderValue(view, column, row);
    case 'enteredAt':
    case 'lastContactedAt':
      return html`<span class="line">${formatDate(view.context, row[column])}</span>`;
    case 'waiting':
      return renderWaiting(view, row);
    case 'next':
      return renderNext(view, row);
    case 'tags':
      return renderTags(view, row);
  }
}

function renderCell(view: ListView, column: PeopleColumn, row: PersonRow): TemplateResult {
  const content = renderContent(view, column, row);
  if (column === 'select') {
    return html`<div role="gridcell" class="cell c-select" data-column="select" aria-colindex="1">
      ${content}
    </div>`;
  }
  return html`<div
    role=${column === 'name' ? 'rowheader' : 'gridcell'}
    part="cell"
    class="cell c-${column}"
    data-column=${column}
    aria-colindex=${columnIndex(column)}
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
    ${view.plan.columns.map((column) => renderCell(view, column, row))}
  </div>`;
}

/** A row whose person is on the way, or could not be had. It has one cell, across all columns. */
function renderPlaceholder(view: ListView, index: number): TemplateResult {
  const words = view.context.localization.messages.people;
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
      aria-colspan=${COLUMNS.length}
      tabindex="-1"
    >
      ${
        failed
          ? html`<span class="failed-text">${words.failedRows}</span>
              <button type="button" class="button" tabindex="-1" data-retry>
                ${view.context.localization.messages.retry}
              </button>`
          : html`<span class="bone" aria-hidden="true"></span
              ><span class="bone short" aria-hidden="true"></span
              ><span class="visually-hidden">${words.loading}</span>`
      }
    </div>
  </div>`;
}

function listIndices(view: ListView): number[] {
  const { start, end } = view.window;
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  const away = view.awayRow;
  if (away === undefined) return indices;
  return away < start ? [away, ...indices] : [...indices, away];
}

function renderAnyRow(view: ListView, index: number): TemplateResult {
  const row = view.getRow(index);
  return row ? renderRow(view, index, row) : renderPlaceholder(view, index);
}

/** The list: one grid, whose rows out of sight are not in the page. Its acts are handled where it stands. */
export function renderList(view: ListView): TemplateResult {
  return html`<div
    role="grid"
    part="list"
    class="grid ${view.layout} ${view.plan.isFlowing ? 'flowing' : ''}"
    ${cssProperties({ '--_columns': view.plan.tracks })}
    aria-label=${view.context.localization.messages.people.list}
    aria-describedby="hint"
    aria-multiselectable="true"
    aria-rowcount=${view.total === undefined ? -1 : view.total + 1}
    aria-colcount=${COLUMNS.length}
    aria-busy=${view.isBusy}
  >
    <div role="rowgroup" class="head">
      <div role="row" class="row header" data-row="-1" aria-rowindex="1">
        ${view.plan.columns.map((column) => renderColumnHeader(view, column))}
      </div>
    </div>
    <div role="rowgroup" class="spacer">
      <div role="presentation" class="window">
        ${repeat(
          listIndices(view),
          (index) => index,
          (index) => renderAnyRow(view, index),
        )}
      </div>
    </div>
  </div>`;
}
