import type { ExportFormat } from '../../../events/chart-export-event.ts';
import { formatFileName } from '../../../layout/export/csv.ts';
import { toClipboardTable } from '../../../layout/export/to-clipboard.ts';
import { toCSV } from '../../../layout/export/to-csv.ts';
import { drawFunnel, toStateText } from '../../../layout/export/to-svg.ts';
import { estimateTextWidth, type MeasureText } from '../../../layout/export/text-width.ts';
import { copyTable } from './copy-table.ts';
import type { ExportContext, PictureOptions } from './export-context.ts';
import { rasterize } from './rasterize.ts';
import { readTheme } from './read-theme.ts';

/** A picture for a document is no narrower than this, whatever the screen. */
const LEAST_WIDTH = 720;
const MOST_WIDTH = 1280;

/** The chart as a file, by its format; of a copy the text, of print the picture. */
export async function createFile(
  host: HTMLElement,
  context: ExportContext,
  format: ExportFormat,
  options: PictureOptions = {},
): Promise<File> {
  const { result, localization } = context;
  const toFile = (content: BlobPart, type: string, extension: string): File =>
    new File([content], toName(context, extension), { type });
  if (format === 'csv')
    return toFile(toCSV(result, { locale: localization.tag }), 'text/csv;charset=utf-8', 'csv');
  if (format === 'copy')
    return toFile(
      toClipboardTable(result, localization).text,
      'text/tab-separated-values;charset=utf-8',
      'tsv',
    );
  const svg = drawPicture(host, context, options);
  return format === 'png'
    ? toFile(await rasterize(svg), 'image/png', 'png')
    : toFile(svg, 'image/svg+xml', 'svg');
}

/** Puts the chart's figures on the clipboard. */
export function copyFigures(host: HTMLElement, { result, localization }: ExportContext): Promise<void> {
  return copyTable(toClipboardTable(result, localization), host.shadowRoot ?? document.body);
}

function drawPicture(host: HTMLElement, context: ExportContext, options: PictureOptions): string {
  const { result, view, localization, mode, textures, layout, filters } = context;
  const { fontFamily, direction } = getComputedStyle(host);
  const drawn = {
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, host.clientWidth)),
    theme: readTheme(host),
    direction: direction === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    mode,
    textures,
    layout,
    filters,
    fontFamily,
    measure: createMeasure(fontFamily),
    ...options,
  };
  return drawFunnel(view, localization, drawn, toStateText(view, result, localization));
}

/** Widths in the page's own font; where that is narrower than most, as if it were not: it may be shown in another. */
function createMeasure(fontFamily: string): MeasureText {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return estimateTextWidth;
  return (text, size, weight) => {
    pen.font = `${weight} ${size}px ${fontFamily}`;
    return Math.max(pen.measureText(text).width, estimateTextWidth(text, size, weight) * 0.9);
  };
}

function toName({ result, view, localization }: ExportContext, extension: string): string {
  const { range } = result;
  const dayOf = (instant: string | number | null | undefined): string =>
    instant === undefined || instant === null
      ? ''
      : (localization.format.day(instant, range?.timeZone) ?? '');
  const when = [dayOf(range?.from), dayOf(range?.to)].filter(Boolean).join('_');
  return formatFileName({ title: view.title, kind: 'funnel', when, extension });
}
