import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StepOption, StepPair } from '../../../layout/insight-steps.ts';

/** A choice of one of several. */
export interface Picker {
  label: string;
  value: string;
  options: readonly StepOption[];
  handleChange: (value: string) => void;
}

/** A labelled list to choose from. */
export function renderPicker({ label, value, options, handleChange }: Picker): TemplateResult {
  return html`<label class="select">
    ${label}
    <select
      class="field"
      @change=${(event: Event) => handleChange((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.id} .selected=${live(option.id === value)}>${option.label}</option>`,
      )}
    </select>
  </label>`;
}

/** Which two steps a section is about. */
export function renderStepPair(
  { from, to, fromOptions, toOptions }: StepPair,
  words: { fromStep: string; toStep: string },
  handleChange: (pair: { from: string; to: string }) => void,
): TemplateResult {
  const chosen = { from: from.id, to: to.id };
  return html`${renderPicker({
    label: words.fromStep,
    value: from.id,
    options: fromOptions,
    handleChange: (id) => handleChange({ ...chosen, from: id }),
  })}
  ${renderPicker({
    label: words.toStep,
    value: to.id,
    options: toOptions,
    handleChange: (id) => handleChange({ ...chosen, to: id }),
  })}`;
}
