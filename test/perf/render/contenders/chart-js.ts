import Chart from 'chart.js/auto';
import type { Contender } from '../contender.ts';
import type { Funnel } from '../make-funnel.ts';

const toData = (funnel: Funnel) => ({
  labels: funnel.steps,
  datasets: funnel.groups.map((label, group) => ({
    label,
    data: funnel.counts.map((counts) => counts[group]),
  })),
});

/** Stacked bars on a canvas, without motion. */
export const chartJs: Contender = {
  name: 'Chart.js',
  draw(room, funnel) {
    const canvas = room.appendChild(document.createElement('canvas'));
    canvas.width = 900;
    canvas.height = 420;
    const options = {
      animation: false,
      responsive: false,
      indexAxis: 'y',
      scales: { x: { stacked: true }, y: { stacked: true } },
    };
    const chart = new Chart(canvas, { type: 'bar', data: toData(funnel), options });
    return {
      update(next) {
        chart.data = toData(next);
        chart.update('none');
      },
      remove: () => chart.destroy(),
    };
  },
};
