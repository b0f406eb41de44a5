import type { ChosenValue } from './choices.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import { isRowSelected, isSelected, withSelected, type PersonId, type Selection } from './selection.ts';

/** What can be asked of the host for the selected people. */
export type RequestKind = 'tag' | 'stage' | 'enroll';

/**
 * How far a request is. `unanswered`: no listener took it; `refused`: a listener prevented it; `partial`: done but
 * for some; `undo-partial`: undone but for some. Undoing is a request of its own, with the same id.
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
  | 'undo-partial'
  | 'undo-failed';

/** How many of how many are done. */
export interface RequestProgress {
  readonly done: number;
  readonly total: number;
}

/** One the host could not do it for, and why, where it says that. */
export interface RequestFailure {
  readonly id: PersonId;
  readonly reason?: string | undefined;
}

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
  /** Those the host could not undo it for, of those it had been done for. */
  readonly undoFailed: readonly PersonId[];
  /** Why it failed, or could not be undone, for those the host said it of. */
  readonly reasons: ReadonlyMap<PersonId, string>;
  /** How far the host says it is. */
  readonly progress?: RequestProgress | undefined;
  /** Whether the rows still show how it ended. */
  readonly marked: boolean;
}

/** What happened to a request. */
export type RequestStep =
  | { type: 'resolve'; failed?: readonly RequestFailure[] }
  | { type: 'progress'; done: number; total: number }
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
  return { ...request, phase: 'running', failed: [], undoFailed: [], reasons: new Map(), marked: true };
}

function toReasons(failures: readonly RequestFailure[]): ReadonlyMap<PersonId, string> {
  const told = failures.filter(({ reason }) => reason !== undefined && reason !== '');
  return new Map(told.map(({ id, reason = '' }) => [id, reason]));
}

/** For how many it was done, some of whom it may have been undone for since. */
export function countDone(record: RequestRecord): number {
  return record.count - record.failed.length;
}

/** For how many it was undone. */
export function countUndone(record: RequestRecord): number {
  return countDone(record) - record.undoFailed.length;
}

/** Whether it was done for some and not for others, however a later try ended. */
function isHalfDone(record: RequestRecord): boolean {
  return record.failed.length > 0 && countDone(record) > 0;
}

/** The record of an undoing that came to nothing: those an earlier one reached stay undone. */
function failUndo(record: RequestRecord): RequestRecord {
  const isPartial = record.undoFailed.length > 0 && countUndone(record) > 0;
  return { ...record, phase: isPartial ? 'undo-partial' : 'undo-failed', marked: true };
}

function resolveUndo(record: RequestRecord, failures: readonly RequestFailure[]): RequestRecord {
  const target = computeRequestTarget(record);
  const own = failures.filter(({ id }) => isSelected(target, id));
  const undone = { ...record, undoFailed: own.map(({ id }) => id), reasons: toReasons(own) };
  return own.length === 0 ? { ...undone, phase: 'undone' } : failUndo(undone);
}

function resolve(record: RequestRecord, failures: readonly RequestFailure[]): RequestRecord {
  const target = computeRequestTarget(record);
  const own = failures.filter(({ id }) => isSelected(target, id));
  const failed = own.map(({ id }) => id);
  if (own.length === 0) return { ...record, phase: 'done', failed, reasons: new Map() };
  const phase = own.length >= record.count ? 'failed' : 'partial';
  return { ...record, phase, failed, reasons: toReasons(own) };
}

/** Where a request goes from `running` or `undoing` by an answer of the host or of the user. */
function settle(record: RequestRecord, step: RequestStep): RequestRecord {
  const undoing = record.phase === 'undoing';
  switch (step.type) {
    case 'resolve':
      return undoing ? resolveUndo(record, step.failed ?? []) : resolve(record, step.failed ?? []);
    case 'reject':
      return undoing ? failUndo(record) : { ...record, phase: isHalfDone(record) ? 'partial' : 'failed' };
    case 'refuse':
      return undoing ? failUndo(record) : { ...record, phase: 'refused', marked: false };
    case 'ignore':
      return undoing ? failUndo(record) : { ...record, phase: 'unanswered', marked: false };
    case 'cancel':
      return undoing
        ? { ...failUndo(record), marked: false }
        : { ...record, phase: 'cancelled', marked: false };
    case 'progress':
      return { ...record, progress: { done: step.done, total: step.total } };
    case 'retry':
    case 'undo':
    case 'unmark':
      return record;
  }
}

/** The record with another phase, as one that begins again. */
function restart(record: RequestRecord, phase: 'running' | 'undoing'): RequestRecord {
  return { ...record, phase, progress: undefined, marked: true };
}

/** Whether a request is with the host now. */
export function isUnderWay(record: RequestRecord): boolean {
  return record.phase === 'running' || record.phase === 'undoing';
}

/** Whether it was done, for some at least, and can be taken back. */
export function isUndoable(record: RequestRecord): boolean {
  if (isRetryable(record)) return isHalfDone(record);
  return ['done', 'undo-partial', 'undo-failed'].includes(record.phase);
}

/** Whether it can be asked again: for all, or for those it failed for. */
export function isRetryable(record: RequestRecord): boolean {
  return ['failed', 'partial', 'unanswered', 'refused', 'cancelled'].includes(record.phase);
}

/** The record after something happened. What cannot happen in its phase (a late answer after a cancel) is ignored. */
export function advanceRequest(record: RequestRecord, step: RequestStep): RequestRecord {
  if (isUnderWay(record)) return settle(record, step);
  if (step.type === 'undo' && isUndoable(record)) return restart(record, 'undoing');
  if (step.type === 'retry' && isRetryable(record)) return restart(record, 'running');
  if (step.type === 'unmark') return { ...record, marked: false };
  return record;
}

/**
 * Whom the request asks for when it is dispatched: on a retry after a partial failure those that failed. Undoing
 * reaches only those it was done for (a tag that somebody had before is not taken away), at the next try only those
 * it could not be undone for.
 */
export function computeRequestTarget(record: RequestRecord): Selection {
  const isUndoing = record.phase === 'undoing';
  const left = isUndoing ? record.undoFailed : record.failed;
  if (left.length > 0) return { mode: 'include', ids: new Set(left) };
  return isUndoing ? withSelected(record.selection, record.failed, false) : record.selection;
}

/** How many the request asks for when it is dispatched. */
export function countTarget(record: RequestRecord): number {
  if (record.phase === 'undoing') return record.undoFailed.length || countDone(record);
  return record.failed.length || record.count;
}

/** How a row looks because of a request, and why it failed for this one. */
export interface RowMark {
  readonly state: 'running' | 'done' | 'failed';
  readonly reason?: string | undefined;
}

function findMarkState(record: RequestRecord, row: PersonRow): RowMark['state'] | undefined {
  const { id } = row;
  if (!isRowSelected(record.selection, row)) return undefined;
  const failed = record.phase === 'failed' && record.failed.length === 0 ? true : record.failed.includes(id);
  if (record.phase === 'running') return record.failed.length === 0 || failed ? 'running' : 'done';
  if (record.phase === 'undoing') return isSelected(computeRequestTarget(record), id) ? 'running' : undefined;
  if (record.phase === 'undo-partial' || record.phase === 'undo-failed')
    return record.undoFailed.includes(id) ? 'failed' : undefined;
  if (failed && (record.phase === 'failed' || record.phase === 'partial')) return 'failed';
  return record.phase === 'done' || record.phase === 'partial' ? 'done' : undefined;
}

/** The mark of a row: that of the newest request that concerns it. `records` are newest first. */
export function computeRowMark(records: readonly RequestRecord[], row: PersonRow): RowMark | undefined {
  for (const record of records) {
    const state = record.marked ? findMarkState(record, row) : undefined;
    if (state) return { state, reason: state === 'failed' ? record.reasons.get(row.id) : undefined };
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

function parseFailure(value: unknown): RequestFailure | undefined {
  if (typeof value === 'string' || typeof value === 'number') return { id: value };
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  const { id } = value;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  const reason = 'reason' in value && typeof value.reason === 'string' ? value.reason : undefined;
  return { id, reason };
}

function listFailures(answer: unknown): RequestFailure[] {
  if (typeof answer !== 'object' || answer === null || !('failed' in answer)) return [];
  const { failed } = answer;
  if (!Array.isArray(failed)) return [];
  return failed.map(parseFailure).filter((failure) => failure !== undefined);
}

/** Whom the host's answers name as failed, each once: an answer may be `{failed: [id or {id, reason}]}`. */
export function parseFailed(answers: readonly unknown[]): RequestFailure[] {
  const failures = answers.flatMap(listFailures);
  return [...new Map(failures.map((failure) => [failure.id, failure])).values()];
}
