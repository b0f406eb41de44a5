import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WheelResult } from '../../src/engine/schema/wheel.ts';
import { getWheelLocalization } from '../../src/i18n/wheel-localization.ts';
import { toSceneInput } from '../../src/elements/lifecycle-wheel/render-body.ts';
import { type Box, distanceTo, overlaps, TURN } from '../../src/layout/wheel-geometry.ts';
import { covers, coversHead, FLOW_CAP, FLOW_FLOOR, toFlowWidth } from '../../src/layout/wheel-lanes.ts';
import { layoutWheelScene, type WheelScene } from '../../src/layout/wheel-scene.ts';
import { breakLines, type MeasureText } from '../../src/layout/wheel-text.ts';
import { layoutWheelView } from '../../src/layout/wheel-view-model.ts';
import * as fixtures from '../../demo/scenarios/wheel-results.ts';

/** Wide letters of a bold sans serif: wider than what a browser measures. */
const measure: MeasureText = (text, { size, weight }) => text.length * size * (weight > 500 ? 0.68 : 0.62);
const french = getWheelLocalization('fr');

function sceneOf(result: WheelResult, width: number, unit = 1): WheelScene {
  const view = layoutWheelView(result, { localization: french });
  return layoutWheelScene(toSceneInput(view, undefined), { width, unit, measure });
}

const CROWDED = [3, 4, 5, 6, 7, 8].map((count): [string, WheelResult] => [
  `${count} phases`,
  fixtures.crowded(count),
]);
const MODELS: [string, WheelResult][] = [
  ['lifecycle', fixtures.lifecycle],
  ['engagement', fixtures.engagement],
  ['flywheel', fixtures.flywheel],
];
const WIDTHS = [300, 350, 419, 420, 480, 560, 620, 680, 760, 900];

/** All texts of a scene as boxes around the centre. */
function boxesOf({ labels, flows }: WheelScene): Box[] {
  return [...labels, ...flows.map(({ label }) => label)].filter((box) => box !== undefined);
}

for (const [name, result] of [...CROWDED, ...MODELS]) {
  test(`${name}: no text meets another, the ring or an arrow, at any width and text size`, () => {
    for (const width of WIDTHS) {
      for (const unit of [1, 1.5]) {
        const scene = sceneOf(result, width, unit);
        const where = `${name} at ${width} px, ${unit}`;
        const boxes = boxesOf(scene);
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1))
            assert.ok(!overlaps(box, other), `${where}: ${JSON.stringify([box, other])}`);
        }
        for (const label of scene.labels) {
          if (!label) continue;
          assert.ok(distanceTo(label) >= scene.ring.outer, `${where}: a label in the ring`);
          for (const flow of scene.flows)
            assert.ok(!covers(label, flow), `${where}: ${flow.key} through a label`);
        }
        for (const flow of scene.flows) {
          // With text half as large again on a phone, a number may have to lie on the body of another arrow.
          if (!flow.label || (flow.isForced && unit > 1)) continue;
          const others = scene.flows.filter((other) => other !== flow);
          assert.ok(
            !others.some((other) => covers(flow.label as Box, other)),
            `${where}: an arrow through a number`,
          );
        }
      }
    }
  });

  test(`${name}: everything is inside of its room`, () => {
    for (const width of WIDTHS) {
      const scene = sceneOf(result, width);
      for (const box of boxesOf(scene)) {
        assert.ok(box.x + scene.centre.x >= -0.5 && box.x + box.width + scene.centre.x <= width + 0.5);
        assert.ok(
          box.y + scene.centre.y >= -0.5 && box.y + box.height + scene.centre.y <= scene.height + 0.5,
        );
      }
      assert.ok(
        scene.centre.x - scene.ring.outer >= -0.5 && scene.centre.x + scene.ring.outer <= width + 0.5,
      );
    }
  });

  test(`${name}: arrows go around the middle, never through it, and stay between hub and ring`, () => {
    for (const width of WIDTHS) {
      const scene = sceneOf(result, width);
      for (const flow of scene.flows.filter(({ lane }) => lane > 0)) {
        for (const { x, y } of flow.samples) {
          const distance = Math.hypot(x, y);
          assert.ok(distance - flow.width / 2 >= scene.hub, `${flow.key} enters the hub at ${width} px`);
          assert.ok(distance <= scene.ring.inner, `${flow.key} leaves the ring at ${width} px`);
        }
      }
    }
  });

  test(`${name}: gauges are true to scale, and all on tracks of one length`, () => {
    const view = layoutWheelView(result, { localization: french });
    const scene = sceneOf(result, 760);
    const track = scene.sectors[0] && scene.sectors[0].trackEnd - scene.sectors[0].trackStart;
    const most = Math.max(...result.phases.flatMap(({ count, start }) => [count ?? 0, start ?? 0]));
    for (const [index, sector] of scene.sectors.entries()) {
      const length = sector.trackEnd - sector.trackStart;
      assert.ok(Math.abs(length - (track ?? 0)) < 1e-9, 'tracks are of one length');
      const expected = ((result.phases[index]?.count ?? 0) / most) * length;
      assert.ok(Math.abs(sector.gaugeEnd - sector.trackStart - expected) < 1e-9, view.phases[index]?.label);
      assert.ok(Math.abs(sector.end - sector.start - TURN / scene.sectors.length) < 0.1, 'sectors are equal');
    }
  });

  test(`${name}: arrows are as wide as people, up to the cap`, () => {
    const scene = sceneOf(result, 760);
    const counted = scene.flows.map((flow) => {
      const same = (result.flows ?? []).filter(
        ({ from, to }) => flow.key.replace('>bring', '') === `${from}>${to}`,
      );
      return { flow, count: same.reduce((sum, { count }) => sum + count, 0) };
    });
    const widest = counted.reduce((most, one) => (one.count > most.count ? one : most));
    assert.ok(widest.flow.width <= FLOW_CAP);
    for (const { flow, count } of counted) {
      const expected = Math.max(FLOW_FLOOR, (count / widest.count) * widest.flow.width);
      assert.ok(Math.abs(flow.width - expected) < 1e-9, `${flow.key}: ${flow.width} for ${count}`);
    }
  });
}

test('at full width every drawn arrow has its number, and every phase its label', () => {
  for (const [name, result] of [...CROWDED, ...MODELS]) {
    const view = layoutWheelView(result, { localization: french });
    const scene = sceneOf(result, 760);
    assert.equal(scene.labelled, true, name);
    const drawn = view.flows?.filter(({ facts }) => facts.drawn).map(({ key }) => key) ?? [];
    assert.deepEqual(
      [...scene.flows.map(({ key }) => key)].sort(),
      [...drawn].sort(),
      `${name}: all are drawn`,
    );
    for (const flow of scene.flows) assert.ok(flow.label, `${name}: ${flow.key} has no number`);
  }
});

for (const [name, result] of MODELS) {
  test(`${name}: from 480 px on every drawn arrow has its number, on no head of an arrow`, () => {
    for (let width = 480; width <= 1280; width += 80) {
      const scene = sceneOf(result, width);
      for (const flow of scene.flows) {
        const where = `${flow.key} at ${width} px`;
        assert.ok(flow.label, `${where} has no number`);
        for (const other of scene.flows.filter(({ lane }) => lane > 0))
          assert.ok(
            flow.lane === 0 || !coversHead(flow.label, other),
            `${where} is on the head of ${other.key}`,
          );
      }
    }
  });
}

test('a heavy arrow along the side keeps its number', () => {
  // A quarter of the engagement index, mostly upright: the number is wider than the arrow's lane.
  const quarter: WheelResult = {
    ...fixtures.engagement,
    flows: [
      { from: 'not-engaged', to: 'nurture', count: 390, kind: 'enter' },
      { from: 'not-engaged', to: 'exit', count: 166, kind: 'enter' },
      { from: 'not-engaged', to: 'retention', count: 164, kind: 'enter' },
      { from: 'retention', to: 'exit', count: 121, kind: 'decline' },
      { from: 'exit', to: 'retention', count: 45, kind: 'return' },
      { from: 'not-engaged', to: 'purchase', count: 20, kind: 'enter' },
      { from: 'nurture', to: 'retention', count: 14, kind: 'move' },
      { from: 'purchase', to: 'nurture', count: 13, kind: 'decline' },
    ],
  };
  for (let width = 480; width <= 1280; width += 80) {
    for (const flow of sceneOf(quarter, width).flows) {
      assert.ok(flow.label, `${flow.key} at ${width} px`);
      assert.ok(width < 640 || !flow.isForced, `${flow.key} at ${width} px has no good place`);
    }
  }
});

test('under 420 px the arrows are bare, and the labels are the list’s', () => {
  const narrow = sceneOf(fixtures.lifecycle, 400);
  assert.equal(narrow.labelled, false);
  assert.deepEqual(boxesOf(narrow), []);
  assert.ok(narrow.flows.length > 0, 'the arrows themselves stay');
});

test('neighbours run in the first lane, the rest deeper, and entries outside', () => {
  const lanes = new Map(sceneOf(fixtures.lifecycle, 760).flows.map(({ key, lane }) => [key, lane]));
  assert.equal(lanes.get('acquisition>conversion'), 1);
  assert.equal(lanes.get('attrition>retention'), 1);
  assert.equal(lanes.get('retention>loyalty'), 2);
  assert.equal(lanes.get('not-engaged>acquisition'), 0);
  const both = new Map(sceneOf(fixtures.engagement, 760).flows.map(({ key, lane }) => [key, lane]));
  // Two that run against each other cannot share a lane: the larger has the first.
  assert.deepEqual([both.get('retention>exit'), both.get('exit>retention')], [1, 2]);
});

test('the engagement index has before on the left and after on the right, from the lower left', () => {
  const [nurture, purchase, retention, exit] = sceneOf(fixtures.engagement, 760).sectors.map(({ mid }) => ({
    x: Math.sin(mid),
    y: -Math.cos(mid),
  }));
  assert.ok(nurture && nurture.x < 0 && nurture.y > 0);
  assert.ok(purchase && purchase.x < 0 && purchase.y < 0);
  assert.ok(retention && retention.x > 0 && retention.y < 0);
  assert.ok(exit && exit.x > 0 && exit.y > 0);
});

test('the other models begin at twelve o’clock and go clockwise', () => {
  const [first, second] = sceneOf(fixtures.lifecycle, 760).sectors;
  assert.equal(first?.mid, 0);
  assert.ok(Math.abs((second?.mid ?? 0) - TURN / 5) < 1e-9);
});

test('zero fills nothing, one phase is a whole ring, unknown is no gauge', () => {
  for (const sector of sceneOf(fixtures.nobody, 760).sectors) assert.equal(sector.gauge, '');
  const [only] = sceneOf(fixtures.onePhase, 760).sectors;
  assert.ok(only && only.gauge !== '' && only.end - only.start > 6);
  assert.equal(sceneOf(fixtures.partial, 760).sectors[3]?.gauge, '');
});

test('nothing that is odd breaks the picture', () => {
  const odd: WheelResult = {
    model: 'lifecycle',
    phases: [
      { name: 'x'.repeat(120), count: 1e12 },
      { name: '', count: 0 },
    ],
    flows: [
      { from: '0', to: '0', count: 5 },
      { from: '0', to: '1', count: 1e12 },
      { from: '1', to: '0', count: 1 },
      { from: 'a', to: 'b', count: 2 },
    ],
  };
  for (const width of [...WIDTHS, 120, 60]) {
    const scene = sceneOf(odd, width);
    assert.ok(Number.isFinite(scene.height) && scene.height > 0);
    assert.ok(
      !/NaN|Infinity/.test(
        JSON.stringify(scene, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
      ),
    );
  }
});

test('a width is linear in people from zero, and tiny ones keep the floor', () => {
  assert.equal(toFlowWidth(50, 100, 22), 11);
  assert.equal(toFlowWidth(1, 1000, 22), FLOW_FLOOR);
  assert.equal(toFlowWidth(0, 0, 22), FLOW_FLOOR);
});

test('lines break at spaces, and only a word that is too long is cut', () => {
  const style = { size: 10, weight: 400 };
  const letters: MeasureText = (text) => text.length * 10;
  assert.deepEqual(breakLines('Offre de bienvenue', style, 90, letters), ['Offre de', 'bienvenue']);
  assert.deepEqual(breakLines('18\u00a0jours', style, 50, letters), ['18\u00a0j-', 'ours']);
  assert.deepEqual(breakLines('abcdefgh', style, 50, letters), ['abcd-', 'efgh']);
  assert.deepEqual(breakLines('', style, 50, letters), []);
});

test('a return takes the shorter way round, past the phase between', () => {
  const scene = sceneOf(fixtures.lifecycle, 760);
  const back = scene.flows.find(({ key }) => key === 'retention>loyalty');
  const attrition = scene.sectors[3]?.mid ?? 0;
  const angles = (back?.samples ?? []).map(({ x, y }) => (Math.atan2(x, -y) + TURN) % TURN);
  assert.ok(
    angles.some((angle) => Math.abs(angle - attrition) < 0.1),
    'it passes attrition',
  );
  assert.ok(
    angles.every((angle) => angle > Math.PI / 2),
    'and not acquisition',
  );
});
