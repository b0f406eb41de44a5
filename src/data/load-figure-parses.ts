import { loadOnce } from './load-part.ts';

/** Brings the checks of the small elements' results. */
export const loadFigureParses = loadOnce(() => import('./parse-supplied-figures.ts'));
