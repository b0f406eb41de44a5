import type { FunnelRequest } from '../../data/funnel-source.ts';
import type { FunnelDefinition, Order, RunOptions } from '../../engine/schema/index.ts';
import type { StepFilters } from './step-filters.ts';

/** As many groups are drawn on their own; the engine merges the rest, so that "other" can be opened too. */
const GROUPS = 5;

/** What the chart was told, as its attributes and properties hold it. */
export interface ChartSettings {
  funnel?: string | undefined;
  definition?: FunnelDefinition | undefined;
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
  breakdown?: string | undefined;
  compare?: string | undefined;
  order?: Order | undefined;
  lookbackDays?: number | undefined;
  filters: StepFilters;
}

/** The question to ask of the source. Only what was set is in it, so that it is the same text when nothing changed. */
export function toFunnelRequest(settings: ChartSettings): FunnelRequest {
  const { from, to, asOf, breakdown, compare, order, lookbackDays, filters } = settings;
  const funnel = settings.definition ?? settings.funnel;
  const options: RunOptions = {
    ...(from || to ? { range: { from: from || null, to: to || null } } : {}),
    ...(asOf ? { now: toInstant(asOf) } : {}),
    ...(breakdown ? { breakdown: { property: breakdown, top: GROUPS } } : {}),
    ...(compare ? { comparison: toComparison(compare) } : {}),
    ...(order ? { order } : {}),
    ...(lookbackDays ? { lookbackDays } : {}),
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
  };
  return funnel ? { funnel, options } : { options };
}

/** An attribute is text: a number of digits alone is epoch milliseconds. */
function toInstant(text: string): string | number {
  return /^\d{9,}$/.test(text) ? Number(text) : text;
}

/** `previous`, or two dates as `2026-09-01..2026-09-30`. */
function toComparison(compare: string): NonNullable<RunOptions['comparison']> {
  const [from, to] = compare.split('..');
  return to === undefined ? 'previous' : { from: from || null, to: to || null };
}
