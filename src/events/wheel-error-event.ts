import type { FunnelwheelError } from '../engine/error.ts';
import { ErrorDetailEvent } from './funnel-error-event.ts';

/** `wheel-error`: a wheel could not be had. 401 and 403 come here too, with their code. */
export class WheelErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'wheel-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(WheelErrorEvent.eventName, error, retry);
  }
}
