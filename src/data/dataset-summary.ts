import type { StoreSummary } from '../engine/dataset/store-input.ts';
import type { TableNotice } from './readers/raw-table.ts';

/** What a dataset holds, and what its readers told. */
export interface DatasetSummary extends StoreSummary {
  notices: TableNotice[];
}
