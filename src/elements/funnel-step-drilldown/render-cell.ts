import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PersonRow } from '../../engine/schema/index.ts';
import { isolateText } from '../../i18n/people-values.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { Column, ListLayout } from './columns.ts';
import { toInstant } from './people-list.ts';
import {
  computeDays,
  formatConsent,
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

const SHOWN_TAGS = 2;
/** Who waits for longer than this many days is set in bold. */
const LONG_WAIT = 30;

/** Everything a cell is drawn from. */
export interface CellView {
  context: PeopleContext;
  layout: ListLayout;
  plan: Pick<ColumnPlan, 'isDrawn' | 'findSecondLine'>;
  isSelected(row: PersonRow): boolean;
  getMark(row: PersonRow): RowMark | undefined;
}

function renderMark(view: CellView, mark: RowMark | undefined): TemplateResult | typeof nothing {
  if (!mark) return nothing;
  const { messages } = view.context.localization;
  const words = messages.people;
  const text = { running: words.markRunning, done: words.markDone, failed: words.markFailed }[mark.state];
  const reason = mark.reason ? `${messages.colon}${mark.reason}` : '';
  return html`<span class="mark ${mark.state}" title=${mark.reason ?? nothing}
    ><span class="mark-icon" aria-hidden="true"></span>${text}${reason}</span
  >`;
}

/** The name and the contact. Why something failed takes the contact's place: it needs all the room there is. */
function renderName(view: CellView, row: PersonRow): TemplateResult {
  const contact = formatContact(row);
  const mark = view.getMark(row);
  const name = html`<span class="name strong">${formatName(view.context, row)}</span>`;
  if (mark?.state === 'failed') return html`${name}<span class="verdict">${renderMark(view, mark)}</span>`;
  // On a card the mark stands beside the name, where there is no room for more.
  const second = view.layout === 'cards' && mark ? '' : contact;
  return html`${name}
  ${second || mark ? html`<span class="line second">${renderMark(view, mark)}${second}</span>` : nothing}`;
}

/** How many more tags there are, beside the last one shown. */
function renderMoreTags(view: CellView, rest: readonly string[]): TemplateResult | typeof nothing {
  if (rest.length === 0) return nothing;
  const { messages, format } = view.context.localization;
  return html`<span class="more"
    >${messages.people.moreTags(format.number(rest.length))}<span class="visually-hidden"
      >${rest.join(', ')}</span
    ></span
  >`;
}

/** Two tags, one above the other where they are long, and how many more. */
function renderTags(view: CellView, row: PersonRow): TemplateResult | typeof nothing {
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

/** How long someone has stood here. */
function renderWaiting(view: CellView, row: PersonRow): TemplateResult {
  const days = computeDays(view.context, row);
  const text = formatDays(view.context, row);
  const hasDate = view.layout !== 'cards' && view.plan.findSecondLine('waiting') !== undefined;
  const date = hasDate ? formatDate(view.context, row.enteredAt) : '';
  return html`<span class="line ${days !== undefined && days > LONG_WAIT ? 'strong' : ''}">${text}</span>
    ${date ? html`<span class="line second">${date}</span>` : nothing}`;
}

function renderNext(view: CellView, row: PersonRow): TemplateResult {
  const detail = formatNextDetail(view.context, row);
  const isBooked = toInstant(row.next?.scheduledAt) !== undefined;
  return html`<span class="line">${formatNext(view.context, row)}</span>
    ${detail ? html`<span class="line second ${isBooked ? 'booked' : ''}" title=${detail}>${detail}</span>` : nothing}`;
}

function formatSource({ context }: CellView, row: PersonRow): string {
  return row.source ? formatValue(context, 'source', row.source) : '';
}

function renderLeadStage(view: CellView, row: PersonRow): TemplateResult {
  const text = row.leadStage ? formatValue(view.context, 'leadStage', row.leadStage) : '';
  const hasSource = view.layout !== 'cards' && view.plan.findSecondLine('leadStage') !== undefined;
  const source = hasSource ? formatSource(view, row) : '';
  return html`${text ? html`<span class="line"><span class="stage">${text}</span></span>` : nothing}
  ${source ? html`<span class="line second">${source}</span>` : nothing}`;
}

function renderConsent(view: CellView, row: PersonRow): unknown {
  return formatConsent(view.context, row).map((text) => html`<span class="line second">${text}</span>`);
}

/** The text of a column of the host's, or of a property; on cards with its title, as no header stands over it. */
function formatOther({ context, layout }: CellView, { title, format }: Column, row: PersonRow): string {
  const text = format?.(row) ?? '';
  return text && layout === 'cards' ? `${title}${context.localization.messages.colon}${text}` : text;
}

function renderCheckbox(view: CellView, row: PersonRow): TemplateResult {
  const words = view.context.localization.messages.people;
  return html`<input
    type="checkbox"
    tabindex="-1"
    aria-label=${words.selectRow(isolateText(formatName(view.context, row)))}
    .checked=${live(view.isSelected(row))}
  />`;
}

/** What stands in a cell of a person. */
export function renderContent(view: CellView, column: Column, row: PersonRow): unknown {
  switch (column.id) {
    case 'select':
      return renderCheckbox(view, row);
    case 'name':
      return renderName(view, row);
    case 'source':
      return html`<span class="line">${formatSource(view, row)}</span>`;
    case 'leadStage':
      return renderLeadStage(view, row);
    case 'enteredAt':
    case 'lastContactedAt':
      return html`<span class="line">${formatDate(view.context, row[column.id])}</span>`;
    case 'waiting':
      return renderWaiting(view, row);
    case 'next':
      return renderNext(view, row);
    case 'tags':
      return renderTags(view, row);
    case 'consent':
      return renderConsent(view, row);
    default: {
      const text = formatOther(view, column, row);
      return html`<span class="line" title=${text || nothing}>${text}</span>`;
    }
  }
}
