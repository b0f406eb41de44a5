/** Defines every tag and hands on all of the package: the entry of the single built file. */
import './activation-rate.ts';
import './channel-report.ts';
import './experiment-readout.ts';
import './funnel-chart.ts';
import './funnel-step-drilldown.ts';
import './lifecycle-wheel.ts';

export * from '../index.ts';
