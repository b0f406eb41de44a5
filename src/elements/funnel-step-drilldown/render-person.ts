import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRow } from '../../engine/schema/index.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import { isolateText } from '../../i18n/people-values.ts';
import { listHosts } from './columns.ts';
import type { FilterValue } from './people-list.ts';
import {
  formatConsent,
  formatDate,
  formatDateTime,
  formatDays,
  formatName,
  formatNext,
  formatPlace,
  formatProperty,
  formatValue,
  type PeopleContext,
} from './people-text.ts';

/** How an explanation stands: not offered, being asked for, here (one sentence a line), or not to be had. */
export type ExplanationState =
  | { status: 'none' }
  | { status: 'loading' }
  | { status: 'ready'; sentences: readonly string[] }
  | { status: 'failed' };

/** Everything the details of a person are drawn from. */
export interface PersonView {
  context: PeopleContext;
  row: PersonRow;
  explanation: ExplanationState;
  onClose(): void;
  onRetry(): void;
}

function renderPair(label: string, value: unknown): TemplateResult | typeof nothing {
  if (value === '' || value === undefined || value === null || value === nothing) return nothing;
  return html`<div class="pair">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function renderContacts(row: PersonRow): TemplateResult | typeof nothing {
  if (!row.email && !row.phone) return nothing;
  return html`<p class="contacts">
    ${row.email ? html`<a href="mailto:${encodeURIComponent(row.email).replace('%40', '@')}">${row.email}</a>` : nothing}
    ${row.phone ? html`<a href="tel:${row.phone.replace(/[^+\d]/g, '')}">${row.phone}</a>` : nothing}
  </p>`;
}

function renderNextStep(context: PeopleContext, row: PersonRow): TemplateResult | typeof nothing {
  if (!row.next) return nothing;
  const { messages, tag } = context.localization;
  const words = messages.people;
  const action = toLocalizedText(row.next.action, tag);
  const scheduled = row.next.scheduledAt;
  return html`<section class="next-card">
    <h4>${words.nextStep}</h4>
    <p class="strong">${formatNext(context, row)}</p>
    ${scheduled ? html`<p class="booked">${words.scheduled(formatDateTime(context, scheduled))}</p>` : nothing}
    ${action ? html`<p><span class="muted">${words.suggested}${messages.colon}</span>${action}</p>` : nothing}
  </section>`;
}

/** The places of the journey; one the host does not name is shown by its id. */
function listSteps(context: PeopleContext, row: PersonRow): string[] {
  const known = context.description?.places.map(({ id }) => id) ?? [];
  const others = Object.keys(row.matched ?? {}).filter((id) => !known.includes(id));
  return [...known, ...others];
}

function renderJourney(context: PeopleContext, row: PersonRow): TemplateResult | typeof nothing {
  const steps = listSteps(context, row);
  if (!row.matched || steps.length === 0) return nothing;
  const words = context.localization.messages.people;
  const matched = row.matched;
  return html`<section>
    <h4>${words.journey}</h4>
    <ol class="journey">
      ${steps.map((id) => {
        const at = matched[id];
        const isDone = at !== undefined && at !== null;
        return html`<li class=${isDone ? 'done' : ''}>
          <span>${formatPlace(context, id)}</span>
          <span class="muted">${isDone ? formatDateTime(context, at) : words.notDone}</span>
        </li>`;
      })}
    </ol>
  </section>`;
}

function renderConsent(context: PeopleContext, row: PersonRow): TemplateResult | typeof nothing {
  return renderPair(context.localization.messages.people.consent, formatConsent(context, row).join(' · '));
}

function renderProperties(context: PeopleContext, row: PersonRow): unknown[] {
  return Object.entries(row.properties ?? {}).map(([property, value]) => {
    if (value === null) return nothing;
    const values: FilterValue[] = Array.isArray(value) ? value : [value];
    return renderPair(
      formatProperty(context, property),
      values.map((one) => formatValue(context, property, one)).join(', '),
    );
  });
}

/** What the host adds to the list; on cards not all of it has room. */
function renderHosts(context: PeopleContext, row: PersonRow): unknown[] {
  return listHosts(context).map(({ title, format }) => renderPair(title, format?.(row)));
}

function renderAbout(context: PeopleContext, row: PersonRow): TemplateResult {
  const { columns } = context.localization.messages.people;
  const entered = formatDate(context, row.enteredAt);
  const days = formatDays(context, row);
  return html`<dl>
    ${renderPair(columns.source, row.source ? formatValue(context, 'source', row.source) : '')}
    ${renderPair(columns.leadStage, row.leadStage ? formatValue(context, 'leadStage', row.leadStage) : '')}
    ${renderPair(columns.enteredAt, [entered, days].filter(Boolean).join(' · '))}
    ${renderPair(columns.lastContactedAt, formatDate(context, row.lastContactedAt))}
    ${renderPair(
      columns.tags,
      row.tags?.length
        ? html`<span class="tags wrap">${row.tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>`
        : '',
    )}
    ${renderHosts(context, row)} ${renderConsent(context, row)} ${renderProperties(context, row)}
  </dl>`;
}

function renderExplanation(view: PersonView): TemplateResult | typeof nothing {
  const { messages } = view.context.localization;
  const words = messages.people;
  const { explanation } = view;
  if (explanation.status === 'none') return nothing;
  return html`<section>
    <h4>${words.explanation}</h4>
    ${explanation.status === 'loading' ? html`<p class="muted">${words.explaining}</p>` : nothing}
    ${
      explanation.status === 'failed'
        ? html`<p class="muted">
            ${words.explainFailed}
            <button type="button" class="button" @click=${() => view.onRetry()}>${messages.retry}</button>
          </p>`
        : nothing
    }
    ${
      explanation.status === 'ready'
        ? html`<ul class="explanation">
            ${explanation.sentences.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>`
        : nothing
    }
  </section>`;
}

/** The details of a person: contact, next step, the journey with its dates, the rest, and why they are counted. */
export function renderPerson(view: PersonView): TemplateResult {
  const { context, row } = view;
  const words = context.localization.messages.people;
  const name = formatName(context, row);
  return html`<aside part="details" class="details" aria-label=${words.detailsOf(isolateText(name))}>
    <header class="details-head">
      <h3 tabindex="-1">${name}</h3>
      <button
        type="button"
        class="icon-button"
        aria-label=${words.closeDetails}
        @click=${() => view.onClose()}
      >
        <span class="icon-close" aria-hidden="true"></span>
      </button>
    </header>
    ${renderContacts(row)} ${renderNextStep(context, row)} ${renderJourney(context, row)}
    ${renderAbout(context, row)} ${renderExplanation(view)}
  </aside>`;
}
