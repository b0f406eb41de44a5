import '../../src/define/funnel-chart.ts';
import { insightScenarios } from '../../demo/scenarios/insight-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

// Unbundled, the drawing of a trend brings hundreds of files with it: fetched once, before any test waits for them.
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/funnel-chart/insights/trend-panel.ts');
});

testScenarios('the sections of <funnel-chart>', insightScenarios);
