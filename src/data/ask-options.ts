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
