import type { ClientId, ClientsRule } from './clients-request-event.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link ClientsSelectEvent} carries. */
export interface ClientsSelectDetail {
  /** The selected ids; absent when everybody but some is selected: then `rule` says who. */
  ids?: readonly ClientId[];
  count: number;
  rule: ClientsRule;
}

/** `clients-select`: the selection in a list of people changed. */
export class ClientsSelectEvent extends DetailEvent<ClientsSelectDetail> {
  static readonly eventName = 'clients-select';

  constructor(detail: ClientsSelectDetail) {
    super(ClientsSelectEvent.eventName, detail);
  }

  get ids(): readonly ClientId[] | undefined {
    return this.detail.ids;
  }
  get count(): number {
    return this.detail.count;
  }
  get rule(): ClientsRule {
    return this.detail.rule;
  }
}
