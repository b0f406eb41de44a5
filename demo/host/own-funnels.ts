import { funnelCatalog, getFunnel } from '../../src/catalog/index.ts';
import type { FunnelDefinition } from '../../src/engine/schema/index.ts';

const leadToClass = getFunnel('lead-to-class');

/** The studio's own funnel: a lead has a hundred days, so that somebody is open, and about to lapse. */
const inTime: FunnelDefinition = {
  ...leadToClass,
  id: 'lead-to-class-in-time',
  name: { en: 'Lead to class, within 100 days', fr: 'Du prospect au cours, sous 100 jours' },
  window: { days: 100 },
};

/** What the back office offers: the catalogue, and the studio's own. */
export const demoFunnels: readonly FunnelDefinition[] = [...funnelCatalog, inTime];

/** The definition of one of the studio's own; undefined for those of the catalogue, which the chart knows by id. */
export function findOwnFunnel(id: string): FunnelDefinition | undefined {
  return id === inTime.id ? inTime : undefined;
}
