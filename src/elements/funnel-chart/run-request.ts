import type { FunnelRequest } from '../../data/funnel-source.ts';
import type { FunnelDefinition, Order, RunOptions } from '../../engine/schema/index.ts';
import type { FunnelView } from '../../events/view-change-event.ts';
import type { StepFilters } from './step-filters.ts';

/** As many groups are drawn on their own; the engine merges the rest, so that "other" can be opened too. */
const GROUPS = 5;

/** What the chart was asked, as its attributes and properties hold it. */
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
  viewMode: 'count' | 'rate';
  table: boolean;
}

/** The question to ask of the source. Only what was set is in it, so that it is the same text when nothing changed. */
export function toFunnelRequest(settings: Omit<ChartSettings, 'viewMode' | 'table'>): FunnelRequest {
  const { from, to, asOf, breakdown, compare, order, lookbackDays, filters } = settings;
  const funnel = settings.definition ?? settings.funnel;
  const options: RunOptions = {
    ...(from || to ? { range: { from: from || null, to: to || null } } : {}),
    ...(asOf ? { now: toInstant(asOf) } : {}),
    ...(breakdown ? { breakdown: { property: breakdown, top: GROUPS } } : {}),
    ...(compare ? { comparison: toComparison(compare) } : {}),
    ...(order ? { order } : {}),
    ...(lookbackDays ? { lookbackDays } : {}),
    ...(isFiltered(filters) ? { filters } : {}),
  };
  return funnel ? { funnel, options } : { options };
}

/** What the user sees, as plain data without what was not set. */
export function toFunnelView(settings: ChartSettings): FunnelView {
  const { funnel, from, to, viewMode: mode, breakdown, compare, lookbackDays } = settings;
  const filters = isFiltered(settings.filters) ? settings.filters : undefined;
  const table = settings.table || undefined;
  const entries = Object.entries({
    funnel,
    from,
    to,
    mode,
    table,
    filters,
    breakdown,
    compare,
    lookbackDays,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as FunnelView;
}

/** The settings a view stands for: what it does not name is not set. */
export function toSettings(view: FunnelView): Omit<ChartSettings, 'definition' | 'asOf' | 'order'> {
  const { funnel, from, to, mode, table, filters, breakdown, compare, lookbackDays } = view;
  const run = { funnel, from, to, breakdown, compare, lookbackDays };
  return { ...run, viewMode: mode ?? 'count', table: table ?? false, filters: filters ?? {} };
}

/** Whether any step has a filter on. */
export function isFiltered(filters: StepFilters): boolean {
  return Object.keys(filters).length > 0;
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
