import { html, nothing, type TemplateResult } from 'lit';
import type { CoreMessages } from '../../i18n/index.ts';
import type { FunnelViewModel, StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import type { Stretch } from '../../layout/funnel-geometry.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** What every row is drawn with. */
export interface RowContext {
  messages: CoreMessages;
  view: FunnelViewModel;
  /** False: nothing opens; cells are text. */
  interactive: boolean;
  /** Whether steps have a button for their filters. */
  filterable: boolean;
  /** Steps with a filter on. */
  filtered: ReadonlySet<string>;
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
  /** Place on the track, for segments. */
  stretch?: Stretch;
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
  const place = look.stretch && { '--_start': look.stretch.start, '--_size': look.stretch.size };
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
      ${cssProperties(place ?? {})}
    >
      ${look.content}
    </div>`;
  }
  return html`<div
    role="gridcell"
    class=${look.className}
    part=${look.part || nothing}
    aria-colindex=${cell.column}
    ${cssProperties(place ?? {})}
  >
    <button
      type="button"
      class=${look.button ?? 'link'}
      tabindex="-1"
      aria-label=${cell.name}
      data-cell=${key}
      data-column=${cell.column}
      data-opens=${key}
    >
      ${look.content}
    </button>
  </div>`;
}

/** Whether a cell opens its people: cursor, role and event all follow from this. */
export function isOpenable(cell: CellView | undefined, { interactive }: RowContext): boolean {
  return interactive && cell?.segment !== undefined;
}
