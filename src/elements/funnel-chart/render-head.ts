import { html, nothing, type TemplateResult } from 'lit';
import type { BreakdownLayout } from '../../events/view-change-event.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import { keyboardIcon } from './icons.ts';

/** A tool that brings its own code: the name among the chart's `controls`, and how its button is drawn. */
export interface HeadTool {
  control: string;
  render: () => unknown;
}

/** What stands above the rows. */
export interface HeadContext {
  localization: ChartLocalization;
  view: FunnelViewModel | undefined;
  mode: 'count' | 'rate';
  table: boolean;
  busy: boolean;
  /** Which of the tools the host wants: `view`, `table`, `breakdown`, and those of {@link tools}. */
  has: (control: string) => boolean;
  /** Whether there is anything to break down by, as far as is known. */
  canBreakDown: boolean;
  /** The properties in force, in words; empty without. */
  breakdown: string;
  layout: BreakdownLayout;
  /** Further tools, in their order; each is part of the toolbar's one Tab stop. */
  tools: readonly HeadTool[];
  handleMode: (mode: 'count' | 'rate') => void;
  handleTable: (table: boolean) => void;
  handleBreakdown: (event: Event) => void;
  handleLayout: (layout: BreakdownLayout) => void;
  handleHelp: (event: Event) => void;
  handleKeydown: (event: KeyboardEvent) => void;
  handleFocusin: (event: Event) => void;
}

/** Title, scope and tools. */
export function renderHead(context: HeadContext): TemplateResult {
  const { view, localization, busy } = context;
  const { chart } = localization.messages;
  return html`<header class="head" part="head">
    <div class="titles">
      <h2 id="title" part="title"><slot name="title">${view?.title ?? chart.untitled}</slot></h2>
      <p class="scope" part="scope">
        ${view?.scope ?? ''} ${busy && view ? html`<span class="updating">${chart.updating}</span>` : nothing}
      </p>
    </div>
    <div class="tools" part="tools">
      ${view?.state === 'ready' ? renderTools(context) : nothing}
      <slot name="actions"></slot>
    </div>
  </header>`;
}

function renderTools(context: HeadContext): TemplateResult {
  const { chart } = context.localization.messages;
  return html`<div
    class="toolbar"
    role="toolbar"
    aria-label=${chart.toolbar}
    data-focus-zone="tools"
    @keydown=${context.handleKeydown}
    @focusin=${context.handleFocusin}
  >
    ${context.has('view') ? renderSwitch(context) : nothing} ${renderBreakdown(context)}
    ${context.has('table') ? renderTableButton(context) : nothing}
    ${context.tools.map((tool) => (context.has(tool.control) ? tool.render() : nothing))}
    <button
      type="button"
      class="icon-button"
      aria-label=${chart.help}
      aria-haspopup="dialog"
      @click=${context.handleHelp}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">${keyboardIcon}</svg>
    </button>
  </div>`;
}

/** While the table is shown neither way of drawing bars is on; a press on one goes back to them. */
function renderSwitch({ localization, mode, table, handleMode }: HeadContext): TemplateResult {
  const { chart } = localization.messages;
  return renderRadios(
    'view-switch',
    chart.viewMode,
    [
      ['count', chart.viewCount],
      ['rate', chart.viewRate],
    ],
    table ? undefined : mode,
    handleMode,
  );
}

function renderRadios<Value extends string>(
  part: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  current: Value | undefined,
  handle: (value: Value) => void,
): TemplateResult {
  return html`<div class="switch" part=${part} role="radiogroup" aria-label=${label}>
    ${options.map(
      ([value, text]) =>
        html`<button
          type="button"
          role="radio"
          aria-checked=${current === value}
          @click=${() => handle(value)}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

function renderTableButton({ localization, table, handleTable }: HeadContext): TemplateResult {
  return html`<button
    type="button"
    class="button"
    part="table-button"
    aria-pressed=${table}
    @click=${() => handleTable(!table)}
  >
    ${localization.messages.chart.viewTable}
  </button>`;
}

/** What opens the choice of properties, and, once there are groups, how they are drawn. */
function renderBreakdown(context: HeadContext): unknown {
  if (!context.has('breakdown') || !context.canBreakDown) return nothing;
  const { localization, breakdown, handleBreakdown } = context;
  const { chart } = localization.messages;
  return html`<button
      type="button"
      class="button"
      part="breakdown-button"
      aria-haspopup="dialog"
      @click=${handleBreakdown}
    >
      ${breakdown ? chart.brokenDownBy(breakdown) : chart.breakdownBy}<span
        class="caret"
        aria-hidden="true"
      ></span>
    </button>
    ${context.view && context.view.groups.length > 0 ? renderLayouts(context) : nothing}`;
}

/** While the table is shown no way of drawing groups is on. */
function renderLayouts({ localization, layout, table, handleLayout }: HeadContext): TemplateResult {
  const { chart } = localization.messages;
  return renderRadios(
    'layout-switch',
    chart.layout,
    [
      ['stacked', chart.layoutStacked],
      ['grouped', chart.layoutGrouped],
      ['multiples', chart.layoutMultiples],
    ],
    table ? undefined : layout,
    handleLayout,
  );
}

/** The sentence that says where opportunities are lost. */
export function renderSummary(view: FunnelViewModel): unknown {
  const { lead, detail, sentences, asides, text } = view.summary;
  if (!text) return nothing;
  return html`<p class="summary" id="summary" part="summary">
    ${lead ? html`<strong>${lead}</strong>` : nothing}${[detail, ...sentences].filter(Boolean).join(' ')}${
      asides.length > 0 ? html`<span class="asides">${` ${asides.join(' ')}`}</span>` : nothing
    }
  </p>`;
}

/** Dates, windows, where the numbers come from, and the way to the rules where they came along. */
export function renderNotes(view: FunnelViewModel, rules: RulesLink | undefined): unknown {
  return html`<ul class="notes" part="notes">
    ${view.notes.map((note) => html`<li>${note}</li>`)}
    ${
      rules
        ? html`<li>
            <button type="button" class="text-button" aria-haspopup="dialog" @click=${rules.handleOpen}>
              ${rules.text}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}

/** What opens the rules in words. */
export interface RulesLink {
  text: string;
  handleOpen: (event: Event) => void;
}
