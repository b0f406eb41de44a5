import type { Momentum } from '../schema/wheel.ts';
import type { Period } from './period.ts';

/**
 * Whether the wheel turns faster than in the period before: moves from a phase to a later one, a day. A larger wheel at
 * the same speed has more of them, a faster one too: both are momentum.
 */
export function computeMomentum(now: Period, before: Period | undefined): Momentum {
  const moves = countMoves(now);
  const parts = { moves, days: now.days };
  // Two instants of one day have no days between them to move in.
  if (before === undefined || now.days === 0 || before.days === 0)
    return { value: null, direction: null, ...parts, previousMoves: null, previousDays: null };
  const previousMoves = countMoves(before);
  const value = previousMoves === 0 ? null : moves / now.days / (previousMoves / before.days);
  const direction = value === null ? (moves > 0 ? 1 : 0) : toDirection(value, now.rules.steadyShare);
  return { value, direction, ...parts, previousMoves, previousDays: before.days };
}

function countMoves({ record, index }: Period): number {
  return record.moves[index]!.count;
}

function toDirection(value: number, steadyShare: number): -1 | 0 | 1 {
  if (value > 1 + steadyShare) return 1;
  return value < 1 - steadyShare ? -1 : 0;
}
