import type { ClientId, ClientsRule } from './clients-request-event.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link PeopleExportEvent} carries. */
export interface PeopleExportDetail {
  format: 'csv';
  /** Who is exported: the selection where there is one, else the list as it is searched and filtered. */
  rule: ClientsRule;
  /** The ids, where they are few and selected one by one. */
  ids?: readonly ClientId[];
  count: number;
  /** Ids of the columns, in order. */
  columns: readonly string[];
}

/**
 * `people-export`: the user asked for a file of the people listed, whose names leave the application by it: hosts that
 * keep a log write it here. Cancelable: `preventDefault()` leaves the file to the host, or refuses it.
 */
export class PeopleExportEvent extends DetailEvent<PeopleExportDetail> {
  static readonly eventName = 'people-export';

  constructor(detail: PeopleExportDetail) {
    super(PeopleExportEvent.eventName, detail, { cancelable: true });
  }

  get format(): 'csv' {
    return this.detail.format;
  }
  get rule(): ClientsRule {
    return this.detail.rule;
  }
  get ids(): readonly ClientId[] | undefined {
    return this.detail.ids;
  }
  get count(): number {
    return this.detail.count;
  }
  get columns(): readonly string[] {
    return this.detail.columns;
  }
}
