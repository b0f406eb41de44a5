import type { InsightName } from '../../../events/view-change-event.ts';

/** The sections in the order of the menu: what most ask first. */
export const INSIGHT_NAMES: readonly InsightName[] = [
  'trend',
  'time',
  'lapsing',
  'money',
  'what-if',
  'factors',
  'differences',
  'numbers',
];

/** Whether a host's word is the name of a section. */
export function isInsightName(name: string | null | undefined): name is InsightName {
  return INSIGHT_NAMES.some((known) => known === name);
}
