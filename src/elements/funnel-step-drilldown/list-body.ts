import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { describeFunnelPeople, listPlaces } from '../../controllers/funnel-people.ts';
import { LocalizationController } from '../../controllers/localization-controller.ts';
import type { LocalizedHost } from '../../controllers/locale-controller.ts';
import type { PeopleDescription, PeopleHost } from '../../controllers/people-host.ts';
import type { FunnelResult, LocalizedText, PeoplePage } from '../../engine/schema/index.ts';
import {
  ClientsSelectEvent,
  PeopleColumnsChangeEvent,
  type ClientsRule,
  type PeopleSegment,
} from '../../events/index.ts';
import { toLocalizedText } from '../../i18n/index.ts';
import type { CsvSeparator } from '../../layout/export/csv.ts';
import { adoptStyles } from '../../theme/adopt-styles.ts';
import { ActivityFocus } from './activity-focus.ts';
import { BreakdownController } from './breakdown-controller.ts';
import type { Ability, ChoiceSource, ChosenValue } from './choices.ts';
import { ColumnPlan } from './column-plan.ts';
import type { Column } from './columns.ts';
import { DialogFocus, type DialogFocusHost } from './dialog-focus.ts';
import { ExportController, type ExportHost, type ExportState } from './export-controller.ts';
import { GridFocusController, type GridFocusHost } from './grid-focus-controller.ts';
import type { GridExtent } from './grid-focus.ts';
import { GridInput, type GridInputHost } from './grid-input.ts';
import { ListQueryController, type ListQueryHost } from './list-query.ts';
import { ListViewport, type ListViewportHost } from './list-viewport.ts';
import { OnlineRetry } from './online-retry.ts';
import type { Opening } from './opening.ts';
import { Panel, type PanelHost, type PanelParts } from './panel.ts';
import type { ListQuery } from './people-list.ts';
import type { PeopleModel } from './people-model.ts';
import { formatPeople, formatRequest, getSubject, type PeopleContext } from './people-text.ts';
import { PersonDetails, type PersonDetailsHost } from './person-details.ts';
import { formatExport } from './render-export.ts';
import { formatNews } from './render-state.ts';
import { RequestController, type RequestHost } from './request-controller.ts';
import { RequestDialog } from './request-dialog.ts';
import type { RequestKind, RequestRecord } from './request-lifecycle.ts';
import {
  COLLECT_LIMIT,
  SelectionController,
  type SelectionHost,
  type SelectionOutcome,
} from './selection-controller.ts';
import type { Selection } from './selection.ts';
import { bodyStyles } from './styles.ts';

/** Rows in outline while the first page is on the way. */
const LOADING_ROWS = 10;

/** What a {@link ListBody} needs of its element. */
export interface ListBodyOwner extends LocalizedHost {
  readonly model: PeopleModel;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly asOf: string | undefined;
  readonly timeZone: string | undefined;
  readonly heading: string;
  readonly can: string | undefined;
  readonly cannotReasons: Readonly<Partial<Record<Ability, string>>>;
  columns: readonly string[] | undefined;
  readonly csvSeparator: CsvSeparator | undefined;
  readonly allowNewTags: boolean;
  readonly tags: ChoiceSource | undefined;
  readonly leadStages: ChoiceSource | undefined;
  readonly sequences: ChoiceSource | undefined;
  readonly people: PeoplePage | undefined;
  readonly segment: PeopleSegment | undefined;
  readonly result: FunnelResult | undefined;
  /** Has the list drawn anew, and nothing else. */
  requestRows(): void;
  close(): void;
  refresh(): void;
}

/** What the controllers of a list work on. */
type Hosts = DialogFocusHost &
  ExportHost &
  GridFocusHost &
  GridInputHost &
  ListQueryHost &
  ListViewportHost &
  PanelHost &
  PersonDetailsHost &
  RequestHost &
  SelectionHost;

/**
 * All that is seen of an open list, and what answers hands in it: the host of its controllers, on behalf of the element.
 * It is loaded apart, because a list is closed until somebody opens it.
 */
export class ListBody implements Hosts {
  readonly #owner: ListBodyOwner;
  readonly #localization: LocalizationController;
  readonly #announcer: AnnouncerController;
  readonly #query: ListQueryController;
  readonly #selection: SelectionController;
  readonly #viewport: ListViewport;
  readonly #plan: ColumnPlan;
  readonly #focus: GridFocusController;
  readonly #details: PersonDetails;
  readonly #requests: RequestController;
  readonly #exports: ExportController;
  readonly #breakdown: BreakdownController;
  readonly #panel: Panel;

  #collator = new Intl.Collator();
  /** The language of what the live region says. */
  #spokenTag: string | undefined;
  #description: PeopleDescription | undefined;
  /** What was said of the list when it was last drawn as a whole. */
  #said: readonly unknown[] = [];

  constructor(owner: ListBodyOwner, opening: Opening) {
    this.#owner = owner;
    for (const styles of bodyStyles) adoptStyles(owner, styles);
    this.#localization = new LocalizationController(owner);
    const announcer = (this.#announcer = new AnnouncerController(this));
    const query = (this.#query = new ListQueryController(this));
    const selection = (this.#selection = new SelectionController(this));
    const viewport = (this.#viewport = new ListViewport(this));
    const plan = (this.#plan = new ColumnPlan(owner));
    const focus = (this.#focus = new GridFocusController(this));
    const details = (this.#details = new PersonDetails(this));
    const dialog = new RequestDialog(this);
    const requests = (this.#requests = new RequestController(this, selection));
    const exports = (this.#exports = new ExportController(this, selection));
    const breakdown = (this.#breakdown = new BreakdownController(this, query));
    new ActivityFocus(this);
    new OnlineRetry(this);
    const parts: Omit<PanelParts, 'input' | 'dialogFocus'> = {
      announcer,
      opening,
      query,
      breakdown,
      selection,
      viewport,
      plan,
      focus,
      details,
      exports,
      requests,
      dialog,
    };
    const input = new GridInput(this, parts);
    this.#panel = new Panel(this, { ...parts, input, dialogFocus: new DialogFocus(this, dialog) });
  }

  // What the element hands on.

  addController(controller: ReactiveController): void {
    this.#owner.addController(controller);
  }
  removeController(controller: ReactiveController): void {
    this.#owner.removeController(controller);
  }
  requestUpdate(): void {
    this.#owner.requestUpdate();
  }
  requestRows(): void {
    this.#owner.requestRows();
  }
  dispatchEvent(event: Event): boolean {
    return this.#owner.dispatchEvent(event);
  }
  close(): void {
    this.#owner.close();
  }
  refresh(): void {
    this.#owner.refresh();
  }
  get updateComplete(): ReactiveControllerHost['updateComplete'] {
    return this.#owner.updateComplete;
  }
  get renderRoot(): HTMLElement | DocumentFragment {
    return this.#owner.renderRoot;
  }
  get clientWidth(): number {
    return this.#owner.clientWidth;
  }
  get model(): PeopleModel {
    return this.#owner.model;
  }
  get heading(): string {
    return this.#owner.heading;
  }
  get can(): string | undefined {
    return this.#owner.can;
  }
  get cannotReasons(): Readonly<Partial<Record<Ability, string>>> {
    return this.#owner.cannotReasons;
  }
  get columns(): readonly string[] | undefined {
    return this.#owner.columns;
  }
  get csvSeparator(): CsvSeparator | undefined {
    return this.#owner.csvSeparator;
  }
  get people(): PeoplePage | undefined {
    return this.#owner.people;
  }
  get segment(): PeopleSegment | undefined {
    return this.#owner.segment;
  }

  // What the controllers ask.

  get collator(): Intl.Collator {
    return this.#collator;
  }
  get rowCount(): number {
    return this.model.total ?? LOADING_ROWS;
  }
  wantRows(start: number, end: number): void {
    this.model.want(start, end);
  }
  get visibleRange(): { start: number; end: number } {
    return this.#viewport.visibleRange;
  }
  get drawnColumns(): readonly string[] {
    return this.#plan.drawn.map(({ id }) => id);
  }
  revealRow(row: number): void {
    this.#viewport.reveal(row);
  }
  get peopleHost(): PeopleHost | undefined {
    return this.model.source;
  }
  get description(): PeopleDescription | undefined {
    return this.#description;
  }
  get exportColumns(): readonly Column[] {
    return this.#plan.wanted;
  }
  get exportContext(): PeopleContext {
    return this.#context;
  }
  toRule(selection: Selection): ClientsRule {
    return this.#requests.toRule(selection);
  }
  announceExport(state: ExportState): void {
    this.#announcer.announce(formatExport(this.#context, state));
  }
  chooseColumns(ids: readonly string[] | undefined): void {
    this.#owner.columns = ids;
    this.dispatchEvent(new PeopleColumnsChangeEvent({ columns: ids }));
  }
  canCreate(kind: RequestKind): boolean {
    return kind === 'tag' && this.#owner.allowNewTags;
  }
  toText(name: LocalizedText): string {
    return toLocalizedText(name, this.#localization.tag);
  }
  getChoices(kind: RequestKind): ChoiceSource | undefined {
    const { tags, leadStages, sequences } = this.#owner;
    return { tag: tags, stage: leadStages, enroll: sequences }[kind];
  }
  submitRequest(kind: RequestKind, values: readonly ChosenValue[]): void {
    this.#requests.submit(kind, values);
  }
  announceRequest(record: RequestRecord): void {
    this.#announcer.announce(formatRequest(this.#context, record));
  }
  toSentences(explanation: unknown): readonly string[] {
    if (typeof explanation === 'string') return [explanation];
    const { localization, timeZone } = this.#context;
    return this.model.source?.describeExplanation?.(explanation, localization, timeZone) ?? [];
  }
  getGridExtent(): GridExtent {
    const direction = this.#owner.matches(':dir(rtl)') ? 'rtl' : 'ltr';
    const columns = this.drawnColumns.length;
    return { rows: this.rowCount, columns, pageRows: this.#viewport.pageRows, direction };
  }
  tryClose(): boolean {
    if (this.people !== undefined) return false;
    this.close();
    return true;
  }
  /** What a host of people says about a segment now. */
  describeBy(source: PeopleHost | undefined, segment: PeopleSegment): PeopleDescription | undefined {
    const { localization } = this.#localization;
    const { result } = this.#owner;
    if (result && ('step' in segment || 'anyOf' in segment))
      return describeFunnelPeople(result, segment, localization);
    return source?.describePeople?.(segment, localization);
  }
  /** Forgets the search, the selection and where the list stood. */
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
  /** Rows came, or went. */
  handleModel(): void {
    this.#selection.prune();
    this.#query.prune();
    this.#drawModel();
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
    const { segment, result } = this.#owner;
    if (segment) return this.describeBy(this.model.source, segment);
    if (!result) return undefined;
    const { subject = 'person', asOf, range } = result;
    const heading = this.#localization.messages.people.heading;
    const places = listPlaces(result);
    return { heading, subject, exists: true, frame: '', asOf, timeZone: range?.timeZone, places };
  }

  /** Takes up another language and, where more than rows changed, what is said of the people. */
  follow(isAll: boolean): void {
    const { tag } = this.#localization;
    if (this.#collator.resolvedOptions().locale !== tag) {
      this.#collator = new Intl.Collator(tag, { numeric: true });
    }
    if (isAll) this.#description = this.#describe();
    // What the live region said was said in the other language.
    if (this.#spokenTag !== undefined && this.#spokenTag !== tag) this.#announcer.announce('');
    this.#spokenTag = tag;
  }

  get #context(): PeopleContext {
    const description = this.#description;
    const asOf = this.#owner.asOf ?? description?.asOf ?? undefined;
    const now = asOf === undefined ? NaN : new Date(asOf).getTime();
    return {
      localization: this.#localization.localization,
      description,
      now: Number.isNaN(now) ? Date.now() : now,
      timeZone: this.#owner.timeZone ?? description?.timeZone,
    };
  }

  /** The open list; after scrolling only its rows. */
  render(isScrolled: boolean): TemplateResult {
    return this.#panel.render(this.#context, isScrolled);
  }
}
