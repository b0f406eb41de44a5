import type { CSSResult } from 'lit';
import { cardStyles } from './card-styles.ts';
import { fillStyles } from './fill-styles.ts';
import { headStyles } from './head-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { rowStyles } from './row-styles.ts';
import { stateStyles } from './state-styles.ts';
import { trackStyles } from './track-styles.ts';

/** All styles of the chart, in the order they apply. Source: look.md §1. */
export const funnelChartStyles: readonly CSSResult[] = [
  cardStyles,
  headStyles,
  rowStyles,
  trackStyles,
  fillStyles,
  stateStyles,
  panelStyles,
];
