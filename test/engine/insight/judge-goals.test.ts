import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeGoals } from '../../../src/engine/insight/judge-goals.ts';
import { chain } from './results.ts';

const STUDIO = chain({
  lead: { converted: 100 },
  intro: { converted: 40, open: 5 },
  member: { converted: 12, open: 2 },
});

function judged(goals: Record<string, number>) {
  return judgeGoals(STUDIO, goals).map(({ step, isMet, missing, canStillBeMet, isCertain }) => ({
    step,
    isMet,
    missing,
    canStillBeMet,
    isCertain,
  }));
}

test('a goal is met by as many as it asks for', () => {
  // 12 of 40 are 0.3 exactly, though three tenths of forty are not in binary fractions.
  assert.deepEqual(judged({ member: 0.3 }), [
    { step: 'member', isMet: true, missing: 0, canStillBeMet: false, isCertain: false },
  ]);
  // A third of forty is 13.3: two more, and two are open. 45 of the leads: 40 and the 5 who are open.
  assert.deepEqual(judged({ member: 1 / 3, intro: 0.45 }), [
    { step: 'member', isMet: false, missing: 2, canStillBeMet: true, isCertain: false },
    { step: 'intro', isMet: false, missing: 5, canStillBeMet: true, isCertain: false },
  ]);
  // Wilson of 40 of 100: 31 to 50 %.
  assert.deepEqual(judged({ intro: 0.6 }), [
    { step: 'intro', isMet: false, missing: 20, canStillBeMet: false, isCertain: true },
  ]);
});

test('of the whole funnel it is of those who began', () => {
  const [goal] = judgeGoals(STUDIO, { total: 0.15 });
  assert.deepEqual([goal!.converted, goal!.whole, goal!.rate, goal!.missing], [12, 100, 0.12, 3]);
  // Five may still buy the intro, two a membership.
  assert.equal(goal!.canStillBeMet, true);
});

test('where there is no rate nothing is judged', () => {
  const [first, unknown] = judgeGoals(STUDIO, { lead: 0.5, nowhere: 0.5 });
  assert.deepEqual([first!.isMet, unknown!.isMet, unknown!.whole], [undefined, undefined, undefined]);
});
