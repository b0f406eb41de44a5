import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { FunnelController } from '../../controllers/funnel-controller.ts';
import { LoadEventsController } from '../../controllers/load-events-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type * as FunnelPeople from '../../controllers/funnel-people.ts';
import type { PeopleDescription, PeopleHost } from '../../controllers/people-host.ts';
import { ToolbarFocusController } from '../../controllers/toolbar-focus-controller.ts';
import type { AskOptions, SubjectId } from '../../data/funnel-source.ts';
import { loadOnce, prepare } from '../../data/load-part.ts';
import type { Explanation, PeopleQuery } from '../../engine/index.ts';
import type { FunnelSegment, PeoplePage } from '../../engine/schema/index.ts';
import type { ExportFormat } from '../../events/chart-export-event.ts';
import { FunnelErrorEvent } from '../../events/funnel-error-event.ts';
import { FunnelLoadEvent } from '../../events/funnel-load-event.ts';
import { FunnelStepPointEvent } from '../../events/funnel-step-point-event.ts';
import { FunnelStepSelectEvent } from '../../events/funnel-step-select-event.ts';
import { type Highlight, HighlightChangeEvent } from '../../events/highlight-change-event.ts';
import { getChartLocalization } from '../../i18n/chart-localization.ts';
import { type Localization, toLocalizedText } from '../../i18n/index.ts';
import { type ChartRoom, type ChartShape, chooseShape, countAcross } from '../../layout/chart-shape.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import { nextSort, type StepSort } from '../../layout/step-sort.ts';
import { toPropertyLabel } from '../../layout/property-label.ts';
import { toSubject } from '../../layout/step-words.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { ChartElement } from './chart-element.ts';
import type { ExportContext, PictureOptions } from './export/export-context.ts';
import { ExportController } from './export/export-controller.ts';
import { FocusKeeperController } from './focus-keeper-controller.ts';
import { type FunnelChoice, FunnelChoicesController } from './funnel-choices-controller.ts';
import { GoalSettings } from './goal-settings.ts';
import { GridController, type OpenableCell } from './grid-controller.ts';
import { toHighlightKey } from './highlight.ts';
import { toMarkTexts } from './mark-texts.ts';
import { toShare } from './load-state.ts';
import { PanelController } from './panel-controller.ts';
import type { BreakdownContext } from './render-breakdown.ts';
import { PrintTimeController } from './print-time-controller.ts';
import type { RowContext } from './render-cell.ts';
import { type FilterContext, listFilterTexts, renderActiveFilters } from './render-filters.ts';
import {
  type HeadContext,
  type HeadTool,
  renderHead,
  renderNotes,
  renderSummary,
  type RulesLink,
} from './render-head.ts';
import { renderHint } from './render-hints.ts';
import { renderLegend } from './render-legend.ts';
import { renderGrid } from './render-row.ts';
import type { RunControlsContext } from './render-run-controls.ts';
import { renderSelection } from './render-selection.ts';
import { renderBanners, renderPlaceholder, type StateContext, toStateText } from './render-states.ts';
import { isInsightName } from './insights/insight-names.ts';
import { InsightController } from './insights/insight-controller.ts';
import type { InsightContext } from './insights/insight-context.ts';
import { listHeaders, listUsedColumns, type TableContext } from './render-table.ts';
import { RoomController } from './room-controller.ts';
import { RunControlsLoader } from './run-controls-loader.ts';
import { isFiltered, listProperties } from './run-request.ts';
import { ShapePartsController } from './shape-parts-controller.ts';
import { SparkController } from './spark-controller.ts';
import { toggleFilterValue } from './step-filters.ts';
import { funnelChartStyles } from './styles/funnel-chart-styles.ts';
import { ViewModelMemo } from './view-model-memo.ts';
import { widenFrom } from './widen-period.ts';

/** What is said of people: no chart needs it before a list or a wheel asks. */
const loadPeopleWords = loadOnce(() => import('../../controllers/funnel-people.ts'));

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
 * @fires {FunnelStepSelectEvent} funnel-step-select - The user opened a segment, or several together. Cancelable.
 * @fires {FunnelStepPointEvent} funnel-step-point - The user points at a segment, or at none any more.
 * @fires {ViewChangeEvent} view-change - The user changed funnel, period, filters, breakdown or view.
 * @fires {ChartExportEvent} chart-export - The user takes the chart away: SVG, PNG, CSV, copy, print. Cancelable.
 * @fires {HighlightChangeEvent} highlight-change - The user made an item of the legend stand out, or let go of it.
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
 * @csspart run-controls - The pickers of funnel, period, look-back and comparison.
 * @csspart export-button - The button of the menu that takes the chart away.
 * @csspart view-switch - The switch between counts and rates.
 * @csspart breakdown-button - The button that opens the choice of properties.
 * @csspart layout-switch - The switch between the layouts of a breakdown.
 * @csspart table-button - The button that shows the table.
 * @csspart summary - The sentence that says where people are lost.
 * @csspart filters - The filters that are on.
 * @csspart legend - What colours and hatches mean.
 * @csspart swatch - A sample in it.
 * @csspart grid - All steps.
 * @csspart row - One step.
 * @csspart column-header - A header of the table.
 * @csspart label - Number, name and date rule of a step.
 * @csspart mark - Where people pointed at elsewhere on the page are.
 * @csspart filter-button - The button of a step's filters.
 * @csspart menu - The menu of one of the tools.
 * @csspart menu-button - The button that lists all parts of a step, where some are narrow.
 * @csspart track - What a bar is drawn on.
 * @csspart segment - The bar, or a group's part of it (also `segment-1` to `segment-6`).
 * @csspart open - Those still open.
 * @csspart lost - Those who dropped out.
 * @csspart growth - Those who entered without the step before.
 * @csspart ungrouped - Those in no group of the breakdown.
 * @csspart unknown - Those whose group is not known.
 * @csspart previous - The mark of the compared period.
 * @csspart goal - The mark of a goal.
 * @csspart count - The number of the step.
 * @csspart way - One way on from the step, such as renewed, under its count.
 * @csspart rate - The rates, with their bases.
 * @csspart change - The difference to the compared period.
 * @csspart loss-text - The line between two steps.
 * @csspart loss - One kind of loss in it.
 * @csspart details - Median and remarks in it.
 * @csspart flag - The mark of the biggest loss or weakest rate.
 * @csspart selection - The bar of the cells selected together.
 * @csspart tooltip - What is said beside the pointer or the focus.
 * @csspart banner - A message above the chart.
 * @csspart state - A message in place of the rows.
 * @csspart notes - The footnotes.
 * @csspart explore-button - The button of the menu of sections.
 * @csspart insight - The section that is open under the rows.
 * @csspart plot - What is drawn in it.
 * @csspart panel - The panel of filters, help, rules, or parts of a step.
 * @csspart spark - The card of a small chart.
 * @csspart dialog - The whole chart, opened from the card.
 *
 * @cssprop --fw-surface - Background.
 * @cssprop --fw-surface-2 - Background of what is pointed at, of panels in it.
 * @cssprop --fw-ink - Text.
 * @cssprop --fw-ink-2 - Quiet text.
 * @cssprop --fw-rule - Lines.
 * @cssprop --fw-edge - Edges of tracks and fields.
 * @cssprop --fw-accent - Chosen options and links.
 * @cssprop --fw-accent-on - Text on it.
 * @cssprop --fw-accent-soft - Ground of chosen filters.
 * @cssprop --fw-seg-1 - Colour of the bar or the first group.
 * @cssprop --fw-seg-2 - Colour of the second group.
 * @cssprop --fw-seg-3 - Colour of the third group.
 * @cssprop --fw-seg-4 - Colour of the fourth group.
 * @cssprop --fw-seg-5 - Colour of the fifth group.
 * @cssprop --fw-seg-6 - Colour of the sixth group.
 * @cssprop --fw-seg-1-on - Text on the first.
 * @cssprop --fw-seg-2-on - Text on the second.
 * @cssprop --fw-seg-3-on - Text on the third.
 * @cssprop --fw-seg-4-on - Text on the fourth.
 * @cssprop --fw-seg-5-on - Text on the fifth.
 * @cssprop --fw-seg-6-on - Text on the sixth.
 * @cssprop --fw-seg-1-texture - Texture of the first: background layers, or `none`.
 * @cssprop --fw-seg-2-texture - Texture of the second.
 * @cssprop --fw-seg-3-texture - Texture of the third.
 * @cssprop --fw-seg-4-texture - Texture of the fourth.
 * @cssprop --fw-seg-5-texture - Texture of the fifth.
 * @cssprop --fw-seg-6-texture - Texture of the sixth.
 * @cssprop --fw-lost - Ground of the hatched remainder.
 * @cssprop --fw-lost-line - Its lines.
 * @cssprop --fw-open - Ground of the open part.
 * @cssprop --fw-open-line - Its dots.
 * @cssprop --fw-previous - Mark of the compared period.
 * @cssprop --fw-up - A change for the better.
 * @cssprop --fw-down - A change for the worse; edge of errors.
 * @cssprop --fw-warn - The mark of the biggest loss.
 * @cssprop --fw-warn-soft - Its ground.
 * @cssprop --fw-focus - Focus ring.
 * @cssprop --fw-bar-size - Height of a bar.
 * @cssprop --fw-row-gap - Space between rows.
 * @cssprop --fw-label-inline-size - Width of the column of names.
 * @cssprop --fw-radius - Rounding of the card.
 * @cssprop --fw-radius-s - Rounding of what is in it.
 * @cssprop --fw-shadow - Shadow of panels.
 * @cssprop --fw-font - Font family.
 */
export class FunnelChart extends ChartElement implements PeopleHost<FunnelSegment, Explanation> {
  static override styles = [tokenStyles, controlStyles, ...funnelChartStyles];

  static #hasTag = false;
  readonly #localization = new LocaleController(this, getChartLocalization);
  readonly #announcer = new AnnouncerController(this);
  protected override readonly loader = new FunnelController(this, () => this.toLoadInputs());
  readonly #panel = new PanelController(this, {
    filterValues: (step, name, ask) => this.loader.filterValues(step, name, ask),
    breakdowns: (ask) => this.loader.breakdownProperties(ask),
  });
  readonly #grid = new GridController(this, {
    view: () => this.#view,
    hint: () => (this.readonly ? '' : this.#localization.messages.chart.opensList),
    openCells: (cells) => this.#tellSelected(cells),
    point: (segment) => this.dispatchEvent(new FunnelStepPointEvent(segment)),
    openPanel: (kind, step, button) => void this.#panel.toggle({ kind, step }, button),
    sort: (column) => this.#sortBy(column),
    openHelp: (cell) => void this.#panel.toggle({ kind: 'help' }, cell),
  });
  readonly #bars = new ToolbarFocusController(this);
  readonly #funnels = new FunnelChoicesController(this, () => this.hasControl('funnel') && !this.funnels);
  readonly #room = new RoomController(this, (room) => [this.#toShape(room), this.#toAcross(room)]);
  readonly #shapeParts = new ShapePartsController(this);
  readonly #spark = new SparkController(this);
  readonly #runControls = new RunControlsLoader(this);
  readonly #model = new ViewModelMemo();
  readonly #goals = new GoalSettings();
  readonly #insights: InsightController = new InsightController(this, {
    read: () => this.#toInsightContext(),
    words: () => this.#localization.messages.chart,
    ask: this.loader,
    change: (change) => this.change(change),
    preview: (change) => Object.assign(this, change),
    open: (segment, count) => this.#tellSelected([{ segment, count }]),
  });
  readonly #export: ExportController = new ExportController(this, {
    read: () => this.#toExportContext(),
    words: () => this.#localization.messages.chart,
    announce: (text) => this.#announcer.announce(text),
  });
  readonly #printTime = new PrintTimeController(this);
  /** Buttons of the head that open what is loaded on demand. */
  readonly #tools: readonly HeadTool[] = [this.#insights.tool, this.#export.tool];
  #peopleWords: typeof FunnelPeople | undefined;
  #shape: ChartShape = 'bars';
  #sort: StepSort | undefined;

  constructor() {
    super();
    new FocusKeeperController(this);
    // The last of the controllers: what it tells the host is drawn by then.
    new LoadEventsController(this, this.loader, {
      toLoadEvent: (result) => new FunnelLoadEvent({ result }),
      toErrorEvent: (error, retry) => new FunnelErrorEvent(error, retry),
      announce: () => this.#announcer.announce(this.#toNews()),
    });
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'funnel-chart'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(tag, FunnelChart.#hasTag ? class extends FunnelChart {} : FunnelChart);
    FunnelChart.#hasTag = true;
  }

  /** The summary in words, as it is shown. */
  get summary(): string {
    return this.#view?.summary.text ?? '';
  }

  /** A page of the people of a segment of the shown result, or of several taken together. */
  async people(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    const { orderPeople } = await this.#awaitPeopleWords();
    return this.loader.people(segment, orderPeople(this.result, segment, query), options);
  }

  /** All ids of a segment, in pages. */
  async *ids(segment: FunnelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const { orderPeople } = await this.#awaitPeopleWords();
    yield* this.loader.ids(segment, orderPeople(this.result, segment, query), options);
  }

  /** Why a person stands where they stand. */
  async explain(subject: SubjectId, options: AskOptions): Promise<Explanation> {
    await this.#awaitPeopleWords();
    return this.loader.explain(subject, options);
  }

  /** What a list says about the people of a segment, in the words it is given; undefined until a result is shown. */
  describePeople(segment: FunnelSegment, localization: Localization): PeopleDescription | undefined {
    return (
      this.result && this.#peopleWords?.describeFunnelPeople(this.result, segment, localization, this.filters)
    );
  }

  /** An answer of {@link explain} in words, a sentence each. */
  describeExplanation(explanation: Explanation, localization: Localization, timeZone?: string): string[] {
    const { result } = this;
    if (!result) return [];
    return this.#peopleWords?.describeFunnelExplanation(result, explanation, localization, timeZone) ?? [];
  }

  /** Loads what is said of people. */
  protected loadPeopleWords(): ReturnType<typeof loadPeopleWords> {
    return loadPeopleWords();
  }

  /** Whoever is told of people has waited for it. */
  async #awaitPeopleWords(): Promise<typeof FunnelPeople> {
    this.#peopleWords ??= await this.loadPeopleWords();
    return this.#peopleWords;
  }

  /** Puts the focus on the cell of a segment; without one, on the cell that was opened last. False where it is gone. */
  focusSegment(segment?: FunnelSegment): boolean {
    return this.#grid.focusSegment(segment);
  }

  /**
   * The chart as a file: its picture, or its figures. `copy` gives the table between tabs, `print` the picture as SVG.
   * @throws FunnelwheelError `not-configured` while there are no figures, `unsupported` where the page's policy lets no PNG be made
   */
  createFile(format: ExportFormat, options?: PictureOptions): Promise<File> {
    return this.#export.createFile(format, options);
  }

  /** Saves the chart as a file, copies its figures, or prints the page; no event asks whether. Fails as `createFile` does. */
  async exportChart(format: ExportFormat): Promise<void> {
    await this.#export.run(format);
  }

  get #view(): FunnelViewModel | undefined {
    return this.#model.view;
  }

  protected override update(changed: PropertyValues): void {
    // Not in willUpdate: that comes before the controllers know of the change.
    this.#layout();
    super.update(changed);
  }

  protected override firstUpdated(): void {
    // A list that opens finds its title there.
    prepare(() => this.#awaitPeopleWords());
  }

  #layout(): void {
    const { summary } = this.loader;
    const options = {
      localization: this.#localization.localization,
      mode: this.viewMode === 'rate' ? 'rate' : 'count',
      goals: this.#goals.read(this.goals, this.goal),
      filtered: isFiltered(this.filters),
      rejectedRows: summary?.rejected.count ?? 0,
      asOfIsClock: summary !== undefined && summary.asOf === undefined && !this.asOf,
    } as const;
    this.#model.layout(this.result, options, this.currency);
    if (!this.table) this.#sort = undefined;
    this.#shape = this.#shapeParts.resolve(this.#toShape(this.#room.room));
  }

  /** How the chart is drawn in a room. In its own dialog a card has the window's. */
  #toShape(room: ChartRoom): ChartShape {
    const { spark, table, orientation, layout } = this;
    const view = this.#view;
    const used = view && table ? listUsedColumns({ view }) : undefined;
    const columns = used?.size ?? 0;
    const compared = view !== undefined && used?.has(view.columns.change) === true;
    const groups = view?.groups.length ?? 0;
    const steps = view?.steps.length ?? 0;
    const wish = { spark, table, orientation, layout, groups, steps, columns, compared };
    return chooseShape(wish, room);
  }

  /** How many funnels of groups, and that of everybody, stand beside each other; 0 where there are none. */
  #toAcross(room: ChartRoom): number {
    if (this.#toShape(room) !== 'multiples') return 0;
    return countAcross((this.#view?.groups.length ?? 0) + 1, room);
  }

  override render(): TemplateResult {
    const slot = html`<slot></slot>`;
    const content = this.#shape === 'spark' ? this.#renderCard(slot) : html`${this.#renderWhole()}${slot}`;
    return html`${this.#room.render()}${content}`;
  }

  /** The card; while the whole chart is open over the page, the list of people is there too. */
  #renderCard(slot: TemplateResult): TemplateResult {
    const whole = (): TemplateResult => html`${this.#renderWhole()}${slot}`;
    const dialog = this.#spark.renderDialog(whole, this.#localization.messages.close);
    return html`${this.#renderSpark()}${dialog === nothing ? slot : dialog}`;
  }

  #renderSpark(): unknown {
    return this.#spark.render({
      localization: this.#localization.localization,
      view: this.#view,
      message: toStateText(this.#toStateContext()),
      busy: this.loader.status === 'pending',
      href: this.href,
    });
  }

  #renderWhole(): TemplateResult {
    const view = this.#view;
    const busy = this.loader.status === 'pending';
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
      ${renderHead(this.#toHeadContext(busy))} ${this.#export.render(this.#localization.localization)}
      ${this.#runControls.render(this.#toRunControlsContext())} ${renderBanners(states)}
      ${view ? renderActiveFilters(filters) : nothing}
      ${placeholder}${view && (placeholder === nothing || view.state === 'empty') ? this.#renderChart(view) : nothing}
      ${this.#insights.render()} ${view ? renderNotes(view, this.#toRulesLink()) : nothing}
      ${this.#printTime.render(this.#localization.localization)}
      ${this.#panel.render(this.result, { ...filters, breakdown: this.#toBreakdownContext() })}
      ${this.#announcer.render()}
    </section>`;
  }

  #renderChart(view: FunnelViewModel): TemplateResult {
    const context = this.#toRowContext(view);
    const { localization } = this.#localization;
    const handleRate = (): void => this.change({ viewMode: 'rate' });
    return html`${renderSummary(view)}
      ${
        this.#shape === 'multiples'
          ? nothing
          : renderLegend({
              ...context,
              handleHighlight: this.#handleHighlight,
              handleKeydown: this.#bars.handleKeydown,
              handleFocusin: this.#bars.handleFocusin,
            })
      }
      ${renderHint({
        localization,
        view,
        mode: this.viewMode,
        missingGroups: this.#toMissingGroups(),
        hasOwnAxis: this.#shape === 'multiples',
        handleRate,
      })}
      <div
        @click=${this.#grid.handleClick}
        @keydown=${this.#grid.handleKeydown}
        @keyup=${this.#grid.handleKeyup}
        @focusin=${this.#grid.handleFocusin}
        @focusout=${this.#grid.handleFocusout}
        @pointermove=${this.#grid.handlePointermove}
        @pointerleave=${this.#grid.handlePointerleave}
      >
        ${(context.shape?.renderGrid ?? renderGrid)(context)}
      </div>
      ${renderSelection({
        localization,
        selected: this.#grid.selected,
        handleOpen: this.#grid.openSelected,
        handleClear: this.#grid.clearSelection,
      })}`;
  }

  #toRowContext(view: FunnelViewModel): RowContext {
    return {
      messages: this.#localization.messages,
      format: this.#localization.localization.format,
      shape: this.#shapeParts.partOf(this.#shape),
      across: this.#toAcross(this.#room.room),
      view,
      interactive: !this.readonly,
      filterable: this.hasControl('filters') && !this.readonly,
      filtered: new Set(Object.keys(this.filters)),
      marks: toMarkTexts(this.marks, this.#localization.localization),
      selected: this.#grid.selected,
      vertical: this.#shape === 'columns',
      textured: this.textures === 'on' || (this.textures !== 'off' && view.groups.length > 1),
      highlight: toHighlightKey(view, this.highlight),
      table: this.#toTableContext(view),
    };
  }

  #toTableContext(view: FunnelViewModel): TableContext | undefined {
    if (this.#shape !== 'table' && this.#shape !== 'wide-table') return undefined;
    const headers = new Map(listHeaders({ view, messages: this.#localization.messages }));
    return {
      wide: this.#shape === 'wide-table',
      sort: this.#sort,
      headerOf: (column) => headers.get(column),
    };
  }

  #toHeadContext(busy: boolean): HeadContext {
    return {
      localization: this.#localization.localization,
      view: this.#view,
      mode: this.viewMode,
      table: this.table,
      busy,
      has: (control) => this.hasControl(control),
      canBreakDown: this.#toBreakdowns().length > 0 || !this.#isSupplied,
      breakdown: this.#toBreakdownWords(),
      layout: this.layout,
      tools: this.#tools,
      handleMode: (viewMode) => this.change({ viewMode, ...(this.table ? { table: false } : {}) }),
      handleTable: (table) => this.change({ table }),
      handleBreakdown: this.#handleBreakdown,
      handleLayout: (layout) => this.change({ layout, ...(this.table ? { table: false } : {}) }),
      handleHelp: this.#handleHelp,
      handleKeydown: this.#bars.handleKeydown,
      handleFocusin: this.#bars.handleFocusin,
    };
  }

  #toExportContext(): ExportContext | undefined {
    const view = this.#view;
    if (!this.result || !view) return undefined;
    return {
      result: this.result,
      view,
      localization: this.#localization.localization,
      mode: this.viewMode,
      textures: this.textures,
      layout: this.layout,
      filters: listFilterTexts(this.#toFilterContext()),
    };
  }

  #toRunControlsContext(): RunControlsContext {
    return {
      localization: this.#localization.localization,
      has: (control) => this.hasControl(control),
      view: this.view,
      funnel: { id: this.funnel ?? this.result?.funnel?.id, title: this.#view?.title ?? '' },
      groups: (this.#view?.groups ?? []).flatMap(({ value, label }) =>
        value === undefined ? [] : [{ value, label }],
      ),
      funnels: this.funnels ?? this.#funnels.catalog,
      handleFunnel: (funnel) => this.#pickFunnel(funnel),
      handleChange: (change) => this.change(change),
    };
  }

  #toStateContext(): StateContext {
    const { status, error, progress } = this.loader;
    const steps = this.definition?.steps ?? [];
    return {
      localization: this.#localization.localization,
      state: { status, result: this.result, error, progress: toShare(progress) },
      view: this.#view,
      subject: this.result ? toSubject(this.result) : 'person',
      stepNames: steps.map(({ id, name }) => toLocalizedText(name, this.#localization.tag, id)),
      handleRetry: this.#handleRetry,
      handleClearFilters: this.#handleClearFilters,
      handleWiden: this.#toWiden(),
    };
  }

  #toFilterContext(): FilterContext {
    return {
      localization: this.#localization.localization,
      filters: this.filters,
      steps: this.#view?.steps ?? [],
      handleToggle: (step, name, value, on) =>
        this.change({ filters: toggleFilterValue(this.filters, step, name, value, on) }),
      handleClear: this.#handleClearFilters,
      handleOpen: (cell) => {
        this.#panel.close();
        this.#grid.open([cell]);
      },
    };
  }

  #toInsightContext(): InsightContext | undefined {
    const { insight: name, result } = this;
    if (!isInsightName(name) || !result || this.#view?.state !== 'ready') return undefined;
    const { localization } = this.#localization;
    const supplied = this.loader.source?.kind === 'result';
    const currency = result.currency ?? this.currency;
    return { name, result, currency, view: this.view, localization, interactive: !this.readonly, supplied };
  }

  /** The figures are handed over as they are: nothing can be asked of them. */
  get #isSupplied(): boolean {
    return (this.loader.source?.kind ?? 'result') === 'result';
  }

  #toBreakdownContext(): BreakdownContext {
    return {
      localization: this.#localization.localization,
      steps: this.#view?.steps ?? [],
      properties: listProperties(this.breakdown),
      attribution: this.attribution ?? 'first-touch',
      offered: this.#toBreakdowns(),
      isSupplied: this.#isSupplied,
      handleChange: ({ breakdown, attribution }) =>
        this.change({ breakdown, attribution: attribution ?? (breakdown ? this.attribution : undefined) }),
    };
  }

  #toBreakdownWords(): string {
    const { localization } = this.#localization;
    const names = listProperties(this.breakdown).map((name) =>
      toPropertyLabel(name, this.#view?.steps ?? [], localization),
    );
    return names.join(' × ');
  }

  /** By what the shown figures, which answer the present question, were not divided though they should be. */
  #toMissingGroups(): string {
    const isAnswer = this.loader.status === 'complete';
    return isAnswer && this.result?.breakdown === undefined ? this.#toBreakdownWords() : '';
  }

  #toBreakdowns(): string[] {
    const offered = this.#view?.steps.flatMap((step) => step.filters.map((filter) => filter.property)) ?? [];
    return [...new Set([...offered, ...listProperties(this.breakdown)])];
  }

  /** Where the chart loads by itself, or gives the user the period, it can widen it; else only the host could. */
  #toWiden(): (() => void) | undefined {
    const from = widenFrom(this.result?.range);
    const isOwn = this.hasControl('period') || (this.loader.source && this.loader.source.kind !== 'result');
    const to = this.to ?? String(this.result?.range?.to);
    return from && isOwn ? () => this.change({ from, to }) : undefined;
  }

  /** New numbers in words, with the filters they are under. */
  #toNews(): string {
    const { messages } = this.#localization;
    const texts = listFilterTexts(this.#toFilterContext());
    const filters = texts.length > 0 ? `${messages.chart.filteredBy(texts.join(', '))} ` : '';
    return messages.chart.updated(filters + this.summary);
  }

  /** Another funnel has other steps: conditions on the old ones go. */
  #pickFunnel(choice: FunnelChoice): void {
    this.change({ funnel: choice.id, definition: choice.steps ? choice : undefined, filters: {} });
  }

  #sortBy(column: number): void {
    this.#sort = nextSort(this.#sort, column);
    this.requestUpdate();
  }

  #tellSelected(cells: readonly Pick<OpenableCell, 'count' | 'segment' | 'others'>[]): void {
    const [first] = cells;
    if (!first) return;
    const funnel = this.result?.funnel?.id ?? this.funnel;
    const { segment } = first;
    const { step, outcome, group } = segment;
    const segments = cells.flatMap((cell) => [cell.segment, ...(cell.others ?? [])]);
    const count = cells.length === 1 ? first.count : undefined;
    const detail = {
      funnel,
      step,
      outcome,
      ...(group === undefined ? {} : { group }),
      count,
      segment,
      segments,
    };
    this.dispatchEvent(new FunnelStepSelectEvent(detail));
    // A list outside is out of reach while the dialog is over the page.
    const hasOwnList = this.childElementCount > 0;
    if (this.#spark.isExpanded && !hasOwnList) this.#spark.collapse();
  }

  readonly #handleRetry = (): void => this.retry();

  readonly #handleClearFilters = (): void => this.change({ filters: {} });

  readonly #handleHighlight = (highlight: Highlight | undefined): void => {
    this.highlight = highlight;
    this.dispatchEvent(new HighlightChangeEvent(highlight));
  };

  #toRulesLink(): RulesLink | undefined {
    if (this.result?.funnel?.definition === undefined) return undefined;
    return { text: this.#localization.messages.chart.rules, handleOpen: this.#handleRules };
  }

  readonly #handleRules = (event: Event): void => {
    void this.#panel.toggle({ kind: 'rules' }, event.currentTarget as HTMLElement);
  };

  readonly #handleBreakdown = (event: Event): void => {
    void this.#panel.toggle({ kind: 'breakdown' }, event.currentTarget as HTMLElement);
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
