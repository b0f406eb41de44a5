import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isolateText } from '../../i18n/people-values.ts';
import type { Audience } from './audience.ts';
import { formatPeople, getSubject, type PeopleContext } from './people-text.ts';
import type { DialogOption, RequestDialog } from './request-dialog.ts';
import type { RequestKind } from './request-lifecycle.ts';

/** Everything the dialog is drawn from. */
export interface DialogView {
  context: PeopleContext;
  dialog: RequestDialog;
  audience: Audience;
  hasSource: boolean;
}

/** "840 people, 312 without e-mail consent"; memberships with the people behind them. */
export function formatAudience(context: PeopleContext, audience: Audience): string {
  const { messages, format } = context.localization;
  const words = messages.people;
  const subject = getSubject(context);
  const count = formatPeople(context, audience.count, subject);
  const people = audience.clientIds && formatPeople(context, audience.clientIds.length);
  const who =
    subject === 'membership' && people ? words.audienceMemberships(count, people) : words.audience(count);
  if (!audience.hasConsent) return who;
  const without = audience.withoutEmail;
  if (without === undefined) return `${who}. ${words.consentUnknown}`;
  return `${who}, ${without === 0 ? words.allConsent : words.withoutConsent({ n: without, text: format.number(without) }, 'email')}`;
}

function handleKey(dialog: RequestDialog, event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') dialog.move(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter') dialog.accept();
  else if (event.key === 'Backspace' && dialog.isMultiple && dialog.text === '') {
    const last = dialog.chosen.at(-1);
    if (!last) return;
    dialog.remove(last.value);
  } else return;
  event.preventDefault();
}

function handleClick(dialog: RequestDialog, event: Event): void {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-option]') : null;
  const option = line && dialog.options[Number(line.dataset['option'])];
  if (option) dialog.choose(option);
}

/** Keeps the focus in the field while a choice is pressed. */
function handleMouseDown(event: Event): void {
  if (event.target instanceof Element && event.target.closest('[data-option]')) event.preventDefault();
}

function renderOption(view: DialogView, option: DialogOption, index: number): TemplateResult {
  const { dialog, context } = view;
  const isChosen = dialog.isChosen(option.value);
  const label = option.isNew
    ? context.localization.messages.people.createTag(isolateText(option.label))
    : option.label;
  return html`<li
    id="option-${index}"
    role="option"
    class="option ${index === dialog.active ? 'active' : ''}"
    aria-selected=${isChosen}
    data-option=${index}
  >
    <span class="tick" aria-hidden="true"></span>${label}
  </li>`;
}

function renderOptions(view: DialogView): TemplateResult {
  const { dialog, context } = view;
  const { messages } = context.localization;
  const words = messages.people;
  const { options } = dialog;
  const empty =
    dialog.state === 'loading' ? words.choicesLoading : view.hasSource ? words.noChoice : words.noneOffered;
  return html`<ul
      id="options"
      role="listbox"
      class="options"
      aria-label=${dialog.kind ? words.request[dialog.kind].field : nothing}
      aria-multiselectable=${dialog.isMultiple}
      ?hidden=${options.length === 0}
    >
      ${options.map((option, index) => renderOption(view, option, index))}
    </ul>
    ${options.length === 0 && dialog.state !== 'failed' ? html`<p class="muted empty-choice">${empty}</p>` : nothing}
    ${
      dialog.state === 'failed'
        ? html`<p class="failed-text">
            ${words.choicesFailed}
            <button type="button" class="button" @click=${() => dialog.retry()}>${messages.retry}</button>
          </p>`
        : nothing
    }`;
}

function renderChosen(view: DialogView): TemplateResult | typeof nothing {
  const { dialog, context } = view;
  if (!dialog.isMultiple || dialog.chosen.length === 0) return nothing;
  const words = context.localization.messages.people;
  return html`<div class="chosen">
    ${dialog.chosen.map(
      (choice) =>
        html`<button
          type="button"
          class="chip"
          aria-label=${words.removeChosen(isolateText(choice.label))}
          @click=${() => dialog.remove(choice.value)}
        >
          ${choice.label}<span class="icon-close small" aria-hidden="true"></span>
        </button>`,
    )}
  </div>`;
}

function renderField(view: DialogView, kind: RequestKind): TemplateResult {
  const { dialog, context } = view;
  const words = context.localization.messages.people;
  return html`<div
    class="combobox"
    @keydown=${(event: KeyboardEvent) => handleKey(dialog, event)}
    @click=${(event: Event) => handleClick(dialog, event)}
    @mousedown=${handleMouseDown}
  >
    <label for="choice">${words.request[kind].field}</label>
    ${renderChosen(view)}
    <input
      id="choice"
      class="field"
      role="combobox"
      aria-label=${words.request[kind].field}
      type="text"
      autocomplete="off"
      aria-autocomplete="list"
      aria-expanded=${dialog.options.length > 0}
      aria-controls="options"
      aria-activedescendant=${dialog.active >= 0 ? `option-${dialog.active}` : nothing}
      aria-invalid=${dialog.isMissing}
      aria-describedby=${dialog.isMissing ? 'missing' : nothing}
      placeholder=${words.request[kind].placeholder}
      .value=${live(dialog.text)}
      @input=${(event: Event) => dialog.type((event.target as HTMLInputElement).value)}
    />
    ${dialog.isMissing ? html`<p id="missing" class="failed-text">${words.chooseOne}</p>` : nothing}
    ${renderOptions(view)}
  </div>`;
}

function renderForm(view: DialogView, kind: RequestKind): TemplateResult {
  const { dialog, context } = view;
  const { messages } = context.localization;
  const words = messages.people.request[kind];
  const people = formatPeople(context, view.audience.count, getSubject(context));
  return html`<form
    method="dialog"
    @submit=${(event: Event) => {
      event.preventDefault();
      dialog.confirm();
    }}
  >
    <h3 id="dialog-title">${words.title}</h3>
    <p class="audience" part="audience">${formatAudience(context, view.audience)}</p>
    ${renderField(view, kind)}
    <div class="dialog-actions">
      <button type="button" class="button" @click=${() => dialog.close()}>${messages.people.cancel}</button>
      <button type="submit" class="button primary">${words.confirm(people)}</button>
    </div>
  </form>`;
}

/** The dialog in which a tag, a stage or a sequence is chosen and confirmed. Shown and closed by its element. */
export function renderDialog(view: DialogView): TemplateResult {
  const { kind } = view.dialog;
  return html`<dialog
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${(event: Event) => {
      // The event comes late: by now the dialog may have been opened for another request.
      if (view.dialog.kind && !(event.currentTarget as HTMLDialogElement).open) view.dialog.close();
    }}
  >
    ${kind ? renderForm(view, kind) : nothing}
  </dialog>`;
}
