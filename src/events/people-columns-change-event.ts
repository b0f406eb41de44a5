import { DetailEvent } from './detail-event.ts';

/** What {@link PeopleColumnsChangeEvent} carries. */
export interface PeopleColumnsChangeDetail {
  /** Ids of the columns chosen; undefined for the usual ones. */
  columns: readonly string[] | undefined;
}

/** `people-columns-change`: the user chose other columns. Keep them, and give them back as `columns` another time. */
export class PeopleColumnsChangeEvent extends DetailEvent<PeopleColumnsChangeDetail> {
  static readonly eventName = 'people-columns-change';

  constructor(detail: PeopleColumnsChangeDetail) {
    super(PeopleColumnsChangeEvent.eventName, detail);
  }

  get columns(): readonly string[] | undefined {
    return this.detail.columns;
  }
}
