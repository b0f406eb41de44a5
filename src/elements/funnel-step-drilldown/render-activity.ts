import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatRequest, type PeopleContext } from './people-text.ts';
import {
  isRetryable,
  isUnderWay,
  isUndoable,
  type RequestProgress,
  type RequestRecord,
} from './request-lifecycle.ts';

/** Everything the requests made are drawn from. */
export interface ActivityView {
  context: PeopleContext;
  /** Newest first. */
  records: readonly RequestRecord[];
  /** Requests that are told of in full; the others stand in the list of what was done. */
  prominent: ReadonlySet<string>;
  onStop(id: string): void;
  onUndo(id: string): void;
  onRetry(id: string): void;
  onDismiss(id: string): void;
}

const TONES: Partial<Record<RequestRecord['phase'], string>> = {
  partial: 'warn',
  failed: 'error',
  refused: 'error',
  unanswered: 'error',
  'undo-partial': 'warn',
  'undo-failed': 'error',
};

function renderButton(label: string, record: RequestRecord, act: (id: string) => void): TemplateResult {
  return html`<button type="button" class="button" @click=${() => act(record.id)}>${label}</button>`;
}

function renderButtons(view: ActivityView, record: RequestRecord): TemplateResult {
  const { messages } = view.context.localization;
  const words = messages.people;
  return html`<span class="activity-buttons">
    ${isUnderWay(record) ? renderButton(words.stop, record, (id) => view.onStop(id)) : nothing}
    ${isRetryable(record) ? renderButton(messages.retry, record, (id) => view.onRetry(id)) : nothing}
    ${isUndoable(record) ? renderButton(words.undo, record, (id) => view.onUndo(id)) : nothing}
  </span>`;
}

/** How far something is, as a bar with its numbers. */
export function renderProgress(context: PeopleContext, { done, total }: RequestProgress): TemplateResult {
  const { messages, format } = context.localization;
  const text = messages.people.progress(format.number(done), format.number(total));
  return html`<span class="progress">
    <progress max=${total} .value=${Math.min(done, total)} aria-label=${text}></progress>
    <span class="muted">${text}</span>
  </span>`;
}

function renderBanner(view: ActivityView, record: RequestRecord): TemplateResult {
  const words = view.context.localization.messages.people;
  return html`<div
    part="activity"
    class="banner activity ${TONES[record.phase] ?? ''} phase-${record.phase}"
    role="group"
    aria-labelledby="request-${record.id}"
    data-request=${record.id}
    tabindex="-1"
  >
    ${isUnderWay(record) ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
    <span class="activity-text" id="request-${record.id}">${formatRequest(view.context, record)}</span>
    ${isUnderWay(record) && record.progress ? renderProgress(view.context, record.progress) : nothing}
    ${renderButtons(view, record)}
    ${
      isUnderWay(record)
        ? nothing
        : html`<button
            type="button"
            class="icon-button"
            aria-label=${words.dismiss}
            @click=${() => view.onDismiss(record.id)}
          >
            <span class="icon-close" aria-hidden="true"></span>
          </button>`
    }
  </div>`;
}

/** What was asked of the host and how it went: the latest as banners, the rest in a list that can be opened. */
export function renderActivity(view: ActivityView): TemplateResult | typeof nothing {
  const shown = view.records.filter((record) => view.prominent.has(record.id) || isUnderWay(record));
  const past = view.records.filter((record) => !shown.includes(record));
  const { messages, format } = view.context.localization;
  return html`${repeat(
    shown,
    (record) => record.id,
    (record) => renderBanner(view, record),
  )}
  ${
    past.length === 0
      ? nothing
      : html`<details class="history" part="history">
          <summary>
            ${messages.people.historyOf({ n: past.length, text: format.number(past.length) })}
          </summary>
          <ul>
            ${repeat(
              past,
              (record) => record.id,
              (record) =>
                html`<li data-request=${record.id}>
                  <span>${formatRequest(view.context, record)}</span>${renderButtons(view, record)}
                </li>`,
            )}
          </ul>
        </details>`
  }`;
}
