import type { Explanation, PeopleQuery } from '../engine/index.ts';
import type { StoreSummary } from '../engine/dataset/store-input.ts';
import type {
  FilterOffer,
  FunnelDefinition,
  FunnelResult,
  PeoplePage,
  RunOptions,
  Segment,
} from '../engine/schema/index.ts';
import type { TableNotice } from './to-store-input.ts';

/** Which funnel, and how it is run. */
export interface FunnelRequest {
  /** An id of the catalogue (or, by `src`, of the host), or a definition. Absent: what the source holds. */
  funnel?: string | FunnelDefinition;
  options: RunOptions;
}

/** How far a load has come. `loaded` and `total` are bytes, where they are known. */
export interface LoadProgress {
  phase: 'fetch' | 'read' | 'index';
  /** The file or table it is about. */
  table?: string;
  loaded?: number;
  total?: number;
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

/**
 * What the elements talk to, wherever the numbers come from. `people` and the others answer for the result that
 * was loaded last. A method that is absent is one the source cannot do (a bare result has no people).
 */
export interface FunnelSource {
  readonly kind: 'result' | 'src' | 'dataset';
  /** @throws FunnelwheelError of any code; rejects with the signal's reason when aborted. */
  load(request: FunnelRequest, options: LoadOptions): Promise<FunnelResult>;
  people?(segment: Segment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage>;
  /** All ids of a segment, in pages; `query` searches and excludes. */
  ids?(segment: Segment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]>;
  filterValues?(step: string, property: string, options: AskOptions): Promise<FilterOffer>;
  explain?(subject: SubjectId, options: AskOptions): Promise<Explanation>;
  /** Counts, types, rejected rows: of a dataset, once it is loaded. */
  readonly summary?: DatasetSummary | undefined;
  /** Frees what the source holds. It can be used again: the next question loads anew. */
  release?(): void;
}
