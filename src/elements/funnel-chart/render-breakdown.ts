import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Attribution, FunnelView } from '../../events/view-change-event.ts';
import { BREAKDOWN_MESSAGES, type BreakdownMessages } from '../../i18n/breakdown-messages.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import { toPropertyLabel } from '../../layout/property-label.ts';

/** What breaks the chart down now, and what could. */
export interface BreakdownContext {
  localization: ChartLocalization;
  steps: readonly StepView[];
  /** The properties in force; two make pairs. */
  properties: readonly string[];
  attribution: Attribution;
  /** Known without asking. */
  offered: readonly string[];
  /** The host hands the figures over, so that a choice only tells it. */
  isSupplied: boolean;
  handleChange: (change: Pick<FunnelView, 'breakdown' | 'attribution'>) => void;
}

/** The panel: by which property, by which second one, and which of several values counts. */
export function renderBreakdownPanel(context: BreakdownContext, known: readonly string[]): TemplateResult {
  const { properties, localization } = context;
  const texts = BREAKDOWN_MESSAGES[localization.messages.language];
  const all = [...new Set([...known, ...context.offered, ...properties])];
  if (all.length === 0)
    return html`<h3>${texts.title}</h3>
      <p>${texts.none}</p>`;
  return html`<h3>${texts.title}</h3>
    <div class="choices">
      ${renderProperty(0, all, context, texts)}
      ${properties.length > 0 ? renderProperty(1, all, context, texts) : nothing}
      ${properties.some(isOfEvents) ? renderAttribution(context, texts) : nothing}
      ${context.isSupplied ? html`<p>${texts.supplied}</p>` : nothing}
    </div>`;
}

/** Those of the people, and whether they did a step, are one for each person: nothing is to be chosen. */
function isOfEvents(property: string): boolean {
  return !/^(person|step)\./.test(property);
}

function renderProperty(
  place: 0 | 1,
  all: readonly string[],
  context: BreakdownContext,
  texts: BreakdownMessages,
): TemplateResult {
  const { properties, localization } = context;
  const current = properties[place] ?? '';
  const other = properties[place === 0 ? 1 : 0];
  const handle = (event: Event): void => {
    const picked = (event.target as HTMLSelectElement).value;
    const next = place === 0 ? [picked, other] : [other, picked];
    const chosen = next.filter((name): name is string => Boolean(name));
    const breakdown = chosen.length > 1 ? chosen : chosen[0];
    context.handleChange({ ...(breakdown === undefined ? {} : { breakdown }) });
  };
  return html`<label class="choice">
    <span>${place === 0 ? texts.property : texts.second}</span>
    <select class="field" .value=${live(current)} @change=${handle}>
      <option value="" ?selected=${current === ''}>
        ${place === 0 ? localization.messages.chart.noBreakdown : texts.noSecond}
      </option>
      ${all
        .filter((name) => name !== other)
        .map(
          (name) =>
            html`<option value=${name} ?selected=${name === current}>
              ${toUniqueLabel(name, all, context, texts)}
            </option>`,
        )}
    </select>
  </label>`;
}

function toUniqueLabel(
  name: string,
  all: readonly string[],
  { steps, localization }: BreakdownContext,
  texts: BreakdownMessages,
): string {
  const labelOf = (property: string): string => toPropertyLabel(property, steps, localization);
  const label = labelOf(name);
  const isShared = all.some((other) => other !== name && labelOf(other) === label);
  return isShared && name.startsWith('person.') ? texts.ofPerson(label) : label;
}

function renderAttribution(context: BreakdownContext, texts: BreakdownMessages): TemplateResult {
  const { attribution, steps, properties } = context;
  const options: [value: Attribution, text: string][] = [
    ['first-touch', texts.firstTouch],
    ['last-touch', texts.lastTouch],
    ['all-events', texts.allEvents],
    ...steps.map(({ id, label }): [Attribution, string] => [`step:${id}`, texts.atStep(label)]),
  ];
  const handle = (event: Event): void => {
    const picked = (event.target as HTMLSelectElement).value as Attribution;
    const breakdown = properties.length > 1 ? [...properties] : properties[0];
    context.handleChange({ ...(breakdown === undefined ? {} : { breakdown }), attribution: picked });
  };
  return html`<label class="choice">
      <span>${texts.attribution}</span>
      <select class="field" .value=${live(attribution)} @change=${handle}>
        ${options.map(
          ([value, text]) => html`<option value=${value} ?selected=${value === attribution}>${text}</option>`,
        )}
      </select>
    </label>
    <p>${toExplanation(attribution, texts)}</p>`;
}

function toExplanation(attribution: Attribution, texts: BreakdownMessages): string {
  if (attribution === 'first-touch') return texts.explainFirst;
  if (attribution === 'last-touch') return texts.explainLast;
  return attribution === 'all-events' ? texts.explainAll : texts.explainStep;
}
