import type { FunnelRequest } from '../../data/funnel-source.ts';
import type { FunnelDefinition, GroupValue, Order, RunOptions } from '../../engine/schema/index.ts';
import type { Attribution, BreakdownLayout, FunnelView } from '../../events/view-change-event.ts';
import type { StepFilters } from './step-filters.ts';

/** As many groups are drawn on their own; the engine merges the rest, so that "other" can be opened too. */
const GROUPS = 5;

/** The parts of a view that are only shown or asked for on top of a run: they never load the funnel anew. */
export type ShownSettings = {
  [Name in 'insight' | 'trend' | 'time' | 'factors' | 'whatIf']?: FunnelView[Name] | undefined;
};

/** What the chart was asked, as its attributes and properties hold it. */
export interface ChartSettings extends ShownSettings {
  funnel?: string | undefined;
  definition?: FunnelDefinition | undefined;
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
  /** A property, or several: as an array, or divided by commas. */
  breakdown?: string | readonly string[] | undefined;
  attribution?: Attribution | undefined;
  compare?: string | undefined;
  order?: Order | undefined;
  lookbackDays?: number | undefined;
  filters: StepFilters;
  viewMode: 'count' | 'rate';
  layout: BreakdownLayout;
  table: boolean;
}

/** The settings that a run of the funnel depends on. */
type RunSettings = Omit<ChartSettings, 'viewMode' | 'layout' | 'table' | keyof ShownSettings>;

/** The question to ask of the source. Only what was set is in it, so that it is the same text when nothing changed. */
export function toFunnelRequest(settings: RunSettings): FunnelRequest {
  const { from, to, asOf, compare, order, lookbackDays, filters } = settings;
  const breakdown = toBreakdown(settings);
  const funnel = settings.definition ?? settings.funnel;
  const options: RunOptions = {
    ...(from || to ? { range: { from: from || null, to: to || null } } : {}),
    ...(asOf ? { now: toInstant(asOf) } : {}),
    ...(breakdown ? { breakdown } : {}),
    // Two groups are two of a breakdown: without one there are none.
    ...(compare && (breakdown || !compare.startsWith(GROUPS_PREFIX))
      ? { comparison: toComparison(compare) }
      : {}),
    ...(order ? { order } : {}),
    ...(lookbackDays ? { lookbackDays } : {}),
    ...(isFiltered(filters) ? { filters } : {}),
  };
  return funnel ? { funnel, options } : { options };
}

/** What the user sees, as plain data without what was not set. */
export function toFunnelView(settings: ChartSettings): FunnelView {
  const {
    funnel,
    from,
    to,
    viewMode: mode,
    compare,
    lookbackDays,
    insight,
    trend,
    time,
    factors,
    whatIf,
  } = settings;
  const properties = listProperties(settings.breakdown);
  const breakdown = properties.length > 1 ? properties : properties[0];
  const attribution = settings.attribution === 'first-touch' ? undefined : settings.attribution;
  const layout = settings.layout === 'stacked' ? undefined : settings.layout;
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
    attribution,
    layout,
    compare,
    lookbackDays,
    insight,
    trend,
    time,
    factors,
    whatIf,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as FunnelView;
}

/** The settings a view stands for: what it does not name is not set. */
export function toSettings(view: FunnelView): Omit<ChartSettings, 'definition' | 'asOf' | 'order'> {
  const { funnel, from, to, breakdown, attribution, compare, lookbackDays } = view;
  const { mode = 'count', layout = 'stacked', table = false, filters = {} } = view;
  const { insight, trend, time, factors, whatIf } = view;
  const run = { funnel, from, to, breakdown, attribution, compare, lookbackDays };
  return { ...run, viewMode: mode, layout, table, filters, insight, trend, time, factors, whatIf };
}

/** The properties of a breakdown, however it was written. */
export function listProperties(breakdown: ChartSettings['breakdown']): string[] {
  const names = typeof breakdown === 'string' ? breakdown.split(',') : (breakdown ?? []);
  return names.map((name) => name.trim()).filter(Boolean);
}

const STEP_ATTRIBUTION = 'step:';

function toBreakdown({ breakdown, attribution }: RunSettings): RunOptions['breakdown'] {
  const properties = listProperties(breakdown);
  const [first] = properties;
  if (first === undefined) return undefined;
  const property = properties.length > 1 ? properties : first;
  return { property, top: GROUPS, ...toAttributionOption(attribution) };
}

/** The engine's default is not said, so that it is the same question. */
function toAttributionOption(
  attribution: Attribution | undefined,
): Pick<NonNullable<RunOptions['breakdown']>, 'attribution'> {
  if (!attribution || attribution === 'first-touch') return {};
  if (attribution === 'last-touch' || attribution === 'all-events') return { attribution };
  return { attribution: { step: attribution.slice(STEP_ATTRIBUTION.length) } };
}

/** Whether any step has a filter on. */
export function isFiltered(filters: StepFilters): boolean {
  return Object.keys(filters).length > 0;
}

/** An attribute is text: a number of digits alone is epoch milliseconds. */
function toInstant(text: string): string | number {
  return /^\d{9,}$/.test(text) ? Number(text) : text;
}

const GROUPS_PREFIX = 'groups:';

/** Two values as JSON, or one against everybody else; what is no such list is the period before. */
function toGroupComparison(json: string): NonNullable<RunOptions['comparison']> {
  const values = parseList(json);
  if (!values || values.length === 0) return 'previous';
  const [group, against] = values as GroupValue[];
  return values.length > 1 ? { group: group ?? null, against: against ?? null } : { group: group ?? null };
}

function parseList(json: string): unknown[] | undefined {
  try {
    const values: unknown = JSON.parse(json);
    return Array.isArray(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

/** `previous`, two groups, or two dates as `2026-09-01..2026-09-30`. */
function toComparison(compare: string): NonNullable<RunOptions['comparison']> {
  if (compare.startsWith(GROUPS_PREFIX)) return toGroupComparison(compare.slice(GROUPS_PREFIX.length));
  const [from, to] = compare.split('..');
  return to === undefined ? 'previous' : { from: from || null, to: to || null };
}
