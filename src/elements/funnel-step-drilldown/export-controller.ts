import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { saveFile } from '../../controllers/save-file.ts';
import { loadPart } from '../../data/load-part.ts';
import { untilAborted } from '../../data/until-aborted.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import { PeopleExportEvent, type ClientsRule } from '../../events/index.ts';
import type { Column } from './columns.ts';
import type { CsvSeparator } from '../../layout/export/csv.ts';
import type { PeopleModel } from './people-model.ts';
import { formatHeading, type PeopleContext } from './people-text.ts';
import type { SelectionController } from './selection-controller.ts';
import { isRowSelected, selectPart, type Selection } from './selection.ts';

/** How an export stands. */
export interface ExportState {
  readonly phase: 'running' | 'done' | 'failed' | 'stopped';
  /** Rows written so far. */
  readonly done: number;
  readonly total: number;
  /** The name of the file, once it is written. */
  readonly file: string;
}

/** What an {@link ExportController} needs of its element. */
export interface ExportHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
  readonly heading: string;
  readonly csvSeparator: CsvSeparator | undefined;
  readonly exportColumns: readonly Column[];
  readonly exportContext: PeopleContext;
  dispatchEvent(event: Event): boolean;
  toRule(selection: Selection): ClientsRule;
  /** An export ended: to be read out. */
  announceExport(state: ExportState): void;
}

/** Lets the page draw and take input between two batches. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Writes the people listed into a file, page by page: the selected ones where there are any, else the list as it is
 * searched, filtered and sorted. What writes it is only loaded then. Source: look.md §2, "CSV of names".
 */
export class ExportController implements ReactiveController {
  readonly #host: ExportHost;
  readonly #selection: SelectionController;
  #abort: AbortController | undefined;

  /** The latest export; undefined where there was none, or it was dismissed. */
  state: ExportState | undefined;

  constructor(host: ExportHost, selection: SelectionController) {
    this.#host = host;
    this.#selection = selection;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** How many would be exported. */
  get count(): number {
    return this.#selection.count || this.#host.model.total || 0;
  }

  /** Asks the page, then writes the file. Resolves when it is written, stopped or has failed. */
  async start(): Promise<void> {
    const { count } = this;
    const scope = this.#scope;
    if (count === 0 || this.state?.phase === 'running' || !this.#askPage(scope, count)) return;
    const abort = (this.#abort = new AbortController());
    this.#tell({ phase: 'running', done: 0, total: count, file: '' });
    try {
      const file = await untilAborted(this.#write(scope, abort.signal), abort.signal);
      this.#end({ phase: 'done', file });
    } catch (error) {
      // Why pages fail is told by `people-error` where they are shown; here it is that there is no file.
      this.#end({ phase: abort.signal.aborted ? 'stopped' : 'failed' });
      if (!abort.signal.aborted)
        this.#host.model.tellError(FunnelwheelError.from(error), () => void this.start());
    }
  }

  stop(): void {
    this.#abort?.abort();
  }

  dismiss(): void {
    this.state = undefined;
    this.#host.requestUpdate();
  }

  get #scope(): Selection {
    const { model } = this.#host;
    if (this.#selection.count > 0) return this.#selection.value;
    return selectPart({ q: model.query.q.trim(), filters: model.query.filters, total: model.total ?? 0 });
  }

  #askPage(scope: Selection, count: number): boolean {
    const detail = {
      format: 'csv' as const,
      rule: this.#host.toRule(scope),
      ...(scope.mode === 'include' ? { ids: [...scope.ids] } : {}),
      count,
      columns: this.#host.exportColumns.map(({ id }) => id).filter((id) => id !== 'select'),
    };
    return this.#host.dispatchEvent(new PeopleExportEvent(detail));
  }

  async #write(scope: Selection, signal: AbortSignal): Promise<string> {
    const people = await loadPart(() => import('./people-csv.ts'));
    const csv = await loadPart(() => import('../../layout/export/csv.ts'));
    const { exportContext: context, exportColumns, csvSeparator, heading } = this.#host;
    const columns = people.listCsvColumns(context, exportColumns);
    const separator = csvSeparator ?? csv.chooseSeparator(context.localization.tag);
    const titles = columns.map(({ title }) => title);
    const parts = [csv.BYTE_ORDER_MARK, csv.formatCsvLine(titles, separator)];
    const toLine = (row: PersonRow) =>
      csv.formatCsvLine(
        columns.map(({ format }) => format(row)),
        separator,
      );
    for await (const rows of this.#iterateRows(scope, signal)) {
      signal.throwIfAborted();
      parts.push(rows.map(toLine).join(''));
      this.#advance(rows.length);
      await breathe();
    }
    signal.throwIfAborted();
    const file = people.formatPeopleFileName(context, heading || formatHeading(context));
    saveFile(new File(parts, file, { type: 'text/csv;charset=utf-8' }));
    return file;
  }

  /** Those to be written, in the order of the list, in batches. */
  async *#iterateRows(scope: Selection, signal: AbortSignal): AsyncGenerator<readonly PersonRow[]> {
    const { model } = this.#host;
    const { sort } = model.query;
    const query = { q: scope.within?.q ?? '', filters: scope.within?.filters ?? [], sort };
    const wanted = scope.mode === 'include' ? new Set(scope.ids) : undefined;
    for await (const rows of model.iterateRows(query, signal)) {
      const kept = rows.filter((row) => isRowSelected(scope, row));
      for (const row of kept) wanted?.delete(row.id);
      yield kept;
      // A few of a million: once all of them were met, there is nothing left to fetch.
      if (wanted?.size === 0) return;
    }
  }

  #advance(rows: number): void {
    if (this.state) this.#tell({ ...this.state, done: this.state.done + rows });
  }

  #end(change: Partial<ExportState>): void {
    this.#abort = undefined;
    if (!this.state) return;
    this.#tell({ ...this.state, ...change });
    this.#host.announceExport(this.state);
  }

  #tell(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
