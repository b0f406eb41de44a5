import type { Dataset } from '../engine/schema/dataset.ts';
import type { DatasetSummary } from './dataset-summary.ts';
import type { LoadOptions, SubjectId } from './ask-options.ts';

/**
 * What came since a dataset was loaded: more people, events, campaigns, through any door a dataset has. A row of
 * somebody who has one already changes it: its cells replace the old ones, columns it does not have stay. Events are
 * taken as new; one that is given again counts twice.
 */
export type DatasetAddition = Omit<Dataset, 'version' | 'timeZone' | 'currency'>;

/** A dataset in the engine that can be added to and taken from; all who share it are told. */
export interface DatasetChanges {
  /** @throws FunnelwheelError as a load does, about the new tables; the dataset is then as it was. */
  append(addition: DatasetAddition, options: LoadOptions): Promise<DatasetSummary>;
  /**
   * Removes people with their rows and all of their events (a request for deletion). Ids that nobody has are passed
   * over. What the host itself holds is the host's to delete: `refresh()` reads it again.
   */
  removePeople(ids: Iterable<SubjectId>, options: LoadOptions): Promise<DatasetSummary>;
  /** Calls back after each change, whoever made it. Returns what ends that. */
  subscribe(listener: () => void): () => void;
}
