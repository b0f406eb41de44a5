import '../../src/define/activation-rate.ts';
import '../../src/define/channel-report.ts';
import '../../src/define/experiment-readout.ts';
import { StudioHost } from '../host/studio-host.ts';
import { readPreferences } from '../page/preferences.ts';
import { generateStudio } from '../studio/generate-studio.ts';
import { FiguresPage } from './figures-page.ts';
import { readFiguresState } from './figures-state.ts';

/** Puts the page of figures into an element of the page; answers the host behind it. */
export function openFigures(root: HTMLElement): StudioHost {
  const host = new StudioHost(generateStudio());
  const state = readFiguresState(new URLSearchParams(location.search));
  new FiguresPage(root, host, readPreferences(), state).start();
  return host;
}

const root = document.getElementById('app');
if (root) openFigures(root);
