export * from './funnel-source.ts';
export { createResultSource } from './result-source.ts';
export { createFinishedSource, type FinishedSourceOptions } from './finished-source.ts';
export { createFetchedSource, type FetchedSourceOptions } from './fetched-source.ts';
export { createUrlSource, type UrlSourceOptions } from './url-source.ts';
export type { LoadParse, Parse } from './load-parse.ts';
export type { HostFetchOptions } from './host-fetch.ts';
export { toRequestQuery } from './request-query.ts';
export { readCsv, parseCsv, type CsvOptions } from './readers/csv.ts';
export {
  readTable,
  type FileFormat,
  type FileHint,
  type ReadOptions,
  type TableOptions,
} from './readers/read-table.ts';
export { resolveReaders } from './reader-urls.ts';
export type { ReaderUrls } from './reader-files.ts';
export { rawCellAt, type InstantCells, type RawCells } from './readers/raw-cells.ts';
export type { MalformedLine, MalformedReason, RawTable, ReadNotice } from './readers/raw-table.ts';
export {
  guessMapping,
  guessColumns,
  toMapping,
  type ColumnGuess,
  type TableGuess,
  type TableSample,
} from './guess-mapping.ts';
export { applyMapping, type EventsMapping, type MappedTable, type PeopleMapping } from './mapping.ts';
export { toStoreInput, type ReadingOptions, type StoreInputReading } from './to-store-input.ts';
export type { TableNotice } from './readers/raw-table.ts';
export type { DatasetDefaults } from './dataset-sources.ts';
export type { DateFormat, DateOrder } from './date-format.ts';
export type { FunnelPart, WheelPart, WheelRequest, WheelSource } from './wheel-source.ts';
export { createWheelResultSource } from './wheel-result-source.ts';
export { createWheelUrlSource } from './wheel-url-source.ts';
export { toWheelQuery } from './wheel-query.ts';
export type { DatasetAddition, DatasetChanges } from './dataset-changes.ts';
