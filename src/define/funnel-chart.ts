/** Defines `<funnel-chart>`. Importing this file is the side effect. */
import { FunnelChart } from '../elements/funnel-chart/funnel-chart.ts';

FunnelChart.define();

export { FunnelChart };
