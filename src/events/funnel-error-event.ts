import type { FunnelwheelError, ErrorCode } from '../engine/error.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link FunnelErrorEvent} and {@link PeopleErrorEvent} carry. */
export interface ErrorEventDetail {
  code: ErrorCode;
  message: string;
  /** Where in the input; empty for the whole. */
  path: string;
  /** HTTP status, where there is one. */
  status: number | undefined;
  error: FunnelwheelError;
  /** Asks again, with the same question. */
  retry: () => void;
}

/** Makes the detail of an error event. */
export function toErrorEventDetail(error: FunnelwheelError, retry: () => void): ErrorEventDetail {
  const { code, message, path, status } = error;
  return { code, message, path, status, error, retry };
}

/** The shared half of the error events. */
export class ErrorDetailEvent extends DetailEvent<ErrorEventDetail> {
  constructor(type: string, error: FunnelwheelError, retry: () => void) {
    super(type, toErrorEventDetail(error, retry));
  }

  get code(): ErrorCode {
    return this.detail.code;
  }
  get message(): string {
    return this.detail.message;
  }
  get path(): string {
    return this.detail.path;
  }
  get status(): number | undefined {
    return this.detail.status;
  }
  get error(): FunnelwheelError {
    return this.detail.error;
  }
  /** Asks again, with the same question: after a fresh token, say. */
  retry(): void {
    this.detail.retry();
  }
}

/** `funnel-error`: a result could not be had. 401 and 403 come here too, with their code. */
export class FunnelErrorEvent extends ErrorDetailEvent {
  static readonly eventName = 'funnel-error';

  constructor(error: FunnelwheelError, retry: () => void) {
    super(FunnelErrorEvent.eventName, error, retry);
  }
}
