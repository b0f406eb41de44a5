import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomLcg } from 'd3';
import { toSceneInput } from '../../src/elements/lifecycle-wheel/render-body.ts';
import type { FlowKind, WheelResult } from '../../src/engine/schema/wheel.ts';
import { getWheelLocalization } from '../../src/i18n/wheel-localization.ts';
import { type Box, distanceTo, overlaps } from '../../src/layout/wheel-geometry.ts';
import { covers, coversHead } from '../../src/layout/wheel-lanes.ts';
import { layoutWheelScene, type WheelScene } from '../../src/layout/wheel-scene.ts';
import type { MeasureText } from '../../src/layout/wheel-text.ts';
import { layoutWheelView } from '../../src/layout/wheel-view-model.ts';

/** Wide letters of a bold sans serif: wider than what a browser measures. */
const measure: MeasureText = (text, { size, weight }) => text.length * size * (weight > 500 ? 0.68 : 0.62);
const french = getWheelLocalization('fr');
const SEED = 2026;
const WHEELS = 10;
const WIDTHS = [300, 420, 450, 480, 560, 620, 760, 1000];
/** The page's text as it is, half as large again, and doubled. */
const UNITS = [1, 1.5, 2];
const NAMES = [
  'Conquête',
  'Fidélisation',
  'Attrition',
  'Programme de parrainage',
  'Réengagement après une longue absence',
  'Prospects en cours de qualification',
  'Essai',
];
const KINDS: readonly FlowKind[] = ['move', 'decline', 'return'];

/** A wheel of 3 to 8 phases with up to ten movements between any places, of one person or a million. */
function makeWheel(random: () => number): WheelResult {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(all: readonly T[]) => all[below(all.length)] as T;
  const phases = Array.from({ length: 3 + below(6) }, (_, index) => ({
    id: `p${index}`,
    name: pick(NAMES),
    count: below(10 ** (1 + below(6))),
    medianDays: below(400),
  }));
  const places = [...phases.map(({ id }) => id), 'new', 'former'];
  const flows = Array.from({ length: below(11) }, () => ({
    from: pick(places),
    to: pick(places),
    count: 1 + below(10 ** (1 + below(5))),
    kind: pick(KINDS),
  })).filter(({ from, to }) => from !== to);
  return {
    model: phases.length === 4 ? 'engagement' : 'lifecycle',
    asOf: '2026-06-30T12:00:00Z',
    comparedTo: '2026-05-31T12:00:00Z',
    phases,
    flows,
    outside: [
      { id: 'new', name: 'Pas encore engagés', count: 9 },
      { id: 'former', name: 'Anciens clients', count: 3 },
    ],
  };
}

function check({ labels, flows, ring, centre, width, height }: WheelScene, where: string): void {
  const texts = [...labels, ...flows.map(({ label }) => label)].filter(
    (box): box is Box => box !== undefined,
  );
  for (const [index, box] of texts.entries()) {
    assert.ok(!texts.slice(index + 1).some((other) => overlaps(box, other)), `${where}: two texts meet`);
    const [x, y] = [box.x + centre.x, box.y + centre.y];
    assert.ok(x >= -0.5 && x + box.width <= width + 0.5, `${where}: a text beside the room`);
    assert.ok(y >= -0.5 && y + box.height <= height + 0.5, `${where}: a text above or below the room`);
  }
  for (const label of labels) {
    if (!label) continue;
    assert.ok(distanceTo(label) >= ring.outer, `${where}: a label in the ring`);
    assert.ok(!flows.some((flow) => covers(label, flow)), `${where}: an arrow through a label`);
  }
  for (const flow of flows) {
    const { label } = flow;
    if (!label) continue;
    const others = flows.filter((other) => other !== flow);
    assert.ok(
      !others.some((other) => covers(label, other)),
      `${where}: the number of ${flow.key} on an arrow`,
    );
    assert.ok(
      !others.some((other) => coversHead(label, other)),
      `${where}: the number of ${flow.key} on a head`,
    );
  }
}

test(`any wheel of 3 to 8 phases, at any width, in text up to twice as large: nothing collides (seed ${SEED})`, () => {
  const random = randomLcg(SEED);
  let labelled = 0;
  let arrows = 0;
  for (let n = 0; n < WHEELS; n += 1) {
    const input = toSceneInput(layoutWheelView(makeWheel(random), { localization: french }), undefined);
    for (const width of WIDTHS) {
      for (const unit of UNITS) {
        const scene = layoutWheelScene(input, { width, unit, measure });
        check(scene, `wheel ${n} at ${width} px, text × ${unit}`);
        labelled += scene.labelled ? 1 : 0;
        arrows += scene.flows.length === input.flows.length ? 1 : 0;
      }
    }
  }
  // Leaving everything out would collide with nothing.
  const all = WHEELS * WIDTHS.length * UNITS.length;
  assert.ok(labelled > all / 4, `${labelled} of ${all} have labels`);
  assert.ok(arrows > all / 2, `${arrows} of ${all} have all their arrows`);
});
