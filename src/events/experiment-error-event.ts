import type { FunnelwheelError } from '../engine/error.ts';
import { ErrorDetailEvent } from './funnel-error-event.ts';

/** `experiment-error`: a readout could not be had. 401 and 403 come here too, with their code. */
export class ExperimentErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'experiment-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(ExperimentErrorEvent.eventName, error, retry);
  }
}
