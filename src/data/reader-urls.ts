import type { ReaderUrls } from './reader-files.ts';

/**
 * Where the readers are: in the folder the host names, else beside this file's own folder, which is so in the package
 * as it is published, and where bundlers that follow `new URL(…, import.meta.url)` put them.
 * @param folder absolute
 */
export function resolveReaders(folder?: string): ReaderUrls {
  if (folder !== undefined) {
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    return { arrow: new URL('arrow.js', base).href, parquet: new URL('parquet.js', base).href };
  }
  return {
    arrow: new URL(/* @vite-ignore */ '../readers/arrow.js', import.meta.url).href,
    parquet: new URL(/* @vite-ignore */ '../readers/parquet.js', import.meta.url).href,
  };
}
