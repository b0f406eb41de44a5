import { html, nothing, type TemplateResult } from 'lit';
import { FunnelwheelError } from '../../engine/error.ts';
import { PRINT_LIMIT } from './list-viewport.ts';
import type { PeopleModel } from './people-model.ts';
import type { PeopleContext } from './people-text.ts';
import { COLLECT_LIMIT, type SelectionNews, type SelectionOutcome } from './selection-controller.ts';

/** Everything that is said about the list as a whole is drawn from this. */
export interface StateView {
  context: PeopleContext;
  model: PeopleModel;
  /** Whether a segment was chosen. */
  isChosen: boolean;
  /** Whether several parts were chosen together. */
  isUnion: boolean;
  /** Whether people were handed over, so that nobody need be asked. */
  isHanded: boolean;
  /** How many people the cell said it has. */
  expected: number | undefined;
  /** What came of the last act of selecting. */
  outcome: SelectionOutcome;
  /** What newer rows did to the selection. */
  news: SelectionNews | undefined;
  onRefresh(): void;
  onClear(): void;
}

/** That the list has another number than the cell it was opened by. */
export function renderChanged({ context, model, expected, onRefresh }: StateView) {
  const now = model.segmentTotal;
  if (expected === undefined || now === undefined || now === expected) return nothing;
  const { messages, format } = context.localization;
  return html`<div class="banner warn" role="alert">
    <span class="activity-text">${messages.people.changed(format.number(now), format.number(expected))}</span>
    <button type="button" class="button" @click=${onRefresh}>${messages.people.refresh}</button>
  </div>`;
}

/** What newer rows did to the selection, as a sentence. */
export function formatNews({ localization }: PeopleContext, news: SelectionNews): string {
  const { messages, format } = localization;
  if (news.kind === 'lost')
    return messages.people.selectionLost({ n: news.count, text: format.number(news.count) });
  return messages.people.selectionChanged(format.number(news.now), format.number(news.before));
}

/** On paper: that not everybody is on it. */
export function renderPrintNote({ context, model }: StateView) {
  const { messages, format } = context.localization;
  const total = model.total ?? 0;
  if (total <= PRINT_LIMIT) return nothing;
  const text = messages.people.printedPart(format.number(PRINT_LIMIT), format.number(total));
  return html`<p class="print-note">${text}</p>`;
}

/** What could not be selected, what is selected no more, or that only a part of the list is here. */
export function renderNotice({ context, model, outcome, news }: StateView) {
  const { messages, format } = context.localization;
  const words = messages.people;
  if (news) return html`<div class="banner warn">${formatNews(context, news)}</div>`;
  if (outcome === 'too-many') {
    return html`<div class="banner warn">${words.tooManyMatching(format.number(COLLECT_LIMIT))}</div>`;
  }
  if (outcome === 'rows-missing') return html`<div class="banner warn">${words.rangeFailed}</div>`;
  if (!model.isPartial) return nothing;
  const shown = model.allRows?.length ?? 0;
  return html`<div class="banner">
    ${words.onlyPart(format.number(shown), format.number(model.segmentTotal ?? 0))}
  </div>`;
}

function renderText(text: string, action: unknown = nothing): TemplateResult {
  return html`<div class="state">
    <p>${text}</p>
    ${action}
  </div>`;
}

function renderFailure({ context, model, isUnion }: StateView): TemplateResult {
  const { messages } = context.localization;
  const { code } = FunnelwheelError.from(model.error);
  if (code === 'not-configured') return renderText(messages.people.unavailable);
  if (code === 'unsupported' && isUnion) return renderText(messages.people.onePartOnly);
  const isOffline = code === 'network' && !navigator.onLine;
  const retry = html`<button type="button" class="button primary" @click=${() => model.retryAll()}>
    ${messages.retry}
  </button>`;
  const reason = isOffline ? messages.people.offline : messages.errors[code];
  return renderText(`${messages.people.failedList} ${reason}`, retry);
}

/** What stands in the place of the list where there is none; undefined where there is one. */
export function renderState(view: StateView): TemplateResult | undefined {
  const { context, model, isChosen, isHanded, onClear } = view;
  const words = context.localization.messages.people;
  if (!isHanded && !model.source) return renderText(isChosen ? words.unavailable : words.notChosen);
  if (model.error !== undefined) return renderFailure(view);
  if (model.total !== 0) return undefined;
  if (!model.segmentTotal) return renderText(context.description?.nobody ?? words.nobody.other);
  const clear = html`<button type="button" class="button" @click=${onClear}>${words.clearFilters}</button>`;
  return renderText(words.noMatch, clear);
}
