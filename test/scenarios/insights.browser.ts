import '../../src/define/funnel-chart.ts';
import { insightScenarios } from '../../demo/scenarios/insight-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

testScenarios('the sections of <funnel-chart>', insightScenarios);
