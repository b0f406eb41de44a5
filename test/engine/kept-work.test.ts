import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FunnelDefinition } from '../../src/engine/index.ts';
import { findDifferences } from '../support/oracle/comparison.ts';
import { askEngine, openSession } from '../support/oracle/engine-answer.ts';
import { caseSettings, randomCase } from '../support/oracle/random-cases.ts';

/*
 * A session that was asked before keeps candidates of steps and levels of chains. Whatever changes from question to
 * question (a filter, the window, now, the range, the steps themselves), it answers like a session that is new.
 */
const { numRuns, seed } = caseSettings(400);

const steps = fc
  .tuple(
    fc.constantFrom('lead', 'contact'),
    fc.constantFrom('contact', 'purchase'),
    fc.constantFrom('purchase', 'booking'),
  )
  .map((events) => [...new Set(events)].map((event, i) => ({ id: `s${i}`, event })));

const change = fc.record({
  steps,
  window: fc.constantFrom(undefined, undefined, { days: 1 }, { months: 1 }),
  ties: fc.constantFrom<FunnelDefinition['ties']>('allow', 'allow', 'later'),
  pick: fc.constantFrom<'first' | 'last' | undefined>(undefined, undefined, 'last'),
  filter: fc.record({
    step: fc.constantFrom('s0', 's1', 's1'),
    v: fc.constantFrom('x', 'x', '1', undefined),
  }),
  now: fc.constantFrom<string | undefined>(undefined, undefined, '2024-03-31T12:00', '2025-06-01'),
  isInRange: fc.boolean(),
});

test(`a session that kept earlier work answers like a new one (seed ${seed})`, () => {
  const agrees = fc.property(
    randomCase(),
    fc.array(change, { minLength: 2, maxLength: 5 }),
    (one, changes) => {
      const { dataset, options } = one;
      const kept = openSession(dataset);
      for (const { steps: own, window, ties, pick, filter, now, isInRange } of changes) {
        const last = own.length - 1;
        const definition: FunnelDefinition = {
          id: 'kept',
          order: 'sequential',
          ...(ties && { ties }),
          ...(window && { window }),
          steps: own.map((step, i) => ({
            ...step,
            ...(i === last && pick ? { pick } : {}),
            ...(i === last && isInRange ? { when: 'inRange' as const } : {}),
          })),
        };
        const asked = {
          ...(options.range && { range: options.range }),
          ...(now && { now }),
          ...(filter.v === undefined ? {} : { filters: { [filter.step]: { v: filter.v } } }),
        };
        const question = { dataset, definition, options: asked };
        const differences = findDifferences(askEngine(question), askEngine(question, kept));
        assert.deepEqual(differences, [], JSON.stringify(question));
      }
    },
  );
  fc.assert(agrees, { numRuns, seed });
});
