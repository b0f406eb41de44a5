import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { countDistinct } from './audience.ts';
import type { ListQuery } from './people-list.ts';
import type { PeopleModel } from './people-model.ts';
import {
  computeHeaderAction,
  countSelected,
  isSelected,
  NO_SELECTION,
  replaceRange,
  selectOnly,
  selectPart,
  toggleSelected,
  WHOLE_SEGMENT,
  withSelected,
  type PersonId,
  type Selection,
} from './selection.ts';

/** Up to this many of a list that is not here as a whole are selected at once. Source: look.md, "Two steps". */
const SHORT_LIST = 100;
/** More ids than this are not collected one by one: the search must be narrowed. */
export const COLLECT_LIMIT = 100_000;

/**
 * What came of an act: who is selected changed (`followed`: because of a request or of newer data, not by an act on
 * the list), too many would be, or rows in between could not be had.
 */
export type SelectionOutcome = 'changed' | 'followed' | 'too-many' | 'rows-missing';

/**
 * What newer rows did to the selection: some of it is gone, or everybody is somebody else now. To be told, as the user
 * did not do it.
 */
export type SelectionNews =
  { kind: 'lost'; count: number } | { kind: 'changed'; now: number; before: number };

/** What a {@link SelectionController} needs of its element. */
export interface SelectionHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
  readonly visibleRange: { start: number; end: number };
  /** The user selected, or tried to. */
  handleSelection(outcome: SelectionOutcome): void;
}

/** Who is selected, and what the keys and the mouse do to it. Survives sorting, scrolling and searching. */
export class SelectionController implements ReactiveController {
  readonly #host: SelectionHost;
  #selection: Selection = NO_SELECTION;
  #anchor: number | undefined;
  #range: readonly PersonId[] = [];
  #counted: { rows: unknown; count: number } | undefined;
  #act = 0;
  #pruned: unknown;

  /** The size of the segment when the selection was made. */
  #segmentTotal: number | undefined;

  /** What came of the last act. */
  outcome: SelectionOutcome = 'changed';
  /** What newer rows did to the selection since. */
  news: SelectionNews | undefined;

  constructor(host: SelectionHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#act += 1;
  }

  get value(): Selection {
    return this.#selection;
  }

  /** Different people in the segment. */
  get population(): number {
    const { allRows, segmentTotal } = this.#host.model;
    if (!allRows) return segmentTotal ?? 0;
    if (this.#counted?.rows !== allRows) this.#counted = { rows: allRows, count: countDistinct(allRows) };
    return this.#counted.count;
  }

  get count(): number {
    return countSelected(this.#selection, this.population);
  }

  get headerState(): 'none' | 'some' | 'all' {
    if (this.#isListSelected) return 'all';
    return this.count === 0 ? 'none' : 'some';
  }

  /** How many "select all" would take: the people in the list; undefined where all are selected, or nobody is there. */
  get selectable(): number | undefined {
    return this.#isListSelected ? undefined : this.#host.model.total || undefined;
  }

  /** Whether everybody in the list is selected, as far as can be told without asking for them. */
  get #isListSelected(): boolean {
    const { model } = this.#host;
    const total = model.total ?? 0;
    if (total === 0 || this.count === 0) return false;
    if (this.#selection.within) return this.#selection.ids.size === 0;
    if (this.count >= this.population) return true;
    return model.isLocal && model.listRows.every((row) => isSelected(this.#selection, row.id));
  }

  #tell(outcome: SelectionOutcome): void {
    this.outcome = outcome;
    this.#host.requestUpdate();
    this.#host.handleSelection(outcome);
  }

  /** Starts over, without telling. */
  reset(): void {
    this.outcome = 'changed';
    this.#set(NO_SELECTION);
    this.#anchor = undefined;
  }

  #replace(selection: Selection): void {
    if (selection === this.#selection) return;
    this.#set(selection);
    this.#tell('changed');
  }

  /** Replaces the selection because of something else than an act on the list, such as a request that ended. */
  follow(selection: Selection): void {
    if (selection === this.#selection) return;
    this.#set(selection);
    this.#tell('followed');
  }

  /** Lets go of people who are no longer in the segment, and notices that everybody is somebody else. */
  prune(): void {
    this.#compareTotal();
    const rows = this.#host.model.allRows;
    if (!rows || rows === this.#pruned) return;
    this.#pruned = rows;
    if (this.#selection.ids.size === 0) return;
    const here = new Set(rows.map((row) => row.id));
    const { mode, ids } = this.#selection;
    const kept = [...ids].filter((id) => here.has(id));
    if (kept.length === ids.size) return;
    this.#set({ mode, ids: new Set(kept) });
    if (mode === 'include') this.news = { kind: 'lost', count: ids.size - kept.length };
    this.#tell('followed');
  }

  #compareTotal(): void {
    const { mode, within } = this.#selection;
    const { segmentTotal, isRefreshing } = this.#host.model;
    const before = this.#segmentTotal;
    if (segmentTotal === undefined || isRefreshing || segmentTotal === before) return;
    this.#segmentTotal = segmentTotal;
    if (before === undefined || mode === 'include' || within) return;
    this.news = { kind: 'changed', now: segmentTotal, before };
    this.#tell('followed');
  }

  #set(selection: Selection): void {
    this.#act += 1;
    this.news = undefined;
    this.#segmentTotal = this.#host.model.segmentTotal;
    this.#range = [];
    this.#selection = selection;
    this.#host.requestUpdate();
  }

  /** One row in or out; it is where a range begins. */
  toggle(index: number): void {
    const row = this.#host.model.getRow(index);
    if (!row) return;
    this.#anchor = index;
    this.#replace(toggleSelected(this.#selection, row.id));
  }

  /** A range may begin at this row: the focus came here. */
  startAt(index: number): void {
    this.#anchor ??= index;
  }

  /** Draws the range from its beginning to this row. */
  async extendTo(index: number): Promise<void> {
    const anchor = this.#anchor ?? index;
    this.#anchor = anchor;
    const act = ++this.#act;
    const [start, end] = anchor < index ? [anchor, index + 1] : [index, anchor + 1];
    const rows = await this.#fetch(start, end);
    if (act !== this.#act) return;
    if (!rows || rows.length < end - start) return this.#tell('rows-missing');
    const ids = rows.map((row) => row.id);
    const next = replaceRange(this.#selection, this.#range, ids);
    this.#set(next);
    this.#range = ids;
    this.#tell('changed');
  }

  async #fetch(start: number, end: number) {
    const { model } = this.#host;
    const here = Array.from({ length: end - start }, (_, offset) => model.getRow(start + offset));
    if (here.every((row) => row !== undefined)) return here;
    try {
      return await model.fetchRows(start, end);
    } catch {
      // The error was told by the page that failed; here it only means that the range is not drawn.
      return undefined;
    }
  }

  /** What the checkbox in the header does. */
  toggleHeader(): Promise<void> {
    const shown = this.#shownIds;
    const action = this.#computeHeaderAction(shown);
    if (action === 'all') return this.selectAll();
    this.#replace(action === 'none' ? NO_SELECTION : withSelected(this.#selection, shown, true));
    return Promise.resolve();
  }

  /** How many rows the header's checkbox would take; undefined where it takes all, or lets go of all. */
  get headerCount(): number | undefined {
    const shown = this.#shownIds;
    return this.#computeHeaderAction(shown) === 'shown' ? shown.length : undefined;
  }

  /** The people in sight. */
  get #shownIds(): PersonId[] {
    const { model, visibleRange } = this.#host;
    const shown: PersonId[] = [];
    for (let index = visibleRange.start; index < visibleRange.end; index++) {
      const row = model.getRow(index);
      if (row) shown.push(row.id);
    }
    return shown;
  }

  #computeHeaderAction(shown: readonly PersonId[]): 'shown' | 'all' | 'none' {
    const { model } = this.#host;
    const total = model.total ?? 0;
    const isAtOnce = !model.isTooLong || total <= SHORT_LIST;
    return computeHeaderAction(this.#selection, shown, isAtOnce, this.#isListSelected);
  }

  /** Everybody in the list: the whole segment, or those who match the search and the filters. */
  async selectAll(): Promise<void> {
    const { model } = this.#host;
    const { query } = model;
    const isNarrowed = query.q.trim() !== '' || query.filters.length > 0;
    if (!isNarrowed && !model.isPartial) return this.#replace(WHOLE_SEGMENT);
    if (this.#isRule) {
      return this.#replace(
        selectPart({ q: query.q.trim(), filters: query.filters, total: model.total ?? 0 }),
      );
    }
    const act = ++this.#act;
    const ids = await this.#collect();
    if (act !== this.#act) return;
    if (ids) this.#replace(isNarrowed ? withSelected(this.#selection, ids, true) : selectOnly(ids));
    else this.#tell('too-many');
  }

  /** Whether all who match can be told by the query: the host answers it, and nobody else is selected. */
  get #isRule(): boolean {
    const { model } = this.#host;
    if (model.isLocal || model.isPartial) return false;
    const listed = new Set(model.listRows.map((row) => row.id));
    return this.#selection.mode === 'include' && [...this.#selection.ids].every((id) => listed.has(id));
  }

  /** A selection of all who match ends with the search and the filters: of other rows it could not tell. */
  followQuery({ q, filters }: ListQuery): void {
    const { within } = this.#selection;
    if (within !== undefined && (q.trim() !== within.q || filters !== within.filters))
      this.follow(NO_SELECTION);
  }

  async #collect(): Promise<PersonId[] | undefined> {
    const { model } = this.#host;
    if ((model.total ?? 0) > COLLECT_LIMIT) return undefined;
    const ids: PersonId[] = [];
    const abort = new AbortController();
    for await (const batch of model.iterateListIds(abort.signal)) {
      ids.push(...batch);
      if (ids.length > COLLECT_LIMIT) {
        abort.abort();
        return undefined;
      }
    }
    return ids;
  }

  clear(): void {
    if (this.count > 0) this.#replace(NO_SELECTION);
  }
}
