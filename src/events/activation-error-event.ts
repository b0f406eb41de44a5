import type { FunnelwheelError } from '../engine/error.ts';
import { ErrorDetailEvent } from './funnel-error-event.ts';

/** `activation-error`: an activation rate could not be had. 401 and 403 come here too, with their code. */
export class ActivationErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'activation-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(ActivationErrorEvent.eventName, error, retry);
  }
}
