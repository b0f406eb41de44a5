import type { RunOptions } from '../engine/schema/index.ts';
import type { FunnelRequest } from './funnel-source.ts';

/**
 * The state of a request as query parameters, by the names hosts rely on:
 *
 * | name | value |
 * | --- | --- |
 * | `funnel` | id of the funnel |
 * | `from`, `to` | as in `range`: a date, or an instant |
 * | `asOf` | *now*, where the host set it |
 * | `filters` | JSON: step id → condition |
 * | `breakdown` | a property; JSON where there is more to say (several properties, attribution, top) |
 * | `compare` | `previous`, or `from..to`; of two groups of the breakdown JSON: `{"group": …, "against": …}` |
 * | `trend` | `day`, `week`, `month`; JSON where its steps are named |
 * | `order` | `independent`, `sequential`, `strict`, `unordered` |
 * | `lookback` | days |
 * | `weekStart` | first day of a trend's weeks, 1 Monday to 7 Sunday |
 */
export function toRequestQuery({ funnel, options }: FunnelRequest): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  };
  set('funnel', typeof funnel === 'object' ? funnel.id : funnel);
  set('from', options.range?.from);
  set('to', options.range?.to);
  set('asOf', options.now);
  set('filters', toFilters(options.filters));
  set('breakdown', toBreakdown(options.breakdown));
  set('compare', toComparison(options.comparison));
  set('trend', toTrend(options.trend));
  set('order', options.order);
  set('lookback', options.lookbackDays);
  set('weekStart', options.weekStart);
  return query;
}

function toFilters(filters: RunOptions['filters']): string | undefined {
  return filters && Object.keys(filters).length > 0 ? JSON.stringify(filters) : undefined;
}

function toBreakdown(breakdown: RunOptions['breakdown']): string | undefined {
  if (breakdown === undefined) return undefined;
  const { property, attribution, top } = breakdown;
  const isPlain = typeof property === 'string' && attribution === undefined && top === undefined;
  return isPlain ? property : JSON.stringify(breakdown);
}

function toComparison(comparison: RunOptions['comparison']): string | undefined {
  if (comparison === undefined || typeof comparison === 'string') return comparison;
  if ('group' in comparison) return JSON.stringify(comparison);
  return `${comparison.from ?? ''}..${comparison.to ?? ''}`;
}

function toTrend(trend: RunOptions['trend']): string | undefined {
  if (trend === undefined) return undefined;
  return trend.from === undefined && trend.to === undefined ? trend.interval : JSON.stringify(trend);
}
