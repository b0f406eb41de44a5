import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { FunnelController, type FunnelInputs } from '../../controllers/funnel-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type { PeopleHost } from '../../controllers/people-host.ts';
import { RovingFocusController } from '../../controllers/roving-focus-controller.ts';
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
import { FunnelErrorEvent } from '../../events/funnel-error-event.ts';
import { FunnelLoadEvent } from '../../events/funnel-load-event.ts';
import { FunnelStepSelectEvent } from '../../events/funnel-step-select-event.ts';
import { type FunnelView, ViewChangeEvent } from '../../events/view-change-event.ts';
import { getCoreLocalization } from '../../i18n/index.ts';
import { type FunnelViewModel, layoutFunnelView } from '../../layout/funnel-view-model.ts';
import { toSubject } from '../../layout/step-words.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { findCell, findSegmentKey } from './cell-lookup.ts';
import { FilterOffersController } from './filter-offers-controller.ts';
import { funnelChartStyles } from './funnel-chart-styles.ts';
import type { LoadState } from './load-state.ts';
import { PanelController } from './panel-controller.ts';
import type { RowContext } from './render-cell.ts';
import { type FilterContext, renderActiveFilters, renderFilterPanel } from './render-filters.ts';
import { renderHead, renderHelp, renderNotes, renderSummary } from './render-head.ts';
import { renderLegend } from './render-legend.ts';
import { renderGrid } from './render-row.ts';
import { renderRunControls } from './render-run-controls.ts';
import { renderBanners, renderPlaceholder, type StateContext } from './render-states.ts';
import { toFunnelRequest } from './run-request.ts';
import { type FilterValue, type StepFilters, toggleFilterValue } from './step-filters.ts';

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
  static override styles = [tokenStyles, controlStyles, funnelChartStyles];

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
  readonly #focus = new RovingFocusController(this);
  readonly #panel = new PanelController(this);
  readonly #loader = new FunnelController(this, () => this.#toInputs());
  readonly #offers = new FilterOffersController(this, (step, name, ask) =>
    this.#loader.filterValues(step, name, ask),
  );
  #hostResult: unknown;
  #view: FunnelViewModel | undefined;
  #viewKey: readonly unknown[] = [];
  /** What was last told to the host, so that each load and each failure is told once. */
  #told: unknown;
  #opened: string | undefined;

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
    const { funnel, from, to, viewMode: mode, breakdown, compare, lookbackDays } = this;
    const filters = Object.keys(this.filters).length > 0 ? this.filters : undefined;
    const entries = Object.entries({ funnel, from, to, mode, filters, breakdown, compare, lookbackDays });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as FunnelView;
  }
  set view({ mode, filters, ...rest }: FunnelView) {
    const { funnel, from, to, breakdown, compare, lookbackDays } = rest;
    Object.assign(this, { funnel, from, to, breakdown, compare, lookbackDays });
    this.viewMode = mode ?? 'count';
    this.filters = filters ?? {};
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
    const key = segment ? findSegmentKey(this.#view, segment) : this.#opened;
    return key !== undefined && this.#focus.focusCell(key);
  }

  protected override update(changed: PropertyValues): void {
    // Not in willUpdate: that comes before the controllers know of the change.
    this.#layout();
    super.update(changed);
  }

  #layout(): void {
    const { localization } = this.#localization;
    const result = this.result;
    const rejectedRows = this.#loader.summary?.rejected.count ?? 0;
    const filtered = Object.keys(this.filters).length > 0;
    const key = [result, localization.tag, this.viewMode, this.currency, filtered, rejectedRows];
    if (key.every((part, index) => Object.is(part, this.#viewKey[index]))) return;
    this.#viewKey = key;
    const mode = this.viewMode === 'rate' ? 'rate' : 'count';
    const shown = result && { currency: this.currency, ...result };
    this.#view = shown && layoutFunnelView(shown, { localization, mode, filtered, rejectedRows });
  }

  protected override updated(_changed: PropertyValues): void {
    this.#tellHost();
  }

  override render(): TemplateResult {
    const view = this.#view;
    const busy = this.#loader.status === 'pending';
    const context = this.#toStateContext();
    return html`<section
        class="chart ${busy ? 'busy' : ''}"
        part="base"
        lang=${this.#localization.tag}
        aria-labelledby="title"
        aria-busy=${busy}
        @pointerdown=${this.#panel.handlePress}
      >
        ${this.#renderHead(busy)} ${this.#renderRunControls()} ${renderBanners(context)}
        ${view ? renderActiveFilters(this.#toFilterContext()) : nothing}
        ${renderPlaceholder(context) === nothing && view ? this.#renderChart(view) : renderPlaceholder(context)}
        ${view ? renderNotes(view) : nothing} ${this.#renderPanel()} ${this.#announcer.render()}
      </section>
      <slot></slot>`;
  }

  #renderHead(busy: boolean): TemplateResult {
    return renderHead({
      localization: this.#localization.localization,
      view: this.#view,
      mode: this.viewMode,
      busy,
      switchable: this.#hasControl('view'),
      breakdowns: this.#hasControl('breakdown') ? this.#toBreakdowns() : [],
      breakdown: this.breakdown ?? '',
      handleMode: this.#handleMode,
      handleBreakdown: this.#handleBreakdown,
      handleHelp: this.#handleHelp,
    });
  }

  #renderRunControls(): unknown {
    return renderRunControls({
      localization: this.#localization.localization,
      has: (control) => this.#hasControl(control),
      view: this.view,
      handleChange: this.#handleRun,
    });
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
        @click=${this.#handleGridClick}
        @keydown=${this.#focus.handleKeydown}
        @focusin=${this.#focus.handleFocusin}
      >
        ${renderGrid(context)}
      </div>`;
  }

  #renderPanel(): TemplateResult {
    const { panel } = this.#panel;
    const step =
      panel?.kind === 'filters' ? this.#view?.steps.find((view) => view.id === panel.step) : undefined;
    const label = step
      ? this.#localization.messages.chart.filterStep(step.label)
      : this.#localization.messages.chart.helpTitle;
    return html`<div
      class="popover panel"
      part="panel"
      popover
      role="dialog"
      tabindex="-1"
      aria-label=${label}
      @beforetoggle=${this.#panel.handleBeforeToggle}
      @toggle=${this.#panel.handleToggle}
    >
      ${panel?.kind === 'help' ? renderHelp(this.#localization.localization) : nothing}
      ${step ? renderFilterPanel(step, this.#offers.offersOf(step, this.result), this.#toFilterContext()) : nothing}
    </div>`;
  }

  #toStateContext(): StateContext {
    return {
      localization: this.#localization.localization,
      state: this.#toLoadState(),
      view: this.#view,
      subject: this.result ? toSubject(this.result) : 'person',
      handleRetry: this.#handleRetry,
      handleClearFilters: this.#handleClearFilters,
    };
  }

  #toLoadState(): LoadState {
    const { status, error, progress } = this.#loader;
    const known = progress?.loaded !== undefined && progress.total;
    return {
      status,
      result: this.result,
      error,
      progress: known ? (progress.loaded ?? 0) / known : undefined,
    };
  }

  #toFilterContext(): FilterContext {
    return {
      localization: this.#localization.localization,
      filters: this.filters,
      steps: this.#view?.steps ?? [],
      handleToggle: this.#handleFilter,
      handleClear: this.#handleClearFilters,
    };
  }

  #toInputs(): FunnelInputs {
    const { source, data, src, datasetSrc, workerUrl, fetchOptions, timeZone, currency } = this;
    const defaults = { ...(timeZone ? { timeZone } : {}), ...(currency ? { currency } : {}) };
    const request = toFunnelRequest(this);
    return {
      source,
      result: this.#hostResult,
      data,
      src,
      datasetSrc,
      defaults,
      workerUrl,
      fetchOptions,
      request,
    };
  }

  #toBreakdowns(): string[] {
    const offered = this.#view?.steps.flatMap((step) => step.filters.map((filter) => filter.property)) ?? [];
    return [...new Set([...offered, ...(this.breakdown ? [this.breakdown] : [])])];
  }

  #hasControl(name: string): boolean {
    return this.controls.split(/\s+/).includes(name);
  }

  /** A load and a failure are told once; what the host set itself is not told back to it. */
  #tellHost(): void {
    const { result, error, source } = this.#loader;
    const news = error ?? result;
    if (news === undefined || news === this.#told) return;
    const first = this.#told === undefined;
    this.#told = news;
    if (error) this.dispatchEvent(new FunnelErrorEvent(error, () => this.retry()));
    else if (result && source?.kind !== 'result') this.dispatchEvent(new FunnelLoadEvent({ result }));
    if (!error && !first) this.#announcer.announce(this.#localization.messages.chart.updated(this.summary));
  }

  readonly #handleGridClick = (event: Event): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    const filters = target.closest<HTMLElement>('[data-filters]');
    if (filters) return this.#openFilters(filters);
    const key = target.closest<HTMLElement>('[data-opens]')?.dataset['opens'];
    if (key !== undefined) this.#open(key);
  };

  #openFilters(button: HTMLElement): void {
    void this.#panel.toggle({ kind: 'filters', step: button.dataset['filters'] ?? '' }, button);
  }

  #open(key: string): void {
    const cell = findCell(this.#view, key);
    if (!cell?.segment) return;
    this.#opened = key;
    const { step, outcome, group } = cell.segment;
    this.dispatchEvent(
      new FunnelStepSelectEvent({
        funnel: this.result?.funnel?.id ?? this.funnel,
        step,
        outcome,
        ...(group === undefined ? {} : { group }),
        count: cell.count,
        segment: cell.segment,
      }),
    );
  }

  readonly #handleRetry = (): void => this.retry();

  readonly #handleHelp = (event: Event): void => {
    void this.#panel.toggle({ kind: 'help' }, event.currentTarget as HTMLElement);
  };

  readonly #handleMode = (mode: 'count' | 'rate'): void => {
    this.viewMode = mode;
    this.#tellView();
  };

  readonly #handleRun = (change: FunnelView): void => {
    Object.assign(this, change);
    this.#tellView();
  };

  readonly #handleBreakdown = (name: string): void => {
    this.breakdown = name || undefined;
    this.#tellView();
  };

  readonly #handleFilter = (step: string, name: string, value: FilterValue, on: boolean): void => {
    this.filters = toggleFilterValue(this.filters, step, name, value, on);
    this.#tellView();
  };

  readonly #handleClearFilters = (): void => {
    this.filters = {};
    this.#tellView();
  };

  #tellView(): void {
    this.dispatchEvent(new ViewChangeEvent(this.view));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-chart': FunnelChart;
  }
}
