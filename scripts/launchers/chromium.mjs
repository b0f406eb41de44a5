import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_FLAGS } from '../browsers/chromium-flags.mjs';

/** Chromium for the test runner; its pages keep their focus side by side. */
export function chromiumLauncher(executablePath) {
  const launcher = playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    concurrency: 2,
  });
  return Object.assign(launcher, { abilities: ['emulate-media', 'accessibility-tree'] });
}
