import * as echarts from 'echarts';
import type { Contender } from '../contender.ts';
import { sumStep, type Funnel } from '../make-funnel.ts';

const toOption = (funnel: Funnel) => ({
  animation: false,
  xAxis: { type: 'value' },
  yAxis: { type: 'category', inverse: true, data: funnel.steps },
  series: [
    ...funnel.groups.map((name, group) => ({
      name,
      type: 'bar',
      stack: 'all',
      label: { show: true },
      data: funnel.counts.map((counts) => counts[group]),
    })),
    {
      name: 'lost',
      type: 'bar',
      stack: 'all',
      data: funnel.steps.map((_, step) => sumStep(funnel, Math.max(0, step - 1)) - sumStep(funnel, step)),
    },
  ],
});

/** Stacked bars as SVG, without motion. */
export const eCharts: Contender = {
  name: 'ECharts',
  draw(room, funnel) {
    const chart = echarts.init(room, null, { renderer: 'svg', width: 900, height: 420 });
    chart.setOption(toOption(funnel));
    return { update: (next) => chart.setOption(toOption(next)), remove: () => chart.dispose() };
  },
};
