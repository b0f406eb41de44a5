import { nothing, type ReactiveControllerHost } from 'lit';
import type { ListQueryController } from './list-query.ts';
import { COMPLETE_LIMIT, type PeopleModel } from './people-model.ts';
import type { PeopleContext } from './people-text.ts';
import { renderBreakdown } from './render-breakdown.ts';

/** What a {@link BreakdownController} needs of its element. */
export interface BreakdownHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
}

/** How much of the people's properties is shown. */
export class BreakdownController {
  readonly #host: BreakdownHost;
  readonly #query: ListQueryController;
  /** As the user left it; undefined as long as they did not touch it. */
  #isOpen: boolean | undefined;
  #expanded: ReadonlySet<string> = new Set();
  #showsAll = false;

  constructor(host: BreakdownHost, query: ListQueryController) {
    this.#host = host;
    this.#query = query;
  }

  /** Shows the first values of each property again. */
  reset(): void {
    this.#expanded = new Set();
  }

  #toggle(name: string): void {
    const next = new Set(this.#expanded);
    if (!next.delete(name)) next.add(name);
    this.#expanded = next;
    this.#host.requestUpdate();
  }

  render(context: PeopleContext, { isSmall, isNarrow }: { isSmall: boolean; isNarrow: boolean }): unknown {
    const { model } = this.#host;
    if (!model.segmentTotal) return nothing;
    const isFilterable = context.description?.isFilterable !== false;
    return renderBreakdown({
      context,
      breakdowns: !model.isTooLong ? model.breakdowns : isFilterable ? model.sampleBreakdowns : [],
      limit: model.isTooLong ? COMPLETE_LIMIT : undefined,
      filters: model.query.filters,
      people: model.allRows?.length ?? 0,
      isOpen: this.#isOpen ?? !isSmall,
      hasFailed: model.isIncomplete,
      expanded: this.#expanded,
      showsAll: this.#showsAll,
      firstProperties: isSmall || isNarrow ? 3 : 4,
      onToggleOpen: (isOpen) => (this.#isOpen = isOpen),
      onFilter: (filter) => this.#query.toggleFilter(filter),
      onExpand: (name) => this.#toggle(name),
      onShowAll: () => {
        this.#showsAll = !this.#showsAll;
        this.#host.requestUpdate();
      },
      onRetry: () => model.retryAll(),
    });
  }
}
