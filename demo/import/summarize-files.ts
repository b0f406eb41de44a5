import { resolveReaders } from '../../src/data/reader-urls.ts';
import { toStoreInput } from '../../src/data/to-store-input.ts';
import { createStore } from '../../src/engine/dataset/create-store.ts';
import type { RejectedRow, StoreSummary } from '../../src/engine/dataset/store-input.ts';
import type { Dataset } from '../../src/engine/schema/index.ts';
import { countRows, type ImportFile } from './import-file.ts';
import { usableFiles } from './import-plan.ts';

/** What the files hold together, and what was left out of them. */
export interface FilesSummary {
  summary: StoreSummary;
  rejected: { count: number; rows: RejectedRow[] };
}

/** Reads the files as the funnel will, and tells what came of it. @throws FunnelwheelError as the readers do. */
export async function summarizeFiles(dataset: Dataset): Promise<FilesSummary> {
  const { input, malformed } = await toStoreInput(dataset, { readers: resolveReaders() });
  const { summary } = createStore(input);
  const rows = [...malformed.rows, ...summary.rejected.rows].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { summary, rejected: { count: malformed.count + summary.rejected.count, rows } };
}

/**
 * How many rows of a file are used; undefined where that cannot be told: the file plays no part, two files have one
 * name, or not every row that was left out is listed.
 */
export function countUsed(
  file: ImportFile,
  files: readonly ImportFile[],
  { rejected }: FilesSummary,
): number | undefined {
  const { name } = file.file;
  const used = usableFiles(files);
  const people = used.find(({ role }) => role === 'people');
  const isRead = used.includes(file) && (file.role === 'events' || file === people);
  const isAlone = used.filter((other) => other.file.name === name).length === 1;
  if (!isRead || !isAlone || rejected.rows.length < rejected.count) return undefined;
  const leftOut = rejected.rows.filter((row) => row.table === name && isLeftOut(row, file));
  return countRows(file) - leftOut.length;
}

/** A person is used without a date that cannot be read; an event is not. */
function isLeftOut({ code }: RejectedRow, { role }: ImportFile): boolean {
  return role === 'events' || code !== 'invalid-date';
}
