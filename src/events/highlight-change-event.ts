import type { GroupValue } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What a legend makes stand out: a group of the breakdown, or what became of people. Totals stay as they are. */
export type Highlight = { group: GroupValue } | { outcome: 'converted' | 'open' | 'dropped' };

/** `highlight-change`: the user highlighted an item of the legend, or let go of it (`undefined`). */
export class HighlightChangeEvent extends DetailEvent<{ highlight: Highlight | undefined }> {
  static readonly eventName = 'highlight-change';

  constructor(highlight: Highlight | undefined) {
    super(HighlightChangeEvent.eventName, { highlight });
  }

  get highlight(): Highlight | undefined {
    return this.detail.highlight;
  }
}
