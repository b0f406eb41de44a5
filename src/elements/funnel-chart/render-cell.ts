import { html, nothing, type TemplateResult } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { Formats } from '../../i18n/index.ts';
import type { FunnelViewModel, StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { type CssProperties, cssProperties } from '../../theme/css-properties.ts';
import type { TableContext } from './render-table.ts';
import type { ShapePart } from './shape-parts-controller.ts';

/** What every row is drawn with. */
export interface RowContext {
  messages: ChartLocalization['messages'];
  format: Formats;
  view: FunnelViewModel;
  /** False: nothing opens; cells are text. */
  interactive: boolean;
  /** Whether steps have a button for their filters. */
  filterable: boolean;
  /** Steps with a filter on. */
  filtered: ReadonlySet<string>;
  /** Where people pointed at elsewhere are: a line of text by step. */
  marks: ReadonlyMap<string, string>;
  /** Keys of the cells marked to be opened together. */
  selected: ReadonlySet<string>;
  /** Steps as columns. */
  vertical: boolean;
  /** Whether fills have their textures on the screen. */
  textured: boolean;
  /** The part that is highlighted: `group:0`, `converted`, `open` or `dropped`. */
  highlight: string | undefined;
  /** What the shape of the chart brings along. */
  shape: ShapePart | undefined;
  /** How many small funnels stand beside each other. */
  across: number;
  /** The grid as a plain table; undefined while it is bars. */
  table: TableContext | undefined;
}

/** How a cell is drawn. */
export interface CellLook {
  className: string;
  part: string;
  content: unknown;
  /** Class of the button inside, where there is one. */
  button?: string;
  /** The content says all of the name: no label needed. */
  isNamedByContent?: boolean;
  /** Drawn on the track, where a pointer nearby means it too. */
  isZone?: boolean;
  /** By what it is placed while the grid is no table. */
  place?: CssProperties;
}

/**
 * A gridcell with its one focus target: a button where it opens people, else the cell itself. `tabindex` is
 * static, because the roving focus controller owns it.
 */
export function renderGridcell(
  step: StepView,
  cell: CellView,
  look: CellLook,
  context: RowContext,
): TemplateResult {
  const key = `${step.id}/${cell.key}`;
  const header = context.table?.headerOf(cell.column) ?? nothing;
  const place = cssProperties(context.table ? { '--_column': cell.column } : (look.place ?? {}));
  const zone = look.isZone ? key : nothing;
  if (!isOpenable(cell, context)) {
    return html`<div
      role="gridcell"
      class=${look.className}
      part=${look.part || nothing}
      aria-colindex=${cell.column}
      aria-label=${look.isNamedByContent ? nothing : cell.name}
      tabindex="-1"
      data-cell=${key}
      data-column=${cell.column}
      data-zone=${zone}
      data-header=${header}
      ${place}
    >
      ${look.content}
    </div>`;
  }
  return html`<div
    role="gridcell"
    class=${look.className}
    part=${look.part || nothing}
    aria-colindex=${cell.column}
    aria-selected=${context.selected.has(key)}
    data-zone=${zone}
    data-header=${header}
    ${place}
  >
    <button
      type="button"
      class=${look.button ?? 'link'}
      tabindex="-1"
      aria-label=${look.isNamedByContent ? nothing : cell.name}
      data-cell=${key}
      data-column=${cell.column}
      data-opens=${key}
    >
      ${look.content}
    </button>
  </div>`;
}

/** Whether a cell opens its people: cursor, hint, role, selection and event all follow from this. */
export function isOpenable(cell: CellView | undefined, { interactive }: RowContext): boolean {
  return interactive && cell?.segment !== undefined;
}

/** `faded` for what is not the highlighted part; empty where nothing is highlighted. */
export function toFading(part: string, { highlight }: RowContext): string {
  return highlight === undefined || highlight === part ? '' : 'faded';
}
