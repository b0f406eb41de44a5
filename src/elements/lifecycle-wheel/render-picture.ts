import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FlowKind } from '../../engine/schema/wheel.ts';
import type { LabelGeometry } from '../../layout/wheel-labels.ts';
import { LINE_STYLES } from '../../layout/wheel-labels.ts';
import type { FlowGeometry } from '../../layout/wheel-lanes.ts';
import { toPoint, type SectorGeometry } from '../../layout/wheel-geometry.ts';
import { toPointer, type WheelScene } from '../../layout/wheel-scene.ts';
import type { PhaseView, WheelViewModel } from '../../layout/wheel-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { ClientView } from './client-view.ts';
import type { WheelContext } from './render-context.ts';

/** The sign that goes with a tone, for who does not see the tone. */
export const SIGNS: Partial<Record<FlowKind, string>> = { decline: '▼', return: '▲' };

/** The number at an arrow, with the sign of its kind. */
export function toFlowNumber(kind: FlowKind, count: string): string {
  const sign = SIGNS[kind];
  return sign ? `${sign}\u00a0${count}` : count;
}

/** The wheel itself. Hidden from assistive technology: the lists beside it say all of it, with the same words. */
export function renderPicture(context: WheelContext, client: ClientView | undefined): TemplateResult {
  const { scene } = context;
  return html`<div class="ruler" data-ruler aria-hidden="true"></div>
    <div
      class="stage"
      aria-hidden="true"
      ${cssProperties({ '--_height': scene ? `${scene.height}px` : undefined })}
    >
      ${scene ? renderScene(scene, context, client) : nothing}
    </div>`;
}

function renderScene(
  scene: WheelScene,
  context: WheelContext,
  client: ClientView | undefined,
): TemplateResult {
  const { view, interactive } = context;
  const at = `translate(${scene.centre.x} ${scene.centre.y})`;
  return html`<svg
    class="picture ${interactive ? 'interactive' : ''}"
    part="wheel"
    width=${scene.width}
    height=${scene.height}
  >
    ${view.halves && scene.halvesTop > 0 ? renderHalves(scene, view.halves) : nothing}
    <g transform=${at}>
      ${repeat(
        scene.sectors,
        ({ id }) => id,
        (sector) => renderSector(sector, view.phases[sector.index], scene),
      )}
      ${renderRay(scene, client)}
      ${repeat(
        scene.flows,
        ({ key }) => key,
        (flow) => renderFlow(flow, view, scene),
      )}
      ${renderHub(scene, view, client)}
      ${scene.labels.map((label, index) => (label ? renderLabel(label, view.phases[index], scene) : nothing))}
    </g>
  </svg>`;
}

function renderHalves(scene: WheelScene, { before, after }: NonNullable<WheelViewModel['halves']>) {
  const { x, y } = scene.centre;
  const outer = scene.ring.outer + 6;
  return svg`<g class="halves">
    <path d="M${x},0V${y - outer}M${x},${y + outer}V${scene.height}" />
    <text class="half" x=${x - 12} y="14" text-anchor="end">${before}</text>
    <text class="half" x=${x + 12} y="14" text-anchor="start">${after}</text>
  </g>`;
}

function renderSector(sector: SectorGeometry, phase: PhaseView | undefined, scene: WheelScene) {
  if (!phase) return nothing;
  const { unit } = scene.ring;
  const classes = [phase.isCurrent ? 'current' : '', phase.isMissing ? 'missing' : ''].join(' ');
  return svg`<g class="sector ${classes}" data-place="phase:${phase.id}" data-open="phase:${phase.id}">
    <path class="area" d=${sector.area} />
    <path class="track" part="track" d=${sector.track} />
    ${sector.gauge ? svg`<path class="gauge" part="gauge" d=${sector.gauge} />` : nothing}
    ${sector.mark ? svg`<path class="mark" part="mark" d=${sector.mark} />` : nothing}
    ${sector.previous ? svg`<path class="casing" d=${sector.previous} /><path class="previous" part="previous" d=${sector.previous} />` : nothing}
    ${sector.target ? svg`<path class="casing" d=${sector.target} /><path class="target" part="target" d=${sector.target} />` : nothing}
    <circle class="badge" cx=${sector.badge.x} cy=${sector.badge.y} r=${11 * unit} />
    <text class="badge-text" x=${sector.badge.x} y=${sector.badge.y} dy="0.36em">${phase.number}</text>
    ${sector.friction ? renderTriangle(sector.friction, phase, unit) : nothing}
  </g>`;
}

function renderTriangle({ x, y }: { x: number; y: number }, phase: PhaseView, unit: number) {
  const size = 13 * unit;
  const points = [
    [x, y - size],
    [x + size * 1.08, y + size * 0.78],
    [x - size * 1.08, y + size * 0.78],
  ];
  return svg`<g class="friction" part="friction">
    <path d="M${points.map((point) => point.join(',')).join('L')}Z" />
    <text x=${x} y=${y + 1 * unit} dy="0.45em">${phase.friction.length}</text>
  </g>`;
}

function renderFlow(flow: FlowGeometry, view: WheelViewModel, scene: WheelScene) {
  const seen = view.flows?.find(({ key }) => key === flow.key);
  if (!seen) return nothing;
  const ends = `phase:${seen.facts.from} phase:${seen.facts.to}`;
  const isBrought = seen.kind === 'bring';
  const [dash, gap] = toDashes(flow);
  return svg`<g
    class="flow ${flow.kind}"
    part="flow"
    data-place="flow:${flow.key}"
    data-ends=${ends}
    data-open=${isBrought ? nothing : `flow:${flow.key}`}
  >
    <path class="under" d=${flow.line} stroke-width=${flow.width + 4} />
    <path class="line" d=${flow.line} stroke-width=${flow.width} stroke-dasharray=${dash ? `${dash} ${gap}` : nothing} />
    <path class="head" d=${flow.head} />
    <path class="hit" d=${flow.line} stroke-width=${Math.max(24, flow.width)} />
    ${flow.label ? renderNumber(flow, seen.words, toFlowNumber(seen.kind, seen.count), scene) : nothing}
  </g>`;
}

/** Departures are dashed, people brought are dotted. */
function toDashes({ kind, width }: FlowGeometry): [number, number] {
  if (kind === 'leave') return [Math.max(3, width * 0.35), Math.max(3, width * 0.25)];
  return kind === 'bring' ? [0.1, Math.max(4, width * 1.25)] : [0, 0];
}

function renderNumber(
  { label, lane }: FlowGeometry,
  words: string,
  number: string,
  { labelled }: WheelScene,
) {
  if (!label) return nothing;
  const { x, y, width, height } = label;
  const text = lane > 0 || !labelled ? number : words;
  return svg`${lane > 0 ? svg`<rect class="chip" x=${x} y=${y} width=${width} height=${height} rx=${height / 2} />` : nothing}
    <text class="number" x=${x + width / 2} y=${y + height / 2} dy="0.36em">${text}</text>`;
}

function renderHub(scene: WheelScene, view: WheelViewModel, client: ClientView | undefined) {
  const { hub, ring } = scene;
  const lines = client ? client.hub : toHubLines(view);
  const shown = lines.slice(0, scene.hubLines);
  const unit = ring.unit;
  const total = shown.reduce((sum, { size }) => sum + size * 1.3 * unit, 0);
  let y = -total / 2;
  const sector = client && scene.sectors.find(({ id }) => id === client.phase);
  return svg`<g class="hub" part="centre">
    <circle r=${hub} />
    ${sector ? svg`<path class="pointer" d=${toPointer(hub, sector.mid)} />` : nothing}
    ${shown.map(({ text, size }, index) => {
      const line = size * 1.3 * unit;
      y += line;
      return svg`<text class=${index === 0 ? 'hub-total' : 'hub-line'} x="0" y=${y - line * 0.28} font-size=${size * unit}>${text}</text>`;
    })}
  </g>`;
}

/** From the middle to the person's phase; under the arrows, as it is no movement. */
function renderRay({ sectors, hub, ring }: WheelScene, client: ClientView | undefined) {
  const sector = client && sectors.find(({ id }) => id === client.phase);
  if (!sector) return nothing;
  const [a, b] = [toPoint(sector.mid, hub), toPoint(sector.mid, ring.inner)];
  return svg`<path class="ray" d=${`M${a.x},${a.y}L${b.x},${b.y}`} />`;
}

/** The lines of the middle, the most important first; sizes in sixteenths of a rem. */
export function toHubLines({ hub }: WheelViewModel): { text: string; size: number; weight: number }[] {
  return [
    { text: hub.total, size: 24, weight: 700 },
    { text: hub.unit, size: 12, weight: 400 },
    ...[hub.change, hub.rate].filter(Boolean).map((text) => ({ text, size: 12, weight: 400 })),
  ];
}

function renderLabel(label: LabelGeometry, phase: PhaseView | undefined, { ring }: WheelScene) {
  if (!phase) return nothing;
  const anchor = { left: 'start', center: 'middle', right: 'end' }[label.align];
  const x = { left: label.x, center: label.x + label.width / 2, right: label.x + label.width }[label.align];
  let y = label.y;
  return svg`<g class="label" part="label" data-place="phase:${phase.id}" data-open="phase:${phase.id}">
    <rect class="hit" x=${label.x - 3} y=${label.y} width=${label.width + 6} height=${label.height} />
    ${label.lines.map(({ text, kind }) => {
      const line = LINE_STYLES[kind].line * ring.unit;
      y += line;
      return svg`<text class="label-${kind}" x=${x} y=${y - line * 0.26} text-anchor=${anchor}>${text}</text>`;
    })}
  </g>`;
}

/** A wheel of 40 px with one phase filled: where there is no room for the whole. */
export function renderIcon(view: WheelViewModel, phase: string | undefined): TemplateResult {
  const count = view.phases.length;
  const halves = view.halves !== undefined;
  return html`<svg class="icon" width="40" height="40" viewBox="-20 -20 40 40" aria-hidden="true">
    ${view.phases.map(({ id }, index) => {
      const size = (2 * Math.PI) / count;
      const mid = halves ? Math.PI + (index + 0.5) * size : index * size;
      const half = size / 2 - (count > 1 ? 0.12 : 0.001);
      const [a, b] = [toPoint(mid - half, 15), toPoint(mid + half, 15)];
      const large = half > Math.PI / 2 ? 1 : 0;
      return svg`<path class=${id === phase ? 'on' : ''} d="M${a.x},${a.y}A15,15 0 ${large} 1 ${b.x},${b.y}" />`;
    })}
  </svg>`;
}
