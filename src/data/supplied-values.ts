import { FunnelwheelError } from '../engine/error.ts';
import { isTimeZone } from '../engine/is-time-zone.ts';

/** An instant or a day as a result has it; null or absent where nobody knows. */
type Moment = string | number | null | undefined;

/** Year, month and day; then perhaps the time of day, and with it its offset from UTC. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?))?$/i;
/** The furthest a Date reaches, in milliseconds from 1970. */
const LAST_INSTANT = 8.64e15;

/**
 * Checks that a moment of a host's result exists: in the wrong zone or of another day it would be shown without
 * anybody noticing.
 * @throws FunnelwheelError `invalid-result` with the path.
 */
export function checkMoment(moment: Moment, path: string): void {
  if (moment === undefined || moment === null || isMoment(moment)) return;
  const why = 'not a day that exists, an ISO 8601 instant with its offset, or epoch milliseconds';
  throw refuse(path, why, moment);
}

/** The same of a period's ends. @throws FunnelwheelError `invalid-result` with the path. */
export function checkRange(range: { from?: Moment; to?: Moment } | undefined, path: string): void {
  checkMoment(range?.from, `${path}.from`);
  checkMoment(range?.to, `${path}.to`);
}

/** @throws FunnelwheelError `invalid-result` where there is no such time zone. */
export function checkTimeZone(timeZone: string | undefined, path: string): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw refuse(path, 'unknown time zone', timeZone);
}

/** @throws FunnelwheelError `invalid-result` where it is no code of a currency. */
export function checkCurrency(currency: string | undefined): void {
  if (currency !== undefined && !/^[a-z]{3}$/i.test(currency))
    throw refuse('currency', 'not a code of three letters (ISO 4217)', currency);
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

/** The error of a result that has the right shape and says what cannot be. */
export function refuse(path: string, why: string, value: unknown): FunnelwheelError {
  return new FunnelwheelError('invalid-result', `${path}: ${why}`, { path, value });
}
