import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { getWhatIfLocalization, type WhatIfLocalization } from '../../../i18n/insight-what-if.ts';
import { layoutWhatIf, toThought, type WhatIfRow, type WhatIfView } from '../../../layout/insight-what-if.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderPicker } from './render-pickers.ts';

/** One step's rate as another, and what would follow. */
export const panel: InsightPanel = { render, renderControls };

function toView(context: PanelContext): WhatIfView | undefined {
  const words = getWhatIfLocalization(context.localization.tag);
  const thought = toThought(context.result, context.view.whatIf);
  return thought && layoutWhatIf(thought, { ...context, words });
}

function renderControls(context: PanelContext): unknown {
  const view = toView(context);
  if (!view) return nothing;
  const { messages } = getWhatIfLocalization(context.localization.tag);
  const picker = renderPicker({
    label: messages.step,
    value: view.step,
    options: view.steps,
    handleChange: (step) => context.change({ whatIf: toThought(context.result, { step }) }),
  });
  return html`${picker} ${view.now === undefined ? nothing : renderSlider(view, messages, context)}`;
}

/** The slider for the hand, the field for a number; both say what the rate is now. */
function renderSlider(
  { step, label, rate, now = 0, valueText }: WhatIfView,
  messages: WhatIfLocalization['messages'],
  { preview, change }: PanelContext,
): TemplateResult {
  const toWhatIf = (event: Event) => ({
    whatIf: {
      step,
      rate: Math.max(0, Math.min(1, (event.target as HTMLInputElement).valueAsNumber / 100 || 0)),
    },
  });
  // While it moves the host is told nothing: only where it comes to rest.
  const percent = String(Number((rate * 100).toFixed(1)));
  return html`<span class="slider" ${cssProperties({ '--_now': now })}>
      <input
        type="range"
        min="0"
        max="100"
        step="0.5"
        aria-label=${messages.rate(label)}
        aria-valuetext=${valueText}
        .value=${live(percent)}
        @input=${(event: Event) => preview(toWhatIf(event))}
        @change=${(event: Event) => change(toWhatIf(event))}
      />
    </span>
    <label class="select">
      <span class="visually-hidden">${messages.rate(label)}</span>
      <input
        class="field percent"
        type="number"
        min="0"
        max="100"
        step="0.1"
        .value=${live(percent)}
        @change=${(event: Event) => change(toWhatIf(event))}
      />
      ${messages.percent}
    </label>
    <button type="button" class="button" @click=${() => change({ whatIf: undefined })}>
      ${messages.reset}
    </button>`;
}

function render(context: PanelContext): PanelContent {
  const words = getWhatIfLocalization(context.localization.tag);
  const view = toView(context);
  if (!view) return { title: words.messages.impossible };
  if (view.reason) return { title: view.title, lead: view.reason };
  return {
    title: view.title,
    lead: view.lead,
    body: renderCases(view.rows, words),
    notes: [words.messages.note],
  };
}

function renderCases(rows: readonly WhatIfRow[], { messages }: WhatIfLocalization): TemplateResult {
  const columns = [messages.asItIs, messages.all, messages.half];
  return html`<table role="table" class="insight-table what-if" aria-label=${messages.table}>
    <thead>
      <tr role="row">
        <td role="cell"></td>
        ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, cells, sizes }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${label}</th>
            ${cells.map(
              (cell, index) =>
                html`<td role="cell" data-label=${columns[index] ?? ''}>
                  ${cell || '—'}
                  ${
                    sizes.length > 0
                      ? html`<span
                          class="case-bar case-${index}"
                          ${cssProperties({ '--_size': sizes[index] })}
                        ></span>`
                      : nothing
                  }
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
