import type { FunnelResult } from '../../engine/schema/index.ts';

const DAY_MS = 86_400_000;
const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The first day of a period twice as long with the same end; undefined where the days are not known as dates. */
export function widenFrom(range: FunnelResult['range']): string | undefined {
  const { from, to } = range ?? {};
  if (!isDate(from) || !isDate(to)) return undefined;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days > 0 ? new Date(Date.parse(from) - days * DAY_MS).toISOString().slice(0, 10) : undefined;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && BARE_DATE.test(value);
}
