import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { AnnouncerController } from '../../controllers/announcer-controller.ts';
import type { PeoplePage } from '../../engine/schema/index.ts';
import type { PeopleSegment } from '../../events/index.ts';
import type { BreakdownController } from './breakdown-controller.ts';
import type { SuggestedAction } from '../../controllers/people-host.ts';
import { RowPool } from '../../layout/row-pool.ts';
import { parseAbilities, type Ability, type ChoiceSource } from './choices.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { DialogFocus } from './dialog-focus.ts';
import type { ExportController } from './export-controller.ts';
import type { GridFocusController } from './grid-focus-controller.ts';
import type { GridInput } from './grid-input.ts';
import type { ListQueryController } from './list-query.ts';
import type { ListViewport } from './list-viewport.ts';
import type { Opening } from './opening.ts';
import type { PeopleModel } from './people-model.ts';
import { formatPeople, getSubject, type PeopleContext } from './people-text.ts';
import type { PersonDetails } from './person-details.ts';
import { renderActions, type ActionsView } from './render-actions.ts';
import { renderActivity } from './render-activity.ts';
import type { ColumnsMenuView } from './render-columns-menu.ts';
import { renderDialog } from './render-dialog.ts';
import { renderExport } from './render-export.ts';
import { listIndices, renderList } from './render-list.ts';
import { renderPerson } from './render-person.ts';
import { renderChanged, renderNotice, renderPrintNote, renderState, type StateView } from './render-state.ts';
import { renderHeader, renderTools, type ToolbarView } from './render-toolbar.ts';
import type { RequestController } from './request-controller.ts';
import type { RequestDialog } from './request-dialog.ts';
import { computeRowMark, type RequestKind } from './request-lifecycle.ts';
import type { SelectionController } from './selection-controller.ts';
import { isRowSelected, NO_SELECTION } from './selection.ts';

/** What a {@link Panel} shows of its element. */
export interface PanelHost {
  readonly model: PeopleModel;
  readonly heading: string;
  readonly can: string | undefined;
  readonly cannotReasons: Readonly<Partial<Record<Ability, string>>>;
  readonly columns: readonly string[] | undefined;
  readonly people: PeoplePage | undefined;
  readonly segment: PeopleSegment | undefined;
  close(): void;
  refresh(): void;
  getChoices(kind: RequestKind): ChoiceSource | undefined;
  /** The user chose other columns. */
  chooseColumns(ids: readonly string[] | undefined): void;
}

/** The parts whose state is drawn. */
export interface PanelParts {
  announcer: AnnouncerController;
  opening: Opening;
  query: ListQueryController;
  breakdown: BreakdownController;
  selection: SelectionController;
  viewport: ListViewport;
  plan: ColumnPlan;
  focus: GridFocusController;
  input: GridInput;
  details: PersonDetails;
  requests: RequestController;
  dialog: RequestDialog;
  dialogFocus: DialogFocus;
  exports: ExportController;
}

/** Puts the parts together into what is seen. After scrolling only the list is drawn anew. */
export class Panel {
  readonly #host: PanelHost;
  readonly #parts: PanelParts;
  readonly #pool = new RowPool();

  constructor(host: PanelHost, parts: PanelParts) {
    this.#host = host;
    this.#parts = parts;
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#parts.dialog.kind) return;
    if (this.#parts.input.escape()) event.preventDefault();
  }

  #createToolbar(context: PeopleContext): ToolbarView {
    const { model } = this.#host;
    const { plan, query, opening } = this.#parts;
    const sortable = plan.wanted.filter(({ sortBy }) => sortBy !== undefined);
    const isTable = this.#parts.viewport.layout !== 'cards';
    return {
      context,
      heading: this.#host.heading,
      isSortHidden: !isTable || sortable.some(({ id }) => !plan.isDrawn(id)),
      q: query.q,
      filters: model.query.filters,
      sort: query.sort,
      sortable,
      total: model.total,
      // Until the rows are here, the number on the bar stands for theirs.
      segmentTotal: model.segmentTotal ?? opening.expected,
      menu: this.#createMenu(context, isTable),
      ...this.#describeExport(context),
      isClosable: this.#host.people === undefined,
      onClose: () => this.#host.close(),
      onSearch: (text) => query.search(text),
      onSort: (column, descending) => query.sortBy(column, descending),
      onFilter: (filter) => query.toggleFilter(filter),
      onExport: () => void this.#parts.exports.start(),
    };
  }

  #createMenu(context: PeopleContext, isTable: boolean): ColumnsMenuView {
    const { all, wanted, drawn } = this.#parts.plan;
    const left = wanted.filter((column) => isTable && !drawn.includes(column));
    const isChosen = this.#host.columns !== undefined;
    return { context, all, wanted, left, isChosen, onChoose: (ids) => this.#host.chooseColumns(ids) };
  }

  /** What the button of the export says, and why it cannot be pressed. */
  #describeExport(context: PeopleContext): Pick<ToolbarView, 'exportLabel' | 'exportReason'> {
    const { can, cannotReasons, model } = this.#host;
    const isAllowed = parseAbilities(can).has('export');
    const exportReason = isAllowed ? undefined : cannotReasons.export;
    if (!isAllowed && exportReason === undefined) return { exportLabel: undefined, exportReason };
    const words = context.localization.messages.people;
    const { count } = this.#parts.selection;
    const hasSource = model.source !== undefined || this.#host.people !== undefined;
    const label =
      count > 0 ? words.exportSelected(formatPeople(context, count, getSubject(context))) : words.exportList;
    return { exportLabel: hasSource ? label : undefined, exportReason };
  }

  #createActions(context: PeopleContext): ActionsView {
    const { selection, dialogFocus } = this.#parts;
    return {
      context,
      selected: selection.count,
      selectable: selection.selectable,
      abilities: parseAbilities(this.#host.can),
      reasons: this.#host.cannotReasons,
      suggestions: context.description?.actions ?? [],
      total: this.#host.model.total ?? 0,
      onSelectAll: () => void selection.selectAll(),
      onClearSelection: () => selection.clear(),
      onRequest: (kind) => dialogFocus.open(kind),
      onSuggestion: (action) => void this.#follow(action),
    };
  }

  /** Opens the dialog for what was suggested: for those selected, else for everybody listed. */
  async #follow({ kind, value, name }: SuggestedAction): Promise<void> {
    const { selection, dialogFocus } = this.#parts;
    if (kind === undefined || value === undefined) return;
    if (selection.count === 0) await selection.selectAll();
    if (selection.count > 0) dialogFocus.open(kind, [{ value, label: name }]);
  }

  #createState(context: PeopleContext): StateView {
    return {
      context,
      model: this.#host.model,
      isChosen: this.#host.segment !== undefined,
      isUnion: this.#host.segment !== undefined && 'anyOf' in this.#host.segment,
      isHanded: this.#host.people !== undefined,
      expected: this.#parts.opening.expected,
      outcome: this.#parts.selection.outcome,
      news: this.#parts.selection.news,
      onRefresh: () => this.#host.refresh(),
      onClear: () => this.#parts.query.clear(),
    };
  }

  #renderList(context: PeopleContext): TemplateResult {
    const { model } = this.#host;
    const { position, hasFocus } = this.#parts.focus;
    const window = this.#parts.viewport.computeWindow();
    const isAway = position.row >= 0 && (position.row < window.start || position.row >= window.end);
    const awayRow = hasFocus && isAway ? position.row : undefined;
    const { records } = this.#parts.requests.desk;
    return renderList({
      context,
      layout: this.#parts.viewport.layout,
      plan: this.#parts.plan,
      sort: this.#parts.query.sort,
      total: model.total,
      window,
      awayRow,
      placeOf: this.#pool.assign(listIndices(window, awayRow)),
      isBusy: model.total === undefined || model.isRefreshing,
      isStale: model.isRefreshing,
      headerState: this.#parts.selection.headerState,
      headerCount: this.#parts.selection.headerCount,
      openId: this.#parts.details.row?.id,
      getRow: (index) => model.getRow(index),
      getState: (index) => model.getState(index),
      isSelected: (row) => isRowSelected(this.#parts.selection.value, row),
      getMark: (row) => computeRowMark(records, row),
    });
  }

  #renderDetails(context: PeopleContext): TemplateResult | typeof nothing {
    const { row, explanation } = this.#parts.details;
    if (!row) return nothing;
    return renderPerson({
      context,
      row,
      explanation,
      onClose: () => this.#parts.input.closePerson(),
      onRetry: () => void this.#parts.details.explain(),
    });
  }

  #renderBody(context: PeopleContext, isScrolled: boolean): TemplateResult {
    const state = renderState(this.#createState(context));
    const hasDetails = this.#parts.details.row !== undefined && !state;
    const { isNarrow } = this.#parts.viewport;
    return html`<div class="body ${isNarrow ? 'narrow' : ''} ${hasDetails ? 'has-details' : ''}">
      <div
        class="listing"
        ?inert=${hasDetails && isNarrow}
        @keydown=${this.#parts.input.handleKey}
        @click=${this.#parts.input.handleClick}
        @focusin=${this.#parts.input.handleFocusIn}
        @mousedown=${this.#parts.input.handleMouseDown}
      >
        ${state ?? this.#renderList(context)}
      </div>
      ${isScrolled ? noChange : hasDetails ? this.#renderDetails(context) : nothing}
    </div>`;
  }

  #renderActivity(context: PeopleContext): unknown {
    const { desk, prominent } = this.#parts.requests;
    return renderActivity({
      context,
      records: desk.records,
      prominent,
      onStop: (id) => desk.cancel(id),
      onUndo: (id) => void desk.undo(id),
      onRetry: (id) => void desk.retry(id),
      onDismiss: (id) => this.#parts.requests.dismiss(id),
    });
  }

  #renderExport(context: PeopleContext): unknown {
    const { exports } = this.#parts;
    return renderExport({
      context,
      state: exports.state,
      onStop: () => exports.stop(),
      onRetry: () => void exports.start(),
      onDismiss: () => exports.dismiss(),
    });
  }

  #renderDialog(context: PeopleContext): TemplateResult {
    const { kind } = this.#parts.dialog;
    return renderDialog({
      context,
      dialog: this.#parts.dialog,
      // Counting goes through all rows at hand: only for who looks at it.
      audience: this.#parts.requests.computeAudience(kind ? this.#parts.selection.value : NO_SELECTION),
      hasSource: kind !== undefined && this.#host.getChoices(kind) !== undefined,
    });
  }

  /** Everything above the list. */
  #renderTop(context: PeopleContext, toolbar: ToolbarView): TemplateResult {
    const state = this.#createState(context);
    return html`<p id="hint" hidden>${context.localization.messages.people.listHint}</p>
      ${renderHeader(toolbar)} ${renderChanged(state)} ${renderNotice(state)} ${renderPrintNote(state)}
      ${this.#parts.breakdown.render(context, this.#parts.viewport)} ${renderTools(toolbar)}
      ${this.#renderExport(context)} ${this.#renderActivity(context)}`;
  }

  render(context: PeopleContext, isScrolled: boolean): TemplateResult {
    if (!isScrolled) this.#parts.plan.update(context, this.#host.model.sampleRows, this.#parts.viewport);
    const toolbar = isScrolled ? undefined : this.#createToolbar(context);
    return html`<section
      part="base"
      class="base"
      lang=${context.localization.tag}
      aria-labelledby="heading"
      @keydown=${(event: KeyboardEvent) => this.#handleKey(event)}
    >
      <div class="ruler" aria-hidden="true"></div>
      ${toolbar ? this.#renderTop(context, toolbar) : noChange}
      <div class="block">
        ${toolbar ? renderActions(this.#createActions(context)) : noChange}
        ${this.#renderBody(context, isScrolled)}
      </div>
      ${this.#parts.announcer.render()} ${isScrolled ? noChange : this.#renderDialog(context)}
    </section>`;
  }
}
