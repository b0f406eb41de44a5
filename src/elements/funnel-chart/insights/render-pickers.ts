import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StepOption } from '../../../layout/insight-steps.ts';

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
