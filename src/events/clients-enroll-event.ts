import {
  ClientsRequestEvent,
  type ClientsRequestControl,
  type ClientsRequestDetail,
} from './clients-request-event.ts';

/** What {@link ClientsEnrollEvent} carries. */
export interface ClientsEnrollDetail extends ClientsRequestDetail {
  sequence: string;
}

/** `clients-enroll`: the user asks to enrol clients in a sequence; `sequence` is its id. */
export class ClientsEnrollEvent extends ClientsRequestEvent<ClientsEnrollDetail> {
  static readonly eventName = 'clients-enroll';

  constructor(detail: ClientsEnrollDetail, control: ClientsRequestControl) {
    super(ClientsEnrollEvent.eventName, detail, control);
  }

  get sequence(): string {
    return this.detail.sequence;
  }
}
