import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { LocalizationController } from '../../controllers/localization-controller.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { Explanation } from '../../engine/index.ts';
import type { FunnelResult, LocalizedText, PeoplePage, Segment } from '../../engine/schema/index.ts';
import {
  ClientsSelectEvent,
  PeopleErrorEvent,
  PeopleLoadEvent,
  type FunnelLoadEvent,
  type FunnelStepSelectEvent,
} from '../../events/index.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { ActivityFocus } from './activity-focus.ts';
import { BreakdownController } from './breakdown-controller.ts';
import type { ChoiceSource } from './choices.ts';
import { ColumnPlan } from './column-plan.ts';
import { DialogFocus } from './dialog-focus.ts';
import { formatExplanation } from './explanation-text.ts';
import { GridFocusController } from './grid-focus-controller.ts';
import type { GridExtent } from './grid-focus.ts';
import { GridInput } from './grid-input.ts';
import { HostLink } from './host-link.ts';
import { ListQueryController } from './list-query.ts';
import { ListViewport } from './list-viewport.ts';
import { Opening } from './opening.ts';
import type { ListQuery } from './people-list.ts';
import { Panel, type PanelParts } from './panel.ts';
import { PeopleModel } from './people-model.ts';
import type { PeopleSource } from './people-source.ts';
import { formatPeople, formatRequest, getSubject, type PeopleContext } from './people-text.ts';
import { PersonDetails } from './person-details.ts';
import { RequestController } from './request-controller.ts';
import { RequestDialog } from './request-dialog.ts';
import type { ChosenValue } from './choices.ts';
import type { RequestKind, RequestRecord } from './request-lifecycle.ts';
import { COLLECT_LIMIT, SelectionController, type SelectionOutcome } from './selection-controller.ts';
import { drilldownStyles } from './styles.ts';

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
 * @fires {PeopleLoadEvent} people-load - rows to be shown came; not for those fetched in the background
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
 * @cssprop [--fw-row-size=2.75rem] - height of a row; 4rem as cards
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
  readonly #breakdown = new BreakdownController(this, this.#query);
  readonly #panel = new Panel(this, this.#createParts());

  #collator = new Intl.Collator();
  /** The language of what the live region says. */
  #spokenTag: string | undefined;
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
  get drawnColumns(): readonly PeopleColumn[] {
    return this.#plan.columns;
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
  get shownResult(): FunnelResult | undefined {
    return this.result ?? this.model.source?.result ?? undefined;
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
  toSentences(explanation: Explanation | string): readonly string[] {
    return formatExplanation(this.#context, explanation);
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
  handleStepSelect(
    event: FunnelStepSelectEvent,
    source: PeopleSource | undefined,
    opener: HTMLElement | undefined,
  ): void {
    this.#opening.handleStepSelect(event, source, opener);
  }
  /** @internal */
  handleFunnelLoad(event: FunnelLoadEvent): void {
    this.#opening.handleFunnelLoad(event);
  }
  /** @internal */
  startOver(): void {
    this.#query.reset();
    this.#breakdown.reset();
    this.#selection.reset();
    this.#details.close();
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
    const { value, count } = this.#selection;
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
      requests: this.#requests,
      dialog: this.#dialog,
    };
    new ActivityFocus(this);
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
        this.requestUpdate();
      },
      onPage: (page: PeoplePage, offset: number) =>
        this.dispatchEvent(new PeopleLoadEvent({ segment: this.model.segment, page, offset })),
      onError: (error: unknown, retry: () => void) =>
        this.dispatchEvent(new PeopleErrorEvent(FunnelwheelError.from(error), retry)),
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#collator.resolvedOptions().locale !== this.#localization.tag) {
      this.#collator = new Intl.Collator(this.#localization.tag, { numeric: true });
    }
    if (changed.has('people') && this.people) this.#opening.showPeople(this.people);
    else if (changed.has('segment') || changed.has('for')) this.#opening.followSegment();
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
    const result = this.shownResult;
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
