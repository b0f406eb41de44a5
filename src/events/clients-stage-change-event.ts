import {
  ClientsRequestEvent,
  type ClientsRequestControl,
  type ClientsRequestDetail,
} from './clients-request-event.ts';

/** What {@link ClientsStageChangeEvent} carries. */
export interface ClientsStageChangeDetail extends ClientsRequestDetail {
  stage: string;
}

/** `clients-stage-change`: the user asks to move clients to a lead stage. */
export class ClientsStageChangeEvent extends ClientsRequestEvent<ClientsStageChangeDetail> {
  static readonly eventName = 'clients-stage-change';

  constructor(detail: ClientsStageChangeDetail, control: ClientsRequestControl) {
    super(ClientsStageChangeEvent.eventName, detail, control);
  }

  get stage(): string {
    return this.detail.stage;
  }
}
