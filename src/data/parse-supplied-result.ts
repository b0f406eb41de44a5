import { parseResult, type FunnelResult } from '../engine/schema/index.ts';
import { checkCurrency, checkMoment, checkRange, checkTimeZone } from './supplied-values.ts';

/**
 * Checks a finished funnel of a host: its shape, and that its moments, time zone and currency exist.
 * @throws FunnelwheelError `invalid-result` with the path of the mistake.
 */
export function parseSuppliedResult(value: unknown): FunnelResult {
  const result = parseResult(value);
  const { asOf, range, comparison, trend, currency } = result;
  checkMoment(asOf, 'asOf');
  for (const [period, path] of [
    [range, 'range'],
    [comparison?.range, 'comparison.range'],
  ] as const) {
    checkRange(period, path);
    checkTimeZone(period?.timeZone, `${path}.timeZone`);
  }
  trend?.periods.forEach(({ start }, index) => checkMoment(start, `trend.periods[${index}].start`));
  checkCurrency(currency);
  return result;
}
