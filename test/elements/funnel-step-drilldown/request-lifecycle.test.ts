import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  advanceRequest,
  computeRemaining,
  computeRequestTarget,
  computeRowMark,
  countTarget,
  countUndone,
  isRetryable,
  isUndoable,
  parseFailed,
  startRequest,
  type RequestPhase,
  type RequestRecord,
  type RequestStep,
} from '../../../src/elements/funnel-step-drilldown/request-lifecycle.ts';
import {
  NO_SELECTION,
  selectOnly,
  WHOLE_SEGMENT,
  withSelected,
} from '../../../src/elements/funnel-step-drilldown/selection.ts';

const start = (): RequestRecord =>
  startRequest({
    id: 'r',
    kind: 'tag',
    values: [{ value: 'vip', label: 'VIP' }],
    selection: selectOnly([1, 2, 3]),
    count: 3,
  });
const follow = (...steps: RequestStep[]) => steps.reduce(advanceRequest, start());

describe('a request', () => {
  const paths: [string, RequestStep[], RequestPhase][] = [
    ['is done', [{ type: 'resolve' }], 'done'],
    ['is done but for some', [{ type: 'resolve', failed: [{ id: 2 }] }], 'partial'],
    ['failed for all named', [{ type: 'resolve', failed: [{ id: 1 }, { id: 2 }, { id: 3 }] }], 'failed'],
    ['failed', [{ type: 'reject' }], 'failed'],
    ['is refused', [{ type: 'refuse' }], 'refused'],
    ['is not answered', [{ type: 'ignore' }], 'unanswered'],
    ['is stopped', [{ type: 'cancel' }], 'cancelled'],
    ['ignores an answer after it was stopped', [{ type: 'cancel' }, { type: 'resolve' }], 'cancelled'],
    ['is tried again', [{ type: 'reject' }, { type: 'retry' }], 'running'],
    ['is not tried again when it is done', [{ type: 'resolve' }, { type: 'retry' }], 'done'],
    ['is undone', [{ type: 'resolve' }, { type: 'undo' }, { type: 'resolve' }], 'undone'],
    ['cannot be undone before it is done', [{ type: 'reject' }, { type: 'undo' }], 'failed'],
    ['may fail to be undone', [{ type: 'resolve' }, { type: 'undo' }, { type: 'reject' }], 'undo-failed'],
    [
      'may be undone at the second attempt',
      [{ type: 'resolve' }, { type: 'undo' }, { type: 'ignore' }, { type: 'undo' }, { type: 'resolve' }],
      'undone',
    ],
    [
      'is undone once',
      [{ type: 'resolve' }, { type: 'undo' }, { type: 'resolve' }, { type: 'undo' }],
      'undone',
    ],
  ];
  for (const [title, steps, phase] of paths) {
    it(title, () => assert.equal(follow(...steps).phase, phase));
  }

  it('offers undoing only for what was done, and another try only for what was not', () => {
    assert.equal(isUndoable(follow({ type: 'resolve' })), true);
    assert.equal(isRetryable(follow({ type: 'resolve' })), false);
    assert.equal(isUndoable(follow({ type: 'reject' })), false);
    assert.equal(isRetryable(follow({ type: 'resolve', failed: [{ id: 2 }] })), true);
    assert.equal(isUndoable(follow({ type: 'resolve', failed: [{ id: 2 }] })), true);
  });

  it('tells how far it is while it runs, and forgets it when it begins again', () => {
    const half: RequestStep = { type: 'progress', done: 1, total: 3 };
    assert.deepEqual(follow(half).progress, { done: 1, total: 3 });
    assert.equal(follow({ type: 'resolve' }, half).progress, undefined);
    assert.equal(follow(half, { type: 'reject' }, { type: 'retry' }).progress, undefined);
  });

  it('takes no notice of failures it did not ask for', () => {
    assert.equal(follow({ type: 'resolve', failed: [{ id: 99 }] }).phase, 'done');
  });
});

describe('whom a request reaches', () => {
  it('all at first, those that failed at the next try', () => {
    assert.deepEqual(computeRequestTarget(start()), selectOnly([1, 2, 3]));
    assert.deepEqual(
      computeRequestTarget(follow({ type: 'resolve', failed: [{ id: 2 }] }, { type: 'retry' })),
      selectOnly([2]),
    );
  });
  it('those it was done for when it is undone', () => {
    assert.deepEqual(
      computeRequestTarget(follow({ type: 'resolve', failed: [{ id: 2 }] }, { type: 'undo' })),
      selectOnly([1, 3]),
    );
  });
  it('all but those that failed of a whole segment when it is undone', () => {
    const record = advanceRequest(
      { ...start(), selection: WHOLE_SEGMENT, count: 9 },
      { type: 'resolve', failed: [{ id: 2 }] },
    );
    const target = computeRequestTarget(advanceRequest(record, { type: 'undo' }));
    assert.deepEqual(target, withSelected(WHOLE_SEGMENT, [2], false));
  });
});

describe('undoing what was done for some only', () => {
  const partial = { type: 'resolve', failed: [{ id: 2 }] } as const;
  const undo = { type: 'undo' } as const;

  it('counts those it was done for, not all it was asked for', () => {
    const undone = follow(partial, undo, { type: 'resolve' });
    assert.equal(undone.phase, 'undone');
    assert.equal(countUndone(undone), 2);
  });

  it('does not count as failed whom it was not asked for', () => {
    const undone = follow(partial, undo, { type: 'resolve', failed: [{ id: 2 }] });
    assert.equal(undone.phase, 'undone');
    assert.equal(countUndone(undone), 2);
  });

  it('says whom it failed for and why, and tries again for them alone', () => {
    const half = follow(partial, undo, { type: 'resolve', failed: [{ id: 3, reason: 'Locked' }] });
    assert.equal(half.phase, 'undo-partial');
    assert.equal(countUndone(half), 1);
    assert.deepEqual(computeRowMark([half], { id: 3 }), { state: 'failed', reason: 'Locked' });
    assert.equal(computeRowMark([half], { id: 1 }), undefined);
    assert.equal(computeRowMark([half], { id: 2 }), undefined);
    const again = advanceRequest(half, undo);
    assert.deepEqual(computeRequestTarget(again), selectOnly([3]));
    assert.equal(countTarget(again), 1);
    assert.equal(advanceRequest(again, { type: 'reject' }).phase, 'undo-partial');
    const undone = advanceRequest(again, { type: 'resolve' });
    assert.equal(undone.phase, 'undone');
    assert.equal(countUndone(undone), 2);
  });

  it('has failed where it failed for all', () => {
    const failed = [{ id: 1 }, { id: 3 }];
    assert.equal(follow(partial, undo, { type: 'resolve', failed }).phase, 'undo-failed');
  });

  for (const end of ['reject', 'refuse', 'ignore', 'cancel'] as const) {
    it(`is possible after another try ended with ${end}, and reaches those it was done for`, () => {
      const record = follow(partial, { type: 'retry' }, { type: end });
      assert.equal(isUndoable(record), true);
      assert.equal(isRetryable(record), true);
      assert.deepEqual(computeRequestTarget(advanceRequest(record, undo)), selectOnly([1, 3]));
    });
  }

  it('reaches all where another try was done for the rest', () => {
    const record = follow(partial, { type: 'retry' }, { type: 'resolve' }, undo);
    assert.deepEqual(computeRequestTarget(record), selectOnly([1, 2, 3]));
    assert.equal(countUndone(advanceRequest(record, { type: 'resolve' })), 3);
  });
});

describe('who stays selected', () => {
  it('nobody it was done for; those it failed for do', () => {
    const record = follow({ type: 'resolve', failed: [{ id: 2 }] });
    assert.deepEqual(computeRemaining(selectOnly([1, 2, 3, 4]), record), selectOnly([2, 4]));
    assert.deepEqual(computeRemaining(selectOnly([1, 2, 3]), follow({ type: 'resolve' })), NO_SELECTION);
  });
  for (const step of ['reject', 'refuse', 'ignore', 'cancel'] as const) {
    it(`everybody after ${step}`, () => {
      const selection = selectOnly([1, 2, 3]);
      assert.equal(computeRemaining(selection, follow({ type: step })), selection);
    });
  }
});

describe('how a row is marked', () => {
  it('by the newest request that concerns it', () => {
    const older = follow({ type: 'resolve' });
    const newer = { ...start(), selection: selectOnly([2]), count: 1 };
    assert.equal(computeRowMark([newer, older], { id: 1 })?.state, 'done');
    assert.equal(computeRowMark([newer, older], { id: 2 })?.state, 'running');
    assert.equal(computeRowMark([newer, older], { id: 4 }), undefined);
  });
  it('failed where it failed, done where it was done', () => {
    const record = follow({ type: 'resolve', failed: [{ id: 2 }] });
    assert.equal(computeRowMark([record], { id: 2 })?.state, 'failed');
    assert.equal(computeRowMark([record], { id: 1 })?.state, 'done');
    assert.equal(computeRowMark([follow({ type: 'reject' })], { id: 1 })?.state, 'failed');
  });
  it('with the reason, where the host told one', () => {
    const failed = [{ id: 2, reason: 'No address' }, { id: 3 }];
    const record = follow({ type: 'resolve', failed });
    assert.deepEqual(computeRowMark([record], { id: 2 }), { state: 'failed', reason: 'No address' });
    assert.equal(computeRowMark([record], { id: 3 })?.reason, undefined);
    assert.equal(computeRowMark([record], { id: 1 })?.reason, undefined);
    const again = [{ type: 'resolve', failed }, { type: 'retry' }, { type: 'resolve' }] as const;
    assert.equal(follow(...again).reasons.size, 0);
  });
  it('no more once the news is old', () => {
    assert.equal(computeRowMark([follow({ type: 'resolve' }, { type: 'unmark' })], { id: 1 }), undefined);
  });
});

describe('the answers of the host', () => {
  it('name the failed in any of them, each once', () => {
    const answers = [{ failed: [1, 'b'] }, undefined, { failed: [1] }, 'ok', { failed: 'x' }];
    assert.deepEqual(parseFailed(answers), [{ id: 1 }, { id: 'b' }]);
  });
  it('may say why, and what is no failure is none', () => {
    const failed = [{ id: 1, reason: 'No address' }, { id: 2, reason: 7 }, { name: 'x' }, null, { id: {} }];
    assert.deepEqual(parseFailed([{ failed }]), [
      { id: 1, reason: 'No address' },
      { id: 2, reason: undefined },
    ]);
  });
});
