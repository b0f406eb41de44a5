import type { FunnelResult } from '../schema/index.ts';

type Range = FunnelResult['range'];

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function toDate(bound: unknown): Date | undefined {
  if (typeof bound !== 'string' || !DATE.test(bound)) return undefined;
  const date = new Date(`${bound}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Days of a period, both ends counted: of bare dates whole days, of instants as long as it is. Undefined where an end is
 * open.
 */
export function countDays(range: Range): number | undefined {
  const { from, to } = range ?? {};
  const [first, last] = [toDate(from), toDate(to)];
  if (first && last) return (last.getTime() - first.getTime()) / DAY + 1;
  if (from === undefined || from === null || to === undefined || to === null) return undefined;
  const length = new Date(to).getTime() - new Date(from).getTime();
  return Number.isFinite(length) ? length / DAY : undefined;
}

/** Whether a period is one or more whole calendar months: from a first to a last of a month. */
export function isWholeMonths(range: Range): boolean {
  const [first, last] = [toDate(range?.from), toDate(range?.to)];
  if (!first || !last || first > last) return false;
  const after = new Date(last.getTime() + DAY);
  return first.getUTCDate() === 1 && after.getUTCDate() === 1;
}
