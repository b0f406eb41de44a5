import {
  layoutRing,
  type Box,
  type Point,
  type Ring,
  type RingPhase,
  type SectorGeometry,
  toPoint,
} from './wheel-geometry.ts';
import {
  type LabelGeometry,
  type LabelLine,
  type LabelText,
  layoutOutskirts,
  toLabelLines,
} from './wheel-labels.ts';
import { FLOW_CAP, type FlowGeometry, type LaneFlow, type Lanes, layoutLanes } from './wheel-lanes.ts';
import { measureWidestWord, type MeasureText, type TextStyle } from './wheel-text.ts';

/** A phase for the picture. */
export interface ScenePhase extends RingPhase {
  label: LabelText;
}

/** A movement for the picture: its number is measured here. */
export interface SceneFlow extends Omit<LaneFlow, 'label'> {
  /** The number, and the word that goes with it outside of the ring. */
  number: string;
  words: string;
}

/** What is drawn. */
export interface SceneInput {
  phases: readonly ScenePhase[];
  flows: readonly SceneFlow[];
  /** The engagement index: before on the left, after on the right. */
  halves: boolean;
  /** Lines of the middle, the most important first; each with its size in sixteenths of a rem. */
  hub: readonly { text: string; size: number; weight: number }[];
}

/** The room there is. */
export interface SceneRoom {
  /** px. */
  width: number;
  /** px of one sixteenth of a rem: text grows with the page's. */
  unit: number;
  measure: MeasureText;
}

/** The whole picture in px; paths are around {@link centre}. */
export interface WheelScene {
  width: number;
  height: number;
  centre: Point;
  ring: Ring;
  hub: number;
  /** How many of the middle's lines fit. */
  hubLines: number;
  /** Whether the phases' labels are drawn; where they do not fit, the list alone has them. */
  labelled: boolean;
  sectors: SectorGeometry[];
  labels: (LabelGeometry | undefined)[];
  flows: FlowGeometry[];
  /** Heads of the two halves, from the top; 0 where there are none. */
  halvesTop: number;
}

/** Under this width the arrows carry no numbers; for larger text, so much larger. Source: look.md §3, sizes. */
const BARE_WIDTH = 420;
const LARGEST = 216;
const LARGEST_BARE = 190;
const SMALLEST_LABELLED = 128;
const NUMBER: TextStyle = { size: 12, weight: 600 };
const EDGE = 3;

/**
 * Lays the wheel out for a width: as large as fits with all labels; else the ring alone with numbers at the arrows,
 * and, narrower still, without. Text keeps its size at every width. Pure: texts are measured by the caller.
 */
export function layoutWheelScene(input: SceneInput, room: SceneRoom): WheelScene {
  return layoutLabelled(input, room) ?? layoutBare(input, room);
}

/** A longer word is broken. */
const LONGEST_WORD = 190;

/** Widths at which names break, and how many px of radius a broken name is worth. */
const WRAPS = [
  { width: 168, worth: 0 },
  { width: 132, worth: 8 },
  { width: 104, worth: 26 },
];

function layoutLabelled(input: SceneInput, room: SceneRoom): WheelScene | undefined {
  let best: { scene: WheelScene; score: number } | undefined;
  for (const wrap of WRAPS) {
    const scene = layoutWrapped(input, room, wrap.width);
    const score = (scene?.ring.outer ?? 0) - wrap.worth;
    if (scene && score > (best?.score ?? 0)) best = { scene, score };
  }
  return best?.scene;
}

/** The largest wheel whose labels fit, with names broken at a width. */
function layoutWrapped(input: SceneInput, room: SceneRoom, wrap: number): WheelScene | undefined {
  const { unit, measure, width } = room;
  const names = input.phases.map(({ label }) => label.name);
  const longest = measureWidestWord(names, { size: 13 * unit, weight: 600 }, measure);
  const line = Math.max(wrap * unit, Math.min(longest, LONGEST_WORD * unit));
  const texts = input.phases.map(({ label }) => toLabelLines(label, line, unit, measure));
  const from = Math.min(LARGEST * Math.max(1, unit * 0.9), width / 2);
  for (let outer = from; outer >= SMALLEST_LABELLED * unit; outer -= 6) {
    const scene = layoutAt(input, room, outer, texts, true);
    if (scene) return scene;
  }
  return undefined;
}

function layoutBare(input: SceneInput, room: SceneRoom): WheelScene {
  const numbered = room.width >= BARE_WIDTH * Math.max(1, room.unit);
  const from = Math.min(LARGEST_BARE * Math.max(1, room.unit), room.width / 2 - EDGE);
  for (let outer = from; outer > 60; outer -= 4) {
    const scene = layoutAt(input, room, outer, [], numbered);
    if (scene) return scene;
  }
  return layoutAt(
    { ...input, flows: [] },
    room,
    Math.max(40, room.width / 2 - EDGE),
    [],
    false,
    true,
  ) as WheelScene;
}

function layoutAt(
  input: SceneInput,
  room: SceneRoom,
  outer: number,
  texts: readonly LabelLine[][],
  numbered: boolean,
  anyway = false,
): WheelScene | undefined {
  const { unit } = room;
  const thickness = Math.min(30, Math.max(20, outer * 0.135)) * Math.max(1, unit * 0.9);
  const ring = { outer, inner: outer - thickness, unit };
  const sectors = layoutRing(input.phases, ring, input.halves);
  const labelled = texts.length > 0;
  const flows = input.flows.map((flow) => toLaneFlow(flow, room, labelled, numbered));
  const fitted = fitLanes(flows, sectors, ring, labelled);
  const scale = { largest: fitted.largest, cap: fitted.cap, measure: room.measure };
  const outside = layoutOutskirts(texts, flows, sectors, ring, scale);
  const frame = toFrame(outside, ring, room.width, input.halves);
  if (!frame && !anyway) return undefined;
  const { centre, height, halvesTop } = frame ?? {
    centre: { x: room.width / 2, y: outer + EDGE },
    height: 2 * (outer + EDGE),
    halvesTop: 0,
  };
  return {
    width: room.width,
    height,
    centre,
    ring,
    hub: fitted.lanes.hub,
    hubLines: fitHub(input.hub, fitted.lanes.hub, room),
    labelled,
    sectors,
    labels: outside.labels,
    flows: [...fitted.lanes.flows, ...outside.flows],
    halvesTop,
  };
}

function toLaneFlow(flow: SceneFlow, room: SceneRoom, labelled: boolean, numbered: boolean): LaneFlow {
  const { number, words, ...rest } = flow;
  if (!numbered) return rest;
  const isInside = flow.fromIndex >= 0 && flow.toIndex >= 0;
  const text = isInside || !labelled ? number : words;
  const style = { ...NUMBER, size: NUMBER.size * room.unit };
  const width = Math.ceil(room.measure(text, style)) + (isInside ? 10 : 4) * room.unit;
  return { ...rest, label: { text, width, height: 18 * room.unit } };
}

/**
 * As wide as they may be; narrower, then fewer, where the middle would be left without room for its numbers, or a
 * number would lie on another arrow. What is left out is in the list.
 */
function fitLanes(
  flows: readonly LaneFlow[],
  sectors: readonly SectorGeometry[],
  ring: Ring,
  labelled: boolean,
): { lanes: Lanes; largest: number; cap: number } {
  const largest = Math.max(0, ...flows.map(({ count }) => count));
  const hub = Math.min(ring.inner * 0.55, (labelled ? 58 : 44) * ring.unit);
  const widest = Math.min(FLOW_CAP, ring.outer * 0.115);
  const inside = flows.filter(({ fromIndex, toIndex }) => fromIndex >= 0 && toIndex >= 0);
  for (let count = inside.length; count >= 0; count -= 1) {
    let best: { lanes: Lanes; largest: number; cap: number } | undefined;
    for (const part of PARTS) {
      const scale = { largest, cap: widest * part, hub };
      const lanes = layoutNumbered(inside.slice(0, count), sectors, ring, scale);
      if (lanes && (!best || rate(lanes) < rate(best.lanes))) best = { lanes, largest, cap: scale.cap };
      if (best && rate(best.lanes) === 0) break;
    }
    if (best && !best.lanes.flows.some(({ isOver }) => isOver)) return best;
  }
  return { lanes: { flows: [], hub: ring.inner * 0.6 }, largest, cap: widest };
}

/** Parts of the widest arrow, and higher and higher lanes: tried until every number has a good place. */
const PARTS = [1, 0.8, 0.6, 0.45];
const ROOMY = [0, 8, 16, 24, 32];

/** The lanes in which the most numbers have a good place; the lowest of them, which leave the middle its room. */
function layoutNumbered(
  flows: readonly LaneFlow[],
  sectors: readonly SectorGeometry[],
  ring: Ring,
  scale: { largest: number; cap: number; hub: number },
): Lanes | undefined {
  let best: Lanes | undefined;
  for (const roomy of ROOMY) {
    const lanes = layoutLanes(flows, sectors, ring, { ...scale, roomy });
    if (!lanes) break;
    if (!best || rate(lanes) < rate(best)) best = lanes;
    if (rate(best) === 0) break;
  }
  return best;
}

/** How badly the numbers lie: on another arrow weighs more than any that are only set tight. */
function rate({ flows }: Lanes): number {
  return flows.reduce((sum, { isForced, isOver }) => sum + (isForced ? 1 : 0) + (isOver ? 100 : 0), 0);
}

/** The centre and the height of it all; undefined where it is wider than the room. */
function toFrame(
  { labels, flows }: { labels: (LabelGeometry | undefined)[]; flows: FlowGeometry[] },
  { outer, unit }: Ring,
  width: number,
  halves: boolean,
): { centre: Point; height: number; halvesTop: number } | undefined {
  const boxes: Box[] = [
    { x: -outer - EDGE, y: -outer - EDGE, width: 2 * (outer + EDGE), height: 2 * (outer + EDGE) },
    ...labels.filter((label) => label !== undefined),
    ...flows.flatMap(({ label, samples }) => [
      ...(label ? [label] : []),
      ...samples.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 })),
    ]),
  ];
  const left = -Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  if (left + right > width) return undefined;
  const halvesTop = halves ? 24 * unit : 0;
  const top = -Math.min(...boxes.map(({ y }) => y)) + halvesTop;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const x = Math.min(Math.max(width / 2, left), width - right);
  return { centre: { x, y: top }, height: Math.ceil(top + bottom), halvesTop };
}

/** How many lines fit into the circle, one under the other. */
function fitHub(lines: SceneInput['hub'], hub: number, { unit, measure }: SceneRoom): number {
  for (let count = lines.length; count > 0; count -= 1) {
    const shown = lines.slice(0, count);
    const height = shown.reduce((sum, { size }) => sum + size * 1.3 * unit, 0);
    let y = -height / 2;
    const fits = shown.every(({ text, size, weight }) => {
      const line = size * 1.3 * unit;
      const far = Math.max(Math.abs(y), Math.abs(y + line));
      y += line;
      const half = far < hub ? Math.sqrt(hub * hub - far * far) : 0;
      return measure(text, { size: size * unit, weight }) <= 2 * half - 6;
    });
    if (fits) return count;
  }
  return 0;
}

/** The pointer of the middle to a phase: a triangle on the hub's edge. */
export function toPointer(hub: number, angle: number): string {
  const tip = toPoint(angle, hub + 7);
  const side = 9 / hub;
  const base = [toPoint(angle - side, hub - 3), toPoint(angle + side, hub - 3)];
  return `M${[tip, ...base].map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}Z`;
}
