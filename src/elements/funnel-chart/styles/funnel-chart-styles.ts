import type { CSSResult } from 'lit';
import { commonCardStyles } from '../../../theme/common-card-styles.ts';
import { headedCardStyles } from '../../../theme/headed-card-styles.ts';
import { cardStyles } from './card-styles.ts';
import { fillStyles } from './fill-styles.ts';
import { headStyles } from './head-styles.ts';
import { legendStyles } from './legend-styles.ts';
import { printStyles } from './print-styles.ts';
import { rowStyles } from './row-styles.ts';
import { stateStyles } from './state-styles.ts';
import { trackStyles } from './track-styles.ts';

/** The styles of the chart that every chart needs, in the order they apply. Source: look.md §1. */
export const funnelChartStyles: readonly CSSResult[] = [
  commonCardStyles,
  headedCardStyles,
  cardStyles,
  headStyles,
  legendStyles,
  rowStyles,
  trackStyles,
  fillStyles,
  stateStyles,
  printStyles,
];
