import { html, nothing, type TemplateResult } from 'lit';
import type { Highlight } from '../../events/highlight-change-event.ts';
import { type LegendItem, listLegend } from '../../layout/funnel-legend.ts';
import type { RowContext } from './render-cell.ts';

/** What the legend does. */
export interface LegendContext extends RowContext {
  handleHighlight: (highlight: Highlight | undefined) => void;
  handleKeydown: (event: KeyboardEvent) => void;
  handleFocusin: (event: Event) => void;
}

/** What colours, hatches and marks mean; a press makes one stand out, and changes no number. */
export function renderLegend(context: LegendContext): unknown {
  const items = listLegend(context.view, context.messages);
  if (items.length === 0 && !context.view.hasGoals) return nothing;
  const { chart } = context.messages;
  return html`<div
    class="legend ${context.textured ? 'textured' : ''}"
    part="legend"
    role="toolbar"
    aria-label=${chart.legend}
    data-focus-zone="legend"
    @keydown=${context.handleKeydown}
    @focusin=${context.handleFocusin}
  >
    ${items.map((item) => renderItem(item, context))}
    ${context.view.hasGoals ? html`<span class="key"><span class="swatch target" part="swatch" aria-hidden="true"></span> ${chart.goal}</span>` : nothing}
    ${items.some(({ rate }) => rate) ? html`<span class="key-note" aria-hidden="true">${chart.legendRates}</span>` : nothing}
  </div>`;
}

/** A rate with what it is of: beside the sample the number alone, its words for the pointer and for a reader. */
function renderRate(rate: string, { messages }: LegendContext): TemplateResult {
  const words = messages.chart.legendRate;
  return html`<b title="${rate} ${words}"><bdi>${rate}</bdi></b
    ><span class="visually-hidden"> ${words}</span>`;
}

function renderItem(
  { key, highlight, look, label, rate }: LegendItem,
  context: LegendContext,
): TemplateResult {
  const words = html`<span class="swatch ${look}" part="swatch" aria-hidden="true"></span
    ><bdi>${label}</bdi> ${rate ? renderRate(rate, context) : nothing}`;
  if (key === undefined) return html`<span class="key">${words}</span>`;
  const isOn = context.highlight === key;
  return html`<button
    type="button"
    class="key"
    aria-pressed=${isOn}
    @click=${() => context.handleHighlight(isOn ? undefined : highlight)}
  >
    ${words}
  </button>`;
}
