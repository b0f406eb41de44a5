import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import '../../src/define/lifecycle-wheel.ts';
import { StudioHost } from '../host/studio-host.ts';
import { readPreferences } from '../page/preferences.ts';
import { generateStudio } from '../studio/generate-studio.ts';
import { TogetherPage, readTogetherState } from './together-page.ts';

/** Puts the page of funnel and wheel into an element of the page; answers the host behind it. */
export function openTogether(root: HTMLElement): StudioHost {
  const host = new StudioHost(generateStudio());
  const state = readTogetherState(new URLSearchParams(location.search));
  new TogetherPage(root, host, readPreferences(), state).start();
  return host;
}

const root = document.getElementById('app');
if (root) openTogether(root);
