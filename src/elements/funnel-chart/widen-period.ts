import type { FunnelResult } from '../../engine/schema/index.ts';
import { isBareDate } from '../../i18n/index.ts';

const DAY_MS = 86_400_000;

/** The first day of a period twice as long with the same end; undefined where the days are not known as dates. */
export function widenFrom(range: FunnelResult['range']): string | undefined {
  const { from, to } = range ?? {};
  if (!isBareDate(from) || !isBareDate(to)) return undefined;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days > 0 ? new Date(Date.parse(from) - days * DAY_MS).toISOString().slice(0, 10) : undefined;
}
