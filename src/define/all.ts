/** Defines every tag and hands on all of the package: the entry of the single built file. */
import './funnel-chart.ts';
import './funnel-step-drilldown.ts';

export * from '../index.ts';
