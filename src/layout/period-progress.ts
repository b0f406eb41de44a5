import type { FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { isBareDate } from '../i18n/index.ts';

/**
 * Whether the data of a result end within its period, so that more people may still enter. The last day counts as
 * over only where `asOf` is that day as a whole. False where the result does not say.
 */
export function isPeriodInProgress(
  { asOf, range }: FunnelResult,
  { format }: Pick<ChartLocalization, 'format'>,
): boolean {
  const { from, to, timeZone } = range ?? {};
  if (asOf === undefined || asOf === null || !isKnown(from) || !isKnown(to)) return false;
  if (!isBareDate(to)) return isBefore(asOf, to) && !isBefore(asOf, from);
  const today = format.day(asOf, timeZone);
  const first = format.day(from, timeZone);
  if (today === undefined || first === undefined || today < first) return false;
  return isBareDate(asOf) ? today < to : today <= to;
}

const DAY_MS = 86_400_000;

/**
 * Whether a result's comparison is fair: always, once the period is over; before, only with as many days as have
 * elapsed (give or take the day that is not over). Source: look.md, "period in progress".
 */
export function isComparable(result: FunnelResult, localization: Pick<ChartLocalization, 'format'>): boolean {
  const { comparison, range, asOf } = result;
  if (!comparison || !isPeriodInProgress(result, localization)) return true;
  const days = (from: unknown, to: unknown): number | undefined => {
    const [first, last] = [from, to].map((instant) =>
      isInstant(instant) ? localization.format.day(instant, range?.timeZone) : undefined,
    );
    return first && last ? (Date.parse(last) - Date.parse(first)) / DAY_MS : undefined;
  };
  const compared = days(comparison.range?.from, comparison.range?.to);
  const elapsed = days(range?.from, asOf);
  return compared === undefined || elapsed === undefined || Math.abs(compared - elapsed) <= 1;
}

function isInstant(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isKnown(instant: string | number | null | undefined): instant is string | number {
  return instant !== undefined && instant !== null;
}

function isBefore(instant: string | number, other: string | number): boolean {
  return new Date(instant).getTime() < new Date(other).getTime();
}
