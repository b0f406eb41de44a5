import { toStoreInput } from '../../src/data/to-store-input.ts';
import { createStore } from '../../src/engine/dataset/create-store.ts';
import type { RejectedRow, StoreSummary } from '../../src/engine/dataset/store-input.ts';
import type { Dataset } from '../../src/engine/schema/index.ts';

/** What the files hold together, and what was left out of them. */
export interface FilesSummary {
  summary: StoreSummary;
  rejected: { count: number; rows: RejectedRow[] };
}

/** Reads the files as the funnel will, and tells what came of it. @throws FunnelwheelError as the readers do. */
export async function summarizeFiles(dataset: Dataset): Promise<FilesSummary> {
  const { input, malformed } = await toStoreInput(dataset);
  const { summary } = createStore(input);
  const rows = [...malformed.rows, ...summary.rejected.rows].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { summary, rejected: { count: malformed.count + summary.rejected.count, rows } };
}
