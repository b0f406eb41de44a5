import type { WheelRequest } from './wheel-source.ts';

/**
 * The state of a wheel's request as query parameters, by the names hosts rely on:
 *
 * | name | value |
 * | --- | --- |
 * | `model` | `lifecycle`, `engagement`, `flywheel` |
 * | `asOf` | *now*, where the host set it |
 * | `comparedTo` | `previous`, a date or an instant |
 * | `filters` | JSON: property → condition |
 * | `lifecycle`, `engagement`, `flywheel` | JSON: the model's thresholds, where the host set any |
 */
export function toWheelQuery({ model, options = {} }: WheelRequest): URLSearchParams {
  const query = new URLSearchParams({ model });
  const { asOf, comparedTo, filters, [model]: thresholds } = options;
  if (asOf !== undefined) query.set('asOf', String(asOf));
  if (comparedTo !== undefined) query.set('comparedTo', String(comparedTo));
  if (filters && Object.keys(filters).length > 0) query.set('filters', JSON.stringify(filters));
  if (thresholds && Object.keys(thresholds).length > 0) query.set(model, JSON.stringify(thresholds));
  return query;
}
