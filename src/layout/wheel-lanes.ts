import { path } from 'd3';
import type { WheelFlowKind } from '../i18n/wheel-messages.ts';
import {
  type Box,
  type Point,
  type Ring,
  type SectorGeometry,
  distanceTo,
  overlaps,
  reachOf,
  toBox,
  toPoint,
  toText,
  TURN,
} from './wheel-geometry.ts';

/** A movement between two phases, or between a phase and outside (index −1). */
export interface LaneFlow {
  key: string;
  fromIndex: number;
  toIndex: number;
  count: number;
  kind: WheelFlowKind;
  /** The number printed at it, with its width; without one the arrow stays bare. */
  label?: { text: string; width: number; height: number } | undefined;
}

/** One arrow as drawn. */
export interface FlowGeometry {
  key: string;
  kind: WheelFlowKind;
  /** 1 and up from the ring towards the centre; 0 is outside. */
  lane: number;
  /** px, linear in people from zero, never under the floor. */
  width: number;
  /** The line in its middle. */
  line: string;
  head: string;
  /** Points of that line, a few px apart. */
  samples: Point[];
  tip: Point;
  label: Box | undefined;
  /** Its number found no good place. */
  isForced?: boolean;
  /** Its number lies on another arrow. */
  isOver?: boolean;
}

/** The arrows inside, and how much room they leave in the middle. */
export interface Lanes {
  flows: FlowGeometry[];
  hub: number;
}

/** Widths in px. Source: look.md §3. */
export const FLOW_FLOOR = 1.5;
export const FLOW_CAP = 22;

const EDGE = 4;
const LANE_GAP = 7;
const PORT_GAP = 5;

/** The width of an arrow: linear in people, so that areas are honest; tiny ones keep the floor. */
export function toFlowWidth(count: number, largest: number, cap: number): number {
  return largest > 0 ? Math.max(FLOW_FLOOR, (count / largest) * cap) : FLOW_FLOOR;
}

/** The head of an arrow of a width. */
export function toHead(width: number): { length: number; half: number } {
  return { length: Math.max(9, width * 0.8), half: width / 2 + Math.max(4, width * 0.32) };
}

interface Route {
  flow: LaneFlow;
  width: number;
  /** 1 clockwise, −1 against it. */
  direction: 1 | -1;
  /** How many sectors it goes on. */
  steps: number;
  lane: number;
}

/** Sector borders a route crosses, by the number of the sector before them. */
function bordersOf({ flow, direction, steps }: Route, count: number): number[] {
  return Array.from({ length: steps }, (_, step) => {
    const at = direction > 0 ? flow.fromIndex + step : flow.fromIndex - step - 1;
    return (at + 2 * count) % count;
  });
}

/** The shorter way round; clockwise where both are as long. */
function toRoute(flow: LaneFlow, width: number, count: number): Route {
  const ahead = (flow.toIndex - flow.fromIndex + count) % count;
  const direction = ahead <= count / 2 ? 1 : -1;
  return { flow, width, direction, steps: direction > 0 ? ahead : count - ahead, lane: 0 };
}

/**
 * Neighbours run in the first lane, just inside the ring; the rest, and a neighbour that would run against another,
 * around the centre in the lanes below, short ones first, so that as few as possible cross.
 */
function assignLanes(routes: Route[], count: number): void {
  const taken: Set<number>[] = [];
  const order = [...routes].sort((a, b) => a.steps - b.steps || b.flow.count - a.flow.count);
  for (const route of order) {
    const borders = bordersOf(route, count);
    let lane = route.steps === 1 ? 0 : 1;
    while (borders.some((border) => taken[lane]?.has(border))) lane += 1;
    const set = (taken[lane] ??= new Set());
    for (const border of borders) set.add(border);
    route.lane = lane + 1;
  }
}

/** Where the arrows of the lower lanes touch the ring: side by side around the middle of their sector. */
interface Ports {
  /** Angle by flow and end. */
  angles: Map<string, number>;
  /** How far from the middle the ports of a phase reach. */
  reach: number[];
}

function assignPorts(routes: readonly Route[], sectors: readonly SectorGeometry[], radius: number): Ports {
  const angles = new Map<string, number>();
  const reach = sectors.map((sector) => {
    const ends = routes
      .filter(
        ({ lane, flow }) => lane > 1 && (flow.fromIndex === sector.index || flow.toIndex === sector.index),
      )
      .map((route) => toEnd(route, sector.index))
      .sort((a, b) => a.order - b.order);
    const total = ends.reduce((sum, { size }) => sum + size + PORT_GAP, 0);
    let at = -total / 2;
    for (const { key, size } of ends) {
      angles.set(key, sector.mid + (at + (size + PORT_GAP) / 2) / radius);
      at += size + PORT_GAP;
    }
    return total / 2 / radius;
  });
  return { angles, reach };
}

/** One end of a route: which side it turns to, and the room it takes. Deep lanes are nearest to the middle. */
function toEnd(route: Route, index: number): { key: string; size: number; order: number } {
  const leaves = route.flow.fromIndex === index;
  const side = leaves ? route.direction : -route.direction;
  return {
    key: `${route.flow.key}/${leaves ? 'from' : 'to'}`,
    size: leaves ? route.width : 2 * toHead(route.width).half,
    order: side * (100 - route.lane),
  };
}

/** Middle radius of every lane, and the radius that is left. */
function layoutLaneRadii(
  routes: readonly Route[],
  ring: Ring,
  labels: boolean,
  roomy: number,
): { radii: number[]; hub: number } {
  const deepest = Math.max(0, ...routes.map(({ lane }) => lane));
  const radii: number[] = [];
  let top = ring.inner - EDGE - 4;
  for (let lane = 1; lane <= deepest; lane += 1) {
    const heads = routes.filter((route) => route.lane === lane).map(({ width }) => 2 * toHead(width).half);
    const height = Math.max(labels ? (19 + roomy) * ring.unit : 9, ...heads);
    radii.push(top - height / 2);
    top -= height + LANE_GAP;
  }
  return { radii, hub: top - 3 };
}

/**
 * Lays out arrows between phases; undefined where they leave less than `hub` px in the middle. `roomy` is how much
 * higher than a line of text the lanes are, so that a number fits where its lane runs upright.
 */
export function layoutLanes(
  inside: readonly LaneFlow[],
  sectors: readonly SectorGeometry[],
  ring: Ring,
  scale: { largest: number; cap: number; hub: number; roomy?: number },
): Lanes | undefined {
  const routes = inside.map((flow) =>
    toRoute(flow, toFlowWidth(flow.count, scale.largest, scale.cap), sectors.length),
  );
  assignLanes(routes, sectors.length);
  const { radii, hub } = layoutLaneRadii(
    routes,
    ring,
    inside.some(({ label }) => label),
    scale.roomy ?? 0,
  );
  if (hub < scale.hub) return undefined;
  const ports = assignPorts(routes, sectors, ring.inner - EDGE);
  const size = TURN / sectors.length;
  if (ports.reach.some((reach) => reach > size * 0.42)) return undefined;
  const drawn = routes.map((route) => drawRoute(route, sectors, ports, radii[route.lane - 1] ?? 0, ring));
  placeNumbers(drawn, inside, ring, hub);
  return { flows: drawn, hub };
}

function drawRoute(
  route: Route,
  sectors: readonly SectorGeometry[],
  ports: Ports,
  radius: number,
  ring: Ring,
): FlowGeometry {
  const { flow, width, lane } = route;
  const { samples, line, head, tip } =
    lane === 1
      ? drawNeighbour(route, sectors, ports, radius)
      : drawAround(route, ports, radius, ring.inner - EDGE);
  return { key: flow.key, kind: flow.kind, lane, width, line, head, samples, tip, label: undefined };
}

type Drawing = Pick<FlowGeometry, 'samples' | 'line' | 'head' | 'tip'>;

/** An arc of the first lane, from the middle of one sector towards the middle of the next. */
function drawNeighbour(
  { flow, width, direction, steps }: Route,
  sectors: readonly SectorGeometry[],
  { reach }: Ports,
  radius: number,
): Drawing {
  const size = TURN / sectors.length;
  const head = toHead(width);
  const inset = (index: number): number => (reach[index] ?? 0) + Math.max(5 / radius, size * 0.05);
  const from = (sectors[flow.fromIndex]?.mid ?? 0) + direction * inset(flow.fromIndex);
  const span = steps * size - inset(flow.fromIndex) - inset(flow.toIndex);
  const to = from + direction * span;
  const neck = to - direction * Math.min(head.length / radius, span * 0.6);
  const draw = path();
  draw.arc(0, 0, radius, from - TURN / 4, neck + (direction * 0.5) / radius - TURN / 4, direction < 0);
  const tip = toPoint(to, radius);
  const base = [toPoint(neck, radius - head.half), toPoint(neck, radius + head.half)];
  return { line: draw.toString(), head: toTriangle(tip, base), samples: sampleArc(from, to, radius), tip };
}

/**
 * Down from the ring, around the centre on its lane, and up to the ring again, with round turns. It never comes
 * nearer to the centre than its lane.
 */
function drawAround(
  { flow, width, direction }: Route,
  { angles }: Ports,
  radius: number,
  edge: number,
): Drawing {
  const head = toHead(width);
  const from = angles.get(`${flow.key}/from`) ?? 0;
  const target = angles.get(`${flow.key}/to`) ?? 0;
  const span = ((((target - from) * direction) % TURN) + TURN) % TURN;
  const to = from + direction * span;
  const neck = edge - head.length;
  const turn = Math.min((edge - radius) / radius, span * 0.42);
  const down = toTurn(from, from + direction * turn, radius, edge);
  const up = toTurn(to, to - direction * turn, radius, neck + 0.5);
  const draw = path();
  draw.moveTo(down[0].x, down[0].y);
  draw.bezierCurveTo(down[1].x, down[1].y, down[2].x, down[2].y, down[3].x, down[3].y);
  const quarter = TURN / 4;
  draw.arc(0, 0, radius, from + direction * turn - quarter, to - direction * turn - quarter, direction < 0);
  draw.bezierCurveTo(up[2].x, up[2].y, up[1].x, up[1].y, up[0].x, up[0].y);
  const tip = toPoint(to, edge);
  const side = head.half / neck;
  const base = [toPoint(to - side, neck), toPoint(to + side, neck)];
  const samples = [
    ...sampleCurve(down),
    ...sampleArc(from + direction * turn, to - direction * turn, radius),
    ...sampleCurve(up).reverse(),
    tip,
  ];
  return { line: draw.toString(), head: toTriangle(tip, base), samples, tip };
}

type Curve = [Point, Point, Point, Point];

/** From the ring straight down, then round into the lane. */
function toTurn(port: number, landing: number, radius: number, edge: number): Curve {
  const end = toPoint(landing, radius);
  // A point on the tangent where the turn lands, a little outside of the lane: no point of the curve is inside it.
  const pull = (port - landing) * 0.55;
  const handle = toPoint(landing + Math.atan(pull), radius / Math.cos(Math.atan(pull)));
  return [toPoint(port, edge), toPoint(port, radius + (edge - radius) * 0.35), handle, end];
}

function sampleCurve([a, b, c, d]: Curve): Point[] {
  return Array.from({ length: 9 }, (_, index) => {
    const t = index / 8;
    const u = 1 - t;
    const mix = (p: number, q: number, r: number, s: number): number =>
      u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
    return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
  });
}

function sampleArc(from: number, to: number, radius: number): Point[] {
  const count = Math.max(2, Math.ceil((Math.abs(to - from) * radius) / 4));
  return Array.from({ length: count + 1 }, (_, index) =>
    toPoint(from + ((to - from) * index) / count, radius),
  );
}

function toTriangle(tip: Point, base: Point[]): string {
  return `M${[tip, ...base].map(toText).join('L')}Z`;
}

/** A number that finds no room is set tighter: this much less padding and height, in sixteenths of a rem. */
const TIGHT = 5;

/**
 * Puts every number on its own arrow where nothing else is, as near to the arrow's middle as can be. What is asked of a
 * place is given up bit by bit; one that lies on another arrow after all is marked, for the arrow to be left out.
 * Source: look.md §3.
 */
function placeNumbers(drawn: FlowGeometry[], flows: readonly LaneFlow[], ring: Ring, hub: number): void {
  const placed: Box[] = [];
  for (const [index, flow] of drawn.entries()) {
    const label = flows[index]?.label;
    if (!label) continue;
    const place = findNumberPlace(flow, label, drawn, placed, ring, hub);
    const { number } = place;
    Object.assign(flow, { label: number, isForced: place.isForced, isOver: place.isOver });
    if (number) placed.push(number);
  }
}

function findNumberPlace(
  flow: FlowGeometry,
  label: { width: number; height: number },
  drawn: readonly FlowGeometry[],
  placed: readonly Box[],
  ring: Ring,
  hub: number,
): { number: Box | undefined; isForced: boolean; isOver: boolean } {
  const isClear = (box: Box): boolean =>
    distanceTo(box) >= hub &&
    !placed.some((other) => overlaps(box, other, 2)) &&
    !drawn.some((other) => coversHead(box, other));
  const isFree = (box: Box): boolean =>
    isClear(box) && !drawn.some((other) => other !== flow && covers(box, other));
  const isWithin = (box: Box): boolean => reachOf(box) <= ring.inner - 1;
  // Over the ring's inner edge, and never as far as what is printed on it.
  const isNear = (box: Box): boolean => reachOf(box) <= ring.inner + (ring.outer - ring.inner) * 0.3;
  const wide = toCandidates(flow, label);
  const number = wide.find((box) => isWithin(box) && isFree(box));
  if (number) return { number, isForced: false, isOver: false };
  const tight = { width: label.width - TIGHT * ring.unit, height: label.height - 3 * ring.unit };
  const small = toCandidates(flow, tight);
  const forced =
    small.find((box) => isWithin(box) && isFree(box)) ?? small.find((box) => isNear(box) && isFree(box));
  if (forced) return { number: forced, isForced: true, isOver: false };
  const over =
    small.find((box) => isNear(box) && isClear(box)) ??
    small.find((box) => !placed.some((other) => overlaps(box, other)));
  return { number: over, isForced: true, isOver: true };
}

/** Boxes along the arrow from its middle out; first on it, then beside it. */
function toCandidates({ samples, width }: FlowGeometry, size: { width: number; height: number }): Box[] {
  const middle = (samples.length - 1) / 2;
  const order = [...samples.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const on = order.map((index) => samples[index] ?? { x: 0, y: 0 });
  const aside = on.flatMap((point) => {
    const length = Math.hypot(point.x, point.y) || 1;
    const reach = (Math.abs(point.x) * size.width + Math.abs(point.y) * size.height) / length / 2;
    return [-1, 1].map((side) => {
      const part = 1 + (side * (width / 2 + reach + 2)) / length;
      return { x: point.x * part, y: point.y * part };
    });
  });
  return [...on, ...aside].map((point) => toBox(point, size.width, size.height));
}

/** Whether an arrow runs through a box. */
export function covers(box: Box, { samples, width }: FlowGeometry): boolean {
  const near = {
    x: box.x - width / 2,
    y: box.y - width / 2,
    width: box.width + width,
    height: box.height + width,
  };
  return samples.some((point) => holds(near, point));
}

/** Whether the head of an arrow is under a box. */
export function coversHead(box: Box, { tip, width }: FlowGeometry): boolean {
  const { length, half } = toHead(width);
  const reach = Math.max(length, half);
  const near = {
    x: box.x - reach,
    y: box.y - reach,
    width: box.width + 2 * reach,
    height: box.height + 2 * reach,
  };
  return holds(near, tip);
}

function holds(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
