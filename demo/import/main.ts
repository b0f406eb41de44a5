import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { readPreferences } from '../page/preferences.ts';
import { ImportPage } from './import-page.ts';

/** Puts the page for one's own files into an element. */
export function openImportPage(root: HTMLElement): ImportPage {
  return new ImportPage(root, readPreferences());
}

const root = document.getElementById('app');
if (root) openImportPage(root);
