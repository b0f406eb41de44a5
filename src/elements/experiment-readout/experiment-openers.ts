import { createFigureOpeners, toQuery } from '../../controllers/figure-openers.ts';
import { toFigureParse } from '../../data/load-figure-parses.ts';
import { loadStatistics } from './readout-memo.ts';

/**
 * The ways into `<experiment-readout>`. A server is asked with `experiment` (an id; a definition as JSON), `from`, `to`,
 * `asOf`; the statistics are worked out here.
 */
export const EXPERIMENT_OPENERS = createFigureOpeners({
  method: 'experiment',
  loadParse: toFigureParse('parseSuppliedExperiment'),
  loadBeside: loadStatistics,
  toQuery: ({ experiment, range, now }) =>
    toQuery({ experiment, from: range?.from, to: range?.to, asOf: now }),
});
