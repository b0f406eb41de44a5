import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { readPreferences } from '../page/preferences.ts';
import type { Chain } from './make-chain.ts';
import { MillionPage } from './million-page.ts';

const MILLION = 1_000_000;

/** Puts the page into an element; `?people=10000` makes it smaller. */
function openMillion(root: HTMLElement): void {
  const asked = Number(new URLSearchParams(location.search).get('people'));
  const people = asked > 0 ? Math.min(Math.floor(asked), 5 * MILLION) : MILLION;
  const page = new MillionPage(root, people, readPreferences());
  const worker = new Worker(new URL('./chain.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Chain>) => {
    worker.terminate();
    page.show(data);
  };
  worker.postMessage(people);
}

const root = document.getElementById('app');
if (root) openMillion(root);
