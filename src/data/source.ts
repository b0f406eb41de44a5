import type { LoadOptions } from './ask-options.ts';
import type { DatasetChanges } from './dataset-changes.ts';
import type { DatasetSummary } from './dataset-summary.ts';

/** Where the numbers of a source come from: handed over, fetched, or computed here. */
export type SourceKind = 'result' | 'src' | 'dataset';

/**
 * What an element loads from, wherever the numbers come from. A source that can be asked more than its result
 * (the people behind it) has further methods, each optional: one that is absent is one the source cannot do.
 */
export interface Source<Request, Result> {
  readonly kind: SourceKind;
  /** @throws FunnelwheelError of any code; rejects with the signal's reason when aborted. */
  load(request: Request, options: LoadOptions): Promise<Result>;
  /** Whether an answer takes no time, so that nothing need be drawn while it comes. */
  isAtHand?(): boolean;
  /** Counts, types, rejected rows: of a dataset, once it is loaded. */
  readonly summary?: DatasetSummary | undefined;
  /** Of a dataset that can be added to and taken from. */
  readonly changes?: DatasetChanges | undefined;
  /** Frees what the source holds. It can be used again: the next question loads anew. */
  release?(): void;
  /** The same, with what was appended or removed: the next question reads everything as the host has it. */
  forget?(): void;
}
