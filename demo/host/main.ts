import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { readPreferences } from '../page/preferences.ts';
import { generateStudio } from '../studio/generate-studio.ts';
import { BackOffice } from './back-office.ts';
import { demoFunnels } from './own-funnels.ts';
import { StudioHost } from './studio-host.ts';
import { readViewState } from './view-state.ts';

/** Puts the back office into an element of the page; answers the host behind it. */
export async function openBackOffice(root: HTMLElement): Promise<StudioHost> {
  const host = new StudioHost(generateStudio());
  const funnels = demoFunnels.map(({ id }) => id);
  const office = new BackOffice(root, host, {
    preferences: readPreferences(),
    state: readViewState(new URLSearchParams(location.search), funnels, host.studio.asOf),
    startApi: async (mood) => {
      const { startApi } = await import('./api.ts');
      await startApi(host, mood, () => (document.documentElement.lang === 'fr' ? 'fr' : 'en'));
    },
  });
  await office.start();
  return host;
}

const root = document.getElementById('app');
if (root) await openBackOffice(root);
