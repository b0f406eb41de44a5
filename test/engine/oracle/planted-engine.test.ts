import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Calendar, DAY } from '../../../src/engine/dataset/calendar.ts';
import { CLEAN, ExclusionRules } from '../../../src/engine/funnel/match/exclusion-rules.ts';
import { OutcomeClasses } from '../../../src/engine/funnel/match/outcome-classes.ts';
import { RunContext } from '../../../src/engine/funnel/match/run-context.ts';
import { StepRules } from '../../../src/engine/funnel/match/step-rules.ts';
import { SwitchFilter } from '../../../src/engine/funnel/match/switches.ts';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { askEngine } from '../../support/oracle/engine-answer.ts';
import { runOracle } from '../../support/oracle/oracle.ts';
import { caseSettings, randomCase } from '../../support/oracle/random-cases.ts';

/** Replaces a method; the second function is given the original. */
function plant<T extends object, K extends keyof T>(
  target: T,
  name: K,
  mistake: (original: T[K]) => T[K],
): () => void {
  const original = target[name];
  target[name] = mistake(original);
  return () => {
    target[name] = original;
  };
}

/** Mistakes in the engine's own code, each of a rule of its own; each plants itself and returns how to take it out. */
const MISTAKES: Record<string, () => () => void> = {
  'the last instant of a window does not count': () =>
    plant(
      StepRules.prototype,
      'accepts',
      (accepts) =>
        function (this: StepRules, ...given) {
          this.high -= 1;
          const accepted = accepts.apply(this, given);
          this.high += 1;
          return accepted;
        },
    ),
  'a step is based on the earliest of its bases': () =>
    plant(
      StepRules.prototype,
      'anchorOf',
      (anchorOf) =>
        function (this: StepRules, step, chosen) {
          const last = anchorOf.call(this, step, chosen);
          const others = Int32Array.from(chosen, (match, index) => (index === last ? -1 : match));
          const other = last < 0 ? last : anchorOf.call(this, step, others);
          return other < 0 ? last : other;
        },
    ),
  'nothing taints': () => plant(ExclusionRules.prototype, 'taintOf', () => () => CLEAN),
  'a cancellation is as good as a renewal': () =>
    plant(OutcomeClasses.prototype, 'isDropped', () => () => false),
  'switches are not looked at': () => plant(SwitchFilter.prototype, 'forKind', () => () => null),
  'a day has 24 hours, always': () =>
    plant(Calendar.prototype, 'addDays', () => (instant, days) => instant + days * DAY),
  'a day-only window ends at midnight': () =>
    plant(
      RunContext.prototype,
      'windowEnd',
      (windowEnd) =>
        function (this: RunContext, anchor, _dayOnly, duration) {
          return windowEnd.call(this, anchor, false, duration);
        },
    ),
};

describe('mistakes planted in the engine are found by the oracle', () => {
  const { numRuns, seed } = caseSettings(8000);
  const cases = fc.sample(randomCase(), { numRuns, seed });

  for (const [name, begin] of Object.entries(MISTAKES)) {
    test(name, (t) => {
      const end = begin();
      try {
        const found = cases.findIndex((one) => {
          const expected = runOracle(one.dataset, one.definition, one.options);
          return findDifferences(expected, askEngine(one)).length > 0;
        });
        assert.notEqual(found, -1, `not found in ${numRuns} cases of seed ${seed}`);
        t.diagnostic(`found by case ${found + 1}`);
      } finally {
        end();
      }
    });
  }
});
