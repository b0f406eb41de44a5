import { loadFunnelParse } from '../../../../src/data/load-funnel-parse.ts';
import { FunnelChart } from '../../../../src/elements/funnel-chart/funnel-chart.ts';
import type { Contender } from '../contender.ts';
import { toResult } from '../make-funnel.ts';
import { untilShown } from '../until-shown.ts';

FunnelChart.define();
// Comes over the network with a page's first result, which is no work of the page.
await loadFunnelParse();

/** The element of this package. */
export const funnelChart: Contender = {
  name: 'funnel-chart',
  async draw(room, funnel) {
    const chart = document.createElement('funnel-chart') as FunnelChart;
    await untilShown(chart, () => {
      chart.result = toResult(funnel);
      room.append(chart);
    });
    return {
      update: (next) => untilShown(chart, () => void (chart.result = toResult(next))),
      remove: () => chart.remove(),
    };
  },
};
