import type { InputEventTable, InputTable, RejectedRow, StoreInput } from '../engine/dataset/store-input.ts';
import { Calendar } from '../engine/dataset/calendar.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { Dataset, Mapping } from '../engine/schema/dataset.ts';
import { collectStream } from './collect-stream.ts';
import { REQUIRED_COLUMNS } from './column-vocabulary.ts';
import {
  hasTables,
  isFileSource,
  toDatasetSources,
  type DatasetSources,
  type FileSource,
  type TableSource,
} from './dataset-sources.ts';
import { Pace } from './pace.ts';
import { guessColumns, toMapping } from './guess-mapping.ts';
import {
  applyMapping,
  type CampaignsMapping,
  type EventsMapping,
  type MappedTable,
  type PeopleMapping,
  type TableKind,
} from './mapping.ts';
import { MALFORMED_KEPT, type RawTable, type TableNotice } from './readers/raw-table.ts';
import type { ReaderUrls } from './reader-files.ts';
import { readTable } from './readers/read-table.ts';
import type { LoadProgress } from './ask-options.ts';

/** How the files of a dataset are come by, and who hears of it. */
export interface ReadingOptions {
  /** Fetches a file that is named by its URL. Without it, URLs are an error. */
  fetchFile?: (url: string) => Promise<Blob>;
  /** Told before each table is read, and on the way through a file. */
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
  /** Where the readers are that are not in the bundle: Arrow's and Parquet's. */
  readers?: ReaderUrls;
}

/** A dataset as the store takes it, and what the readers left out or changed. */
export interface StoreInputReading {
  input: StoreInput;
  /** Malformed records of files: all counted, the first hundred of each file kept. */
  malformed: { count: number; rows: RejectedRow[] };
  notices: TableNotice[];
}

/**
 * Reads a dataset of any form of data.md into canonical columns: files are read, mappings applied, and guessed
 * from the headers where there is none.
 * @throws FunnelwheelError `invalid-dataset`, `invalid-mapping`, `invalid-file`, `no-usable-rows`, with the table as path.
 */
export async function toStoreInput(
  dataset: Dataset,
  options: ReadingOptions = {},
): Promise<StoreInputReading> {
  return readSources(await toDatasetSources(dataset, new Pace(options.signal)), options);
}

/** The same for a dataset that was already taken apart; this is what runs in the worker. */
export async function readSources(
  sources: DatasetSources,
  options: ReadingOptions = {},
): Promise<StoreInputReading> {
  if (!hasTables(sources))
    throw new FunnelwheelError('invalid-dataset', 'a dataset needs people, events or campaigns', {
      path: 'events',
    });
  const reading = new DatasetReading(sources, options);
  const people = await reading.readPeople();
  const events = await reading.readEvents();
  const campaigns = await reading.readCampaigns();
  return {
    input: {
      ...sources.settings,
      ...(people ? { people } : {}),
      events,
      ...(campaigns ? { campaigns } : {}),
    },
    malformed: { count: reading.malformedCount, rows: reading.malformed },
    notices: reading.notices,
  };
}

/** A table of events to be read: where it is, what the mapping says of it. */
interface EventSource {
  source: TableSource;
  /** Its place in the dataset, for messages. */
  path: string;
  mapping?: EventsMapping;
  /** The key of `tables`: the type of all rows. */
  type?: string;
}

/** The signal of what nobody gives up. */
const NEVER = new AbortController().signal;

class DatasetReading {
  readonly malformed: RejectedRow[] = [];
  readonly notices: TableNotice[] = [];
  malformedCount = 0;
  readonly #sources: DatasetSources;
  readonly #options: ReadingOptions;
  readonly #calendar: Calendar;

  constructor(sources: DatasetSources, options: ReadingOptions) {
    this.#sources = sources;
    this.#options = options;
    this.#calendar = new Calendar(sources.settings.timeZone);
  }

  readPeople(): Promise<InputTable | undefined> {
    return this.#readOnly('people');
  }

  readCampaigns(): Promise<InputTable | undefined> {
    return this.#readOnly('campaigns');
  }

  /** The one table of its kind, from where the dataset or the mapping has it. */
  async #readOnly(kind: 'people' | 'campaigns'): Promise<InputTable | undefined> {
    const mapping = this.#sources.mapping?.[kind];
    const source = this.#sources[kind] ?? (mapping?.file === undefined ? undefined : { file: mapping.file });
    if (source === undefined) return undefined;
    const table = await this.#read(source, kind);
    const complete = completeMapping(table, kind, mapping, isFileSource(source));
    return applyMapping(table, kind, complete, this.#calendar);
  }

  async readEvents(): Promise<InputEventTable[]> {
    const tables: InputEventTable[] = [];
    for (const event of listEventSources(this.#sources)) tables.push(await this.#readEventTable(event));
    return tables;
  }

  async #readEventTable({ source, path, mapping, type }: EventSource): Promise<MappedTable> {
    const table = await this.#read(source, path);
    const complete: EventsMapping = completeMapping(table, 'events', mapping, isFileSource(source));
    const mapped = applyMapping(table, 'events', complete, this.#calendar);
    const typed = type === undefined ? mapped : { ...mapped, type };
    if (table.length > 0 && typed.type === undefined && !('type' in typed.columns))
      throw missingColumn(table, 'type');
    return typed;
  }

  async #read(source: TableSource, path: string): Promise<RawTable> {
    const name = isFileSource(source) ? (source.name ?? nameOf(source.file, path)) : source.name;
    const { signal, onProgress } = this.#options;
    signal?.throwIfAborted();
    onProgress?.({ phase: 'read', table: name });
    const table = isFileSource(source) ? await this.#readFile(source, name) : source;
    this.#tell(table);
    return table;
  }

  async #readFile({ file, format, delimiter }: FileSource, name: string): Promise<RawTable> {
    const { signal, onProgress, readers } = this.#options;
    const hint = { name, ...(format ? { format } : {}), ...(delimiter ? { delimiter } : {}) };
    return readTable(await this.#open(file, name), hint, {
      ...(signal ? { signal } : {}),
      ...(readers ? { readers } : {}),
      onProgress: (progress) => onProgress?.({ phase: 'read', table: name, ...progress }),
    });
  }

  async #open(file: FileSource['file'], name: string): Promise<Blob> {
    const { fetchFile, signal = NEVER, onProgress } = this.#options;
    if (file instanceof Blob) return file;
    if (typeof file !== 'string')
      return collectStream(file, name, { signal, ...(onProgress ? { onProgress } : {}) });
    if (fetchFile !== undefined) return fetchFile(file);
    throw new FunnelwheelError('unsupported', `${file}: files by URL cannot be fetched here`, { path: file });
  }

  #tell({ name, malformed, malformedCount, notices }: RawTable): void {
    this.malformedCount += malformedCount;
    for (const { line, reason } of malformed) {
      if (this.malformed.length < MALFORMED_KEPT)
        this.malformed.push({ table: name, row: -1, line, code: 'malformed', reason });
    }
    this.notices.push(...notices.map((notice) => ({ ...notice, table: name })));
  }
}

/** What a file is called in messages: its own name, the last part of its URL, or its place in the dataset. */
function nameOf(file: FileSource['file'], path: string): string {
  if (typeof file === 'string')
    return (
      file
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) || file
    );
  return 'name' in file && typeof file.name === 'string' ? file.name : path;
}

function listEventSources({ events, tables, mapping }: DatasetSources): EventSource[] {
  const list: EventSource[] = [];
  const entries: Mapping['events'] = mapping?.events ?? [];
  const free = new Set(entries.filter((entry) => entry.file === undefined));
  const take = (test: (entry: EventsMapping) => boolean) => {
    const found = [...free].find(test);
    if (found !== undefined) free.delete(found);
    return found === undefined ? {} : { mapping: found };
  };
  for (const [type, source] of Object.entries(tables)) {
    list.push({ source, path: `tables.${type}`, type, ...take((entry) => entry.type === type) });
  }
  if (events !== undefined) list.unshift({ source: events, path: 'events', ...take(() => true) });
  for (const [index, entry] of entries.entries()) {
    const path = `mapping.events[${index}]`;
    if (entry.file !== undefined) list.push({ source: { file: entry.file }, path, mapping: entry });
    else if (free.has(entry))
      throw new FunnelwheelError('invalid-mapping', `${path} belongs to no table`, { path });
  }
  return list;
}

/**
 * Fills in what a mapping does not say: nothing where the required columns are there under their own names (the
 * host wrote them for us), everything for a file without a mapping, else only what is required and still missing.
 */
function completeMapping<M extends PeopleMapping | EventsMapping | CampaignsMapping>(
  table: RawTable,
  kind: TableKind,
  mapping: M | undefined,
  isFile: boolean,
): M {
  const given = (mapping ?? {}) as M;
  if (table.length === 0) return given;
  const isMissing = (name: string) => !(name in (given.columns ?? {})) && !table.headers.includes(name);
  const missing = REQUIRED_COLUMNS[kind].filter(isMissing);
  const guess = guessColumns({ headers: table.headers, sample: table.columns, name: table.name }, kind);
  const guessed = toMapping(guess) as EventsMapping;
  const takesAll = mapping === undefined && (isFile || missing.length > 0);
  if (takesAll && guess.missing.every((name) => name === 'type')) return guessed as M;
  const columns: Record<string, string> = { ...given.columns };
  for (const name of missing) columns[name] = guessed.columns?.[name] ?? fail(missingColumn(table, name));
  const type =
    kind === 'events' && !('type' in given) && !table.headers.includes('type') ? { type: guessed.type } : {};
  return { ...given, columns, ...(type.type === undefined ? {} : type) };
}

function fail(error: FunnelwheelError): never {
  throw error;
}

function missingColumn(table: RawTable, name: string): FunnelwheelError {
  const found = table.headers.slice(0, 20).join(', ');
  return new FunnelwheelError(
    'invalid-mapping',
    `${table.name}: no column says "${name}" (there are: ${found})`,
    {
      path: `${table.name}.${name}`,
    },
  );
}
