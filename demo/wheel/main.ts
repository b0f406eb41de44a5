import '../../src/define/funnel-step-drilldown.ts';
import '../../src/define/lifecycle-wheel.ts';
import { StudioHost } from '../host/studio-host.ts';
import { readPreferences } from '../page/preferences.ts';
import { generateStudio } from '../studio/generate-studio.ts';
import { WheelPage } from './wheel-page.ts';
import { readWheelState } from './wheel-state.ts';

/** Puts the page of the wheel into an element of the page; answers the host behind it. */
export function openWheel(root: HTMLElement): StudioHost {
  const host = new StudioHost(generateStudio());
  const state = readWheelState(new URLSearchParams(location.search), host.studio.asOf.slice(0, 10));
  new WheelPage(root, host, readPreferences(), state).start();
  return host;
}

const root = document.getElementById('app');
if (root) openWheel(root);
