import type { LoadParse } from './load-parse.ts';
import type { Source } from './source.ts';

/** A result as the host hands it over. */
export interface FinishedSourceOptions<Result> {
  /** As given: nothing of it is believed before it is checked. */
  result: unknown;
  /** Brings what checks it. */
  loadParse: LoadParse<Result>;
}

/**
 * A source that holds one finished result and answers every request with it. `load` rejects with what the check throws,
 * and where that does not come.
 */
export function createFinishedSource<Result>({
  result,
  loadParse,
}: FinishedSourceOptions<Result>): Source<unknown, Result> {
  return {
    kind: 'result',
    isAtHand: () => loadParse.isLoaded?.() ?? false,
    load: async () => (await loadParse())(result),
  };
}
