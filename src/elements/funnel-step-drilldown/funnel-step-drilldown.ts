import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { LocalizationController } from '../../controllers/localization-controller.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { Explanation } from '../../engine/index.ts';
import type { FunnelResult, LocalizedText, PeoplePage, Segment } from '../../engine/schema/index.ts';
import {
  ClientsSelectEvent,
  PeopleErrorEvent,
  PeopleLoadEvent,
  type ClientsRule,
  type FunnelLoadEvent,
  type FunnelStepSelectEvent,
} from '../../events/index.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { computeAudience, getSegmentCount, type Audience } from './audience.ts';
import { parseAbilities, type ChoiceSource } from './choices.ts';
import { cycleSort, getColumns, SORTABLE, toSort, type ColumnSort } from './columns.ts';
import { formatExplanation } from './explanation-text.ts';
import { GridFocusController } from './grid-focus-controller.ts';
import {
  extendsRange,
  HEADER_ROW,
  moveFocus,
  parseGridCommand,
  type GridCommand,
  type GridExtent,
} from './grid-focus.ts';
import { HostLink } from './host-link.ts';
import { ListViewport } from './list-viewport.ts';
import { toggleFilter } from './people-breakdown.ts';
import type { PropertyFilter } from './people-list.ts';
import { COMPLETE_LIMIT, PeopleModel } from './people-model.ts';
import type { PeopleSource } from './people-source.ts';
import { formatPeople, formatRequest, getSubject, type PeopleContext } from './people-text.ts';
import { PersonDetails } from './person-details.ts';
import { renderActivity } from './render-activity.ts';
import { renderBreakdown } from './render-breakdown.ts';
import { renderDialog } from './render-dialog.ts';
import { renderList } from './render-list.ts';
import { renderPerson } from './render-person.ts';
import { renderActions, renderHeader, renderTools, type ToolbarView } from './render-toolbar.ts';
import { RequestDesk, type RequestAudience } from './request-desk.ts';
import { RequestDialog } from './request-dialog.ts';
import {
  computeRemaining,
  computeRowMark,
  type ChosenValue,
  type RequestKind,
  type RequestRecord,
} from './request-lifecycle.ts';
import { COLLECT_LIMIT, SelectionController, type SelectionOutcome } from './selection-controller.ts';
import { isSelected, NO_SELECTION, type PersonId, type Selection } from './selection.ts';
import { drilldownStyles } from './styles.ts';

/** As many ids travel with an event; beyond, it is the rule and `iterateIds()`. Source: contract.md. */
const MOST_IDS = 10_000;
/** How long a finished request is told of in full, with its undoing. Source: contract.md, "Undo". */
const UNDO_MS = 10_000;
const SEARCH_MS = 250;
/** Rows in outline while the first page is on the way. */
const LOADING_ROWS = 10;

/**
 * The people behind a part of a funnel: who they are, what comes next for them, and what to ask of the host.
 *
 * It opens on the `funnel-step-select` of its chart (`for`, or nested either way round), unless that was prevented;
 * or shows `segment` of that chart; or, alone, the `people` it is given.
 *
 * @element funnel-step-drilldown
 * @slot - a `<funnel-chart>`, where the list is to stand under the chart inside of it
 * @fires {ClientsSelectEvent} clients-select - the selection changed by an act of the user
 * @fires {ClientsTagEvent} clients-tag - the user asks to tag; cancelable, answer with `waitUntil()`
 * @fires {ClientsStageChangeEvent} clients-stage-change - the user asks for another lead stage; cancelable, answer with `waitUntil()`
 * @fires {ClientsEnrollEvent} clients-enroll - the user asks to enrol in a sequence; cancelable, answer with `waitUntil()`
 * @fires {PeopleLoadEvent} people-load - rows came
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
 * @csspart actions - the bar of the selection
 * @csspart action - a button of it
 * @csspart list - the grid
 * @csspart row - a row of it
 * @csspart cell - a cell of it
 * @csspart details - the details of one person
 * @csspart activity - what was asked of the host, and how it went
 * @csspart history - the requests made earlier
 * @csspart dialog - where a tag, a stage or a sequence is chosen
 * @csspart audience - whom the request reaches
 *
 * @cssprop [--fw-row-size=2.75rem] - height of a row; 3.5rem as cards
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
  /** The part of the funnel that is shown; set it to open one. */
  @property({ attribute: false }) segment: Segment | undefined;
  /** The result the people belong to, for the names of its steps. Default: the chart's. */
  @property({ attribute: false }) result: FunnelResult | undefined;

  @state() private columnSort: ColumnSort | undefined;
  @state() private isBreakdownOpen: boolean | undefined;
  @state() private expanded: ReadonlySet<string> = new Set();
  @state() private showsAllProperties = false;
  @state() private prominent: ReadonlySet<string> = new Set();
  @state() private notice: SelectionOutcome = 'changed';

  readonly #localization = new LocalizationController(this);
  readonly #announcer = new AnnouncerController(this);
  readonly #link = new HostLink(this);
  readonly #selection = new SelectionController(this);
  readonly #viewport = new ListViewport(this);
  readonly #focus = new GridFocusController(this);
  readonly #details = new PersonDetails(this);
  readonly #dialog = new RequestDialog(this);
  readonly #desk = new RequestDesk({
    dispatchEvent: (event) => this.dispatchEvent(event),
    describe: (selection, signal) => this.#describe(selection, signal),
    iterateIds: (selection, signal) => () => this.#iterateIds(selection, signal),
    onRequest: (record) => this.#handleRequest(record),
  });
  /** @internal */
  readonly model = new PeopleModel(this.#createModelHost());

  #collator = new Intl.Collator();
  #expected: number | undefined;
  #opener: HTMLElement | undefined;
  #shown: Segment | undefined;
  #q = '';
  #searching: ReturnType<typeof setTimeout> | undefined;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #openRequest: RequestKind | undefined;
  #dialogOpener: HTMLElement | undefined;

  // What the controllers ask of this element. Not part of the public interface.

  /** @internal */
  get rowCount(): number {
    return this.model.total ?? LOADING_ROWS;
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
  get drawnColumns(): readonly PeopleColumn[] {
    return getColumns(this.#viewport.layout);
  }
  /** @internal */
  revealRow(row: number): void {
    this.#viewport.reveal(row);
  }
  /** @internal */
  get peopleSource(): PeopleSource | undefined {
    return this.model.source;
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
  toSentences(explanation: Explanation | string): readonly string[] {
    return formatExplanation(this.#context, explanation);
  }
  /** @internal */
  getGridExtent(): GridExtent {
    const direction = this.matches(':dir(rtl)') ? 'rtl' : 'ltr';
    return {
      rows: this.rowCount,
      columns: this.drawnColumns.length,
      pageRows: this.#viewport.pageRows,
      direction,
    };
  }

  #createModelHost() {
    const getCollator = () => this.#collator;
    return {
      get collator() {
        return getCollator();
      },
      onChange: () => this.#handleRows(),
      onPage: (page: PeoplePage, offset: number) =>
        this.dispatchEvent(new PeopleLoadEvent({ segment: this.model.segment, page, offset })),
      onError: (error: unknown, retry: () => void) =>
        this.dispatchEvent(new PeopleErrorEvent(FunnelwheelError.from(error), retry)),
    };
  }

  /** Rows came, or went. */
  #handleRows(): void {
    this.#selection.prune();
    this.requestUpdate();
  }

  // Opening and closing

  /** @internal */
  handleStepSelect(
    event: FunnelStepSelectEvent,
    source: PeopleSource | undefined,
    opener: HTMLElement | undefined,
  ): void {
    this.#opener = opener;
    this.#expected = event.count;
    this.#show(event.segment, source);
    void this.updateComplete.then(() => this.#focusHeading());
  }

  /** @internal */
  handleFunnelLoad(event: FunnelLoadEvent): void {
    if (!this.open || !this.segment || this.people) return;
    this.#expected = getSegmentCount(event.result, this.segment);
    this.model.refresh();
  }

  #show(segment: Segment, source: PeopleSource | undefined): void {
    this.segment = this.#shown = segment;
    this.open = true;
    this.#startOver();
    if (source) this.model.open(source, segment);
    else this.model.close();
  }

  #startOver(): void {
    this.#q = '';
    clearTimeout(this.#searching);
    this.columnSort = undefined;
    this.expanded = new Set();
    this.notice = 'changed';
    this.#selection.reset();
    this.#details.close();
    this.#focus.reset();
    this.#viewport.reset();
  }

  /** Closes the list and gives the focus back to where it was opened from. */
  close(): void {
    const opener = this.#opener;
    const { segment } = this;
    this.#opener = undefined;
    this.open = false;
    this.segment = this.#shown = undefined;
    this.#startOver();
    this.model.close();
    if (opener?.isConnected) opener.focus();
    else if (!this.#link.source?.focusSegment?.(segment)) this.#link.element?.focus();
  }

  /** Fetches the people anew; where the chart can be computed anew, that too, so that both agree. */
  refresh(): void {
    this.#expected = undefined;
    this.model.source?.refresh?.();
    this.model.refresh();
  }

  #focusHeading(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
    heading?.focus({ preventScroll: true });
    this.renderRoot.querySelector('.base')?.scrollIntoView({ block: 'nearest' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searching);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.prominent = new Set();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#collator.resolvedOptions().locale !== this.#localization.tag) {
      this.#collator = new Intl.Collator(this.#localization.tag, { numeric: true });
    }
    if (changed.has('people') && this.people) this.#showPeople(this.people);
    else if (changed.has('segment') || changed.has('for')) this.#followSegment();
  }

  #showPeople(page: PeoplePage): void {
    const isFirst = !this.open || !this.model.isLocal;
    const { query } = this.model;
    if (isFirst) this.#startOver();
    this.open = true;
    this.model.openRows(page);
    if (isFirst) return;
    this.model.setQuery(query);
  }

  /** The host set the segment: shows it, once the chart is there to be asked. */
  #followSegment(): void {
    if (this.segment === this.#shown || this.people) return;
    if (!this.segment) return void (this.open && this.close());
    const { segment } = this;
    this.#expected = undefined;
    const element = this.#link.element;
    this.#show(segment, this.#link.source);
    if (!element || this.#link.source || !element.localName.includes('-')) return;
    void customElements.whenDefined(element.localName).then(() => {
      if (this.segment === segment) this.#show(segment, this.#link.source);
    });
  }

  // Search, order, filters

  #search(text: string): void {
    this.#q = text;
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => this.#query({ q: text }), text === '' ? 0 : SEARCH_MS);
    this.requestUpdate();
  }

  #sortBy(sort: ColumnSort | undefined): void {
    this.columnSort = sort;
    this.#query({ sort: sort && toSort(sort.column, sort.descending) });
  }

  #filterBy(filter: PropertyFilter): void {
    this.#query({ filters: toggleFilter(this.model.query.filters, filter) });
  }

  #query(change: Partial<PeopleModel['query']>): void {
    this.model.setQuery({ ...this.model.query, ...change });
    this.#viewport.reset();
    this.#focus.reset();
    this.#announceList();
  }

  #announceList(): void {
    const total = this.model.total;
    if (total === undefined) return;
    const context = this.#context;
    const { messages } = context.localization;
    this.#announcer.announce(
      total === 0 ? messages.people.noMatch : formatPeople(context, total, getSubject(context)),
    );
  }

  // Selection

  /** @internal */
  handleSelection(outcome: SelectionOutcome): void {
    this.notice = outcome;
    const { messages, format } = this.#localization;
    if (outcome === 'too-many')
      this.#announcer.announce(messages.people.tooManyMatching(format.number(COLLECT_LIMIT)));
    if (outcome === 'rows-missing') this.#announcer.announce(messages.people.rangeFailed);
    if (outcome !== 'changed') return;
    const { value, count } = this.#selection;
    this.#announcer.announce(messages.people.selected({ n: count, text: format.number(count) }));
    const ids = value.mode === 'include' ? { ids: [...value.ids] } : {};
    this.dispatchEvent(new ClientsSelectEvent({ ...ids, count, rule: this.#toRule(value) }));
  }

  #toRule(selection: Selection): ClientsRule {
    const result = this.#result;
    const range = result?.range && { from: result.range.from, to: result.range.to };
    const filters = this.model.source?.filters;
    return {
      ...(result?.funnel?.id ? { funnel: result.funnel.id } : {}),
      ...(this.segment ? { segment: this.segment } : {}),
      mode: selection.mode,
      ...(range ? { range } : {}),
      ...(filters && Object.keys(filters).length > 0 ? { filters } : {}),
      ...(selection.mode === 'exclude' ? { exclude: [...selection.ids] } : {}),
    };
  }

  // Requests

  #audienceOf(selection: Selection): Audience {
    return computeAudience(selection, this.model.knownRows, this.#selection.population);
  }

  async #describe(selection: Selection, signal: AbortSignal): Promise<RequestAudience> {
    const audience = this.#audienceOf(selection);
    const ids = audience.count <= MOST_IDS ? await this.#collectIds(selection, signal) : undefined;
    const rule = this.#toRule(selection);
    const isMembership = this.#result?.subject === 'membership';
    return {
      rule,
      count: audience.count,
      ...(ids ? { ids } : {}),
      ...(isMembership && ids ? { subjectIds: ids } : {}),
      ...(isMembership && audience.clientIds ? { clientIds: audience.clientIds } : {}),
    };
  }

  async #collectIds(selection: Selection, signal: AbortSignal): Promise<PersonId[]> {
    const ids = new Set<PersonId>();
    for await (const batch of this.#iterateIds(selection, signal)) for (const id of batch) ids.add(id);
    return [...ids];
  }

  async *#iterateIds(selection: Selection, signal: AbortSignal): AsyncGenerator<PersonId[]> {
    if (selection.mode === 'include') return yield [...selection.ids];
    for await (const batch of this.model.iterateSegmentIds(signal))
      yield batch.filter((id) => isSelected(selection, id));
  }

  /** @internal */
  submitRequest(kind: RequestKind, values: readonly ChosenValue[]): void {
    const { value: selection, count } = this.#selection;
    void this.#desk.submit({ kind, values, selection, count });
  }

  #handleRequest(record: RequestRecord): void {
    this.#announcer.announce(formatRequest(this.#context, record));
    this.#feature(record);
    const remaining = computeRemaining(this.#selection.value, record);
    if (record.marked && (record.phase === 'done' || record.phase === 'partial'))
      this.#selection.replace(remaining);
    if (record.phase === 'done' || record.phase === 'partial' || record.phase === 'undone')
      this.model.refresh();
    this.requestUpdate();
  }

  /** Tells of a request in full: for ten seconds after it was done, until it is dismissed where it failed. */
  #feature(record: RequestRecord): void {
    clearTimeout(this.#timers.get(record.id));
    if (
      !record.marked &&
      (record.phase === 'done' || record.phase === 'partial' || record.phase === 'undone')
    )
      return;
    this.prominent = new Set([...this.prominent, record.id]);
    if (!['done', 'undone', 'cancelled'].includes(record.phase)) return;
    const timer = setTimeout(() => this.#dismiss(record.id), UNDO_MS);
    this.#timers.set(record.id, timer);
  }

  #dismiss(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.prominent = new Set([...this.prominent].filter((other) => other !== id));
    this.#desk.unmark(id);
    this.requestUpdate();
  }

  // The grid's keys and clicks

  readonly #handleKey = (event: KeyboardEvent): void => {
    const from = this.#focus.locate(event.target);
    if (!from) return;
    const to = moveFocus(from, event, this.getGridExtent());
    const command = parseGridCommand(event);
    if (to) this.#move(from.row, to, event);
    else if (!command || !this.#obey(command, from.row, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #move(from: number, to: { row: number; column: number }, event: KeyboardEvent): void {
    if (from !== HEADER_ROW && extendsRange(event)) {
      this.#selection.startAt(from);
      if (to.row !== HEADER_ROW) void this.#selection.extendTo(to.row);
    }
    this.#focus.moveTo(to);
  }

  /** Does what a key asks; false where it asks nothing here. */
  #obey(command: GridCommand, row: number, event: Event): boolean {
    switch (command) {
      case 'toggle':
        return row === HEADER_ROW ? this.#pressHeader(event.target) : (this.#selection.toggle(row), true);
      case 'range':
        if (row !== HEADER_ROW) void this.#selection.extendTo(row);
        return true;
      case 'all':
        void this.#selection.selectAll();
        return true;
      case 'open':
        return row === HEADER_ROW ? this.#pressHeader(event.target) : this.#openPerson(row);
      case 'escape':
        return this.#escape();
    }
  }

  #pressHeader(target: EventTarget | null): boolean {
    const name =
      target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined;
    if (name === 'select') void this.#selection.toggleHeader();
    const column = SORTABLE.find((one) => one === name);
    if (column) this.#sortBy(cycleSort(this.columnSort, column));
    return true;
  }

  #escape(): boolean {
    if (this.#details.row) this.#closePerson();
    else if (this.#selection.count > 0) this.#selection.clear();
    else if (this.#isClosable) this.close();
    else return false;
    return true;
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const at = this.#focus.locate(event.target);
    if (!at || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-retry]')) return this.model.retry(at.row);
    if (at.row === HEADER_ROW) return void this.#pressHeader(event.target);
    const isCheckbox = event.target.closest('[data-column="select"]') !== null;
    if (event.shiftKey) void this.#selection.extendTo(at.row);
    else if (isCheckbox || event.ctrlKey || event.metaKey) this.#selection.toggle(at.row);
    else this.#openPerson(at.row);
    // A checkbox toggles by itself: the update that follows shows what is so.
    this.requestUpdate();
  };

  readonly #handleFocusIn = (event: FocusEvent): void => {
    const at = this.#focus.locate(event.target);
    if (at) this.#focus.setPosition(at);
  };

  /** Shift and a click would select text. */
  readonly #handleMouseDown = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  #openPerson(index: number): boolean {
    const row = this.model.getRow(index);
    if (!row) {
      if (this.model.getState(index) === 'failed') this.model.retry(index);
      return true;
    }
    this.#details.open(row);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.details h3')?.focus());
    return true;
  }

  #closePerson(): void {
    const { position } = this.#focus;
    this.#details.close();
    void this.updateComplete.then(() => this.#focus.moveTo(position));
  }

  readonly #handleBaseKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#dialog.kind) return;
    if (this.#escape()) event.preventDefault();
  };

  // Rendering

  get #result(): FunnelResult | undefined {
    return this.result ?? this.model.source?.result ?? undefined;
  }

  get #context(): PeopleContext {
    const result = this.#result;
    const asOf = this.asOf ?? result?.asOf ?? undefined;
    const now = asOf === undefined ? NaN : new Date(asOf).getTime();
    return {
      localization: this.#localization.localization,
      result,
      segment: this.segment,
      now: Number.isNaN(now) ? Date.now() : now,
      timeZone: this.timeZone ?? result?.range?.timeZone,
    };
  }

  get #isClosable(): boolean {
    return this.people === undefined;
  }

  #createToolbar(context: PeopleContext): ToolbarView {
    const { model } = this;
    return {
      context,
      heading: this.heading,
      layout: this.#viewport.layout,
      q: this.#q,
      filters: model.query.filters,
      sort: this.columnSort,
      total: model.total,
      // Until the rows are here, the number on the bar stands for theirs.
      segmentTotal: model.segmentTotal ?? this.#expected,
      selected: this.#selection.count,
      selectable: this.#selection.selectable,
      abilities: parseAbilities(this.can),
      isClosable: this.#isClosable,
      onClose: () => this.close(),
      onSearch: (text) => this.#search(text),
      onSort: (sort) => this.#sortBy(sort),
      onFilter: (filter) => this.#filterBy(filter),
      onSelectAll: () => void this.#selection.selectAll(),
      onClearSelection: () => this.#selection.clear(),
      onRequest: (kind) => this.#openDialog(kind),
    };
  }

  #openDialog(kind: RequestKind): void {
    this.#dialogOpener = this.renderRoot.querySelector<HTMLElement>(`[data-act="${kind}"]`) ?? undefined;
    this.#dialog.open(kind);
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const { kind } = this.#dialog;
    if (kind === this.#openRequest) return;
    this.#openRequest = kind;
    if (kind && dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('#choice')?.focus();
    } else if (!kind) {
      if (dialog?.open) dialog.close();
      this.#dialogOpener?.focus();
      this.#dialogOpener = undefined;
    }
  }

  #renderChanged(context: PeopleContext): TemplateResult | typeof nothing {
    const now = this.model.segmentTotal;
    if (this.#expected === undefined || now === undefined || now === this.#expected) return nothing;
    const { messages, format } = context.localization;
    return html`<div class="banner warn" role="alert">
      <span class="activity-text"
        >${messages.people.changed(format.number(now), format.number(this.#expected))}</span
      >
      <button type="button" class="button" @click=${() => this.refresh()}>${messages.people.refresh}</button>
    </div>`;
  }

  #renderNotice(context: PeopleContext): TemplateResult | typeof nothing {
    const { messages, format } = context.localization;
    const words = messages.people;
    if (this.notice === 'too-many') {
      return html`<div class="banner warn">${words.tooManyMatching(format.number(COLLECT_LIMIT))}</div>`;
    }
    if (this.notice === 'rows-missing') return html`<div class="banner warn">${words.rangeFailed}</div>`;
    if (!this.model.isPartial) return nothing;
    const shown = this.model.allRows?.length ?? 0;
    return html`<div class="banner">
      ${words.onlyPart(format.number(shown), format.number(this.model.segmentTotal ?? 0))}
    </div>`;
  }

  #renderBreakdown(context: PeopleContext): unknown {
    const { model } = this;
    if (model.isTooLong) {
      const { messages, format } = context.localization;
      return html`<p class="muted hint">
        ${messages.people.breakdownTooLong(format.number(COMPLETE_LIMIT))}
      </p>`;
    }
    if (!model.segmentTotal) return nothing;
    return renderBreakdown({
      context,
      breakdowns: model.breakdowns,
      filters: model.query.filters,
      people: model.allRows?.length ?? 0,
      isOpen: this.isBreakdownOpen ?? !this.#viewport.isSmall,
      hasFailed: model.isIncomplete,
      expanded: this.expanded,
      showsAll: this.showsAllProperties,
      firstProperties: this.#viewport.isNarrow ? 3 : 4,
      onToggleOpen: (isOpen) => (this.isBreakdownOpen = isOpen),
      onFilter: (filter) => this.#filterBy(filter),
      onExpand: (name) => (this.expanded = toggleName(this.expanded, name)),
      onShowAll: () => (this.showsAllProperties = !this.showsAllProperties),
      onRetry: () => model.retryAll(),
    });
  }

  /** What stands in the place of the list where there is none. */
  #renderState(context: PeopleContext): TemplateResult | undefined {
    const { messages } = context.localization;
    const words = messages.people;
    const { model } = this;
    const state = (text: string, action: unknown = nothing) =>
      html`<div class="state">
        <p>${text}</p>
        ${action}
      </div>`;
    if (!this.people && !model.source) return state(this.segment ? words.unavailable : words.notChosen);
    if (model.error !== undefined) {
      if (FunnelwheelError.from(model.error).code === 'not-configured') return state(words.unavailable);
      const retry = html`<button type="button" class="button primary" @click=${() => model.retryAll()}>
        ${messages.retry}
      </button>`;
      return state(`${words.failedList} ${messages.errors[FunnelwheelError.from(model.error).code]}`, retry);
    }
    if (model.total !== 0) return undefined;
    if (!model.segmentTotal) return state(formatNobody(context, this.segment));
    const clear = () => {
      this.#q = '';
      this.#query({ q: '', filters: [] });
    };
    return state(
      words.noMatch,
      html`<button type="button" class="button" @click=${clear}>${words.clearFilters}</button>`,
    );
  }

  #renderList(context: PeopleContext): TemplateResult {
    const { model } = this;
    const { position } = this.#focus;
    const window = this.#viewport.computeWindow();
    const isAway =
      this.#focus.hasFocus &&
      position.row >= 0 &&
      (position.row < window.start || position.row >= window.end);
    const { records } = this.#desk;
    return renderList({
      context,
      layout: this.#viewport.layout,
      columns: this.drawnColumns,
      sort: this.columnSort,
      total: model.total,
      window,
      awayRow: isAway ? position.row : undefined,
      isBusy: model.total === undefined || model.isRefreshing,
      headerState: this.#selection.headerState,
      openId: this.#details.row?.id,
      getRow: (index) => model.getRow(index),
      getState: (index) => model.getState(index),
      isSelected: (row) => isSelected(this.#selection.value, row.id),
      getMark: (row) => computeRowMark(records, row.id),
    });
  }

  #renderDetails(context: PeopleContext): TemplateResult | typeof nothing {
    const { row, explanation } = this.#details;
    if (!row) return nothing;
    return renderPerson({
      context,
      row,
      explanation,
      onClose: () => this.#closePerson(),
      onRetry: () => void this.#details.explain(),
    });
  }

  #renderBody(context: PeopleContext): TemplateResult {
    const state = this.#renderState(context);
    const hasDetails = this.#details.row !== undefined && !state;
    const isCovered = hasDetails && this.#viewport.isNarrow;
    const classes = `body ${this.#viewport.isNarrow ? 'narrow' : ''} ${hasDetails ? 'has-details' : ''}`;
    return html`<div class=${classes}>
      <div
        class="listing"
        ?inert=${isCovered}
        @keydown=${this.#handleKey}
        @click=${this.#handleClick}
        @focusin=${this.#handleFocusIn}
        @mousedown=${this.#handleMouseDown}
      >
        ${state ?? this.#renderList(context)}
      </div>
      ${hasDetails ? this.#renderDetails(context) : nothing}
    </div>`;
  }

  #renderActivity(context: PeopleContext): unknown {
    return renderActivity({
      context,
      records: this.#desk.records,
      prominent: this.prominent,
      onStop: (id) => this.#desk.cancel(id),
      onUndo: (id) => void this.#desk.undo(id),
      onRetry: (id) => void this.#desk.retry(id),
      onDismiss: (id) => this.#dismiss(id),
    });
  }

  #renderDialog(context: PeopleContext): TemplateResult {
    const { kind } = this.#dialog;
    return renderDialog({
      context,
      dialog: this.#dialog,
      // Counting goes through all rows at hand: only for who looks at it.
      audience: this.#audienceOf(kind ? this.#selection.value : NO_SELECTION),
      hasSource: kind !== undefined && this.getChoices(kind) !== undefined,
    });
  }

  #renderPanel(): TemplateResult {
    const context = this.#context;
    const toolbar = this.#createToolbar(context);
    return html`<section
      part="base"
      class="base"
      lang=${this.#localization.tag}
      aria-labelledby="heading"
      @keydown=${this.#handleBaseKey}
    >
      <div class="ruler" aria-hidden="true"></div>
      <p id="hint" hidden>${context.localization.messages.people.listHint}</p>
      ${renderHeader(toolbar)} ${this.#renderChanged(context)} ${this.#renderNotice(context)}
      ${this.#renderBreakdown(context)} ${renderTools(toolbar)} ${this.#renderActivity(context)}
      <div class="block">${renderActions(toolbar)} ${this.#renderBody(context)}</div>
      ${this.#announcer.render()} ${this.#renderDialog(context)}
    </section>`;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>${this.open ? this.#renderPanel() : nothing}`;
  }
}

function toggleName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}

function formatNobody(context: PeopleContext, segment: Segment | undefined): string {
  const { nobody } = context.localization.messages.people;
  const outcome = segment?.outcome;
  return outcome === 'dropped' || outcome === 'open' || outcome === 'converted'
    ? nobody[outcome]
    : nobody.other;
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-step-drilldown': FunnelStepDrilldown;
  }
}
