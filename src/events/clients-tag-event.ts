import {
  ClientsRequestEvent,
  type ClientsRequestControl,
  type ClientsRequestDetail,
} from './clients-request-event.ts';

/** What {@link ClientsTagEvent} carries. */
export interface ClientsTagDetail extends ClientsRequestDetail {
  tags: readonly string[];
}

/** `clients-tag`: the user asks to tag clients. */
export class ClientsTagEvent extends ClientsRequestEvent<ClientsTagDetail> {
  static readonly eventName = 'clients-tag';

  constructor(detail: ClientsTagDetail, control: ClientsRequestControl) {
    super(ClientsTagEvent.eventName, detail, control);
  }

  get tags(): readonly string[] {
    return this.detail.tags;
  }
}
