import { html, nothing, type TemplateResult } from 'lit';
import type { ExperimentMessages } from '../../i18n/figures-experiment.ts';
import type { ExperimentView, VariantView } from '../../layout/figures-experiment-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** The variants under each other on one scale: a point for the rate, a bar for what it may be. */
export function renderVariants(view: ExperimentView): TemplateResult {
  return html`<div class="variants" part="variants" ${cssProperties({ '--_control': view.controlPlace })}>
    <ul class="list">
      ${view.variants.map((variant) => renderVariant(variant, view))}
    </ul>
    <div class="scale" aria-hidden="true">
      <div class="ticks">
        ${view.axis.ticks.map(({ place, text }) => html`<span ${cssProperties({ '--_at': place })}>${text}</span>`)}
      </div>
    </div>
    <p class="axis-title">${view.axis.title}</p>
  </div>`;
}

function renderVariant(variant: VariantView, { axis, verdict }: ExperimentView): TemplateResult {
  const { name, exposed, rate, counts, between, place, versus, versusBetween } = variant;
  return html`<li
    class="variant ${variant.isControl ? 'control' : ''} ${variant.verdict ?? ''}"
    part="variant"
  >
    <div class="who">
      <strong>${name}</strong>
      ${variant.verdict ? html`<span class="pill">${verdict.title}</span>` : nothing}
      <small>${exposed}</small>
    </div>
    <div class="drawn" aria-hidden="true">
      ${axis.ticks.map((tick) => html`<span class="rule" ${cssProperties({ '--_at': tick.place })}></span>`)}
      <span class="line"></span>
      ${
        place
          ? html`<span
                class="interval"
                ${cssProperties({ '--_low': place.low, '--_high': place.high, '--_rate': place.rate })}
              ></span>
              <span class="dot" ${cssProperties({ '--_rate': place.rate })}></span>`
          : nothing
      }
    </div>
    <div class="figures">
      <p><strong class="rate">${rate}</strong> <span>${counts}</span></p>
      ${between ? html`<p class="quiet">${between}</p>` : nothing}
    </div>
    <div class="against">
      ${versus ? html`<p><strong>${versus}</strong></p>` : nothing}
      ${versusBetween ? html`<p class="quiet">${versusBetween}</p>` : nothing}
    </div>
  </li>`;
}

/** Which step is read, where there are several. */
export function renderSteps(
  { steps, step }: ExperimentView,
  messages: ExperimentMessages,
  handleStep: (id: string) => void,
): TemplateResult | typeof nothing {
  if (steps.length < 2) return nothing;
  const handleChange = (event: Event) => handleStep((event.target as HTMLSelectElement).value);
  return html`<label class="steps">
    <span>${messages.step}</span>
    <select class="field" @change=${handleChange}>
      ${steps.map(({ id, name }, i) => html`<option value=${id} ?selected=${i === step}>${name}</option>`)}
    </select>
  </label>`;
}

/** What is missing, and what to be careful about. */
export function renderRemarks(
  remarks: readonly string[],
  messages: ExperimentMessages,
): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing;
  return html`<section class="remarks" part="remarks" aria-labelledby="remarks">
    <h3 id="remarks">${messages.missing}</h3>
    <ul>
      ${remarks.map((remark) => html`<li>${remark}</li>`)}
    </ul>
  </section>`;
}

/** Every figure of the tests, folded away. */
export function renderTests({ tests }: ExperimentView, messages: ExperimentMessages): TemplateResult {
  return html`<details class="tests" part="tests">
    <summary>${messages.tests}</summary>
    <p class="quiet">${messages.testsIntro}</p>
    <table role="table" aria-label=${messages.tests}>
      <thead>
        <tr role="row">
          <td role="cell"></td>
          ${tests.columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${tests.rows.map(
          ({ label, cells }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${label}</th>
              ${cells.map((cell, i) => html`<td role="cell" data-label=${tests.columns[i] ?? ''}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${tests.overall ? html`<p class="quiet">${tests.overall}</p>` : nothing}
    <p class="quiet">${tests.method}</p>
  </details>`;
}
