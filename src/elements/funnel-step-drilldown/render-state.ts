import { html, nothing, type TemplateResult } from 'lit';
import { FunnelwheelError } from '../../engine/error.ts';
import type { Segment } from '../../engine/schema/index.ts';
import type { PeopleModel } from './people-model.ts';
import type { PeopleContext } from './people-text.ts';
import { COLLECT_LIMIT, type SelectionOutcome } from './selection-controller.ts';

/** Everything that is said about the list as a whole is drawn from this. */
export interface StateView {
  context: PeopleContext;
  model: PeopleModel;
  segment: Segment | undefined;
  /** Whether people were handed over, so that nobody need be asked. */
  isHanded: boolean;
  /** How many people the cell said it has. */
  expected: number | undefined;
  /** What came of the last act of selecting. */
  outcome: SelectionOutcome;
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

/** What could not be selected, or that only a part of the list is here. */
export function renderNotice({ context, model, outcome }: StateView) {
  const { messages, format } = context.localization;
  const words = messages.people;
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

function formatNobody(context: PeopleContext, segment: Segment | undefined): string {
  const { nobody } = context.localization.messages.people;
  const outcome = segment?.outcome;
  return outcome === 'dropped' || outcome === 'open' || outcome === 'converted'
    ? nobody[outcome]
    : nobody.other;
}

function renderText(text: string, action: unknown = nothing): TemplateResult {
  return html`<div class="state">
    <p>${text}</p>
    ${action}
  </div>`;
}

function renderFailure({ context, model }: StateView): TemplateResult {
  const { messages } = context.localization;
  const { code } = FunnelwheelError.from(model.error);
  if (code === 'not-configured') return renderText(messages.people.unavailable);
  const retry = html`<button type="button" class="button primary" @click=${() => model.retryAll()}>
    ${messages.retry}
  </button>`;
  return renderText(`${messages.people.failedList} ${messages.errors[code]}`, retry);
}

/** What stands in the place of the list where there is none; undefined where there is one. */
export function renderState(view: StateView): TemplateResult | undefined {
  const { context, model, segment, isHanded, onClear } = view;
  const words = context.localization.messages.people;
  if (!isHanded && !model.source) return renderText(segment ? words.unavailable : words.notChosen);
  if (model.error !== undefined) return renderFailure(view);
  if (model.total !== 0) return undefined;
  if (!model.segmentTotal) return renderText(formatNobody(context, segment));
  const clear = html`<button type="button" class="button" @click=${onClear}>${words.clearFilters}</button>`;
  return renderText(words.noMatch, clear);
}
