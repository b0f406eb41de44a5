import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FunnelwheelError } from '../../engine/error.ts';
import { compileFunnel } from '../../engine/funnel/plan/compile-funnel.ts';
import type { FilterOffer, FunnelResult } from '../../engine/schema/index.ts';
import { describeFunnel, type FunnelDescription } from '../../i18n/describe-funnel.ts';
import { HELP_KEYS } from '../../i18n/help-keys.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { toValueLabel } from '../../layout/breakdown-groups.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import { BreakdownOffers } from './breakdown-offers.ts';
import { FilterOffersController } from './filter-offers-controller.ts';
import type { Panel } from './panel.ts';
import type { PanelContext, PanelQuestions } from './panel-controller.ts';
import { renderBreakdownPanel } from './render-breakdown.ts';
import type { FilterContext } from './render-filters.ts';
import { renderMenu } from './render-menu.ts';
import { chosenValues, offeredValues } from './step-filters.ts';

export { panelStyles } from './styles/panel-styles.ts';

/** What the popover holds: loaded when one is opened for the first time. */
export class PanelContent {
  readonly #offers: FilterOffersController;
  readonly #breakdowns: BreakdownOffers;
  /** Each opening has an object of its own. */
  #panel: Panel | undefined;

  constructor(host: ReactiveControllerHost, ask: PanelQuestions) {
    this.#offers = new FilterOffersController(host, ask.filterValues);
    this.#breakdowns = new BreakdownOffers(host, ask.breakdowns);
  }

  render(panel: Panel, result: FunnelResult | undefined, context: PanelContext): unknown {
    if (panel !== this.#panel) this.#offers.reorder();
    this.#panel = panel;
    if (panel.kind === 'help') return renderHelp(context.localization);
    if (panel.kind === 'breakdown') {
      return renderBreakdownPanel(context.breakdown, this.#breakdowns.of(result));
    }
    if (panel.kind === 'rules') return renderRules(result, context.localization);
    const step = context.steps.find(({ id }) => id === panel.step);
    if (panel.kind === 'menu') return step ? renderMenu(step, context) : nothing;
    return step ? renderFilterPanel(step, this.#offers.offersOf(step, result), context) : nothing;
  }
}

/** The keys of the grid. */
function renderHelp({ messages }: ChartLocalization): TemplateResult {
  return html`<h3>${messages.chart.helpTitle}</h3>
    <dl class="keys">
      ${HELP_KEYS[messages.language].map(
        ([keys, does]) =>
          html`<dt>${keys}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>`;
}

/** The funnel's definition in words. */
function renderRules(result: FunnelResult | undefined, { messages, tag }: ChartLocalization): TemplateResult {
  const description = describe(result, tag);
  return html`<h3>${messages.chart.rules}</h3>
    ${
      description
        ? html`<ol class="rules">
              ${description.steps.map(({ name, rule }) => html`<li><strong>${name}</strong> ${rule}</li>`)}
            </ol>
            <ul class="rules">
              ${description.rules.map((rule) => html`<li>${rule}</li>`)}
            </ul>`
        : html`<p>${messages.chart.rulesUnavailable}</p>`
    }`;
}

/** Undefined where a host sent a definition of a form of its own. */
function describe(result: FunnelResult | undefined, tag: string): FunnelDescription | undefined {
  try {
    return describeFunnel(compileFunnel(result?.funnel?.definition, { order: result?.order }), tag);
  } catch (error) {
    if (error instanceof FunnelwheelError) return undefined;
    throw error;
  }
}

/** What a step can be filtered by: a group of check boxes for each property, each value with its people. */
function renderFilterPanel(
  step: StepView,
  offers: readonly (FilterOffer | undefined)[],
  context: FilterContext,
): TemplateResult {
  const { messages } = context.localization;
  return html`<h3>${messages.chart.filterStep(step.label)}</h3>
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
    <legend>${messages.property(property)}</legend>
    ${offer ? renderValues(step, offer, context) : html`<p role="status">${messages.chart.filterLoading}</p>`}
  </fieldset>`;
}

function renderValues(step: StepView, offer: FilterOffer, context: FilterContext): unknown {
  const { messages, format } = context.localization;
  const chosen = chosenValues(context.filters, step.id, offer.property);
  const values = offeredValues(offer, chosen);
  if (values.length === 0) return html`<p>${messages.chart.filterNone}</p>`;
  // By value: new counts must not take the focus from the box that was just ticked.
  return repeat(
    values,
    ({ value }) => value,
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
