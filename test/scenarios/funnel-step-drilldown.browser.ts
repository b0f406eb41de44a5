import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { peopleScenarios } from '../../demo/scenarios/people-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

testScenarios('the states of <funnel-step-drilldown>', peopleScenarios);
