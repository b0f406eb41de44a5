import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestedAction } from '../../controllers/people-host.ts';
import type { Ability } from './choices.ts';
import { formatPeople, getSubject, type PeopleContext } from './people-text.ts';
import type { RequestKind } from './request-lifecycle.ts';

/** Everything the bar of the selection is drawn from. */
export interface ActionsView {
  context: PeopleContext;
  selected: number;
  /** People that "select all" would take; undefined where all are selected already. */
  selectable: number | undefined;
  abilities: ReadonlySet<Ability>;
  /** Why something that is not allowed is not; what has no reason is not shown at all. */
  reasons: Readonly<Partial<Record<Ability, string>>>;
  /** What the host advises for these people. */
  suggestions: readonly SuggestedAction[];
  /** People in the list: whom a suggestion is for where nobody is selected. */
  total: number;
  onSelectAll(): void;
  onClearSelection(): void;
  onRequest(kind: RequestKind): void;
  onSuggestion(action: SuggestedAction): void;
}

const REQUESTS: readonly RequestKind[] = ['tag', 'stage', 'enroll'];

function renderSelection(view: ActionsView): TemplateResult {
  const { messages, format } = view.context.localization;
  const words = messages.people;
  if (view.selected === 0) return html`<span class="muted line-text">${words.noneSelected}</span>`;
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

function renderAction(view: ActionsView, kind: RequestKind, isFirst: boolean): TemplateResult {
  const reason = view.abilities.has(kind) ? undefined : view.reasons[kind];
  const isIdle = view.selected === 0 || reason !== undefined;
  return html`<button
    type="button"
    class="button ${isFirst && !isIdle ? 'primary' : ''}"
    part="action"
    data-act=${kind}
    aria-haspopup="dialog"
    aria-disabled=${isIdle}
    aria-describedby=${reason === undefined ? nothing : `reason-${kind}`}
    @click=${() => !isIdle && view.onRequest(kind)}
  >
    ${view.context.localization.messages.people.request[kind].action}
  </button>`;
}

function renderButtons(view: ActionsView): TemplateResult | typeof nothing {
  const kinds = REQUESTS.filter((kind) => view.abilities.has(kind) || view.reasons[kind] !== undefined);
  if (kinds.length === 0) return nothing;
  const first = kinds.find((kind) => view.abilities.has(kind));
  return html`<div
    class="buttons"
    role="group"
    aria-label=${view.context.localization.messages.people.actions}
  >
    ${kinds.map((kind) => renderAction(view, kind, kind === first))}
  </div>`;
}

/** Why some things cannot be done, for every eye and every finger: a tip on a button is for neither. */
function renderReasons(view: ActionsView): TemplateResult | typeof nothing {
  const { messages } = view.context.localization;
  const refused = (Object.keys(view.reasons) as Ability[]).filter((ability) => !view.abilities.has(ability));
  if (refused.length === 0) return nothing;
  const nameOf = (ability: Ability) =>
    ability === 'export' ? messages.people.exportList : messages.people.request[ability].action;
  return html`<ul class="reasons muted">
    ${refused.map(
      (ability) =>
        html`<li id="reason-${ability}" class="line-text">
          ${nameOf(ability)}${messages.colon}${view.reasons[ability]}
        </li>`,
    )}
  </ul>`;
}

function renderSuggestion(view: ActionsView, action: SuggestedAction): TemplateResult | typeof nothing {
  const { kind, value, name } = action;
  if (kind === undefined || value === undefined) return html`<span class="advice line-text">${name}</span>`;
  if (!view.abilities.has(kind)) return nothing;
  const { messages } = view.context.localization;
  return html`<button
    type="button"
    class="chip"
    part="suggestion"
    data-act="suggest-${action.id}"
    aria-haspopup="dialog"
    @click=${() => view.onSuggestion(action)}
  >
    <span class="chip-kind">${messages.people.request[kind].action}${messages.colon}</span>
    <span class="value-label">${name}</span>
  </button>`;
}

/** What the host advises: for the selected people, or where nobody is selected, for all that are listed. */
function renderSuggestions(view: ActionsView): TemplateResult | typeof nothing {
  if (view.suggestions.length === 0 || view.total === 0) return nothing;
  const { context } = view;
  const people = formatPeople(context, view.selected || view.total, getSubject(context));
  const label = context.localization.messages.people.suggestedFor(people);
  return html`<div class="suggestions" part="suggestions" role="group" aria-label=${label}>
    <span class="muted line-text">${label}</span>
    ${view.suggestions.map((action) => renderSuggestion(view, action))}
  </div>`;
}

/** How many are selected, and what can be done for them. */
export function renderActions(view: ActionsView): TemplateResult {
  return html`<div class="actions ${view.selected > 0 ? 'active' : ''}" part="actions">
    <div class="selection">${renderSelection(view)}</div>
    ${renderButtons(view)} ${renderSuggestions(view)} ${renderReasons(view)}
  </div>`;
}
