import type { LoadParse } from './load-parse.ts';
import { loadOnce } from './load-part.ts';

const loadParses = loadOnce(() => import('./parse-supplied-figures.ts'));

type Parses = Awaited<ReturnType<typeof loadParses>>;

/** Brings the check of one of the small elements' results; all come together. */
export function toFigureParse<N extends keyof Parses>(name: N): LoadParse<ReturnType<Parses[N]>> {
  const load = async () => (await loadParses())[name] as (value: unknown) => ReturnType<Parses[N]>;
  return Object.assign(load, { isLoaded: loadParses.isLoaded });
}
