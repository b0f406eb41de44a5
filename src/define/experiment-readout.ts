/** Defines `<experiment-readout>`. Importing this file is the side effect. */
import { ExperimentReadout } from '../elements/experiment-readout/experiment-readout.ts';

ExperimentReadout.define();

export { ExperimentReadout };
