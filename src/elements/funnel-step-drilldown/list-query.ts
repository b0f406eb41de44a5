import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cycleSort, toSort, type Column, type ColumnSort } from './columns.ts';
import { toggleFilter } from './people-breakdown.ts';
import { getPropertyValues, type ListQuery, type PropertyFilter } from './people-list.ts';
import type { PeopleModel } from './people-model.ts';

/** What a {@link ListQueryController} needs of its element. */
export interface ListQueryHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
  /** Another part of the list, or another order, is shown; `isTold`: because the user wanted that. */
  handleQuery(query: ListQuery, isTold: boolean): void;
}

const SEARCH_MS = 250;

/** What the user searches for, sorts by and filters by. A search begins when the typing pauses. */
export class ListQueryController implements ReactiveController {
  readonly #host: ListQueryHost;
  #searching: ReturnType<typeof setTimeout> | undefined;

  /** The text as it stands in the field. */
  q = '';
  /** The column that shows the order; undefined for the order of the host. */
  sort: ColumnSort | undefined;

  constructor(host: ListQueryHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#searching);
  }

  /** Forgets everything, without asking. */
  reset(): void {
    clearTimeout(this.#searching);
    this.q = '';
    this.sort = undefined;
  }

  search(text: string): void {
    this.q = text;
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => this.#ask({ q: text }), text === '' ? 0 : SEARCH_MS);
    this.#host.requestUpdate();
  }

  sortBy(column: Column | undefined, descending = false): void {
    this.sort = column && { column: column.id, descending };
    this.#ask({ sort: column && toSort(column, descending) });
  }

  /** What a press on a header does. */
  cycleSort(column: Column): void {
    const sort = cycleSort(this.sort, column.id);
    this.sortBy(sort && column, sort?.descending);
  }

  toggleFilter(filter: PropertyFilter): void {
    this.#ask({ filters: toggleFilter(this.#host.model.query.filters, filter) });
  }

  /** Shows everybody again, in the present order. */
  clear(): void {
    this.q = '';
    this.#ask({ q: '', filters: [] });
  }

  /** Lets go of filters by values that nobody has any more: they would hide everybody. */
  prune(): void {
    const { model } = this.#host;
    const { filters } = model.query;
    const rows = model.allRows ?? (model.total === 0 ? model.sampleRows : undefined);
    if (!rows || rows.length === 0 || filters.length === 0) return;
    const kept = filters.filter(({ property, value }) =>
      rows.some((row) => getPropertyValues(row, property).includes(value)),
    );
    if (kept.length < filters.length) this.#ask({ filters: kept }, false);
  }

  #ask(change: Partial<ListQuery>, isTold = true): void {
    const { model } = this.#host;
    model.setQuery({ ...model.query, ...change });
    this.#host.handleQuery(model.query, isTold);
    this.#host.requestUpdate();
  }
}
