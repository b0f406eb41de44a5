import { actionStyles } from './styles/action-styles.ts';
import { breakdownStyles } from './styles/breakdown-styles.ts';
import { cellStyles } from './styles/cell-styles.ts';
import { listStyles } from './styles/list-styles.ts';
import { personStyles } from './styles/person-styles.ts';
import { requestStyles } from './styles/request-styles.ts';
import { settingStyles } from './styles/setting-styles.ts';
import { toolbarStyles } from './styles/toolbar-styles.ts';

/** The look of what is in an open list; needs its frame, and the tokens and controls of src/theme. Later sheets win. */
export const bodyStyles = [
  breakdownStyles,
  toolbarStyles,
  actionStyles,
  listStyles,
  cellStyles,
  personStyles,
  requestStyles,
  settingStyles,
];
