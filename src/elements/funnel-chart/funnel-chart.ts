import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { FunnelController } from '../../controllers/funnel-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type { PeopleHost } from '../../controllers/people-host.ts';
import type { AskOptions, FunnelSource, SubjectId } from '../../data/funnel-source.ts';
import type { HostFetchOptions } from '../../data/host-fetch.ts';
import type { Explanation, PeopleQuery } from '../../engine/index.ts';
import type {
  Dataset,
  FunnelDefinition,
  FunnelResult,
  Order,
  PeoplePage,
  Segment,
} from '../../engine/schema/index.ts';
import { FunnelStepSelectEvent } from '../../events/funnel-step-select-event.ts';
import { type FunnelView, ViewChangeEvent } from '../../events/view-change-event.ts';
import { getCoreLocalization } from '../../i18n/index.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { toSubject } from '../../layout/step-words.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { funnelChartStyles } from './styles/funnel-chart-styles.ts';
import { GridController } from './grid-controller.ts';
import { LoadNewsController } from './load-news-controller.ts';
import { toShare } from './load-state.ts';
import { PanelController } from './panel-controller.ts';
import type { RowContext } from './render-cell.ts';
import { type FilterContext, renderActiveFilters } from './render-filters.ts';
import { type HeadContext, renderHead, renderNotes, renderSummary, type RulesLink } from './render-head.ts';
import { renderLegend } from './render-legend.ts';
import { renderGrid } from './render-row.ts';
import { renderRunControls, type RunControlsContext } from './render-run-controls.ts';
import { renderBanners, renderPlaceholder, type StateContext } from './render-states.ts';
import { type ChartSettings, isFiltered, toFunnelInputs, toFunnelView, toSettings } from './run-request.ts';
import { type StepFilters, toggleFilterValue } from './step-filters.ts';
import { ViewModelMemo } from './view-model-memo.ts';

/**
 * A customer journey as steps: how many went on, are open, or were lost, and where.
 *
 * Give it a finished `result`, the address of one (`src`), a dataset (`data`, `dataset-src`) or a `source` of your
 * own; what is set by hand wins. Bars start from zero and are true to scale; every percentage says of what.
 *
 * @element funnel-chart
 *
 * @fires {FunnelLoadEvent} funnel-load - A result that was asked for is shown.
 * @fires {FunnelErrorEvent} funnel-error - A result could not be had; 401 and 403 come here too, with `retry()`.
 * @fires {FunnelStepSelectEvent} funnel-step-select - The user opened a segment. Cancelable.
 * @fires {ViewChangeEvent} view-change - The user changed filters, breakdown or view.
 *
 * @slot - A `<funnel-step-drilldown>` that lists the people of the opened segment.
 * @slot title - A title in place of the funnel's name.
 * @slot actions - Buttons of the host's, at the end of the tools.
 * @slot notice - What to do about a notice, such as a link to the intro offers.
 * @slot empty - What to do when nobody entered.
 *
 * @csspart base - The card.
 * @csspart head - Title, scope and tools.
 * @csspart title - The title.
 * @csspart scope - Who, when, compared with what.
 * @csspart tools - The tools.
 * @csspart run-controls - The pickers of period, look-back and comparison.
 * @csspart view-switch - The switch between counts and rates.
 * @csspart summary - The sentence that says where people are lost.
 * @csspart filters - The filters that are on.
 * @csspart legend - What colours and hatches mean.
 * @csspart row - One step.
 * @csspart label - Number, name and date rule of a step.
 * @csspart filter-button - The button of a step's filters.
 * @csspart track - What a bar is drawn on.
 * @csspart segment - The bar, or a group's part of it (also `segment-1` to `segment-6`).
 * @csspart open - Those still open.
 * @csspart lost - Those who dropped out.
 * @csspart growth - Those who entered without the step before.
 * @csspart ungrouped - Those in no group of the breakdown.
 * @csspart previous - The mark of the compared period.
 * @csspart count - The number of the step.
 * @csspart way - One way on from the step, such as renewed, under its count.
 * @csspart rate - The rates, with their bases.
 * @csspart change - The difference to the compared period.
 * @csspart loss-text - The line between two steps.
 * @csspart loss - One kind of loss in it.
 * @csspart details - Median and remarks in it.
 * @csspart flag - The mark of the biggest loss or weakest rate.
 * @csspart banner - A message above the chart.
 * @csspart state - A message in place of the rows.
 * @csspart notes - The footnotes.
 * @csspart panel - The panel of filters or help.
 *
 * @cssprop --fw-surface - Background.
 * @cssprop --fw-ink - Text.
 * @cssprop --fw-ink-2 - Quiet text.
 * @cssprop --fw-rule - Lines.
 * @cssprop --fw-accent - Chosen options and links.
 * @cssprop --fw-seg-1 - Colour of the bar or first group; up to `--fw-seg-6`, their text `--fw-seg-1-on`….
 * @cssprop --fw-lost - Ground of the hatched remainder; its lines `--fw-lost-line`.
 * @cssprop --fw-open - Ground of the open part; its dots `--fw-open-line`.
 * @cssprop --fw-previous - Mark of the compared period.
 * @cssprop --fw-focus - Focus ring.
 * @cssprop --fw-bar-size - Height of a bar.
 * @cssprop --fw-row-gap - Space between rows.
 * @cssprop --fw-label-inline-size - Width of the column of names.
 * @cssprop --fw-radius - Rounding of the card.
 * @cssprop --fw-font - Font family.
 */
export class FunnelChart extends LitElement implements PeopleHost {
  static override styles = [tokenStyles, controlStyles, ...funnelChartStyles];

  /** Address of a finished result. */
  @property() src?: string;
  /** Address of a dataset (JSON, or CSV of events), from which the result is computed here. */
  @property({ attribute: 'dataset-src' }) datasetSrc?: string;
  /** Id of a funnel of the catalogue, or of the server's. */
  @property() funnel?: string;
  /** First day of the period (`2026-10-01`), or an instant. */
  @property() from?: string;
  /** Last day of the period, included; or an instant. */
  @property() to?: string;
  /** The studio's time zone, for data that does not say it. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** Language and formats; without it the closest `lang` decides. */
  @property() locale?: string;
  /** ISO 4217 code, for data that does not say it. */
  @property() currency?: string;
  /** *Now*: an instant, or epoch milliseconds. Default: the data's, else the clock. */
  @property({ attribute: 'as-of' }) asOf?: string;
  /** Property that divides the bars. */
  @property() breakdown?: string;
  /** `previous`, or a period as `2026-09-01..2026-09-30`. */
  @property() compare?: string;
  /** Replaces the order rule of the definition. */
  @property() order?: Order;
  /** Replaces the days of look-back rules. */
  @property({ type: Number, attribute: 'lookback-days' }) lookbackDays?: number;
  /** Bars as counts, or each step against the step it starts from. */
  @property({ attribute: 'view-mode' }) viewMode: 'count' | 'rate' = 'count';
  /** Which pickers the user gets: any of `period`, `compare`, `lookback`, `breakdown`, `filters`, `view`. */
  @property() controls = 'filters view';
  /** Nothing can be opened: cells are text. */
  @property({ type: Boolean }) readonly = false;
  /** Address of the package's worker file, for pages whose policy forbids the one inside. */
  @property({ attribute: 'worker-url' }) workerUrl?: string;
  /** A dataset to compute from. */
  @property({ attribute: false }) data?: Dataset;
  /** A funnel of the host's own; wins over `funnel`. */
  @property({ attribute: false }) definition?: FunnelDefinition;
  /** Conditions by step id: `{checkout: {page: ['membership']}}`. */
  @property({ attribute: false }) filters: StepFilters = {};
  /** A source of the host's own; wins over everything else. */
  @property({ attribute: false }) source?: FunnelSource;
  /** How the host's servers are asked: `fetch`, `headers`, `credentials`, `timeout`, `maxBytes`. */
  @property({ attribute: false }) fetchOptions?: HostFetchOptions;

  static #hasTag = false;
  readonly #localization = new LocaleController(this, getCoreLocalization);
  readonly #announcer = new AnnouncerController(this);
  readonly #loader = new FunnelController(this, () => toFunnelInputs(this, this.#hostResult));
  readonly #panel = new PanelController(this, (step, name, ask) =>
    this.#loader.filterValues(step, name, ask),
  );
  readonly #grid = new GridController(this, {
    view: () => this.#view,
    openCell: (cell) => this.#tellSelected(cell),
    openFilters: (step, button) => void this.#panel.toggle({ kind: 'filters', step }, button),
    openHelp: (cell) => void this.#panel.toggle({ kind: 'help' }, cell),
  });
  readonly #model = new ViewModelMemo();
  #hostResult: unknown;

  constructor() {
    super();
    // The last of the controllers: what it tells the host is drawn by then.
    new LoadNewsController(this, this.#loader, () =>
      this.#announcer.announce(this.#localization.messages.chart.updated(this.summary)),
    );
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'funnel-chart'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(tag, FunnelChart.#hasTag ? class extends FunnelChart {} : FunnelChart);
    FunnelChart.#hasTag = true;
  }

  /** The finished result: as the host set it, else the one that is shown. */
  @property({ attribute: false, noAccessor: true })
  get result(): FunnelResult | undefined {
    return this.#loader.result ?? this.#loader.lastGood;
  }
  set result(value: unknown) {
    this.#hostResult = value;
    // Without a name: the getter answers what is shown, so Lit would see no change.
    this.requestUpdate();
  }

  /** What the user sees, as plain data; give it back to restore it. */
  @property({ attribute: false, noAccessor: true })
  get view(): FunnelView {
    return toFunnelView(this);
  }
  set view(view: FunnelView) {
    Object.assign(this, toSettings(view));
  }

  /** The summary in words, as it is shown. */
  get summary(): string {
    return this.#view?.summary.text ?? '';
  }

  /** Loads everything anew. */
  refresh(): void {
    this.#loader.refresh();
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#loader.retry();
  }

  /** A page of the people of a segment of the shown result. */
  people(segment: Segment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    return this.#loader.people(segment, query, options);
  }

  /** All ids of a segment, in pages. */
  ids(segment: Segment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    return this.#loader.ids(segment, query, options);
  }

  /** Why a person stands where they stand. */
  explain(subject: SubjectId, options: AskOptions): Promise<Explanation> {
    return this.#loader.explain(subject, options);
  }

  /** Puts the focus on the cell of a segment; without one, on the cell that was opened last. False where it is gone. */
  focusSegment(segment?: Segment): boolean {
    return this.#grid.focusSegment(segment);
  }

  get #view(): FunnelViewModel | undefined {
    return this.#model.view;
  }

  protected override update(changed: PropertyValues): void {
    // Not in willUpdate: that comes before the controllers know of the change.
    this.#layout();
    super.update(changed);
  }

  #layout(): void {
    const { summary } = this.#loader;
    const options = {
      localization: this.#localization.localization,
      mode: this.viewMode === 'rate' ? 'rate' : 'count',
      filtered: isFiltered(this.filters),
      rejectedRows: summary?.rejected.count ?? 0,
      asOfIsClock: summary !== undefined && summary.asOf === undefined && !this.asOf,
    } as const;
    this.#model.layout(this.result, options, this.currency);
  }

  override render(): TemplateResult {
    const view = this.#view;
    const busy = this.#loader.status === 'pending';
    const states = this.#toStateContext();
    const filters = this.#toFilterContext();
    const placeholder = renderPlaceholder(states);
    return html`<section
        class="chart ${busy ? 'busy' : ''}"
        part="base"
        lang=${this.#localization.tag}
        aria-labelledby="title"
        aria-busy=${busy}
        @pointerdown=${this.#panel.handlePress}
      >
        ${renderHead(this.#toHeadContext(busy))} ${renderRunControls(this.#toRunControlsContext())}
        ${renderBanners(states)} ${view ? renderActiveFilters(filters) : nothing}
        ${placeholder === nothing && view ? this.#renderChart(view) : placeholder}
        ${view ? renderNotes(view, this.#toRulesLink()) : nothing} ${this.#panel.render(this.result, filters)}
        ${this.#announcer.render()}
      </section>
      <slot></slot>`;
  }

  #renderChart(view: FunnelViewModel): TemplateResult {
    const context: RowContext = {
      messages: this.#localization.messages,
      view,
      interactive: !this.readonly,
      filterable: this.#hasControl('filters'),
      filtered: new Set(Object.keys(this.filters)),
    };
    return html`${renderSummary(view)} ${renderLegend(context)}
      ${this.viewMode === 'rate' ? html`<p class="axis">${context.messages.chart.rateAxis}</p>` : nothing}
      <div
        @click=${this.#grid.handleClick}
        @keydown=${this.#grid.handleKeydown}
        @focusin=${this.#grid.handleFocusin}
      >
        ${renderGrid(context)}
      </div>`;
  }

  #toHeadContext(busy: boolean): HeadContext {
    return {
      localization: this.#localization.localization,
      view: this.#view,
      mode: this.viewMode,
      busy,
      switchable: this.#hasControl('view'),
      breakdowns: this.#hasControl('breakdown') ? this.#toBreakdowns() : [],
      breakdown: this.breakdown ?? '',
      handleMode: (viewMode) => this.#change({ viewMode }),
      handleBreakdown: (name) => this.#change({ breakdown: name || undefined }),
      handleHelp: this.#handleHelp,
    };
  }

  #toRunControlsContext(): RunControlsContext {
    return {
      localization: this.#localization.localization,
      has: (control) => this.#hasControl(control),
      view: this.view,
      handleChange: (change) => this.#change(change),
    };
  }

  #toStateContext(): StateContext {
    const { status, error, progress } = this.#loader;
    return {
      localization: this.#localization.localization,
      state: { status, result: this.result, error, progress: toShare(progress) },
      view: this.#view,
      subject: this.result ? toSubject(this.result) : 'person',
      handleRetry: this.#handleRetry,
      handleClearFilters: this.#handleClearFilters,
    };
  }

  #toFilterContext(): FilterContext {
    return {
      localization: this.#localization.localization,
      filters: this.filters,
      steps: this.#view?.steps ?? [],
      handleToggle: (step, name, value, on) =>
        this.#change({ filters: toggleFilterValue(this.filters, step, name, value, on) }),
      handleClear: this.#handleClearFilters,
    };
  }

  #toBreakdowns(): string[] {
    const offered = this.#view?.steps.flatMap((step) => step.filters.map((filter) => filter.property)) ?? [];
    return [...new Set([...offered, ...(this.breakdown ? [this.breakdown] : [])])];
  }

  #hasControl(name: string): boolean {
    return this.controls.split(/\s+/).includes(name);
  }

  #tellSelected({ segment, count }: CellView & { segment: Segment }): void {
    const funnel = this.result?.funnel?.id ?? this.funnel;
    const { step, outcome, group } = segment;
    const detail = { funnel, step, outcome, ...(group === undefined ? {} : { group }), count, segment };
    this.dispatchEvent(new FunnelStepSelectEvent(detail));
  }

  /** The user's wish: takes it over and tells the host. */
  #change(change: Partial<ChartSettings>): void {
    Object.assign(this, change);
    this.dispatchEvent(new ViewChangeEvent(this.view));
  }

  readonly #handleRetry = (): void => this.retry();

  readonly #handleClearFilters = (): void => this.#change({ filters: {} });

  #toRulesLink(): RulesLink | undefined {
    if (this.result?.funnel?.definition === undefined) return undefined;
    return { text: this.#localization.messages.chart.rules, handleOpen: this.#handleRules };
  }

  readonly #handleRules = (event: Event): void => {
    void this.#panel.toggle({ kind: 'rules' }, event.currentTarget as HTMLElement);
  };

  readonly #handleHelp = (event: Event): void => {
    void this.#panel.toggle({ kind: 'help' }, event.currentTarget as HTMLElement);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-chart': FunnelChart;
  }
}
