import { toFigureParse } from '../../src/data/load-figure-parses.ts';
import { loadFunnelParse } from '../../src/data/load-funnel-parse.ts';
import { loadWheelParse } from '../../src/data/load-wheel-parse.ts';
import { loadStatistics } from '../../src/elements/experiment-readout/readout-memo.ts';

// What checks a finished result comes with the first one, and so do the statistics of an experiment, an open list, the
// person on a wheel, and what is said of people. Whoever waits for an element to come to rest has them here before: one
// that waits for them stands as still as one that has ended.
await Promise.all([
  toFigureParse('parseSuppliedActivation')(),
  loadFunnelParse(),
  loadWheelParse(),
  loadStatistics(),
  import('../../src/controllers/funnel-people.ts'),
  import('../../src/controllers/wheel-people.ts'),
  import('../../src/elements/funnel-step-drilldown/list-body.ts'),
  import('../../src/elements/lifecycle-wheel/client-controller.ts'),
]);
