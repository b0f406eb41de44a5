import '../../src/define/funnel-chart.ts';
import { funnelChartScenarios } from '../../demo/scenarios/funnel-chart-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

testScenarios('the states of <funnel-chart>', funnelChartScenarios);
