import '../../src/define/lifecycle-wheel.ts';
import { wheelScenarios } from '../../demo/scenarios/wheel-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

testScenarios('the states of <lifecycle-wheel>', wheelScenarios);
