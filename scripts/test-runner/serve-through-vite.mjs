// The browser tests' server: web-test-runner's, with Vite behind it, so that tests load sources as the demo does.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { buildServedFile, servedFiles } from '../vite-served-files.mjs';

const WORKER_PATH = '/dist/cdn/worker.js';

// A cache of its own for each run: a shared one is stale once a test imports another package, and two runs clash.
const cacheDir = fileURLToPath(new URL(`../../node_modules/.vite/test-${process.pid}`, import.meta.url));

/**
 * In place of Vite's client, which comes with every import of a variable address and then looks for the socket that
 * this server has not: what it says about that would be heard by tests of a quiet page.
 */
const quietClient = {
  name: 'funnelwheel-quiet-client',
  configureServer(server) {
    server.middlewares.use('/@vite/client', (_, response) => {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      response.end('export const injectQuery = (url) => url;');
    });
  },
};

/**
 * The worker as it is shipped, one file, in place of its hundred sources: while those load one by one, a busy machine
 * takes longer than a page waits for a worker, and each test file would then load the engine into the page besides.
 */
const builtWorker = {
  name: 'funnelwheel-built-worker',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/worker.ts?worker&inline') ? '\0built-worker' : undefined),
  load: (id) =>
    id === '\0built-worker'
      ? `export default function () { return new Worker('${WORKER_PATH}'); }`
      : undefined,
};

/** The addresses that belong to the test runner itself. */
function isRunners(path) {
  return path === '/' || path.startsWith('/__w') || path.startsWith('/node_modules/@web/');
}

/**
 * Starts Vite. `throughVite` lets it answer for everything that is not the runner's own. That is a middleware, not a
 * plugin of the runner: the runner copies its list of middlewares before its plugins' `serverStart` could add one.
 */
export async function startVite() {
  await buildServedFile(WORKER_PATH);
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    cacheDir,
    logLevel: 'error',
    plugins: [servedFiles(), quietClient, builtWorker],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null, preTransformRequests: false },
    optimizeDeps: {
      entries: ['src/**/*.ts', 'test/**/*.browser.ts'],
      include: ['@open-wc/testing'],
      exclude: ['@web/test-runner-commands'],
    },
  });

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

  async function closeVite() {
    await vite.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }

  return { throughVite, closeVite };
}
