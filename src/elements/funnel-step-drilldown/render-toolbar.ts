import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import type { Ability } from './choices.ts';
import { SORTABLE, type ColumnSort } from './columns.ts';
import type { PropertyFilter } from './people-list.ts';
import { formatFilter, formatPath, formatPeople, getSubject, type PeopleContext } from './people-text.ts';
import type { RequestKind } from './request-lifecycle.ts';

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
  selected: number;
  /** People that "select all" would take; undefined where all are selected already. */
  selectable: number | undefined;
  abilities: ReadonlySet<Ability>;
  isClosable: boolean;
  onClose(): void;
  onSearch(text: string): void;
  onSort(sort: ColumnSort | undefined): void;
  onFilter(filter: PropertyFilter): void;
  onSelectAll(): void;
  onClearSelection(): void;
  onRequest(kind: RequestKind): void;
}

const REQUESTS: readonly RequestKind[] = ['tag', 'stage', 'enroll'];

/** Title, count and the way out. */
export function renderHeader(view: ToolbarView): TemplateResult {
  const { messages } = view.context.localization;
  const count = view.segmentTotal;
  return html`<header part="header" class="top">
    <div class="titles">
      <h2 id="heading" part="heading" tabindex="-1">${view.heading || formatPath(view.context)}</h2>
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

function renderSortOption(view: ToolbarView, column: PeopleColumn): TemplateResult {
  const label = view.context.localization.messages.people.columns[column];
  return html`<option value=${column} ?selected=${view.sort?.column === column}>${label}</option>`;
}

/** Sorting where the headers are not all in sight. */
function renderSort(view: ToolbarView): TemplateResult | typeof nothing {
  if (!view.isSortHidden) return nothing;
  const words = view.context.localization.messages.people;
  const sort = view.sort;
  const choose = (event: Event) => {
    const column = (event.target as HTMLSelectElement).value as PeopleColumn | '';
    view.onSort(column === '' ? undefined : { column, descending: false });
  };
  return html`<span class="sorting">
    <span class="muted" aria-hidden="true">${words.sortBy}</span>
    <select class="field" aria-label=${words.sortBy} @change=${choose}>
      <option value="" ?selected=${!sort}>${words.unsorted}</option>
      ${SORTABLE.map((column) => renderSortOption(view, column))}
    </select>
    ${
      sort
        ? html`<button
            type="button"
            class="button"
            aria-label=${sort.descending ? words.sortDescending : words.sortAscending}
            title=${sort.descending ? words.sortDescending : words.sortAscending}
            @click=${() => view.onSort({ ...sort, descending: !sort.descending })}
          >
            <span class="sort-mark ${sort.descending ? 'descending' : 'ascending'}" aria-hidden="true"></span>
          </button>`
        : nothing
    }
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

/** Search, order and what the list is narrowed to. */
export function renderTools(view: ToolbarView): TemplateResult {
  return html`<div class="tools" part="tools">
    ${renderSearch(view)} ${renderSort(view)} ${renderFilters(view)} ${renderMatching(view)}
  </div>`;
}

function renderSelection(view: ToolbarView): TemplateResult {
  const { messages, format } = view.context.localization;
  const words = messages.people;
  if (view.selected === 0) return html`<span class="muted">${words.noneSelected}</span>`;
  return html`<strong class="selected-count"
      >${words.selected({ n: view.selected, text: format.number(view.selected) })}</strong
    >
    ${
      view.selectable === undefined
        ? nothing
        : html`<button
            type="button"
            class="button quiet"
            data-act="select-all"
            @click=${() => view.onSelectAll()}
          >
            ${words.selectAllOf(format.number(view.selectable))}
          </button>`
    }
    <button type="button" class="button quiet" data-act="clear" @click=${() => view.onClearSelection()}>
      ${words.clearSelection}
    </button>`;
}

function renderAction(view: ToolbarView, kind: RequestKind, isFirst: boolean): TemplateResult {
  const isIdle = view.selected === 0;
  return html`<button
    type="button"
    class="button ${isFirst && !isIdle ? 'primary' : ''}"
    part="action"
    data-act=${kind}
    aria-haspopup="dialog"
    aria-disabled=${isIdle}
    @click=${() => !isIdle && view.onRequest(kind)}
  >
    ${view.context.localization.messages.people.request[kind].action}
  </button>`;
}

/** How many are selected, and what can be done for them. */
export function renderActions(view: ToolbarView): TemplateResult {
  const kinds = REQUESTS.filter((kind) => view.abilities.has(kind));
  return html`<div class="actions ${view.selected > 0 ? 'active' : ''}" part="actions">
    <div class="selection">${renderSelection(view)}</div>
    ${
      kinds.length === 0
        ? nothing
        : html`<div
            class="buttons"
            role="group"
            aria-label=${view.context.localization.messages.people.actions}
          >
            ${kinds.map((kind, index) => renderAction(view, kind, index === 0))}
          </div>`
    }
  </div>`;
}
