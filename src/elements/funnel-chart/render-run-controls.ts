import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FunnelView } from '../../events/view-change-event.ts';
import type { GroupValue } from '../../engine/schema/index.ts';
import { COMPARE_MESSAGES, type CompareMessages } from '../../i18n/compare-messages.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import type { FunnelChoice } from './funnel-choices-controller.ts';

/** What the pickers of a run show and change. */
export interface RunControlsContext {
  localization: ChartLocalization;
  /** `funnel`, `period`, `compare`, `lookback`: which pickers the host wants. */
  has: (control: string) => boolean;
  view: FunnelView;
  /** The funnel that is shown, which may be none of the list. */
  funnel: { id: string | undefined; title: string };
  /** What the picker of funnels lists; undefined while it is not there. */
  funnels: readonly FunnelChoice[] | undefined;
  /** The groups of the breakdown that can be asked for. */
  groups: readonly { value: GroupValue; label: string }[];
  handleFunnel: (funnel: FunnelChoice) => void;
  handleChange: (change: FunnelView) => void;
}

/** Pickers for the funnel, the period, the comparison and the look-back, for hosts that do not build their own. */
export function renderRunControls(context: RunControlsContext): unknown {
  const pickers = [
    context.has('funnel') ? renderFunnels(context) : nothing,
    context.has('period') ? renderPeriod(context) : nothing,
    context.has('lookback') ? renderLookback(context) : nothing,
    context.has('compare') ? renderCompare(context) : nothing,
  ];
  if (pickers.every((picker) => picker === nothing)) return nothing;
  return html`<div class="tools" part="run-controls" data-focus-zone="run-controls">${pickers}</div>`;
}

function renderFunnels({ localization, funnels, funnel, handleFunnel }: RunControlsContext): unknown {
  if (!funnels) return nothing;
  const { chart } = localization.messages;
  const isKnown = funnels.some(({ id }) => id === funnel.id);
  const handle = (event: Event): void => {
    const picked = funnels.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (picked) handleFunnel(picked);
  };
  return html`<label class="select">
    ${chart.funnel}
    <select class="field" @change=${handle}>
      ${isKnown ? nothing : html`<option value="" selected>${funnel.title}</option>`}
      ${funnels.map(
        ({ id, name }) =>
          html`<option value=${id} .selected=${live(id === funnel.id)}>
            ${toLocalizedText(name, localization.tag, id)}
          </option>`,
      )}
    </select>
  </label>`;
}

function renderPeriod(context: RunControlsContext): TemplateResult {
  const { chart } = context.localization.messages;
  return html`${renderDate(chart.periodFrom, 'from', context)} ${renderDate(chart.periodTo, 'to', context)}`;
}

function renderDate(
  label: string,
  end: 'from' | 'to',
  { view, handleChange }: RunControlsContext,
): TemplateResult {
  const handle = (event: Event): void => handleChange({ [end]: inputOf(event).value || undefined });
  return html`<label class="select">
    ${label}
    <input
      class="field"
      type="date"
      .value=${live(view[end] ?? '')}
      min=${(end === 'to' && view.from) || nothing}
      max=${(end === 'from' && view.to) || nothing}
      @change=${handle}
    />
  </label>`;
}

function renderLookback({ localization, view, handleChange }: RunControlsContext): TemplateResult {
  const handle = (event: Event): void => {
    const input = inputOf(event);
    if (input.checkValidity()) handleChange({ lookbackDays: input.value ? input.valueAsNumber : undefined });
  };
  return html`<label class="select">
    ${localization.messages.chart.lookbackDays}
    <input
      class="field days"
      type="number"
      min="1"
      max="3650"
      step="1"
      .value=${live(view.lookbackDays === undefined ? '' : String(view.lookbackDays))}
      @change=${handle}
    />
  </label>`;
}

type CompareKind = '' | 'previous' | 'period' | 'groups';

/** The period before, any other, or two groups of the breakdown. */
function renderCompare(context: RunControlsContext): TemplateResult {
  const { localization, view, groups, handleChange } = context;
  const texts = COMPARE_MESSAGES[localization.messages.language];
  const kind = toCompareKind(view.compare);
  const options: [CompareKind, string][] = [
    ['', texts.none],
    ['previous', texts.previous],
    ['period', texts.period],
    ...(groups.length > 1 || kind === 'groups' ? [['groups', texts.groups] as [CompareKind, string]] : []),
  ];
  const handle = (event: Event): void => {
    const picked = (event.target as HTMLSelectElement).value as CompareKind;
    handleChange({ compare: toCompare(picked, context) });
  };
  return html`<label class="select">
      ${texts.compare}
      <select class="field" .value=${live(kind)} @change=${handle}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === kind}>${text}</option>`)}
      </select>
    </label>
    ${kind === 'period' ? renderComparedDates(context, texts) : nothing}
    ${kind === 'groups' ? renderComparedGroups(context, texts) : nothing}`;
}

function toCompareKind(compare: string | undefined): CompareKind {
  if (!compare) return '';
  if (compare.startsWith('groups:')) return 'groups';
  return compare.includes('..') ? 'period' : 'previous';
}

/** What a kind of comparison begins with: the same days a year before, the first group with the second. */
function toCompare(kind: CompareKind, { view, groups }: RunControlsContext): string | undefined {
  if (kind === 'groups') return toGroups(groups.slice(0, 2).map(({ value }) => value));
  if (kind === 'period') return `${aYearBefore(view.from)}..${aYearBefore(view.to)}`;
  return kind || undefined;
}

function toGroups(values: readonly unknown[]): string {
  return `groups:${JSON.stringify(values)}`;
}

function aYearBefore(date: string | undefined): string {
  const [, year, rest] = /^(\d{4})(-\d{2}-\d{2})$/.exec(date ?? '') ?? [];
  if (year === undefined || rest === undefined) return '';
  // Not every year has a 29th of February.
  return `${Number(year) - 1}${rest === '-02-29' ? '-02-28' : rest}`;
}

function renderComparedDates({ view, handleChange }: RunControlsContext, texts: CompareMessages): unknown {
  const ends = (view.compare ?? '').split('..');
  return [texts.from, texts.to].map((label, end) => {
    const handle = (event: Event): void => {
      const next = ends.with(end, inputOf(event).value);
      handleChange({ compare: next.join('..') });
    };
    return html`<label class="select">
      ${label} <input class="field" type="date" .value=${live(ends[end] ?? '')} @change=${handle} />
    </label>`;
  });
}

function renderComparedGroups(
  { view, groups, handleChange }: RunControlsContext,
  texts: CompareMessages,
): unknown {
  const texted = groups.map(({ value, label }) => ({ key: JSON.stringify(value), label }));
  const chosen = parseGroups(view.compare).map((value) => JSON.stringify(value));
  return [texts.group, texts.against].map((name, place) => {
    const handle = (event: Event): void => {
      const next = [chosen[0] ?? 'null', chosen[1] ?? 'null'].with(
        place,
        (event.target as HTMLSelectElement).value,
      );
      handleChange({ compare: toGroups(next.map((key): unknown => JSON.parse(key))) });
    };
    return html`<label class="select">
      ${name}
      <select class="field" .value=${live(chosen[place] ?? '')} @change=${handle}>
        ${texted.map(({ key, label }) => html`<option value=${key} ?selected=${key === chosen[place]}>${label}</option>`)}
      </select>
    </label>`;
  });
}

/** A host may have set anything. */
function parseGroups(compare: string | undefined): unknown[] {
  try {
    const values: unknown = JSON.parse((compare ?? '').slice('groups:'.length));
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

function inputOf(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}
