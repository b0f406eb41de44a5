import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FunnelView } from '../../events/view-change-event.ts';
import { type CoreLocalization, toLocalizedText } from '../../i18n/index.ts';
import type { FunnelChoice } from './funnel-choices-controller.ts';

/** What the pickers of a run show and change. */
export interface RunControlsContext {
  localization: CoreLocalization;
  /** `funnel`, `period`, `compare`, `lookback`: which pickers the host wants. */
  has: (control: string) => boolean;
  view: FunnelView;
  /** The funnel that is shown, which may be none of the list. */
  funnel: { id: string | undefined; title: string };
  /** What the picker of funnels lists; undefined while it is not there. */
  funnels: readonly FunnelChoice[] | undefined;
  handleFunnel: (funnel: FunnelChoice) => void;
  handleChange: (change: FunnelView) => void;
}

/** Pickers for the funnel, the period, the comparison and the look-back, for hosts that do not build their own. */
export function renderRunControls(context: RunControlsContext): unknown {
  const pickers = [
    context.has('funnel') ? renderFunnels(context) : nothing,
    context.has('period') ? renderPeriod(context) : nothing,
    context.has('lookback') ? renderLookback(context) : nothing,
    context.has('compare') ? renderCompare(context) : nothing,
  ];
  if (pickers.every((picker) => picker === nothing)) return nothing;
  return html`<div class="tools" part="run-controls" data-focus-zone="run-controls">${pickers}</div>`;
}

function renderFunnels({ localization, funnels, funnel, handleFunnel }: RunControlsContext): unknown {
  if (!funnels) return nothing;
  const { chart } = localization.messages;
  const isKnown = funnels.some(({ id }) => id === funnel.id);
  const handle = (event: Event): void => {
    const picked = funnels.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (picked) handleFunnel(picked);
  };
  return html`<label class="select">
    ${chart.funnel}
    <select class="field" @change=${handle}>
      ${isKnown ? nothing : html`<option value="" selected>${funnel.title}</option>`}
      ${funnels.map(
        ({ id, name }) =>
          html`<option value=${id} .selected=${live(id === funnel.id)}>
            ${toLocalizedText(name, localization.tag, id)}
          </option>`,
      )}
    </select>
  </label>`;
}

function renderPeriod(context: RunControlsContext): TemplateResult {
  const { chart } = context.localization.messages;
  return html`${renderDate(chart.periodFrom, 'from', context)} ${renderDate(chart.periodTo, 'to', context)}`;
}

function renderDate(
  label: string,
  end: 'from' | 'to',
  { view, handleChange }: RunControlsContext,
): TemplateResult {
  const handle = (event: Event): void => handleChange({ [end]: inputOf(event).value || undefined });
  return html`<label class="select">
    ${label}
    <input
      class="field"
      type="date"
      .value=${live(view[end] ?? '')}
      min=${(end === 'to' && view.from) || nothing}
      max=${(end === 'from' && view.to) || nothing}
      @change=${handle}
    />
  </label>`;
}

function renderLookback({ localization, view, handleChange }: RunControlsContext): TemplateResult {
  const handle = (event: Event): void => {
    const input = inputOf(event);
    if (input.checkValidity()) handleChange({ lookbackDays: input.value ? input.valueAsNumber : undefined });
  };
  return html`<label class="select">
    ${localization.messages.chart.lookbackDays}
    <input
      class="field days"
      type="number"
      min="1"
      max="3650"
      step="1"
      .value=${live(view.lookbackDays === undefined ? '' : String(view.lookbackDays))}
      @change=${handle}
    />
  </label>`;
}

function renderCompare({ localization, view, handleChange }: RunControlsContext): TemplateResult {
  const handle = (event: Event): void =>
    handleChange({ compare: inputOf(event).checked ? 'previous' : undefined });
  return html`<label class="select">
    <input type="checkbox" .checked=${live(Boolean(view.compare))} @change=${handle} />
    ${localization.messages.chart.comparePrevious}
  </label>`;
}

function inputOf(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}
