import { parseWheelResult, type WheelResult } from '../engine/schema/wheel.ts';
import { checkCurrency, checkMoment, checkTimeZone } from './supplied-values.ts';

/**
 * Checks a finished wheel of a host: its shape, and that its moments, time zone and currency exist.
 * @throws FunnelwheelError `invalid-result` with the path of the mistake.
 */
export function parseSuppliedWheel(value: unknown): WheelResult {
  const result = parseWheelResult(value);
  checkMoment(result.asOf, 'asOf');
  checkMoment(result.comparedTo, 'comparedTo');
  checkTimeZone(result.timeZone, 'timeZone');
  checkCurrency(result.currency);
  return result;
}
