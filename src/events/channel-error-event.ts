import type { FunnelwheelError } from '../engine/error.ts';
import { ErrorDetailEvent } from './funnel-error-event.ts';

/** `channel-error`: a report of channels could not be had. 401 and 403 come here too, with their code. */
export class ChannelErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'channel-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(ChannelErrorEvent.eventName, error, retry);
  }
}
