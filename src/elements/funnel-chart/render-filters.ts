import { html, nothing, type TemplateResult } from 'lit';
import type { FilterOffer } from '../../engine/schema/index.ts';
import type { CoreLocalization } from '../../i18n/index.ts';
import { toValueLabel } from '../../layout/breakdown-groups.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import { closeIcon } from './icons.ts';
import {
  chosenValues,
  type FilterValue,
  listActiveFilters,
  offeredValues,
  type StepFilters,
} from './step-filters.ts';

/** What the filter panel and the chips are made from. */
export interface FilterContext {
  localization: CoreLocalization;
  filters: StepFilters;
  steps: readonly StepView[];
  handleToggle: (step: string, property: string, value: FilterValue, on: boolean) => void;
  handleClear: () => void;
}

/** The filters that are on, each with a button to take it off. */
export function renderActiveFilters(context: FilterContext): unknown {
  const active = listActiveFilters(context.filters);
  if (active.length === 0) return nothing;
  const { messages } = context.localization;
  return html`<ul class="chips" part="filters" aria-label=${messages.chart.filters}>
    ${active.map(({ step, property, value }) => {
      const text = toFilterText(step, property, value, context);
      return html`<li>
        <button
          type="button"
          class="chip"
          aria-label=${messages.chart.removeFilter(text)}
          @click=${() => context.handleToggle(step, property, value, false)}
        >
          ${text}<svg viewBox="0 0 20 20" aria-hidden="true">${closeIcon}</svg>
        </button>
      </li>`;
    })}
    <li>
      <button type="button" class="button quiet" @click=${context.handleClear}>
        ${messages.chart.clearFilters}
      </button>
    </li>
  </ul>`;
}

function toFilterText(step: string, property: string, value: FilterValue, context: FilterContext): string {
  const { messages } = context.localization;
  const label = context.steps.find((view) => view.id === step)?.label ?? step;
  const condition = `${messages.chart.property(property)} = ${toValueLabel(value, property, context.localization)}`;
  return messages.chart.activeFilter(label, condition);
}

/** What the panel of a step offers: a group of check boxes for each property, each value with its people. */
export function renderFilterPanel(
  step: StepView,
  offers: readonly (FilterOffer | undefined)[],
  context: FilterContext,
): TemplateResult {
  const { messages } = context.localization;
  return html`<h3 id="filters-title">${messages.chart.filterStep(step.label)}</h3>
    ${step.filters.map((named, index) => renderProperty(step, named.property, offers[index], context))}`;
}

function renderProperty(
  step: StepView,
  property: string,
  offer: FilterOffer | undefined,
  context: FilterContext,
): TemplateResult {
  const { messages } = context.localization;
  return html`<fieldset>
    <legend>${messages.chart.property(property)}</legend>
    ${offer ? renderValues(step, offer, context) : html`<p role="status">${messages.chart.filterLoading}</p>`}
  </fieldset>`;
}

function renderValues(step: StepView, offer: FilterOffer, context: FilterContext): unknown {
  const { messages, format } = context.localization;
  const chosen = chosenValues(context.filters, step.id, offer.property);
  const values = offeredValues(offer, chosen);
  if (values.length === 0) return html`<p>${messages.chart.filterNone}</p>`;
  return values.map(
    ({ value, count }) =>
      html`<label class="option">
        <input
          type="checkbox"
          .checked=${chosen.includes(value)}
          @change=${(event: Event) =>
            context.handleToggle(step.id, offer.property, value, (event.target as HTMLInputElement).checked)}
        />
        <span>${toValueLabel(value, offer.property, context.localization)}</span>
        <span>${format.number(count)}</span>
      </label>`,
  );
}
