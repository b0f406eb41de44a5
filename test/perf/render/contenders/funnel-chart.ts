import { FunnelChart } from '../../../../src/elements/funnel-chart/funnel-chart.ts';
import type { Contender } from '../contender.ts';
import { toResult } from '../make-funnel.ts';

FunnelChart.define();

/** The element of this package. */
export const funnelChart: Contender = {
  name: 'funnel-chart',
  async draw(room, funnel) {
    const chart = document.createElement('funnel-chart') as FunnelChart;
    chart.result = toResult(funnel);
    room.append(chart);
    await settle(chart);
    return {
      async update(next) {
        chart.result = toResult(next);
        await settle(chart);
      },
      remove: () => chart.remove(),
    };
  },
};

/** What an update asks for by itself belongs to it. */
async function settle(chart: FunnelChart): Promise<void> {
  while (!(await chart.updateComplete));
}
