import type { StoreSummary } from '../engine/dataset/store-input.ts';
import type { DatasetChanges } from './dataset-changes.ts';
import type { TableNotice } from './to-store-input.ts';

/** How far a load has come. */
export interface LoadProgress {
  /** Bytes come from where they are; tables are read; the store is built. */
  phase: 'fetch' | 'read' | 'index';
  /** The file or table it is about. */
  table?: string;
  /** Bytes, as they lie there (packed, where they are), and all of them where that is known. */
  loaded?: number;
  total?: number;
  /** Rows of the table so far. */
  rows?: number;
}

/** What every question takes: it is given up when the signal is aborted (the promise rejects with its reason). */
export interface AskOptions {
  signal: AbortSignal;
}

/** A question that may take long. */
export interface LoadOptions extends AskOptions {
  onProgress?: (progress: LoadProgress) => void;
}

/** An id of a person or a membership. */
export type SubjectId = string | number;

/** What a dataset holds, and what its readers told. */
export interface DatasetSummary extends StoreSummary {
  notices: TableNotice[];
}

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
