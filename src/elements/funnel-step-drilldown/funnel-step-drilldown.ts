import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { describeFunnelPeople, listPlaces } from '../../controllers/funnel-people.ts';
import { LocalizationController } from '../../controllers/localization-controller.ts';
import type { PeopleDescription, PeopleHost, PeopleSelectEvent } from '../../controllers/people-host.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { FunnelResult, LocalizedText, PeoplePage } from '../../engine/schema/index.ts';
import {
  ClientsSelectEvent,
  PeopleColumnsChangeEvent,
  PeopleErrorEvent,
  PeopleLoadEvent,
  type ClientsRule,
  type PeopleSegment,
} from '../../events/index.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { ActivityFocus } from './activity-focus.ts';
import { BreakdownController } from './breakdown-controller.ts';
import type { Ability, ChoiceSource } from './choices.ts';
import { ColumnPlan } from './column-plan.ts';
import type { Column } from './columns.ts';
import { DialogFocus } from './dialog-focus.ts';
import { ExportController, type ExportState } from './export-controller.ts';
import { GridFocusController } from './grid-focus-controller.ts';
import type { GridExtent } from './grid-focus.ts';
import { GridInput } from './grid-input.ts';
import { HostLink } from './host-link.ts';
import { ListQueryController } from './list-query.ts';
import { ListViewport } from './list-viewport.ts';
import { OnlineRetry } from './online-retry.ts';
import { Opening } from './opening.ts';
import type { CsvSeparator } from '../../layout/export/csv.ts';
import type { ListQuery } from './people-list.ts';
import { Panel, type PanelParts } from './panel.ts';
import { PeopleModel } from './people-model.ts';
import type { Selection } from './selection.ts';
import { formatPeople, formatRequest, getSubject, type PeopleContext } from './people-text.ts';
import { PersonDetails } from './person-details.ts';
import { RequestController } from './request-controller.ts';
import { RequestDialog } from './request-dialog.ts';
import type { ChosenValue } from './choices.ts';
import type { RequestKind, RequestRecord } from './request-lifecycle.ts';
import { formatExport } from './render-export.ts';
import { formatNews } from './render-state.ts';
import { COLLECT_LIMIT, SelectionController, type SelectionOutcome } from './selection-controller.ts';
import { drilldownStyles } from './styles.ts';

/** Rows in outline while the first page is on the way. */
const LOADING_ROWS = 10;

/** The ids in an attribute; undefined where it is missing. */
function parseColumns(value: string | null): readonly string[] | undefined {
  return value?.split(/\s+/).filter(Boolean);
}

/**
 * The people behind a part of a funnel or of a wheel: who they are, what comes next for them, and what to ask of the
 * host.
 *
 * It opens on the `funnel-step-select` or `wheel-phase-select` of its chart (`for`, or nested either way round),
 * unless that was prevented; or shows `segment` of that chart; or, alone, the `people` it is given.
 *
 * @element funnel-step-drilldown
 * @slot - a `<funnel-chart>`, where the list is to stand under the chart inside of it
 * @fires {ClientsSelectEvent} clients-select - the selection changed by an act of the user
 * @fires {ClientsTagEvent} clients-tag - the user asks to tag; cancelable, answer with `waitUntil()`
 * @fires {ClientsStageChangeEvent} clients-stage-change - the user asks for another lead stage; cancelable, answer with `waitUntil()`
 * @fires {ClientsEnrollEvent} clients-enroll - the user asks to enrol in a sequence; cancelable, answer with `waitUntil()`
 * @fires {PeopleLoadEvent} people-load - rows to be shown came; not for those fetched in the background
 * @fires {PeopleColumnsChangeEvent} people-columns-change - the user chose other columns
 * @fires {PeopleExportEvent} people-export - the user asks for a file of the people; cancelable, to be logged by the page
 * @fires {PeopleErrorEvent} people-error - rows could not be had
 *
 * @csspart base - the frame
 * @csspart header - title, count, close
 * @csspart heading - the path of the segment
 * @csspart count - how many people
 * @csspart close - the button that closes
 * @csspart breakdown - the people by the properties at hand
 * @csspart tools - search, order, filters
 * @csspart search - the search field
 * @csspart columns - the menu of columns
 * @csspart export - the button of the export
 * @csspart actions - the bar of the selection
 * @csspart action - a button of it
 * @csspart suggestions - what the chart advises for these people
 * @csspart suggestion - a request that it suggests
 * @csspart list - the grid
 * @csspart row - a row of it
 * @csspart cell - a cell of it
 * @csspart details - the details of one person
 * @csspart activity - what was asked of the host, and how it went
 * @csspart history - the requests made earlier
 * @csspart dialog - where a tag, a stage or a sequence is chosen
 * @csspart audience - whom the request reaches
 *
 * @cssprop [--fw-row-size=2.75rem] - height of a row; 2.25rem where compact, 4.5rem as cards
 * @cssprop [--fw-list-size=29rem] - largest height of the list
 * @cssprop [--fw-surface] - background
 * @cssprop [--fw-ink] - text
 * @cssprop [--fw-accent] - selection, bars, primary button
 */
export class FunnelStepDrilldown extends LitElement {
  static override styles = [tokenStyles, controlStyles, drilldownStyles];

  /** Defines the tag; does nothing where it is taken. */
  static define(tag = 'funnel-step-drilldown'): void {
    if (customElements.get(tag)) return;
    const isTaken = this.#isDefined;
    this.#isDefined = true;
    // A class can stand for one tag only: further names get a class of their own.
    customElements.define(tag, isTaken ? class extends FunnelStepDrilldown {} : this);
  }
  static #isDefined = false;

  /** The id of the chart whose parts it opens. */
  @property() for = '';
  /** BCP 47 tag; without one the closest `lang` decides. */
  @property() locale: string | undefined;
  /** *Now* for the days waited: ISO 8601. Default: the result's, else the clock. */
  @property({ attribute: 'as-of' }) asOf: string | undefined;
  /** Time zone of the dates shown. Default: the result's, else the reader's. */
  @property({ attribute: 'time-zone' }) timeZone: string | undefined;
  /** A title instead of the path. */
  @property() heading = '';
  /** What the user may do, separated by spaces: `tag stage enroll export`. Default: all. */
  @property() can: string | undefined;
  /** Why something is not allowed, by its word: its button is shown, but cannot be pressed. */
  @property({ attribute: false }) cannotReasons: Readonly<Partial<Record<Ability, string>>> = {};
  /**
   * The columns, by their ids: `source leadStage enteredAt waiting lastContactedAt next tags consent`, those of the
   * chart, and names of people's properties. Default: those that somebody fills. The user can choose others.
   */
  @property({ converter: { fromAttribute: parseColumns } }) columns: readonly string[] | undefined;
  /** What stands between two cells of an exported file. Default: what spreadsheets of the language expect. */
  @property({ attribute: 'csv-separator' }) csvSeparator: CsvSeparator | undefined;
  /** `compact` for rows of 36 px. */
  @property({ reflect: true }) density: 'regular' | 'compact' = 'regular';
  /** Whether a tag may be made by typing it. */
  @property({ type: Boolean, attribute: 'allow-new-tags' }) allowNewTags = false;
  /** Whether the list is shown. Set by opening a part of the chart, and by closing. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Tags to choose from: an array, or a function of the typed text. */
  @property({ attribute: false }) tags: ChoiceSource | undefined;
  /** Lead stages to choose from. */
  @property({ attribute: false }) leadStages: ChoiceSource | undefined;
  /** Sequences to choose from. */
  @property({ attribute: false }) sequences: ChoiceSource | undefined;
  /** A finished list of people, to be shown without a chart. */
  @property({ attribute: false }) people: PeoplePage | undefined;
  /** The part of the chart that is shown; set it to open one. */
  @property({ attribute: false }) segment: PeopleSegment | undefined;
  /** The result the people belong to, for the names of its steps. Default: the chart's. */
  @property({ attribute: false }) result: FunnelResult | undefined;

  readonly #localization = new LocalizationController(this);
  readonly #announcer = new AnnouncerController(this);
  /** @internal */
  readonly model = new PeopleModel(this.#createModelHost());
  readonly #query = new ListQueryController(this);
  readonly #opening = new Opening(this, new HostLink(this));
  readonly #selection = new SelectionController(this);
  readonly #viewport = new ListViewport(this);
  readonly #plan = new ColumnPlan(this);
  readonly #focus = new GridFocusController(this);
  readonly #details = new PersonDetails(this);
  readonly #dialog = new RequestDialog(this);
  readonly #requests = new RequestController(this, this.#selection);
  readonly #exports = new ExportController(this, this.#selection);
  readonly #breakdown = new BreakdownController(this, this.#query);
  readonly #panel = new Panel(this, this.#createParts());

  #collator = new Intl.Collator();
  /** The language of what the live region says. */
  #spokenTag: string | undefined;
  #description: PeopleDescription | undefined;
  /** What was said of the list when it was last drawn as a whole. */
  #said: readonly unknown[] = [];
  /** What the next update draws: scrolling draws rows only. */
  #scope: 'all' | 'rows' = 'all';

  /** Closes the list and gives the focus back to where it was opened from. */
  close(): void {
    this.#opening.close();
  }

  /** Fetches the people anew; where the chart can be computed anew, that too, so that both agree. */
  refresh(): void {
    this.#opening.refresh();
  }

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    // Lit asks for the first update before the fields of this class are there.
    if (#scope in this) this.#scope = 'all';
    super.requestUpdate(...change);
  }

  // What the controllers ask of this element. Not part of the public interface.

  /** @internal */
  get rowCount(): number {
    return this.model.total ?? LOADING_ROWS;
  }
  /** @internal */
  requestRows(): void {
    const scope = this.isUpdatePending ? this.#scope : 'rows';
    this.requestUpdate();
    this.#scope = scope;
  }
  /** @internal */
  wantRows(start: number, end: number): void {
    this.model.want(start, end);
  }
  /** @internal */
  get visibleRange(): { start: number; end: number } {
    return this.#viewport.visibleRange;
  }
  /** @internal */
  get drawnColumns(): readonly string[] {
    return this.#plan.drawn.map(({ id }) => id);
  }
  /** @internal */
  revealRow(row: number): void {
    this.#viewport.reveal(row);
  }
  /** @internal */
  get peopleHost(): PeopleHost | undefined {
    return this.model.source;
  }
  /** @internal */
  get description(): PeopleDescription | undefined {
    return this.#description;
  }
  /** @internal */
  get exportColumns(): readonly Column[] {
    return this.#plan.wanted;
  }
  /** @internal */
  get exportContext(): PeopleContext {
    return this.#context;
  }
  /** @internal */
  toRule(selection: Selection): ClientsRule {
    return this.#requests.toRule(selection);
  }
  /** @internal */
  announceExport(state: ExportState): void {
    this.#announcer.announce(formatExport(this.#context, state));
  }
  /** @internal */
  chooseColumns(ids: readonly string[] | undefined): void {
    this.columns = ids;
    this.dispatchEvent(new PeopleColumnsChangeEvent({ columns: ids }));
  }
  /** @internal */
  canCreate(kind: RequestKind): boolean {
    return kind === 'tag' && this.allowNewTags;
  }
  /** @internal */
  toText(name: LocalizedText): string {
    return toLocalizedText(name, this.#localization.tag);
  }
  /** @internal */
  getChoices(kind: RequestKind): ChoiceSource | undefined {
    return { tag: this.tags, stage: this.leadStages, enroll: this.sequences }[kind];
  }
  /** @internal */
  submitRequest(kind: RequestKind, values: readonly ChosenValue[]): void {
    this.#requests.submit(kind, values);
  }
  /** @internal */
  announceRequest(record: RequestRecord): void {
    this.#announcer.announce(formatRequest(this.#context, record));
  }
  /** @internal */
  toSentences(explanation: unknown): readonly string[] {
    if (typeof explanation === 'string') return [explanation];
    const { localization, timeZone } = this.#context;
    return this.model.source?.describeExplanation?.(explanation, localization, timeZone) ?? [];
  }
  /** @internal */
  getGridExtent(): GridExtent {
    const direction = this.matches(':dir(rtl)') ? 'rtl' : 'ltr';
    const columns = this.drawnColumns.length;
    return { rows: this.rowCount, columns, pageRows: this.#viewport.pageRows, direction };
  }
  /** @internal */
  tryClose(): boolean {
    if (this.people !== undefined) return false;
    this.close();
    return true;
  }
  /** @internal */
  handlePeopleSelect(
    event: PeopleSelectEvent,
    source: PeopleHost | undefined,
    opener: HTMLElement | undefined,
  ): void {
    this.#opening.handlePeopleSelect(event, source, opener);
  }
  /** @internal */
  handlePeopleLoad(): void {
    this.requestUpdate();
    this.#opening.handlePeopleLoad();
  }
  /** @internal */
  describeBy(source: PeopleHost | undefined, segment: PeopleSegment): PeopleDescription | undefined {
    const { localization } = this.#localization;
    if (this.result && ('step' in segment || 'anyOf' in segment))
      return describeFunnelPeople(this.result, segment, localization);
    return source?.describePeople?.(segment, localization);
  }
  /** @internal */
  startOver(): void {
    this.#query.reset();
    this.#breakdown.reset();
    this.#selection.reset();
    this.#details.close();
    this.#exports.stop();
    this.#exports.dismiss();
    this.#focus.reset();
    this.#viewport.reset();
  }
  /** @internal */
  handleQuery(query: ListQuery, isTold: boolean): void {
    this.#selection.followQuery(query);
    this.#viewport.reset();
    this.#focus.reset();
    const { total } = this.model;
    if (total === undefined || !isTold) return;
    const context = this.#context;
    const { noMatch } = context.localization.messages.people;
    this.#announcer.announce(total === 0 ? noMatch : formatPeople(context, total, getSubject(context)));
  }
  /** @internal */
  handleSelection(outcome: SelectionOutcome): void {
    const { messages, format } = this.#localization;
    const words = messages.people;
    if (outcome === 'too-many') this.#announcer.announce(words.tooManyMatching(format.number(COLLECT_LIMIT)));
    if (outcome === 'rows-missing') this.#announcer.announce(words.rangeFailed);
    if (outcome !== 'changed' && outcome !== 'followed') return;
    const { value, count, news } = this.#selection;
    if (news) this.#announcer.announce(formatNews(this.#context, news));
    // What a request did is told by the request itself.
    if (outcome === 'changed')
      this.#announcer.announce(words.selected({ n: count, text: format.number(count) }));
    const ids = value.mode === 'include' ? { ids: [...value.ids] } : {};
    this.dispatchEvent(new ClientsSelectEvent({ ...ids, count, rule: this.#requests.toRule(value) }));
  }

  #createParts(): PanelParts {
    const parts = {
      announcer: this.#announcer,
      opening: this.#opening,
      query: this.#query,
      breakdown: this.#breakdown,
      selection: this.#selection,
      viewport: this.#viewport,
      plan: this.#plan,
      focus: this.#focus,
      details: this.#details,
      exports: this.#exports,
      requests: this.#requests,
      dialog: this.#dialog,
    };
    new ActivityFocus(this);
    new OnlineRetry(this);
    return { ...parts, input: new GridInput(this, parts), dialogFocus: new DialogFocus(this, this.#dialog) };
  }

  #createModelHost() {
    const getCollator = () => this.#collator;
    return {
      get collator() {
        return getCollator();
      },
      onChange: () => {
        this.#selection.prune();
        this.#query.prune();
        this.#drawModel();
      },
      onPage: (page: PeoplePage, offset: number) =>
        this.dispatchEvent(new PeopleLoadEvent({ segment: this.model.segment, page, offset })),
      onError: (error: unknown, retry: () => void) =>
        this.dispatchEvent(new PeopleErrorEvent(FunnelwheelError.from(error), retry)),
    };
  }

  /** Pages of rows that came change the list alone, as long as all else that is said of it stays the same. */
  #drawModel(): void {
    const { total, segmentTotal, error, isRefreshing, isIncomplete, allRows, sampleRows } = this.model;
    const said = [total, segmentTotal, error, isRefreshing, isIncomplete, allRows, sampleRows];
    const isSame = said.every((part, index) => part === this.#said[index]);
    this.#said = said;
    if (isSame) this.requestRows();
    else this.requestUpdate();
  }

  #describe(): PeopleDescription | undefined {
    if (this.segment) return this.describeBy(this.model.source, this.segment);
    if (!this.result) return undefined;
    const { subject = 'person', asOf, range } = this.result;
    const heading = this.#localization.messages.people.heading;
    const places = listPlaces(this.result);
    return { heading, subject, exists: true, frame: '', asOf, timeZone: range?.timeZone, places };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('people') && this.people) this.#opening.showPeople(this.people);
    else if (changed.has('segment') || changed.has('for')) this.#opening.followSegment();
  }

  protected override update(changed: PropertyValues<this>): void {
    // Not in willUpdate: that comes before the controllers know of another language.
    if (this.#collator.resolvedOptions().locale !== this.#localization.tag) {
      this.#collator = new Intl.Collator(this.#localization.tag, { numeric: true });
    }
    if (this.#scope === 'all') this.#description = this.#describe();
    super.update(changed);
  }

  protected override updated(): void {
    this.#hushIn(this.#localization.tag);
  }

  /** Empties the live region when the language changes: what it said was said in the other one. */
  #hushIn(tag: string): void {
    if (this.#spokenTag !== undefined && this.#spokenTag !== tag) this.#announcer.announce('');
    this.#spokenTag = tag;
  }

  // Rendering

  get #context(): PeopleContext {
    const description = this.#description;
    const asOf = this.asOf ?? description?.asOf ?? undefined;
    const now = asOf === undefined ? NaN : new Date(asOf).getTime();
    return {
      localization: this.#localization.localization,
      description,
      now: Number.isNaN(now) ? Date.now() : now,
      timeZone: this.timeZone ?? description?.timeZone,
    };
  }

  protected override render(): TemplateResult {
    const isScrolled = this.#scope === 'rows';
    this.#scope = 'all';
    return html`<slot></slot>${this.open ? this.#panel.render(this.#context, isScrolled) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-step-drilldown': FunnelStepDrilldown;
  }
}
