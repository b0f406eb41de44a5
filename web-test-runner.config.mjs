import { filePlugin } from '@web/test-runner-commands/plugins';
import { findEngines } from './scripts/browsers/find-engines.mjs';
import { chromiumLauncher } from './scripts/launchers/chromium.mjs';
import { firefoxLauncher } from './scripts/launchers/firefox.mjs';
import { webkitLauncher } from './scripts/launchers/webkit.mjs';
import { absentFiles, accessibilityTree, engine } from './scripts/test-runner/commands.mjs';
import { countReporter } from './scripts/test-runner/count-reporter.mjs';
import { startVite } from './scripts/test-runner/serve-through-vite.mjs';

const LAUNCHERS = { chromium: chromiumLauncher, firefox: firefoxLauncher, webkit: webkitLauncher };

/** `npm test` has found them already, and says so by this variable; the runner started by itself takes Chromium. */
const engines = process.env.FUNNELWHEEL_ENGINES
  ? JSON.parse(process.env.FUNNELWHEEL_ENGINES)
  : (await findEngines(['chromium'])).found;

const { throughVite, closeVite } = await startVite();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.browser.ts', '!test/**/node_modules/**'],
  nodeResolve: true,
  hostname: '127.0.0.1',
  staticLogging: true,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  // Nobody waits for it but what fails: a machine of two cores with other work needs a multiple of what a test takes.
  testFramework: { config: { timeout: 40_000 } },
  middleware: [throughVite],
  plugins: [absentFiles, engine, accessibilityTree, filePlugin()],
  browsers: engines.map(({ id, path }) => LAUNCHERS[id](path)),
  reporters: [countReporter({ closeAfter: closeVite })],
};
