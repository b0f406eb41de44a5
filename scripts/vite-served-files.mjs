// A Vite plugin for the demo and the browser tests: files that are not sources, under the address the pages use.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { isStale, root } from './vite-builds.mjs';

const run = promisify(execFile);

const BUILT = {
  '/dist/cdn/funnelwheel.js': 'funnelwheel',
  '/dist/cdn/worker.js': 'worker',
  '/dist/readers/arrow.js': 'arrow',
  '/dist/readers/parquet.js': 'parquet',
};

/** Where sources look for a reader: beside their own folder, as in dist/. */
const SOURCE_READER = /^.*\/src(\/readers\/\w+\.js)$/;

const COPIED = {
  '/mockServiceWorker.js': 'node_modules/msw/lib/mockServiceWorker.js',
};

const running = new Map();

/** Builds a file unless it is newer than all sources; who asks meanwhile waits for the same build. */
export async function buildServedFile(path) {
  if (isStale(root + path.slice(1)) && !running.has(path)) {
    running.set(
      path,
      run(process.execPath, ['scripts/build-served-file.mjs', BUILT[path]], { cwd: root }).finally(() =>
        running.delete(path),
      ),
    );
  }
  await running.get(path);
}

/** Serves the built single file and worker (built when first asked for) and msw's service worker. */
export function servedFiles() {
  return {
    name: 'funnelwheel-served-files',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '').replace(SOURCE_READER, '/dist$1');
        if (!(path in BUILT) && !(path in COPIED)) return next();
        try {
          if (path in BUILT) await buildServedFile(path);
          const body = readFileSync(root + (COPIED[path] ?? path.slice(1)));
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          response.end(body);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
