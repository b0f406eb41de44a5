import type { CSSResult } from 'lit';
import { commonCardStyles } from '../../../theme/common-card-styles.ts';
import { headedCardStyles } from '../../../theme/headed-card-styles.ts';
import { listStyles } from './list-styles.ts';
import { pictureStyles } from './picture-styles.ts';
import { wheelCardStyles } from './wheel-card-styles.ts';

/** All styles of the wheel, in the order they apply. Source: look.md §3. */
export const lifecycleWheelStyles: readonly CSSResult[] = [
  commonCardStyles,
  headedCardStyles,
  wheelCardStyles,
  pictureStyles,
  listStyles,
];
