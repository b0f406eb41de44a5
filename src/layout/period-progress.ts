import type { FunnelResult } from '../engine/schema/index.ts';
import type { CoreLocalization } from '../i18n/index.ts';

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether the data of a result end within its period, so that more people may still enter. The last day counts as
 * over only where `asOf` is that day as a whole. False where the result does not say.
 */
export function isPeriodInProgress(
  { asOf, range }: FunnelResult,
  { format }: Pick<CoreLocalization, 'format'>,
): boolean {
  const { from, to, timeZone } = range ?? {};
  if (asOf === undefined || asOf === null || !isKnown(from) || !isKnown(to)) return false;
  if (!isBare(to)) return isBefore(asOf, to) && !isBefore(asOf, from);
  const today = format.day(asOf, timeZone);
  const first = format.day(from, timeZone);
  if (today === undefined || first === undefined || today < first) return false;
  return isBare(asOf) ? today < to : today <= to;
}

function isKnown(instant: string | number | null | undefined): instant is string | number {
  return instant !== undefined && instant !== null;
}

function isBare(instant: string | number): instant is string {
  return typeof instant === 'string' && BARE_DATE.test(instant);
}

function isBefore(instant: string | number, other: string | number): boolean {
  return new Date(instant).getTime() < new Date(other).getTime();
}
