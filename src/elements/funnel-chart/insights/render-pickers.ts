import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { toPairIds, type StepOption, type StepPair } from '../../../layout/insight-steps.ts';

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
  pair: StepPair,
  words: { fromStep: string; toStep: string },
  handleChange: (pair: { from: string; to: string }) => void,
): TemplateResult {
  const chosen = toPairIds(pair);
  return html`${renderPicker({
    label: words.fromStep,
    value: chosen.from,
    options: pair.fromOptions,
    handleChange: (id) => handleChange({ ...chosen, from: id }),
  })}
  ${renderPicker({
    label: words.toStep,
    value: chosen.to,
    options: pair.toOptions,
    handleChange: (id) => handleChange({ ...chosen, to: id }),
  })}`;
}
