import {
  isFileSource,
  type DatasetDefaults,
  type DatasetSources,
  type TableSource,
} from '../data/dataset-sources.ts';
import type { Pace } from '../data/pace.ts';
import { packTable, unpackTable } from './packed-table.ts';
import type { PackedDataset, PackedSource } from './protocol.ts';

/** A dataset taken apart, or one file that holds it whole: a Blob, or a URL. */
export type UnpackedDataset =
  { sources: DatasetSources } | { file: Blob | string; name: string; defaults: DatasetDefaults };

/**
 * Packs a dataset for the port, at the given pace; `transfer` collects the buffers that may be moved. Streams stay on
 * the page's side: `keepStream` gives each a name, by which it is asked for as a file by URL is.
 */
export async function packDataset(
  dataset: UnpackedDataset,
  transfer: Transferable[],
  keepStream: (stream: ReadableStream<Uint8Array>) => string,
  pace: Pace,
): Promise<PackedDataset> {
  if ('file' in dataset) return dataset;
  const { people, events, campaigns, tables, ...sources } = dataset.sources;
  const packed: PackedSource[] = [];
  const pack = async (place: PackedSource['place'], source: TableSource | undefined) => {
    if (source === undefined) return;
    if (!isFileSource(source)) {
      packed.push({ place, table: await packTable(source, transfer, pace) });
      return;
    }
    const { file, ...rest } = source;
    packed.push({ place, ...rest, file: file instanceof ReadableStream ? keepStream(file) : file });
  };
  await pack('people', people);
  await pack('events', events);
  await pack('campaigns', campaigns);
  for (const [type, source] of Object.entries(tables)) await pack({ type }, source);
  return { sources, tables: packed };
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
