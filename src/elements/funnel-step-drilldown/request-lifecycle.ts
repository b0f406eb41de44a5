import type { ChosenValue } from './choices.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import { isRowSelected, isSelected, withSelected, type PersonId, type Selection } from './selection.ts';

/** What can be asked of the host for the selected people. */
export type RequestKind = 'tag' | 'stage' | 'enroll';

/**
 * How far a request is. `unanswered`: no listener took it; `refused`: a listener prevented it; `partial`: done but
 * for some. Undoing is a request of its own, with the same id.
 */
export type RequestPhase =
  | 'running'
  | 'done'
  | 'partial'
  | 'failed'
  | 'refused'
  | 'unanswered'
  | 'cancelled'
  | 'undoing'
  | 'undone'
  | 'undo-failed';

/** A request to the host, from its confirmation to its undoing. Plain data; the promises live elsewhere. */
export interface RequestRecord {
  readonly id: string;
  readonly kind: RequestKind;
  readonly values: readonly ChosenValue[];
  /** Whom it was asked for. */
  readonly selection: Selection;
  readonly count: number;
  readonly phase: RequestPhase;
  /** Those the host could not do it for; all of them where `phase` is `failed`. */
  readonly failed: readonly PersonId[];
  /** Whether the rows still show how it ended. */
  readonly marked: boolean;
}

/** What happened to a request. */
export type RequestStep =
  | { type: 'resolve'; failed?: readonly PersonId[] }
  | { type: 'reject' }
  | { type: 'refuse' }
  | { type: 'ignore' }
  | { type: 'cancel' }
  | { type: 'retry' }
  | { type: 'undo' }
  | { type: 'unmark' };

/** The record of a request that was just confirmed. */
export function startRequest(
  request: Pick<RequestRecord, 'id' | 'kind' | 'values' | 'selection' | 'count'>,
): RequestRecord {
  return { ...request, phase: 'running', failed: [], marked: true };
}

function resolve(record: RequestRecord, failed: readonly PersonId[]): RequestRecord {
  if (record.phase === 'undoing') return { ...record, phase: 'undone' };
  const own = failed.filter((id) => isSelected(record.selection, id));
  if (own.length === 0) return { ...record, phase: 'done', failed: [] };
  return { ...record, phase: own.length >= record.count ? 'failed' : 'partial', failed: own };
}

/** Where a request goes from `running` or `undoing` by an answer of the host or of the user. */
function settle(record: RequestRecord, step: RequestStep): RequestRecord {
  const undoing = record.phase === 'undoing';
  switch (step.type) {
    case 'resolve':
      return resolve(record, step.failed ?? []);
    case 'reject':
      return { ...record, phase: undoing ? 'undo-failed' : 'failed' };
    case 'refuse':
      return { ...record, phase: undoing ? 'undo-failed' : 'refused', marked: undoing };
    case 'ignore':
      return { ...record, phase: undoing ? 'undo-failed' : 'unanswered', marked: undoing };
    case 'cancel':
      return { ...record, phase: undoing ? 'undo-failed' : 'cancelled', marked: false };
    case 'retry':
    case 'undo':
    case 'unmark':
      return record;
  }
}

/** Whether a request is with the host now. */
export function isUnderWay(record: RequestRecord): boolean {
  return record.phase === 'running' || record.phase === 'undoing';
}

/** Whether it was done, for some at least, and can be taken back. */
export function isUndoable(record: RequestRecord): boolean {
  return record.phase === 'done' || record.phase === 'partial' || record.phase === 'undo-failed';
}

/** Whether it can be asked again: for all, or for those it failed for. */
export function isRetryable(record: RequestRecord): boolean {
  return ['failed', 'partial', 'unanswered', 'refused', 'cancelled'].includes(record.phase);
}

/** The record after something happened. What cannot happen in its phase (a late answer after a cancel) is ignored. */
export function advanceRequest(record: RequestRecord, step: RequestStep): RequestRecord {
  if (isUnderWay(record)) return settle(record, step);
  if (step.type === 'undo' && isUndoable(record)) return { ...record, phase: 'undoing', marked: true };
  if (step.type === 'retry' && isRetryable(record)) return { ...record, phase: 'running', marked: true };
  if (step.type === 'unmark') return { ...record, marked: false };
  return record;
}

/** Whom the request asks for when it is dispatched: on a retry after a partial failure those that failed. */
export function computeRequestTarget(record: RequestRecord): Selection {
  if (record.phase === 'undoing') return withSelected(record.selection, record.failed, false);
  if (record.failed.length === 0) return record.selection;
  return { mode: 'include', ids: new Set(record.failed) };
}

/** How a row looks because of a request. */
export type RowMark = 'running' | 'done' | 'failed';

function markOf(record: RequestRecord, row: PersonRow): RowMark | undefined {
  const { id } = row;
  if (!isRowSelected(record.selection, row)) return undefined;
  const failed = record.phase === 'failed' && record.failed.length === 0 ? true : record.failed.includes(id);
  if (record.phase === 'running') return record.failed.length === 0 || failed ? 'running' : 'done';
  if (record.phase === 'undoing') return failed ? undefined : 'running';
  if (failed && (record.phase === 'failed' || record.phase === 'partial')) return 'failed';
  return record.phase === 'done' || record.phase === 'partial' ? 'done' : undefined;
}

/** The mark of a row: that of the newest request that concerns it. `records` are newest first. */
export function computeRowMark(records: readonly RequestRecord[], row: PersonRow): RowMark | undefined {
  for (const record of records) {
    const mark = record.marked ? markOf(record, row) : undefined;
    if (mark) return mark;
  }
  return undefined;
}

/**
 * Who stays selected when a request ended: those it was done for are let go, those it failed for stay. A selection
 * of all but some is only let go as a whole.
 */
export function computeRemaining(selection: Selection, record: RequestRecord): Selection {
  if (record.phase !== 'done' && record.phase !== 'partial') return selection;
  const failed = record.failed;
  if (record.selection.mode === 'exclude') {
    const untouched = selection.mode === 'exclude';
    return untouched ? { mode: 'include', ids: new Set(failed) } : selection;
  }
  return withSelected(withSelected(selection, record.selection.ids, false), failed, true);
}

function failedIn(answer: unknown): readonly PersonId[] {
  if (typeof answer !== 'object' || answer === null || !('failed' in answer)) return [];
  const { failed } = answer;
  if (!Array.isArray(failed)) return [];
  return failed.filter((id): id is PersonId => typeof id === 'string' || typeof id === 'number');
}

/** The ids that the host's answers name as failed: each answer may be `{failed: ids}`. */
export function parseFailed(answers: readonly unknown[]): PersonId[] {
  return [...new Set(answers.flatMap(failedIn))];
}
