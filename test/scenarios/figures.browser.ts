import '../../src/define/activation-rate.ts';
import '../../src/define/channel-report.ts';
import '../../src/define/experiment-readout.ts';
import { figuresScenarios } from '../../demo/scenarios/figures-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

testScenarios('the states of the readouts', figuresScenarios);
