import { html, nothing, type TemplateResult } from 'lit';
import type { Stretch } from '../../layout/funnel-geometry.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import { toLine, toPlaceInLine, toPlaceOver } from './piece-place.ts';
import { isOpenable, renderGridcell, type RowContext, toFading } from './render-cell.ts';

/** The bar: segments from zero, then the open and the dropped, the compared period's mark over it. */
export function renderTrack(step: StepView, context: RowContext): TemplateResult {
  const { geometry } = step;
  const line = geometry.segments.length + 1;
  const open = step.losses.find((cell) => cell.key === 'open');
  const missing = context.messages.chart.missing;
  return html`<div class="track" part="track" ${cssProperties(toLine(geometry, context))}>
    ${step.missing ? html`<span class="absent" aria-hidden="true">${missing}</span>` : nothing}
    ${renderBar(step, context)}
    ${renderPiece(geometry.open, { kind: 'open', fades: 'open', line }, step, open, context)}
    ${renderLost(step, context)}
    ${renderPiece(geometry.growth, { kind: 'growth', fades: 'converted' }, step, undefined, context)}
    ${renderMark('previous', geometry.previous)} ${renderMark('goal', geometry.goal)}
    ${geometry.enlarged ? html`<span class="ring" aria-hidden="true"></span>` : nothing}
  </div>`;
}

/** The hatch: all of the dropped, and over it the exits that open lists of their own. */
function renderLost(step: StepView, context: RowContext): unknown {
  const { segments, dropped, exits } = step.geometry;
  const cellOf = (key: string): CellView | undefined => step.losses.find((cell) => cell.key === key);
  const look = { kind: 'lost', fades: 'dropped' };
  return [
    renderPiece(dropped, { ...look, line: segments.length + 2 }, step, cellOf('dropped'), context),
    exits.map((exit) => {
      const kind = `lost exit-${(context.view.columns.outcomes.exits.indexOf(exit.id) % 3) + 1}`;
      return renderPiece(exit, { ...look, kind }, step, cellOf(`outcome:${exit.id}`), context);
    }),
  ];
}

function renderBar(step: StepView, context: RowContext): unknown {
  const { segments, ungrouped, unknown } = step.geometry;
  // Without a breakdown the bar says what the count says: a target for the pointer, nothing more to read.
  if (step.groups.length === 0) {
    const look = { kind: 'segment seg-1', fades: 'converted', line: 0 };
    return renderPiece(segments[0], look, step, step.count, context);
  }
  const rest = { fades: 'ungrouped', line: segments.length };
  return [
    step.groups.map((cell, index) => renderSegment(step, cell, segments[index], index, context)),
    renderPiece(ungrouped, { ...rest, kind: 'ungrouped' }, step, undefined, context),
    renderPiece(unknown, { ...rest, kind: 'unknown' }, step, undefined, context),
  ];
}

function renderSegment(
  step: StepView,
  cell: CellView,
  stretch: Stretch | undefined,
  index: number,
  context: RowContext,
): TemplateResult {
  const drawn = stretch !== undefined && stretch.size > 0;
  const seg = `segment seg-${(index % 6) + 1} ${toFading(`group:${index}`, context)}`;
  const look = {
    className: context.table ? 'cell' : drawn ? `piece in-line ${seg}` : 'visually-hidden',
    part: drawn ? `segment segment-${index + 1}` : '',
    content: html`<span class="in-bar" aria-hidden="true">${cell.text}</span>`,
    button: context.table ? 'link' : 'bar',
    isZone: drawn,
    place: drawn ? toPlaceInLine(index, context) : {},
  };
  return renderGridcell(step, cell, look, context);
}

/** How a piece without a name of its own is drawn: its class, which highlight it belongs to, and where. */
interface PieceLook {
  kind: string;
  fades: string;
  /** Its place among what follows each other; without one it lies over that. */
  line?: number;
}

function renderPiece(
  stretch: Stretch | undefined,
  { kind, fades, line }: PieceLook,
  step: StepView,
  cell: CellView | undefined,
  context: RowContext,
): unknown {
  if (!stretch || stretch.size === 0) return nothing;
  const key = cell ? `${step.id}/${cell.key}` : nothing;
  const place = line === undefined ? toPlaceOver(stretch, context) : toPlaceInLine(line, context);
  return html`<div
    class="piece ${line === undefined ? 'over' : 'in-line'} ${kind} ${toFading(fades, context)}"
    part=${kind.split(' ')[0] ?? nothing}
    aria-hidden="true"
    data-zone=${key}
    data-opens=${isOpenable(cell, context) ? key : nothing}
    ${cssProperties(place)}
  ></div>`;
}

function renderMark(kind: 'previous' | 'goal', at: number | undefined): unknown {
  if (at === undefined) return nothing;
  return html`<span
    class=${kind}
    part=${kind}
    aria-hidden="true"
    ${cssProperties({ '--_start': at })}
  ></span>`;
}
