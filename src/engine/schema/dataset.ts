import * as v from 'valibot';
import { ExperimentSchema } from './figures-experiments.ts';

const Columns = v.record(v.string(), v.custom<ArrayLike<unknown>>(isArrayLike, 'a column must be an array'));
const Rows = v.array(v.record(v.string(), v.unknown()));
/** A table given as rows or as columns. */
const TableSchema = v.union([Rows, Columns]);

const ColumnsOfSchema = v.record(v.string(), v.string());

const FileRefSchema = v.union([
  v.string(),
  v.custom<Blob>((value) => typeof Blob !== 'undefined' && value instanceof Blob),
]);
export type FileRef = v.InferOutput<typeof FileRefSchema>;

/** What a table's file may be: its address, a File or Blob, its bytes, or a stream of them, which is read once. */
export type FileContent = FileRef | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>;
const FileContentSchema = v.union([
  v.string(),
  v.custom<Exclude<FileContent, string>>(
    isFileContent,
    'a file must be an address, a Blob, bytes or a stream',
  ),
]);

/** Order of the parts in dates such as 03/04/2026; without it they are read only where the column settles it. */
const DateOrderSchema = v.picklist(['dmy', 'mdy']);

const TypeSourceSchema = v.union([v.string(), v.strictObject({ column: v.string() })]);

/**
 * Which column of the host is what. `columns` maps our name to theirs (`{id: "client_id"}`); `values` renames
 * values (`{event: {visit: "check-in"}}`, keyed by their column). Source: data.md, "mapping".
 */
export const MappingSchema = v.strictObject({
  people: v.optional(
    v.strictObject({
      file: v.optional(FileRefSchema),
      columns: v.optional(ColumnsOfSchema),
      values: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
      dateOrder: v.optional(DateOrderSchema),
    }),
  ),
  events: v.optional(
    v.array(
      v.strictObject({
        file: v.optional(FileRefSchema),
        /** The event type of every row, or the column that says it. */
        type: v.optional(TypeSourceSchema),
        columns: v.optional(ColumnsOfSchema),
        values: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
        dateOrder: v.optional(DateOrderSchema),
      }),
    ),
  ),
  campaigns: v.optional(
    v.strictObject({
      file: v.optional(FileRefSchema),
      columns: v.optional(ColumnsOfSchema),
      values: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
      dateOrder: v.optional(DateOrderSchema),
    }),
  ),
});
export type Mapping = v.InferOutput<typeof MappingSchema>;

/**
 * A dataset: people and events in any of the forms of data.md. `people` and each table may be rows, columns,
 * or `{file}` (a URL or a File) with its own mapping.
 */
const SourceSchema = v.union([
  TableSchema,
  v.strictObject({
    file: FileContentSchema,
    /** Told by the bytes, the name and the content type where it is absent. `arrow` is IPC, as a file or a stream. */
    format: v.optional(v.picklist(['csv', 'json', 'ndjson', 'arrow', 'parquet'])),
    /** What divides the fields of a CSV; guessed where it is absent. */
    delimiter: v.optional(v.picklist([',', ';', '\t', '|'])),
  }),
]);
export type DatasetTableSource = v.InferOutput<typeof SourceSchema>;

export const DatasetSchema = v.strictObject({
  version: v.optional(v.literal(1)),
  /** IANA name; days are the studio's. */
  timeZone: v.string(),
  currency: v.optional(v.string()),
  asOf: v.optional(v.union([v.string(), v.number()])),
  people: v.optional(SourceSchema),
  /** One long table with a `type` column, or several such. */
  events: v.optional(SourceSchema),
  /** One table an event type. */
  tables: v.optional(v.record(v.string(), SourceSchema)),
  /** One row a channel and day, with what is known of impressions, clicks, visits, carts, purchases, cost, revenue, margin. */
  campaigns: v.optional(SourceSchema),
  experiments: v.optional(v.array(ExperimentSchema)),
  mapping: v.optional(MappingSchema),
});
export type Dataset = v.InferOutput<typeof DatasetSchema>;

/** Whether a value is a file in hand: a Blob, bytes, or a stream. */
export function isFileContent(value: unknown): value is Exclude<FileContent, string> {
  return (
    (typeof Blob !== 'undefined' && value instanceof Blob) ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    (typeof ReadableStream !== 'undefined' && value instanceof ReadableStream)
  );
}

function isArrayLike(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
