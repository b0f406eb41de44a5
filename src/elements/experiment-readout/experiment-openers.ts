import { createFigureOpeners, toQuery } from '../../controllers/figure-openers.ts';
import { parseSuppliedExperiment } from '../../data/parse-supplied-figures.ts';

/**
 * The ways into `<experiment-readout>`. A server is asked with `experiment` (an id; a definition as JSON), `from`, `to`,
 * `asOf`; the statistics are worked out here.
 */
export const EXPERIMENT_OPENERS = createFigureOpeners({
  method: 'experiment',
  parse: parseSuppliedExperiment,
  toQuery: ({ experiment, range, now }) =>
    toQuery({ experiment, from: range?.from, to: range?.to, asOf: now }),
});
