import D3Funnel from 'd3-funnel';
import type { Contender } from '../contender.ts';
import { sumStep, type Funnel } from '../make-funnel.ts';

const OPTIONS = { chart: { width: 900, height: 420, animate: 0 } };
const toData = (funnel: Funnel) =>
  funnel.steps.map((label, step) => ({ label, value: sumStep(funnel, step) }));

/** A trapezoid of totals: it knows no groups. An update draws anew, as its documentation says. */
export const d3Funnel: Contender = {
  name: 'd3-funnel',
  draw(room, funnel) {
    const chart = new D3Funnel(room);
    chart.draw(toData(funnel), OPTIONS);
    return { update: (next) => chart.draw(toData(next), OPTIONS), remove: () => chart.destroy() };
  },
};
