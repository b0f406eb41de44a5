import {
  type Box,
  type Point,
  type Ring,
  type SectorGeometry,
  distanceTo,
  overlaps,
  toBox,
  toPoint,
  toText,
} from './wheel-geometry.ts';
import { type FlowGeometry, type LaneFlow, toFlowWidth, toHead } from './wheel-lanes.ts';
import { breakLines, type MeasureText, type TextStyle } from './wheel-text.ts';

/** A line of a label. */
export interface LabelLine {
  text: string;
  kind: 'name' | 'count' | 'note' | 'mark';
}

/** What stands beside a phase. */
export interface LabelText {
  name: string;
  count: string;
  notes: readonly string[];
  mark?: string | undefined;
}

/** A label as placed: its lines, and where its text keeps to. */
export interface LabelGeometry extends Box {
  lines: LabelLine[];
  align: 'left' | 'center' | 'right';
}

/** Everything outside of the ring. */
export interface Outskirts {
  labels: (LabelGeometry | undefined)[];
  flows: FlowGeometry[];
}

/** Sizes in sixteenths of a rem; none is under 12. */
export const LINE_STYLES: Record<LabelLine['kind'], TextStyle & { line: number }> = {
  name: { size: 13, weight: 600, line: 17 },
  count: { size: 16, weight: 700, line: 20 },
  note: { size: 12, weight: 400, line: 16 },
  mark: { size: 12, weight: 600, line: 16 },
};

const ARROW = 30;
const CLEAR = 9;

/** The lines of a label, broken to a width. */
export function toLabelLines(
  { name, count, notes, mark }: LabelText,
  width: number,
  unit: number,
  measure: MeasureText,
): LabelLine[] {
  const lines = (text: string, kind: LabelLine['kind']): LabelLine[] =>
    breakLines(text, scaled(kind, unit), width, measure).map((line) => ({ text: line, kind }));
  return [
    ...lines(name, 'name'),
    ...lines(count, 'count'),
    ...notes.flatMap((note) => lines(note, 'note')),
    ...(mark ? lines(mark, 'mark') : []),
  ];
}

function scaled(kind: LabelLine['kind'], unit: number): TextStyle {
  const { size, weight } = LINE_STYLES[kind];
  return { size: size * unit, weight };
}

function sizeOf(
  lines: readonly LabelLine[],
  unit: number,
  measure: MeasureText,
): { width: number; height: number } {
  const widths = lines.map(({ text, kind }) => measure(text, scaled(kind, unit)));
  const height = lines.reduce((sum, { kind }) => sum + LINE_STYLES[kind].line * unit, 0);
  return { width: Math.ceil(Math.max(0, ...widths)) + 2, height: Math.ceil(height) };
}

/**
 * Places what is outside of the ring: arrows in and out, then the phases' labels, then the arrows' numbers. Each is
 * pushed out along its ray until nothing is in its way, so that nothing can collide however long the names are.
 */
export function layoutOutskirts(
  labels: readonly (readonly LabelLine[])[],
  flows: readonly LaneFlow[],
  sectors: readonly SectorGeometry[],
  ring: Ring,
  scale: { largest: number; cap: number; measure: MeasureText },
): Outskirts {
  const arrows = flows
    .filter(({ fromIndex, toIndex }) => fromIndex < 0 || toIndex < 0)
    .map((flow) => drawOutside(flow, flows, sectors, ring, scale));
  const taken: Box[] = arrows.flatMap((arrow) => toObstacles(arrow));
  const placed = sectors.map((sector, index) => {
    const lines = labels[index] ?? [];
    if (lines.length === 0) return undefined;
    const label = placeLabel([...lines], sector, ring, taken, scale.measure);
    taken.push(label);
    return label;
  });
  for (const arrow of arrows) {
    const text = flows.find(({ key }) => key === arrow.key)?.label;
    if (!text) continue;
    arrow.label = placeNumber(arrow, text, ring, taken);
    taken.push(arrow.label);
  }
  return { labels: placed, flows: arrows };
}

/** Entries come in at the start of a sector, departures leave at its end, straight from or to the outside. */
function drawOutside(
  flow: LaneFlow,
  flows: readonly LaneFlow[],
  sectors: readonly SectorGeometry[],
  ring: Ring,
  { largest, cap }: { largest: number; cap: number },
): FlowGeometry {
  const enters = flow.fromIndex < 0;
  const index = enters ? flow.toIndex : flow.fromIndex;
  const same = flows.filter((other) =>
    enters ? other.fromIndex < 0 && other.toIndex === index : other.toIndex < 0 && other.fromIndex === index,
  );
  const sector = sectors[index];
  const size = (sector?.end ?? 0) - (sector?.start ?? 0);
  const step = 0.2 + 0.17 * same.indexOf(flow);
  const angle = enters ? (sector?.start ?? 0) + size * step : (sector?.end ?? 0) - size * step;
  const width = toFlowWidth(flow.count, largest, cap);
  const head = toHead(width);
  const near = ring.outer + 5;
  const far = near + ARROW * ring.unit + head.length / 2;
  const [from, tip, neck] = enters ? [far, near, near + head.length] : [near, far, far - head.length];
  const side = toPoint(angle + Math.PI / 2, head.half);
  const middle = toPoint(angle, neck);
  const base = [-1, 1].map((sign) => ({ x: middle.x + sign * side.x, y: middle.y + sign * side.y }));
  const end = toPoint(angle, enters ? neck - 0.5 : neck + 0.5);
  return {
    key: flow.key,
    kind: flow.kind,
    lane: 0,
    width,
    line: `M${toText(toPoint(angle, from))}L${toText(end)}`,
    head: `M${[toPoint(angle, tip), ...base].map(toText).join('L')}Z`,
    samples: Array.from({ length: 9 }, (_, at) => toPoint(angle, from + ((tip - from) * at) / 8)),
    tip: toPoint(angle, tip),
    label: undefined,
  };
}

/** Boxes that cover an arrow. */
function toObstacles({ samples, width, tip }: FlowGeometry): Box[] {
  const { length, half } = toHead(width);
  return samples.map((point) => {
    const isHead = Math.hypot(point.x - tip.x, point.y - tip.y) < length;
    const size = isHead ? 2 * half : width;
    return toBox(point, size, size);
  });
}

const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4];
const PUSH = 4;
/** What is kept between two things. */
const SPACE = 4;

/** Beside the middle of its sector, or where it has to be moved least. */
function placeLabel(
  lines: LabelLine[],
  sector: SectorGeometry,
  ring: Ring,
  taken: readonly Box[],
  measure: MeasureText,
): LabelGeometry {
  const { width, height } = sizeOf(lines, ring.unit, measure);
  const reach = (sector.end - sector.start) / 10;
  let best: { box: Box; angle: number; cost: number } | undefined;
  for (const step of STEPS) {
    const angle = sector.mid + step * reach;
    const { box, pushed } = pushOut(angle, width, height, ring.outer + CLEAR, taken);
    const cost = pushed + Math.abs(step) * 5;
    if (!best || cost < best.cost) best = { box, angle, cost };
  }
  const { box, angle } = best ?? { box: toBox({ x: 0, y: 0 }, width, height), angle: 0 };
  return { ...box, lines, align: toAlign(angle) };
}

/** The nearest place on a ray where a box clears the ring and everything else. */
function pushOut(
  angle: number,
  width: number,
  height: number,
  clearance: number,
  taken: readonly Box[],
): { box: Box; pushed: number } {
  const first = toClearDistance(angle, width, height, clearance);
  for (let pushed = 0; ; pushed += PUSH) {
    const box = toBox(toPoint(angle, first + pushed), width, height);
    if (!taken.some((other) => overlaps(box, other, SPACE))) return { box, pushed };
  }
}

/** How far out the middle of a box must be for the box to clear a circle. */
function toClearDistance(angle: number, width: number, height: number, clearance: number): number {
  let low = 0;
  let high = clearance + width + height;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (distanceTo(toBox(toPoint(angle, middle), width, height)) < clearance) low = middle;
    else high = middle;
  }
  return high;
}

/** At the arrow's outer end, or to one of its sides, whichever needs the least moving. */
function placeNumber(
  { samples, width }: FlowGeometry,
  text: { width: number; height: number },
  ring: Ring,
  taken: readonly Box[],
): Box {
  const outer = samples.reduce((far, point) => (lengthOf(point) > lengthOf(far) ? point : far));
  const angle = Math.atan2(outer.x, -outer.y);
  const distance = lengthOf(outer);
  const aside = (toHead(width).half + text.width / 2 + 6) / (distance - 8);
  const options = [0, aside, -aside, aside / 2, -aside / 2].map((turn) => {
    const clearance = turn === 0 ? distance + 3 : ring.outer + CLEAR;
    const { box, pushed } = pushOut(angle + turn, text.width, text.height, clearance, taken);
    return {
      box,
      cost: Math.hypot(box.x + text.width / 2 - outer.x, box.y + text.height / 2 - outer.y) + pushed,
    };
  });
  return options.reduce((best, option) => (option.cost < best.cost ? option : best)).box;
}

function lengthOf({ x, y }: Point): number {
  return Math.hypot(x, y);
}

function toAlign(angle: number): LabelGeometry['align'] {
  const side = Math.sin(angle);
  if (Math.abs(side) < 0.3) return 'center';
  return side > 0 ? 'left' : 'right';
}
