import type { PeoplePage } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';
import type { PeopleSegment } from './people-segment.ts';

/** What {@link PeopleLoadEvent} carries. */
export interface PeopleLoadDetail {
  segment: PeopleSegment | undefined;
  page: PeoplePage;
  /** Row number of the page's first person, from 0. */
  offset: number;
}

/** `people-load`: the first rows of a list came, or rows that were scrolled to; not what is read ahead. */
export class PeopleLoadEvent extends DetailEvent<PeopleLoadDetail> {
  static readonly eventName = 'people-load';

  constructor(detail: PeopleLoadDetail) {
    super(PeopleLoadEvent.eventName, detail);
  }

  get segment(): PeopleSegment | undefined {
    return this.detail.segment;
  }
  get page(): PeoplePage {
    return this.detail.page;
  }
  get offset(): number {
    return this.detail.offset;
  }
}
