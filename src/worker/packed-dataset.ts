import {
  isFileSource,
  type DatasetDefaults,
  type DatasetSources,
  type TableSource,
} from '../data/dataset-sources.ts';
import { packTable } from './packed-table.ts';
import type { PackedDataset, PackedSource } from './protocol.ts';

/** A dataset taken apart, or one file that holds it whole: a Blob, or a URL. */
export type UnpackedDataset =
  { sources: DatasetSources } | { file: Blob | string; name: string; defaults: DatasetDefaults };

/**
 * Packs a dataset for the port; `transfer` collects the buffers that may be moved. Streams stay on the page's side:
 * `keepStream` gives each a name, by which it is asked for as a file by URL is.
 */
export function packDataset(
  dataset: UnpackedDataset,
  transfer: Transferable[],
  keepStream: (stream: ReadableStream<Uint8Array>) => string,
): PackedDataset {
  if ('file' in dataset) return dataset;
  const { people, events, campaigns, tables, ...sources } = dataset.sources;
  const pack = (place: PackedSource['place'], source: TableSource): PackedSource => {
    if (!isFileSource(source)) return { place, table: packTable(source, transfer) };
    const { file, ...rest } = source;
    return { place, ...rest, file: file instanceof ReadableStream ? keepStream(file) : file };
  };
  return {
    sources,
    tables: [
      ...(people ? [pack('people', people)] : []),
      ...(events ? [pack('events', events)] : []),
      ...(campaigns ? [pack('campaigns', campaigns)] : []),
      ...Object.entries(tables).map(([type, source]) => pack({ type }, source)),
    ],
  };
}

/** The dataset again; see {@link packDataset}. */
export function unpackDataset(packed: PackedDataset): UnpackedDataset {
  if ('file' in packed) return packed;
  const sources: Omit<DatasetSources, 'tables'> = { ...packed.sources };
  // A map first: a type may have any name, "__proto__" too.
  const tables = new Map<string, TableSource>();
  for (const { place, ...packedSource } of packed.tables) {
    const source = 'table' in packedSource ? packedSource.table : packedSource;
    if (typeof place === 'object') tables.set(place.type, source);
    else sources[place] = source;
  }
  return { sources: { ...sources, tables: Object.fromEntries(tables) } };
}
