import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Column, ColumnSort } from './columns.ts';
import type { PropertyFilter } from './people-list.ts';
import { formatFilter, formatHeading, formatPeople, getSubject, type PeopleContext } from './people-text.ts';
import { renderColumnsMenu, type ColumnsMenuView } from './render-columns-menu.ts';

/** Everything above the list is drawn from this. */
export interface ToolbarView {
  context: PeopleContext;
  heading: string;
  /** Whether some headers to sort by are not in sight. */
  isSortHidden: boolean;
  q: string;
  filters: readonly PropertyFilter[];
  sort: ColumnSort | undefined;
  total: number | undefined;
  segmentTotal: number | undefined;
  /** The columns to sort by. */
  sortable: readonly Column[];
  menu: ColumnsMenuView;
  /** What the button of the export says; undefined where there is none. */
  exportLabel: string | undefined;
  /** Why it cannot be pressed. */
  exportReason: string | undefined;
  isClosable: boolean;
  onClose(): void;
  onSearch(text: string): void;
  onSort(column: Column | undefined, descending?: boolean): void;
  onFilter(filter: PropertyFilter): void;
  onExport(): void;
}

/** Title, count and the way out. */
export function renderHeader(view: ToolbarView): TemplateResult {
  const { messages } = view.context.localization;
  const count = view.segmentTotal;
  return html`<header part="header" class="top">
    <div class="titles">
      <h2 id="heading" part="heading" tabindex="-1">${view.heading || formatHeading(view.context)}</h2>
      <p class="count" part="count">
        ${count === undefined ? nothing : formatPeople(view.context, count, getSubject(view.context))}
      </p>
    </div>
    ${
      view.isClosable
        ? html`<button
            type="button"
            class="icon-button"
            part="close"
            aria-label=${messages.close}
            @click=${() => view.onClose()}
          >
            <span class="icon-close" aria-hidden="true"></span>
          </button>`
        : nothing
    }
  </header>`;
}

function handleSearchKey(view: ToolbarView, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || view.q === '') return;
  event.preventDefault();
  event.stopPropagation();
  view.onSearch('');
}

function renderSearch(view: ToolbarView): TemplateResult {
  const words = view.context.localization.messages.people;
  return html`<div class="search" part="search" role="search">
    <span class="icon-search" aria-hidden="true"></span>
    <input
      class="field"
      type="search"
      aria-label=${words.search}
      placeholder=${words.searchPlaceholder}
      autocomplete="off"
      spellcheck="false"
      .value=${live(view.q)}
      @input=${(event: Event) => view.onSearch((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => handleSearchKey(view, event)}
    />
  </div>`;
}

function renderSortOption(view: ToolbarView, column: Column): TemplateResult {
  return html`<option value=${column.id} ?selected=${view.sort?.column === column.id}>
    ${column.title}
  </option>`;
}

function renderDirection(view: ToolbarView, { column, descending }: ColumnSort): TemplateResult {
  const words = view.context.localization.messages.people;
  const label = descending ? words.sortDescending : words.sortAscending;
  const sorted = view.sortable.find(({ id }) => id === column);
  return html`<button
    type="button"
    class="button"
    aria-label=${label}
    title=${label}
    @click=${() => view.onSort(sorted, !descending)}
  >
    <span class="sort-mark ${descending ? 'descending' : 'ascending'}" aria-hidden="true"></span>
  </button>`;
}

/** Sorting where the headers are not all in sight. */
function renderSort(view: ToolbarView): TemplateResult | typeof nothing {
  if (!view.isSortHidden) return nothing;
  const words = view.context.localization.messages.people;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    view.onSort(view.sortable.find(({ id }) => id === value));
  };
  return html`<span class="sorting">
    <span class="muted" aria-hidden="true">${words.sortBy}</span>
    <select class="field" aria-label=${words.sortBy} @change=${choose}>
      <option value="" ?selected=${!view.sort}>${words.unsorted}</option>
      ${view.sortable.map((column) => renderSortOption(view, column))}
    </select>
    ${view.sort ? renderDirection(view, view.sort) : nothing}
  </span>`;
}

function renderFilters(view: ToolbarView): unknown {
  const words = view.context.localization.messages.people;
  return view.filters.map((filter) => {
    const text = formatFilter(view.context, filter);
    return html`<button
      type="button"
      class="chip"
      aria-label=${words.removeFilter(text)}
      @click=${() => view.onFilter(filter)}
    >
      ${text}<span class="icon-close small" aria-hidden="true"></span>
    </button>`;
  });
}

function renderMatching(view: ToolbarView): TemplateResult | typeof nothing {
  const { total, segmentTotal } = view;
  if (total === undefined || segmentTotal === undefined || total === segmentTotal) return nothing;
  const { messages, format } = view.context.localization;
  return html`<span class="muted matching"
    >${messages.people.matching(format.number(total), format.number(segmentTotal))}</span
  >`;
}

function renderExport(view: ToolbarView): TemplateResult | typeof nothing {
  if (view.exportLabel === undefined) return nothing;
  const isIdle = view.exportReason !== undefined || view.total === 0;
  return html`<button
    type="button"
    class="button"
    part="export"
    data-act="export"
    title=${view.exportReason ?? nothing}
    aria-disabled=${isIdle}
    @click=${() => !isIdle && view.onExport()}
  >
    ${view.exportLabel}
  </button>`;
}

/** Search, order and what the list is narrowed to; which columns it has, and a file of it. */
export function renderTools(view: ToolbarView): TemplateResult {
  return html`<div class="tools" part="tools">
    ${renderSearch(view)} ${renderSort(view)} ${renderFilters(view)} ${renderMatching(view)}
    <span class="tools-end">${renderColumnsMenu(view.menu)} ${renderExport(view)}</span>
  </div>`;
}
