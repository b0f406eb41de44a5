import { toDatasetSources, type DatasetDefaults } from '../data/dataset-sources.ts';
import type { DatasetSummary, LoadOptions } from '../data/source.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { Dataset } from '../engine/schema/index.ts';
import { PATIENCE } from './engine-watch.ts';
import { packDataset, type UnpackedDataset } from './packed-dataset.ts';
import type { PackedDataset } from './protocol.ts';

/** A dataset to be loaded: as data, or as one file (URL or Blob) that holds it. */
export type LoadRequest = (
  { data: Dataset } | { file: Blob | string; name?: string; defaults?: DatasetDefaults }
) & {
  /** Fetches files by URL, on the page's side, the way the host wants it. */
  fetchFile?: (url: string, options: LoadOptions) => Promise<Blob>;
  /** Milliseconds a computation may give no sign of life before its worker is replaced. Default 60,000. */
  patience?: number;
};

/** A loaded dataset; give it back by `release`. */
export interface DatasetHandle {
  readonly id: number;
  readonly summary: DatasetSummary;
}

/** A dataset that is in the engine, or on its way there; kept so that it can be sent again. */
export class DatasetRecord {
  readonly id: number;
  isLoaded = false;
  readonly #request: LoadRequest;
  readonly #files = new Map<string, Promise<Blob>>();

  constructor(id: number, request: LoadRequest) {
    this.id = id;
    this.#request = request;
  }

  get patience(): number {
    return this.#request.patience ?? PATIENCE;
  }

  /** For the port. @throws FunnelwheelError `invalid-dataset` with the path. */
  pack(transfer: Transferable[]): PackedDataset {
    return packDataset(toUnpacked(this.#request), transfer);
  }

  /** A file by URL: fetched once, but a failure is not kept, so that a retry can work. */
  fetchFile(url: string, options: LoadOptions): Promise<Blob> {
    const known = this.#files.get(url);
    if (known !== undefined) return known;
    const { fetchFile } = this.#request;
    if (fetchFile === undefined)
      return Promise.reject(new FunnelwheelError('unsupported', `${url}: nothing fetches files`));
    const file = fetchFile(url, options);
    this.#files.set(url, file);
    file.catch(() => this.#files.delete(url));
    return file;
  }
}

function toUnpacked(request: LoadRequest): UnpackedDataset {
  if ('data' in request) return { sources: toDatasetSources(request.data) };
  const { file, name, defaults = {} } = request;
  return { file, name: name ?? nameOf(file), defaults };
}

function nameOf(file: Blob | string): string {
  if (typeof file === 'string') return file;
  return 'name' in file && typeof file.name === 'string' ? file.name : 'the file';
}
