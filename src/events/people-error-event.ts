import type { FunnelwheelError } from '../engine/error.ts';
import { ErrorDetailEvent } from './funnel-error-event.ts';

/** `people-error`: rows of a list of people could not be had. */
export class PeopleErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'people-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(PeopleErrorEvent.eventName, error, retry);
  }
}
