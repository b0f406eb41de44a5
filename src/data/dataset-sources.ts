import { FunnelwheelError } from '../engine/error.ts';
import { parseDataset } from '../engine/schema/index.ts';
import {
  isFileContent,
  type Dataset,
  type DatasetTableSource,
  type FileContent,
  type FileRef,
  type Mapping,
} from '../engine/schema/dataset.ts';
import type { Experiment } from '../engine/schema/figures-experiments.ts';
import { Pace } from './pace.ts';
import { readJsonFile, toRawTable } from './readers/json.ts';
import type { RawTable } from './readers/raw-table.ts';
import { openFile, type FileFormat, type ReadOptions } from './readers/read-table.ts';
import { isRecord } from './readers/row-columns.ts';

/** A table that stands in a file: a URL, a Blob or File as the host holds it, or a stream that is read once. */
export interface FileSource {
  file: FileRef | ReadableStream<Uint8Array>;
  format?: FileFormat;
  delimiter?: string;
  /** A File's own name, which not every port carries over. */
  name?: string;
}

/** A table of a dataset, not yet read or already in columns. */
export type TableSource = RawTable | FileSource;

/** What a dataset says beside its tables. */
export interface DatasetSettings {
  timeZone: string;
  currency?: string;
  asOf?: string | number;
  experiments?: readonly Experiment[];
}

/** What fills in for a file that does not say it itself (a CSV has no time zone). */
export interface DatasetDefaults {
  timeZone?: string;
  currency?: string;
  asOf?: string | number;
  mapping?: Mapping;
}

/** A dataset whose tables are columns or files: what crosses to the worker. */
export interface DatasetSources {
  settings: DatasetSettings;
  mapping?: Mapping;
  people?: TableSource;
  events?: TableSource;
  campaigns?: TableSource;
  tables: Record<string, TableSource>;
}

/** Whether a table has still to be read from a file. */
export function isFileSource(source: TableSource): source is FileSource {
  return 'file' in source;
}

/**
 * Checks a host's dataset and turns its arrays of objects into columns; files are left as they are. Rows are taken at
 * the given pace.
 * @throws FunnelwheelError `invalid-dataset` with the path.
 */
export async function toDatasetSources(value: Dataset, pace = new Pace()): Promise<DatasetSources> {
  const { mapping, ...settings } = parseDataset(toOutline(value));
  const toSource = (table: DatasetTableSource, name: string) => toTableSource(table, name, pace);
  // A map first: a type may have any name, "__proto__" too.
  const tables = new Map<string, TableSource>();
  for (const [type, table] of Object.entries(value.tables ?? {}))
    tables.set(type, await toSource(table, `tables.${type}`));
  return {
    settings: toSettings(settings),
    ...(mapping ? { mapping } : {}),
    ...(value.people ? { people: await toSource(value.people, 'people') } : {}),
    ...(value.events ? { events: await toSource(value.events, 'events') } : {}),
    ...(value.campaigns ? { campaigns: await toSource(value.campaigns, 'campaigns') } : {}),
    tables: Object.fromEntries(tables),
  };
}

/** A dataset with its rows left out: the schema would visit and copy every one, and `toRawTable` checks them anyway. */
function toOutline(value: Dataset): Dataset {
  if (!isRecord(value)) return value;
  const outline = (source: unknown) =>
    Array.isArray(source) || (isRecord(source) && !isFile(source)) ? [] : source;
  const entries = Object.entries(value).map(([key, part]) => {
    if (key === 'people' || key === 'events' || key === 'campaigns') return [key, outline(part)];
    const isTables = key === 'tables' && isRecord(part);
    return [
      key,
      isTables
        ? Object.fromEntries(Object.entries(part).map(([type, table]) => [type, outline(table)]))
        : part,
    ];
  });
  return Object.fromEntries(entries) as Dataset;
}

/** Whether any table of a dataset is given (a dataset without one is a mistake, not an empty studio). */
export function hasTables(sources: DatasetSources): boolean {
  const isMapped = sources.mapping?.events?.some((entry) => entry.file !== undefined) ?? false;
  return (
    isMapped ||
    sources.events !== undefined ||
    sources.people !== undefined ||
    sources.campaigns !== undefined ||
    Object.keys(sources.tables).length > 0
  );
}

function toSettings({ timeZone, currency, asOf, experiments }: Dataset): DatasetSettings {
  return {
    timeZone,
    ...(currency === undefined ? {} : { currency }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(experiments === undefined ? {} : { experiments }),
  };
}

const FILE_KEYS: ReadonlySet<string> = new Set(['file', 'format', 'delimiter']);

/** Whether a table stands in a file; else it is columns, one of which may be called "file". */
function isFile(source: unknown): source is { file: FileContent; format?: FileFormat; delimiter?: string } {
  if (!isRecord(source) || !Object.keys(source).every((key) => FILE_KEYS.has(key))) return false;
  return typeof source['file'] === 'string' || isFileContent(source['file']);
}

/** A file in hand, in one of the three forms that are read: bytes become a Blob. */
export function toFileSource(file: FileContent): Pick<FileSource, 'file' | 'name'> {
  if (file instanceof ArrayBuffer || ArrayBuffer.isView(file)) return { file: new Blob([file]) };
  const isNamed = file instanceof Blob && 'name' in file && typeof file.name === 'string';
  return isNamed ? { file, name: file.name as string } : { file };
}

async function toTableSource(source: DatasetTableSource, name: string, pace: Pace): Promise<TableSource> {
  if (!isFile(source)) return toRawTable(source, name, pace);
  const { file, format, delimiter } = source;
  return { ...toFileSource(file), ...(format ? { format } : {}), ...(delimiter ? { delimiter } : {}) };
}

/**
 * Reads a whole dataset from one file: JSON of data.md's form, or one table of events in any format.
 * @throws FunnelwheelError `not-json`, `invalid-file`, `invalid-dataset` (no `timeZone` in it nor in the defaults).
 */
export async function readDatasetFile(
  file: Blob,
  name: string,
  defaults: DatasetDefaults,
  options: ReadOptions = {},
): Promise<DatasetSources> {
  const pace = new Pace(options.signal);
  const { bytes, format } = await openFile(file, { name }, options);
  if (format !== 'json')
    return toDatasetSources({ ...withTimeZone(defaults, name), events: { file, format } }, pace);
  const value = await readJsonFile(bytes);
  if (Array.isArray(value)) return toDatasetSources({ ...withTimeZone(defaults, name), events: value }, pace);
  if (!isRecord(value))
    throw new FunnelwheelError('invalid-dataset', `${name} is no dataset`, { path: name });
  return toDatasetSources({ ...defaults, ...value } as Dataset, pace);
}

function withTimeZone(defaults: DatasetDefaults, name: string): DatasetDefaults & { timeZone: string } {
  if (defaults.timeZone !== undefined) return { ...defaults, timeZone: defaults.timeZone };
  throw new FunnelwheelError(
    'invalid-dataset',
    `${name} does not say its time zone: set it on the host's side`,
    { path: 'timeZone' },
  );
}

/** Makes the file addresses of a dataset absolute, against the address it came from. */
export function resolveFiles(sources: DatasetSources, base: string): DatasetSources {
  return renameFiles(sources, (url) => resolveUrl(url, base));
}

/** Gives the files of a dataset that are named by an address another name. */
export function renameFiles(sources: DatasetSources, rename: (url: string) => string): DatasetSources {
  const resolve = <T extends { file?: FileSource['file'] }>(value: T): T =>
    typeof value.file === 'string' ? { ...value, file: rename(value.file) } : value;
  const ofTable = (source: TableSource): TableSource => (isFileSource(source) ? resolve(source) : source);
  const { people, events, campaigns, mapping } = sources;
  return {
    ...sources,
    ...(people ? { people: ofTable(people) } : {}),
    ...(events ? { events: ofTable(events) } : {}),
    ...(campaigns ? { campaigns: ofTable(campaigns) } : {}),
    tables: Object.fromEntries(Object.entries(sources.tables).map(([type, table]) => [type, ofTable(table)])),
    ...(mapping
      ? {
          mapping: {
            ...mapping,
            ...(mapping.people ? { people: resolve(mapping.people) } : {}),
            ...(mapping.events ? { events: mapping.events.map(resolve) } : {}),
            ...(mapping.campaigns ? { campaigns: resolve(mapping.campaigns) } : {}),
          },
        }
      : {}),
  };
}

function resolveUrl(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
