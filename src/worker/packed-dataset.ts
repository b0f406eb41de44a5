import {
  isFileSource,
  type DatasetDefaults,
  type DatasetSources,
  type TableSource,
} from '../data/dataset-sources.ts';
import { packTable, unpackTable } from './packed-table.ts';
import type { PackedDataset, PackedSource } from './protocol.ts';

/** A dataset taken apart, or one file that holds it whole: a Blob, or a URL. */
export type UnpackedDataset =
  { sources: DatasetSources } | { file: Blob | string; name: string; defaults: DatasetDefaults };

/** Packs a dataset for the port; `transfer` collects the buffers that may be moved. */
export function packDataset(dataset: UnpackedDataset, transfer: Transferable[]): PackedDataset {
  if ('file' in dataset) return dataset;
  const { people, events, campaigns, tables, ...sources } = dataset.sources;
  const pack = (place: PackedSource['place'], source: TableSource): PackedSource =>
    isFileSource(source) ? { place, ...source } : { place, table: packTable(source, transfer) };
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
    const source = 'table' in packedSource ? unpackTable(packedSource.table) : packedSource;
    if (typeof place === 'object') tables.set(place.type, source);
    else sources[place] = source;
  }
  return { sources: { ...sources, tables: Object.fromEntries(tables) } };
}
