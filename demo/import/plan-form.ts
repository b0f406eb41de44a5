import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { StoreSummary } from '../../src/engine/dataset/store-input.ts';
import { renderOption, valueOf } from '../page/shell.ts';
import {
  IMPORT_ORDERS,
  breakdownsOf,
  isReversed,
  toName,
  type ImportOrder,
  type ImportPlan,
} from './import-plan.ts';
import type { Strings } from './strings.ts';

/** What the form of the funnel needs from its page. */
export interface PlanFormHost {
  strings: Strings;
  language: string;
  summary: StoreSummary;
  change: (plan: ImportPlan) => void;
}

/** Steps, order, window, period and breakdown of the visitor's funnel. */
export function renderPlanForm(plan: ImportPlan, host: PlanFormHost): TemplateResult {
  const { strings } = host;
  return html`
    <p class="hint">${strings.stepsHint}</p>
    <ol class="steps">
      ${plan.steps.map((_, index) => renderStep(plan, index, host))}
    </ol>
    <button
      type="button"
      class="button"
      name="add-step"
      @click=${() => host.change(withStep(plan, host.summary))}
    >
      <span aria-hidden="true">+</span> ${strings.addStep}
    </button>
    <div class="fields plan-fields">
      ${renderOrder(plan, host)} ${renderWindow(plan, host)} ${renderDay('from', plan, host)}
      ${renderDay('to', plan, host)} ${renderBreakdown(plan, host)}
    </div>
    ${isReversed(plan) ? html`<p class="notice bad" role="alert">${strings.periodReversed}</p>` : nothing}
    <p class="hint">${strings.orderHints[plan.order]} ${strings.periodHint}</p>
  `;
}

function renderStep(plan: ImportPlan, index: number, host: PlanFormHost): TemplateResult {
  const { strings, summary, language } = host;
  const count = new Intl.NumberFormat(language);
  const number = index + 1;
  const set = (steps: readonly string[]) => host.change({ ...plan, steps });
  const pick = (event: Event) => set(plan.steps.map((type, at) => (at === index ? valueOf(event) : type)));
  const types = Object.entries(summary.types);
  return html`
    <li>
      <span class="step-number" aria-hidden="true">${number}</span>
      <select name=${`step-${number}`} aria-label=${strings.step(number)} @change=${pick}>
        ${types.map(([type, n]) => renderOption(type, `${toName(type)} (${count.format(n)})`, plan.steps[index] ?? ''))}
      </select>
      ${renderStepButton(ICON_UP, strings.moveUp(number), index === 0, () => set(swapped(plan.steps, index - 1)))}
      ${renderStepButton(ICON_DOWN, strings.moveDown(number), number === plan.steps.length, () => set(swapped(plan.steps, index)))}
      ${renderStepButton(ICON_REMOVE, strings.removeStep(number), plan.steps.length === 1, () =>
        set(plan.steps.filter((_, at) => at !== index)),
      )}
    </li>
  `;
}

function renderStepButton(icon: string, label: string, isOff: boolean, act: () => void): TemplateResult {
  return html`
    <button type="button" class="button quiet" aria-label=${label} ?disabled=${isOff} @click=${act}>
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${icon} /></svg>
    </button>
  `;
}

const ICON_UP = 'M10 15.5v-11m-4.5 4.5L10 4.5 14.5 9';
const ICON_DOWN = 'M10 4.5v11m-4.5-4.5 4.5 4.5 4.5-4.5';
const ICON_REMOVE = 'm5.5 5.5 9 9m0-9-9 9';

function swapped(steps: readonly string[], index: number): string[] {
  const copy = [...steps];
  copy.splice(index, 2, copy[index + 1]!, copy[index]!);
  return copy;
}

/** One step more: the first event type that is not in the funnel yet. */
function withStep(plan: ImportPlan, summary: StoreSummary): ImportPlan {
  const types = Object.keys(summary.types);
  const next = types.find((type) => !plan.steps.includes(type)) ?? types[0];
  return next === undefined ? plan : { ...plan, steps: [...plan.steps, next] };
}

function renderOrder(plan: ImportPlan, { strings, change }: PlanFormHost): TemplateResult {
  const pick = (event: Event) => change({ ...plan, order: valueOf(event) as ImportOrder });
  return html`
    <label class="field">
      <span>${strings.order}</span>
      <select name="order" @change=${pick}>
        ${IMPORT_ORDERS.map((order) => renderOption(order, strings.orders[order], plan.order))}
      </select>
    </label>
  `;
}

function renderWindow(plan: ImportPlan, { strings, change }: PlanFormHost): TemplateResult {
  return html`
    <label class="field">
      <span>${strings.window}</span>
      <input
        type="number"
        min="1"
        step="1"
        name="window"
        .value=${plan.windowDays}
        placeholder=${strings.windowNone}
        @change=${(event: Event) => change({ ...plan, windowDays: valueOf(event) })}
      />
    </label>
  `;
}

function renderDay(name: 'from' | 'to', plan: ImportPlan, { strings, change }: PlanFormHost): TemplateResult {
  const min = name === 'to' ? plan.from : '';
  const max = name === 'from' ? plan.to : '';
  return html`
    <label class="field">
      <span>${strings[name]}</span>
      <input
        type="date"
        name=${name}
        .value=${plan[name]}
        min=${ifDefined(min || undefined)}
        max=${ifDefined(max || undefined)}
        aria-invalid=${isReversed(plan)}
        @change=${(event: Event) => change({ ...plan, [name]: valueOf(event) })}
      />
    </label>
  `;
}

function renderBreakdown(
  plan: ImportPlan,
  { strings, change, summary }: PlanFormHost,
): TemplateResult | typeof nothing {
  const names = breakdownsOf(summary);
  if (names.length === 0) return nothing;
  const label = (name: string) =>
    strings.column[name.slice('person.'.length)] ?? toName(name.slice('person.'.length));
  return html`
    <label class="field">
      <span>${strings.breakdown}</span>
      <select name="breakdown" @change=${(event: Event) => change({ ...plan, breakdown: valueOf(event) })}>
        ${renderOption('', strings.noBreakdown, plan.breakdown)}
        ${names.map((name) => renderOption(name, label(name), plan.breakdown))}
      </select>
    </label>
  `;
}
