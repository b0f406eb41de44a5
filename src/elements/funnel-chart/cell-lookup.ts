import type { FunnelSegment, Segment } from '../../engine/schema/index.ts';
import { listSegments } from '../../engine/schema/list-segments.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { listCells } from '../../layout/step-sort.ts';

/** The cell with a key such as `intro/dropped`. Step ids may hold slashes: the last one divides. */
export function findCell(view: FunnelViewModel | undefined, key: string): CellView | undefined {
  for (const step of view?.steps ?? []) {
    const found = listCells(step).find((cell) => `${step.id}/${cell.key}` === key);
    if (found) return found;
  }
  return undefined;
}

/** The key of the cell that opens a segment, or of the first of several that is there. */
export function findSegmentKey(
  view: FunnelViewModel | undefined,
  segment: FunnelSegment,
): string | undefined {
  return listSegments(segment)
    .map((part) => findPartKey(view, part))
    .find((key) => key !== undefined);
}

/** Those who entered a step stand in its count. */
function findPartKey(view: FunnelViewModel | undefined, segment: Segment): string | undefined {
  const step = view?.steps.find((candidate) => candidate.id === segment.step);
  if (!step) return undefined;
  const wanted = JSON.stringify([segment.outcome, segment.group]);
  const found = listCells(step).find(
    (cell) => cell.segment && JSON.stringify([cell.segment.outcome, cell.segment.group]) === wanted,
  );
  return `${step.id}/${(found ?? step.count).key}`;
}
