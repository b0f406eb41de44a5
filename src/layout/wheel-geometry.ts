import { pathRound } from 'd3';

/** A whole turn. Angles are radians, clockwise from twelve o'clock; lengths are px from the centre of the wheel. */
export const TURN = 2 * Math.PI;

export interface Point {
  x: number;
  y: number;
}

/** A box by its upper left corner. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** The ring: radii, and the px of one sixteenth of a rem, by which everything that goes with text grows. */
export interface Ring {
  outer: number;
  inner: number;
  unit: number;
}

/** What the ring shows of a phase. */
export interface RingPhase {
  id: string;
  /** Part of a full arc; undefined is unknown. */
  gauge: number | undefined;
  /** The same before, where two instants were compared. */
  previous?: number | undefined;
  /** What it should be. */
  target?: number | undefined;
  /** How much of the gauge is marked from elsewhere on the page. */
  mark?: number | undefined;
  /** How many points of friction there are. */
  friction: number;
}

/** One sector as drawn: paths around the centre. */
export interface SectorGeometry {
  id: string;
  index: number;
  start: number;
  end: number;
  mid: number;
  trackStart: number;
  trackEnd: number;
  /** Where the gauge ends; the track's start where nothing is known. */
  gaugeEnd: number;
  track: string;
  gauge: string;
  mark: string;
  /** Lines across the ring: the value before, the target. */
  previous: string;
  target: string;
  /** What is pressed: the sector with its slots. */
  area: string;
  badge: Point;
  friction: Point | undefined;
}

/** Where a sector's middle is. The engagement index has two halves, so that its first phase is lower left. */
export interface Turn {
  count: number;
  halves: boolean;
}

const GAP = 7;
const BADGE = 11;
const FRICTION = 25;

/** The point at an angle and a distance from the centre. */
export function toPoint(angle: number, radius: number): Point {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** The middle of a sector. */
export function toMiddle(index: number, { count, halves }: Turn): number {
  const size = TURN / count;
  return halves ? Math.PI + (index + 0.5) * size : index * size;
}

/**
 * Equal sectors, each with a slot for its number, a track of the same length as all others, and, where any phase has
 * friction, a slot on the leaving edge. A gauge is a part of its track: all have one radius, so that lengths compare.
 */
export function layoutRing(phases: readonly RingPhase[], ring: Ring, halves: boolean): SectorGeometry[] {
  const hasFriction = phases.some(({ friction }) => friction > 0);
  const turn = { count: phases.length, halves };
  return phases.map((phase, index) => layoutSector(phase, index, ring, turn, hasFriction));
}

function layoutSector(
  phase: RingPhase,
  index: number,
  ring: Ring,
  turn: Turn,
  hasFriction: boolean,
): SectorGeometry {
  const { unit } = ring;
  const radius = (ring.outer + ring.inner) / 2;
  const toAngle = (length: number): number => length / radius;
  const mid = toMiddle(index, turn);
  const half = Math.PI / turn.count - toAngle(GAP) / 2;
  const start = mid - half;
  const end = mid + half;
  const trackStart = start + toAngle((2 * BADGE + 4) * unit);
  const trackEnd = Math.max(trackStart, end - (hasFriction ? toAngle(FRICTION * unit) : 0));
  const along = (part: number): number => trackStart + clamp(part) * (trackEnd - trackStart);
  const gaugeEnd = along(phase.gauge ?? 0);
  return {
    id: phase.id,
    index,
    start,
    end,
    mid,
    trackStart,
    trackEnd,
    gaugeEnd,
    track: toBand(ring, trackStart, trackEnd),
    gauge: gaugeEnd > trackStart ? toBand(ring, trackStart, gaugeEnd) : '',
    mark: phase.mark ? toBand(ring, trackStart, along(phase.mark), 0.3) : '',
    previous: phase.previous === undefined ? '' : toTick(ring, along(phase.previous), 3),
    target: phase.target === undefined ? '' : toTick(ring, along(phase.target), 5),
    area: toBand({ ...ring, outer: ring.outer + 4, inner: ring.inner - 4 }, start, end),
    badge: toPoint(start + toAngle((BADGE + 1) * unit), radius),
    friction: phase.friction > 0 ? toPoint(end - toAngle((FRICTION / 2 - 2) * unit), radius) : undefined,
  };
}

/**
 * A stretch of the ring; with an inset, a narrower one in its middle. Drawn of two arcs: d3's own shape of it brings
 * every other shape along, three times what the rest of the wheel's geometry weighs.
 */
function toBand({ outer, inner }: Ring, start: number, end: number, inset = 0): string {
  const shift = (outer - inner) * inset;
  const [from, to] = [start - TURN / 4, end - TURN / 4];
  const draw = pathRound(2);
  const { x, y } = toPoint(start, outer - shift);
  draw.moveTo(x, y);
  draw.arc(0, 0, outer - shift, from, to);
  // Of very large text in a very narrow card nothing is left inside.
  draw.arc(0, 0, Math.max(0, inner + shift), to, from, true);
  draw.closePath();
  return draw.toString();
}

function toTick({ outer, inner }: Ring, angle: number, over: number): string {
  return `M${toText(toPoint(angle, inner - over))}L${toText(toPoint(angle, outer + over))}`;
}

/** A point as a path has it. */
export function toText({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

/** Hundredths of a px are enough. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}

/** Whether two boxes share more than an edge, or come nearer than `space`. */
export function overlaps(a: Box, b: Box, space = 0): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  );
}

/** How near a box comes to the centre; 0 where it holds it. */
export function distanceTo(box: Box): number {
  const x = Math.max(box.x, -(box.x + box.width), 0);
  const y = Math.max(box.y, -(box.y + box.height), 0);
  return Math.hypot(x, y);
}

/** How far a box reaches from the centre. */
export function reachOf(box: Box): number {
  const x = Math.max(Math.abs(box.x), Math.abs(box.x + box.width));
  const y = Math.max(Math.abs(box.y), Math.abs(box.y + box.height));
  return Math.hypot(x, y);
}

/** A box around its middle. */
export function toBox({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
