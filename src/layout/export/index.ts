export { toSVG, type DrawOptions, type SvgOptions } from './to-svg.ts';
export { SVG_THEMES, type SvgTheme } from './svg-themes.ts';
export { estimateTextWidth, type MeasureText } from './text-width.ts';
export { toCSV, type CsvOptions } from './to-csv.ts';
export { type ColumnKind, type FunnelTable, type TableColumn, type TableValue } from './funnel-table.ts';
