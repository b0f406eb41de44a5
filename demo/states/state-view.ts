import { SCENARIOS } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** What the visitor of the page of states chose; it lives in the address. */
export interface StateView {
  tag: Scenario['tag'];
  width: string;
  direction: 'ltr' | 'rtl';
}

/** Widths offered; the last takes the room there is. */
export const WIDTH_CHOICES: readonly string[] = ['320', '480', '760', '1080', 'full'];

/** The elements that have scenarios. */
export const TAGS: readonly Scenario['tag'][] = [...new Set(SCENARIOS.map(({ tag }) => tag))];

/** From the address (`?element=funnel-chart&width=480&dir=rtl`). */
export function readStateView(query: URLSearchParams): StateView {
  return {
    tag: TAGS.find((tag) => tag === query.get('element')) ?? 'funnel-chart',
    width: WIDTH_CHOICES.find((width) => width === query.get('width')) ?? '760',
    direction: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
  };
}
