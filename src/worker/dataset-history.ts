import type { DatasetAddition } from '../data/dataset-changes.ts';
import type { SubjectId } from '../data/ask-options.ts';
import type { Dataset } from '../engine/schema/index.ts';

/** One change of a dataset, as the page holds it. */
export type DatasetChange =
  { kind: 'append'; addition: DatasetAddition } | { kind: 'remove'; ids: readonly SubjectId[] };

/**
 * What became of a dataset since it was read, and the files it was read from, so that it can be had again: by another
 * worker, or by an element that was taken from the page and put back. Without changes the files are let go of with
 * the dataset.
 */
export class DatasetHistory {
  readonly changes: DatasetChange[] = [];
  /** Files by address, as they were when they were fetched. */
  readonly files = new Map<string, Promise<Blob>>();
  /** Streams by the names they cross by. */
  readonly streams = new Map<string, ReadableStream<Uint8Array>>();
  readonly #numbers = new WeakMap<DatasetChange, number>();
  #count = 0;

  /** A number for a change: the same address may hold something else the next time. */
  numberOf(change: DatasetChange): number {
    const number = this.#numbers.get(change) ?? (this.#count += 1);
    this.#numbers.set(change, number);
    return number;
  }
}

/** Data → what became of it, when the last who used it let go of it. */
const histories = new WeakMap<Dataset, DatasetHistory>();

/** What became of a host's dataset when it was loaded before. */
export function recallHistory(data: Dataset): DatasetHistory | undefined {
  return histories.get(data);
}

/** Keeps it for who loads the very same data next. */
export function rememberHistory(data: Dataset, history: DatasetHistory): void {
  histories.set(data, history);
}

/** Who comes next reads the data as the host has it. */
export function forgetHistory(data: Dataset): void {
  histories.delete(data);
}
