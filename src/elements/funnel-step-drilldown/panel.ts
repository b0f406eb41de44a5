import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { AnnouncerController } from '../../controllers/announcer-controller.ts';
import type { PeoplePage, Segment } from '../../engine/schema/index.ts';
import type { BreakdownController } from './breakdown-controller.ts';
import { parseAbilities, type ChoiceSource } from './choices.ts';
import type { ColumnPlan } from './column-plan.ts';
import { SORTABLE } from './columns.ts';
import type { DialogFocus } from './dialog-focus.ts';
import type { GridFocusController } from './grid-focus-controller.ts';
import type { GridInput } from './grid-input.ts';
import type { ListQueryController } from './list-query.ts';
import type { ListViewport } from './list-viewport.ts';
import type { Opening } from './opening.ts';
import type { PeopleModel } from './people-model.ts';
import type { PeopleContext } from './people-text.ts';
import type { PersonDetails } from './person-details.ts';
import { renderActivity } from './render-activity.ts';
import { renderDialog } from './render-dialog.ts';
import { renderList } from './render-list.ts';
import { renderPerson } from './render-person.ts';
import { renderChanged, renderNotice, renderState, type StateView } from './render-state.ts';
import { renderActions, renderHeader, renderTools, type ToolbarView } from './render-toolbar.ts';
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
  readonly people: PeoplePage | undefined;
  readonly segment: Segment | undefined;
  close(): void;
  refresh(): void;
  getChoices(kind: RequestKind): ChoiceSource | undefined;
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
}

/** Puts the parts together into what is seen. After scrolling only the list is drawn anew. */
export class Panel {
  readonly #host: PanelHost;
  readonly #parts: PanelParts;

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
    const { columns } = this.#parts.plan;
    const isTable = this.#parts.viewport.layout !== 'cards';
    return {
      context,
      heading: this.#host.heading,
      isSortHidden: !isTable || SORTABLE.some((column) => !columns.includes(column)),
      q: this.#parts.query.q,
      filters: model.query.filters,
      sort: this.#parts.query.sort,
      total: model.total,
      // Until the rows are here, the number on the bar stands for theirs.
      segmentTotal: model.segmentTotal ?? this.#parts.opening.expected,
      selected: this.#parts.selection.count,
      selectable: this.#parts.selection.selectable,
      abilities: parseAbilities(this.#host.can),
      isClosable: this.#host.people === undefined,
      onClose: () => this.#host.close(),
      onSearch: (text) => this.#parts.query.search(text),
      onSort: (sort) => this.#parts.query.sortBy(sort),
      onFilter: (filter) => this.#parts.query.toggleFilter(filter),
      onSelectAll: () => void this.#parts.selection.selectAll(),
      onClearSelection: () => this.#parts.selection.clear(),
      onRequest: (kind) => this.#parts.dialogFocus.open(kind),
    };
  }

  #createState(context: PeopleContext): StateView {
    return {
      context,
      model: this.#host.model,
      segment: this.#host.segment,
      isHanded: this.#host.people !== undefined,
      expected: this.#parts.opening.expected,
      outcome: this.#parts.selection.outcome,
      onRefresh: () => this.#host.refresh(),
      onClear: () => this.#parts.query.clear(),
    };
  }

  #renderList(context: PeopleContext): TemplateResult {
    const { model } = this.#host;
    const { position, hasFocus } = this.#parts.focus;
    const window = this.#parts.viewport.computeWindow();
    const isAway = position.row >= 0 && (position.row < window.start || position.row >= window.end);
    const { records } = this.#parts.requests.desk;
    return renderList({
      context,
      layout: this.#parts.viewport.layout,
      plan: this.#parts.plan,
      sort: this.#parts.query.sort,
      total: model.total,
      window,
      awayRow: hasFocus && isAway ? position.row : undefined,
      isBusy: model.total === undefined || model.isRefreshing,
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
      ${renderHeader(toolbar)} ${renderChanged(state)} ${renderNotice(state)}
      ${this.#parts.breakdown.render(context, this.#parts.viewport.isSmall)} ${renderTools(toolbar)}
      ${this.#renderActivity(context)}`;
  }

  render(context: PeopleContext, isScrolled: boolean): TemplateResult {
    this.#parts.plan.update(context, this.#host.model.sampleRows, this.#parts.viewport);
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
        ${toolbar ? renderActions(toolbar) : noChange} ${this.#renderBody(context, isScrolled)}
      </div>
      ${this.#parts.announcer.render()} ${isScrolled ? noChange : this.#renderDialog(context)}
    </section>`;
  }
}
