import { collectStream } from '../data/collect-stream.ts';
import {
  renameFiles,
  toDatasetSources,
  toFileSource,
  type DatasetDefaults,
} from '../data/dataset-sources.ts';
import type { Pace } from '../data/pace.ts';
import type { ReaderUrls } from '../data/reader-files.ts';
import { resolveReaders } from '../data/reader-urls.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { LoadOptions } from '../data/ask-options.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { FileContent } from '../engine/schema/dataset.ts';
import type { Dataset } from '../engine/schema/index.ts';
import { DatasetHistory, type DatasetChange } from './dataset-history.ts';
import { PATIENCE } from './engine-watch.ts';
import { packDataset, type UnpackedDataset } from './packed-dataset.ts';
import type { PackedChange, PackedDataset } from './protocol.ts';

/** A dataset to be loaded: as data, or as one file that holds it. */
export type LoadRequest = (
  { data: Dataset } | { file: FileContent; name?: string; defaults?: DatasetDefaults }
) & {
  /** Fetches files by URL, on the page's side, the way the host wants it. */
  fetchFile?: (url: string, options: LoadOptions) => Promise<Blob>;
  /** Milliseconds a computation may give no sign of life before its worker is replaced. Default 60,000. */
  patience?: number;
  /** Where the readers of Arrow and Parquet are; by default where the package has them. */
  readers?: ReaderUrls;
  /** What became of it when it was loaded before. */
  history?: DatasetHistory;
};

/** A loaded dataset; give it back by `release`. */
export interface DatasetHandle {
  readonly id: number;
  readonly summary: DatasetSummary;
}

/** Before the address of a change's file: the change's number. */
const CHANGE_PREFIX = /^#\d+ /;

/** A dataset that is in the engine, or on its way there; kept so that it can be sent again. */
export class DatasetRecord {
  readonly id: number;
  isLoaded = false;
  readonly #request: LoadRequest;
  readonly #history: DatasetHistory;
  #sending: Promise<void> = Promise.resolve();

  constructor(id: number, request: LoadRequest) {
    this.id = id;
    this.#request = request;
    this.#history = request.history ?? new DatasetHistory();
  }

  get patience(): number {
    return this.#request.patience ?? PATIENCE;
  }

  /** Whether it can be had again: a stream is read once. */
  get isRepeatable(): boolean {
    return this.#history.streams.size === 0;
  }

  /** Absolute addresses of the readers that are files of their own. */
  get readers(): ReaderUrls {
    return this.#request.readers ?? resolveReaders();
  }

  /** What is sent of this dataset, one after the other: what is asked of it must not come before it. */
  inTurn(send: () => Promise<void>): void {
    this.#sending = this.#sending.then(send);
  }

  /** For the port, at the given pace. @throws FunnelwheelError `invalid-dataset` with the path. */
  async pack(transfer: Transferable[], pace: Pace): Promise<PackedDataset> {
    const keepStream = (stream: ReadableStream<Uint8Array>) => this.#keepStream(stream);
    const unpacked = await toUnpacked(this.#request, keepStream, pace);
    return packDataset(unpacked, transfer, keepStream, pace);
  }

  /** What became of the dataset so far, for the port. */
  async packChanges(transfer: Transferable[], pace: Pace): Promise<PackedChange[]> {
    const packed: PackedChange[] = [];
    for (const change of this.#history.changes) packed.push(await this.packChange(change, transfer, pace));
    return packed;
  }

  /** A change for the port. @throws FunnelwheelError `invalid-dataset` with the path. */
  async packChange(change: DatasetChange, transfer: Transferable[], pace: Pace): Promise<PackedChange> {
    if (change.kind === 'remove') return { kind: 'remove', ids: [...change.ids] };
    const number = this.#history.numberOf(change);
    const sources = await toDatasetSources({ ...change.addition, timeZone: 'UTC' }, pace);
    const named = renameFiles(sources, (url) => `#${number} ${url}`);
    const keepStream = (stream: ReadableStream<Uint8Array>) => this.#keepStream(stream);
    return { kind: 'append', packed: await packDataset({ sources: named }, transfer, keepStream, pace) };
  }

  /** Remembers a change that the engine has made. */
  keepChange(change: DatasetChange): void {
    this.#history.changes.push(change);
  }

  #keepStream(stream: ReadableStream<Uint8Array>): string {
    const known = [...this.#history.streams].find(([, kept]) => kept === stream)?.[0];
    const name = known ?? `stream:${this.#history.streams.size + 1}`;
    this.#history.streams.set(name, stream);
    return name;
  }

  /** A file by URL: fetched once, but a failure is not kept, so that a retry can work. A stream by its name. */
  fetchFile(url: string, options: LoadOptions): Promise<Blob> {
    const stream = this.#history.streams.get(url);
    if (stream !== undefined) return collectStream(stream, 'the stream', options);
    const known = this.#history.files.get(url);
    if (known !== undefined) return known;
    const { fetchFile } = this.#request;
    if (fetchFile === undefined)
      return Promise.reject(new FunnelwheelError('unsupported', `${url}: nothing fetches files`));
    const file = fetchFile(url.replace(CHANGE_PREFIX, ''), options);
    this.#history.files.set(url, file);
    file.catch(() => this.#history.files.delete(url));
    return file;
  }
}

async function toUnpacked(
  request: LoadRequest,
  keepStream: (stream: ReadableStream<Uint8Array>) => string,
  pace: Pace,
): Promise<UnpackedDataset> {
  if ('data' in request) return { sources: await toDatasetSources(request.data, pace) };
  const { name, defaults = {} } = request;
  const { file } = toFileSource(request.file);
  if (file instanceof ReadableStream) return { file: keepStream(file), name: name ?? 'the stream', defaults };
  return { file, name: name ?? nameOf(file), defaults };
}

function nameOf(file: Blob | string): string {
  if (typeof file === 'string') return file;
  return 'name' in file && typeof file.name === 'string' ? file.name : 'the file';
}
