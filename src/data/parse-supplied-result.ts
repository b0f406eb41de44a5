import { FunnelwheelError } from '../engine/error.ts';
import { parseResult, type FunnelResult } from '../engine/schema/index.ts';

/** Year, month and day; then perhaps the time of day, and with it its offset from UTC. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?))?$/i;
/** The furthest a Date reaches, in milliseconds from 1970. */
const LAST_INSTANT = 8.64e15;

/**
 * Checks a finished result of a host: its shape, and that its moments, time zone and currency exist. A moment in
 * the wrong zone or of another day would be shown without anybody noticing.
 * @throws FunnelwheelError `invalid-result` with the path of the mistake.
 */
export function parseSuppliedResult(value: unknown): FunnelResult {
  const result = parseResult(value);
  const { asOf, range, comparison, trend, currency } = result;
  checkMoment(asOf, 'asOf');
  checkRange(range, 'range');
  checkRange(comparison?.range, 'comparison.range');
  trend?.periods.forEach(({ start }, index) => checkMoment(start, `trend.periods[${index}].start`));
  if (currency !== undefined && !/^[a-z]{3}$/i.test(currency))
    throw refuse('currency', 'not a code of three letters (ISO 4217)', currency);
  return result;
}

function checkRange(range: FunnelResult['range'], path: string): void {
  checkMoment(range?.from, `${path}.from`);
  checkMoment(range?.to, `${path}.to`);
  const timeZone = range?.timeZone;
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw refuse(`${path}.timeZone`, 'unknown time zone', timeZone);
}

function checkMoment(moment: string | number | null | undefined, path: string): void {
  if (moment === undefined || moment === null || isMoment(moment)) return;
  throw refuse(
    path,
    'not a day that exists, an ISO 8601 instant with its offset, or epoch milliseconds',
    moment,
  );
}

function isMoment(moment: string | number): boolean {
  if (typeof moment === 'number') return Math.abs(moment) <= LAST_INSTANT;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = (ISO.exec(moment) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // A leap second is a moment, though no clock here shows it.
  return isDay && (hour || 0) <= 23 && (minute || 0) <= 59 && (second || 0) <= 60;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function refuse(path: string, why: string, value: unknown): FunnelwheelError {
  return new FunnelwheelError('invalid-result', `${path}: ${why}`, { path, value });
}
