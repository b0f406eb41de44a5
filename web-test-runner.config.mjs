import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { filePlugin } from '@web/test-runner-commands/plugins';
import { createServer } from 'vite';
import { BROWSER_FLAGS, findBrowser } from './scripts/browser.mjs';
import { countReporter } from './scripts/browser-reporter.mjs';
import { servedFiles } from './scripts/vite-served-files.mjs';

// A cache of its own for each run: a shared one is stale once a test imports another package, and two runs clash.
const cacheDir = fileURLToPath(new URL(`node_modules/.vite/test-${process.pid}`, import.meta.url));

const vite = await createServer({
  configFile: false,
  appType: 'custom',
  cacheDir,
  logLevel: 'error',
  plugins: [servedFiles()],
  worker: { format: 'iife' },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null, preTransformRequests: false },
  optimizeDeps: {
    entries: ['src/**/*.ts', 'test/**/*.browser.ts'],
    include: ['@open-wc/testing'],
    exclude: ['@web/test-runner-commands'],
  },
});

/** The addresses that belong to the test runner itself. */
function isRunners(path) {
  return path === '/' || path.startsWith('/__w') || path.startsWith('/node_modules/@web/');
}

/**
 * Lets Vite answer for everything that is not the runner's own. It is a middleware, not a plugin of the
 * runner: the runner copies its list of middlewares before its plugins' `serverStart` could add one.
 */
function throughVite(context, next) {
  if (isRunners(context.path)) return next();
  return new Promise((resolve, reject) => {
    context.respond = false;
    context.res.statusCode = 200;
    context.res.on('close', resolve);
    vite.middlewares(context.req, context.res, (error) => {
      if (error) return reject(error);
      context.respond = true;
      context.res.statusCode = 404;
      resolve(next());
    });
  });
}

/**
 * Lets `readFile` answer undefined for a file that is not there, as its documentation says. The runner takes a
 * plugin's undefined for "not my command"; this value is sent as nothing at all.
 */
const absentFiles = {
  name: 'funnelwheel-absent-files',
  executeCommand({ command, payload, session }) {
    if (command !== 'read-file' || existsSync(join(dirname(session.testFile), payload.path)))
      return undefined;
    return { toJSON: () => undefined };
  },
};

async function closeVite() {
  await vite.close();
  rmSync(cacheDir, { recursive: true, force: true });
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.browser.ts', '!test/**/node_modules/**'],
  nodeResolve: true,
  hostname: '127.0.0.1',
  staticLogging: true,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  middleware: [throughVite],
  plugins: [absentFiles, filePlugin()],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: await findBrowser(), args: BROWSER_FLAGS },
    }),
  ],
  reporters: [countReporter({ closeAfter: closeVite })],
};
