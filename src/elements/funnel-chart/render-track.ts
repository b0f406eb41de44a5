import { html, nothing, type TemplateResult } from 'lit';
import type { Stretch } from '../../layout/funnel-geometry.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import { isOpenable, renderGridcell, type RowContext } from './render-cell.ts';

/** The bar: segments from zero, then the open and the dropped, the compared period's mark over it. */
export function renderTrack(step: StepView, context: RowContext): TemplateResult {
  const { geometry } = step;
  const open = step.losses.find((cell) => cell.key === 'open');
  return html`<div class="track" part="track">
    ${step.missing ? html`<span class="absent" aria-hidden="true">${step.count.name}</span>` : renderBar(step, context)}
    ${renderPiece(geometry.open, 'open', step, open, context)} ${renderLost(step, context)}
    ${renderPiece(geometry.growth, 'growth', step, undefined, context)}
    ${renderPreviousMark(geometry.previous)}
    ${geometry.enlarged ? html`<span class="ring" aria-hidden="true"></span>` : nothing}
  </div>`;
}

/** The hatch: all of the dropped, and over it the exits that open lists of their own. */
function renderLost(step: StepView, context: RowContext): unknown {
  const { dropped, exits } = step.geometry;
  const cellOf = (key: string): CellView | undefined => step.losses.find((cell) => cell.key === key);
  return [
    renderPiece(dropped, 'lost', step, cellOf('dropped'), context),
    exits.map((exit) => renderPiece(exit, 'lost', step, cellOf(`outcome:${exit.id}`), context)),
  ];
}

function renderBar(step: StepView, context: RowContext): unknown {
  const { segments, ungrouped } = step.geometry;
  // Without a breakdown the bar says what the count says: a target for the pointer, nothing more to read.
  if (step.groups.length === 0) return renderPiece(segments[0], 'segment seg-1', step, step.count, context);
  return [
    step.groups.map((cell, index) => renderSegment(step, cell, segments[index], index, context)),
    renderPiece(ungrouped, 'ungrouped', step, undefined, context),
  ];
}

function renderSegment(
  step: StepView,
  cell: CellView,
  stretch: Stretch | undefined,
  index: number,
  context: RowContext,
): TemplateResult {
  const drawn = stretch && stretch.size > 0;
  const look = {
    className: drawn ? `piece segment seg-${(index % 6) + 1}` : 'visually-hidden',
    part: drawn ? `segment segment-${index + 1}` : '',
    content: html`<span class="in-bar" aria-hidden="true">${cell.text}</span>`,
    button: 'bar',
    ...(drawn ? { stretch } : {}),
  };
  return renderGridcell(step, cell, look, context);
}

function renderPiece(
  stretch: Stretch | undefined,
  className: string,
  step: StepView,
  cell: CellView | undefined,
  context: RowContext,
): unknown {
  if (!stretch || stretch.size === 0) return nothing;
  const opens = cell && isOpenable(cell, context) ? `${step.id}/${cell.key}` : nothing;
  return html`<div
    class="piece ${className}"
    part=${className.split(' ')[0] ?? nothing}
    aria-hidden="true"
    data-opens=${opens}
    ${cssProperties({ '--_start': stretch.start, '--_size': stretch.size })}
  ></div>`;
}

function renderPreviousMark(at: number | undefined): unknown {
  if (at === undefined) return nothing;
  return html`<span
    class="previous"
    part="previous"
    aria-hidden="true"
    ${cssProperties({ '--_start': at })}
  ></span>`;
}
