import { html, nothing } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { toValueLabel } from '../../layout/breakdown-groups.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import { closeIcon } from './icons.ts';
import { type FilterValue, listActiveFilters, type StepFilters } from './step-filters.ts';

/** What the filter panel and the chips are made from. */
export interface FilterContext {
  localization: ChartLocalization;
  filters: StepFilters;
  steps: readonly StepView[];
  handleToggle: (step: string, property: string, value: FilterValue, on: boolean) => void;
  handleClear: () => void;
  /** Opens the people of a cell by its key. */
  handleOpen: (cell: string) => void;
}

/** The filters that are on, each with a button to take it off. */
export function renderActiveFilters(context: FilterContext): unknown {
  const active = listActiveFilters(context.filters);
  if (active.length === 0) return nothing;
  const { messages } = context.localization;
  return html`<ul class="chips" part="filters" data-focus-zone="filters" aria-label=${messages.chart.filters}>
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
      <button type="button" class="button quiet clear" @click=${context.handleClear}>
        ${messages.chart.clearFilters}
      </button>
    </li>
  </ul>`;
}

/** Every chosen value in words. */
export function listFilterTexts(context: FilterContext): string[] {
  return listActiveFilters(context.filters).map(({ step, property, value }) =>
    toFilterText(step, property, value, context),
  );
}

function toFilterText(step: string, property: string, value: FilterValue, context: FilterContext): string {
  const { messages } = context.localization;
  const label = context.steps.find((view) => view.id === step)?.label ?? step;
  const condition = `${messages.property(property)} = ${toValueLabel(value, property, context.localization)}`;
  return messages.chart.activeFilter(label, condition);
}
