import { FunnelwheelError } from '../engine/error.ts';
import type { FileBytes } from './readers/file-bytes.ts';
import type { RawTable } from './readers/raw-table.ts';

/** The formats whose readers are files of their own, loaded with the first table that needs them. */
export type ReaderName = 'arrow' | 'parquet';

/** Absolute addresses of the readers. A page hands them to the worker, which knows no address of its own. */
export type ReaderUrls = Readonly<Record<ReaderName, string>>;

/** What a reader's file exports. */
export interface ReaderModule {
  /** @throws FunnelwheelError `invalid-file`, `unsupported`, with the place in the file */
  readTable(file: FileBytes): Promise<RawTable>;
}

/**
 * Loads a reader.
 * @throws FunnelwheelError `unsupported` where its file does not come: not served there, or forbidden by a policy.
 */
export async function loadReader(
  name: ReaderName,
  table: string,
  readers: ReaderUrls | undefined,
): Promise<ReaderModule> {
  const url = readers?.[name];
  try {
    if (url === undefined) throw new Error('its address was not given');
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as ReaderModule;
  } catch (cause) {
    const way = 'serve the package’s dist/readers/ and name that folder by "readers-url", or hand over CSV';
    const message = `${table}: the reader of ${name} files could not be loaded from ${url}: ${way}`;
    throw new FunnelwheelError('unsupported', message, { path: table, cause });
  }
}
