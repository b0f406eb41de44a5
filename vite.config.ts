import { defineConfig } from 'vite';
import { servedFiles } from './scripts/vite-served-files.mjs';

/** The demo's server (`npm start`). The package's own builds are in scripts/vite-builds.mjs. */
export default defineConfig({
  root: 'demo',
  appType: 'mpa',
  cacheDir: '../node_modules/.vite/demo',
  plugins: [servedFiles()],
  worker: { format: 'iife' },
  // 127.0.0.1, as some machines have no name "localhost".
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
  optimizeDeps: { entries: ['*.html', '../src/**/*.ts'] },
});
