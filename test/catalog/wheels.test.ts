import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wheelCatalog } from '../../src/catalog/wheels.ts';
import { engagementPlaces } from '../../src/engine/engagement/engagement-places.ts';
import { flywheelPlaces } from '../../src/engine/flywheel/flywheel-places.ts';
import { lifecyclePlaces } from '../../src/engine/lifecycle/lifecycle-places.ts';
import { parseWheelOptions, parseWheelResult } from '../../src/engine/schema/wheel.ts';

const PLACES = { lifecycle: lifecyclePlaces, engagement: engagementPlaces, flywheel: flywheelPlaces };

test('every phase of every wheel has a playbook, and no place that is not there', () => {
  for (const [model, { ids, phaseCount }] of Object.entries(PLACES)) {
    const playbook = wheelCatalog.playbooks[model as keyof typeof PLACES]!;
    assert.deepEqual(Object.keys(playbook), ids.slice(0, phaseCount));
    for (const [id, plays] of Object.entries(playbook)) {
      assert.ok(plays.length > 0, `${model}.${id}`);
      assert.equal(new Set(plays.map((play) => play.id)).size, plays.length);
      for (const { name } of plays) assert.deepEqual(Object.keys(name), ['en', 'fr']);
    }
  }
});

test('the catalogue is of the shapes a host could give', () => {
  const phases = Object.values(wheelCatalog.playbooks.lifecycle!).map((playbook) => ({ count: 0, playbook }));
  assert.doesNotThrow(() => parseWheelResult({ model: 'lifecycle', phases }));
  assert.doesNotThrow(() => parseWheelOptions({ flywheel: { friction: wheelCatalog.friction } }));
});
