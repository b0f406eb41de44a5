import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FunnelStepSelectEvent, HighlightChangeEvent } from '../../src/events/index.ts';

test('highlight-change carries what stands out, or that nothing does, and cannot be refused', () => {
  const event = new HighlightChangeEvent({ group: 'Website' });
  assert.deepEqual(
    [event.type, event.bubbles, event.composed, event.cancelable],
    ['highlight-change', true, true, false],
  );
  assert.deepEqual(event.highlight, { group: 'Website' });
  assert.ok(Object.isFrozen(event.detail));
  assert.equal(new HighlightChangeEvent(undefined).highlight, undefined);
});

test('funnel-step-select names all segments that were opened together, one of them where it was one', () => {
  const first = { step: 'a', outcome: 'dropped' };
  const second = { step: 'b', outcome: 'converted', group: 'Website' };
  const detail = { funnel: 'f', step: 'a', outcome: 'dropped', count: undefined, segment: first };
  const both = new FunnelStepSelectEvent({ ...detail, segments: [first, second] });
  assert.deepEqual(both.segments, [first, second]);
  assert.deepEqual(both.detail.segments, both.segments);
  assert.ok(Object.isFrozen(both.segments) && both.segments.every((segment) => Object.isFrozen(segment)));
  assert.deepEqual(new FunnelStepSelectEvent(detail).segments, [first]);
});
