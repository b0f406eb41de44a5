import type { Source } from './source.ts';

/** A result as the host hands it over. */
export interface FinishedSourceOptions<Result> {
  /** As given: nothing of it is believed before `parse`. */
  result: unknown;
  /** Checks it. @throws FunnelwheelError with the path of the mistake. */
  parse: (value: unknown) => Result;
}

/** A source that holds one finished result and answers every request with it. `load` rejects with what `parse` throws. */
export function createFinishedSource<Result>({
  result,
  parse,
}: FinishedSourceOptions<Result>): Source<unknown, Result> {
  return { kind: 'result', load: () => Promise.resolve().then(() => parse(result)) };
}
