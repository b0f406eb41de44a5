import { html, nothing, type TemplateResult } from 'lit';
import { cssProperties } from '../../theme/css-properties.ts';
import type { PropertyBreakdown, ValueCount } from './people-breakdown.ts';
import type { PropertyFilter } from './people-list.ts';
import { formatProperty, formatValue, type PeopleContext } from './people-text.ts';

/** Values of a property that are shown before asking for more. */
const FIRST_VALUES = 4;

/** Everything the breakdown is drawn from. */
export interface BreakdownView {
  context: PeopleContext;
  breakdowns: readonly PropertyBreakdown[] | undefined;
  /** Set where the people are too many to be counted: the values are those of some of them. */
  limit: number | undefined;
  filters: readonly PropertyFilter[];
  /** People in the segment. */
  people: number;
  isOpen: boolean;
  hasFailed: boolean;
  /** Properties of which all values are shown. */
  expanded: ReadonlySet<string>;
  showsAll: boolean;
  /** How many properties are shown before asking for more: what fits a line. */
  firstProperties: number;
  onToggleOpen(isOpen: boolean): void;
  onFilter(filter: PropertyFilter): void;
  onExpand(property: string): void;
  onShowAll(): void;
  onRetry(): void;
}

function renderBar(view: BreakdownView, property: string, entry: ValueCount): TemplateResult {
  const { messages, format } = view.context.localization;
  const count = format.number(entry.count);
  const ofAll = view.people > 0 ? entry.count / view.people : 0;
  const share = format.percent(ofAll, view.people);
  const isOn = view.filters.some((filter) => filter.property === property && filter.value === entry.value);
  const label = formatValue(view.context, property, entry.value);
  if (view.limit !== undefined) {
    const press = () => view.onFilter({ property, value: entry.value });
    return html`<li>
      <button type="button" class="value" aria-pressed=${isOn} @click=${press}>
        <span class="value-label">${label}</span>
      </button>
    </li>`;
  }
  return html`<li>
    <button
      type="button"
      class="value"
      aria-pressed=${isOn}
      aria-label="${label}${messages.colon}${messages.people.share(count, share)}"
      @click=${() => view.onFilter({ property, value: entry.value })}
    >
      <span class="value-bar" aria-hidden="true" ${cssProperties({ '--_share': Math.min(1, ofAll) })}></span>
      <span class="value-label">${label}</span>
      <span class="value-count">${count}</span>
    </button>
  </li>`;
}

function renderMore(view: BreakdownView, breakdown: PropertyBreakdown): TemplateResult | typeof nothing {
  const hidden = breakdown.values.length - FIRST_VALUES;
  if (hidden <= 0) return nothing;
  const { messages, format } = view.context.localization;
  const isExpanded = view.expanded.has(breakdown.property);
  return html`<button
    type="button"
    class="button quiet more-values"
    aria-expanded=${isExpanded}
    @click=${() => view.onExpand(breakdown.property)}
  >
    ${isExpanded ? messages.people.fewerValues : messages.people.moreValues({ n: hidden, text: format.number(hidden) })}
  </button>`;
}

function renderProperty(view: BreakdownView, breakdown: PropertyBreakdown): TemplateResult {
  const { property } = breakdown;
  const values = view.expanded.has(property) ? breakdown.values : breakdown.values.slice(0, FIRST_VALUES);
  const name = formatProperty(view.context, property);
  return html`<div class="property" role="group" aria-label=${name}>
    <h3 part="breakdown-title">${name}</h3>
    <ul>
      ${values.map((entry) => renderBar(view, property, entry))}
    </ul>
    ${renderMore(view, breakdown)}
  </div>`;
}

function renderMoreProperties(view: BreakdownView, hidden: number): TemplateResult | typeof nothing {
  if (hidden <= 0) return nothing;
  const { messages, format } = view.context.localization;
  const text = messages.people.moreProperties({ n: hidden, text: format.number(hidden) });
  return html`<button
    type="button"
    class="button quiet"
    aria-expanded=${view.showsAll}
    @click=${() => view.onShowAll()}
  >
    ${view.showsAll ? messages.people.fewerProperties : text}
  </button>`;
}

function renderProperties(view: BreakdownView): TemplateResult {
  const { messages } = view.context.localization;
  if (view.hasFailed) {
    return html`<p class="muted">
      ${messages.people.failedRows}
      <button type="button" class="button" @click=${() => view.onRetry()}>${messages.retry}</button>
    </p>`;
  }
  if (!view.breakdowns) return html`<p class="muted">${messages.people.breakdownLoading}</p>`;
  const shown = view.showsAll ? view.breakdowns : view.breakdowns.slice(0, view.firstProperties);
  return html`<div class="properties">${shown.map((breakdown) => renderProperty(view, breakdown))}</div>
    ${renderMoreProperties(view, view.breakdowns.length - view.firstProperties)}`;
}

/** The people by the properties at hand; a press on a value narrows the list to it. */
export function renderBreakdown(view: BreakdownView): TemplateResult | typeof nothing {
  const { messages, format } = view.context.localization;
  const words = messages.people;
  const limit = view.limit === undefined ? undefined : format.number(view.limit);
  if (view.breakdowns?.length === 0) {
    return limit ? html`<p class="muted hint">${words.breakdownTooLong(limit)}</p>` : nothing;
  }
  return html`<details
    part="breakdown"
    class="breakdown"
    ?open=${view.isOpen}
    @toggle=${(event: Event) => view.onToggleOpen((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      <span class="line-text">${words.breakdown}</span><span class="muted hint">${words.breakdownHint}</span>
    </summary>
    ${limit ? html`<p class="muted hint">${words.breakdownSample(limit)}</p>` : nothing}
    ${renderProperties(view)}
  </details>`;
}
