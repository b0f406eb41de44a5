import ApexCharts from 'apexcharts';
import type { Contender } from '../contender.ts';
import type { Funnel } from '../make-funnel.ts';

const toSeries = (funnel: Funnel) =>
  funnel.groups.map((name, group) => ({ name, data: funnel.counts.map((counts) => counts[group]) }));

/** Stacked bars, without motion. */
export const apexCharts: Contender = {
  name: 'ApexCharts',
  async draw(room, funnel) {
    const chart = new ApexCharts(room, {
      series: toSeries(funnel),
      chart: {
        type: 'bar',
        stacked: true,
        width: 900,
        height: 420,
        animations: { enabled: false },
        toolbar: { show: false },
      },
      plotOptions: { bar: { horizontal: true } },
      xaxis: { categories: funnel.steps },
    });
    await chart.render();
    return { update: (next) => chart.updateSeries(toSeries(next), false), remove: () => chart.destroy() };
  },
};
