import type { Plugin } from 'vite';

/** Serves the built single file and worker (built when first asked for) and msw's service worker. */
export declare function servedFiles(): Plugin;
