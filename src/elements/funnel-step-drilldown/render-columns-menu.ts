import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { FIXED, type Column } from './columns.ts';
import type { PeopleContext } from './people-text.ts';

/** Everything the menu of columns is drawn from. */
export interface ColumnsMenuView {
  context: PeopleContext;
  all: readonly Column[];
  wanted: readonly Column[];
  /** Those that are wanted, but have no room in the table; empty for cards, which have a form of their own. */
  left: readonly Column[];
  /** Whether the user, or the page, has chosen. */
  isChosen: boolean;
  /** The columns are to be these; undefined for the usual ones. */
  onChoose(ids: readonly string[] | undefined): void;
}

function closeMenu(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function handleKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  event.preventDefault();
  event.stopPropagation();
  closeMenu(menu);
}

/** Closes when the focus goes elsewhere; where it goes nowhere (a press on plain text) the menu stays. */
function handleFocusOut(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  const target = event.relatedTarget;
  if (target instanceof Node && !menu.contains(target)) menu.open = false;
}

function toggle(view: ColumnsMenuView, column: Column, isOn: boolean): void {
  const ids = view.wanted.map(({ id }) => id).filter((id) => !FIXED.includes(id));
  view.onChoose(isOn ? [...ids, column.id] : ids.filter((id) => id !== column.id));
}

/** The button goes once it was pressed; the focus stays in the menu. */
function handleUsual(view: ColumnsMenuView, event: Event): void {
  (event.currentTarget as HTMLElement).closest('details')?.querySelector('summary')?.focus();
  view.onChoose(undefined);
}

function renderOption(view: ColumnsMenuView, column: Column): TemplateResult {
  return html`<li>
    <label class="menu-option">
      <input
        type="checkbox"
        .checked=${live(view.wanted.includes(column))}
        @change=${(event: Event) => toggle(view, column, (event.target as HTMLInputElement).checked)}
      />
      <span class="value-label">${column.title}</span>
    </label>
  </li>`;
}

function renderLeft({ context, left }: ColumnsMenuView): TemplateResult | typeof nothing {
  if (left.length === 0) return nothing;
  const { messages, format } = context.localization;
  const titles = format.list(left.map(({ title }) => title));
  return html`<p class="muted menu-note">${messages.people.noRoomFor(titles)}</p>`;
}

/** A button that shows which columns there are, and takes the user's choice. */
export function renderColumnsMenu(view: ColumnsMenuView): TemplateResult {
  const words = view.context.localization.messages.people;
  const choosable = view.all.filter(({ id }) => !FIXED.includes(id));
  return html`<details class="menu" part="columns" @keydown=${handleKey} @focusout=${handleFocusOut}>
    <summary class="button">${words.chooseColumns}<span class="chevron" aria-hidden="true"></span></summary>
    <div class="panel menu-panel" role="group" aria-label=${words.chooseColumns}>
      <ul>
        ${choosable.map((column) => renderOption(view, column))}
      </ul>
      ${renderLeft(view)}
      ${
        view.isChosen
          ? html`<button
              type="button"
              class="button quiet"
              @click=${(event: Event) => handleUsual(view, event)}
            >
              ${words.usualColumns}
            </button>`
          : nothing
      }
    </div>
  </details>`;
}
