export { copyFigures, createFile } from './chart-files.ts';
export { renderOutcome, toOutcomeText, type ExportOutcome } from './export-status.ts';
