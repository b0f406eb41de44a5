import { FunnelwheelError } from '../engine/error.ts';

/** Loads a part of the package that is not needed at once. @throws FunnelwheelError `network` when it does not come. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new FunnelwheelError('network', 'a part of the package could not be loaded', { cause });
  }
}

/**
 * What loads a part when it is first asked for. It stays at hand: a browser may take a frame over an import that it
 * has made before. Where it does not come, it rejects with a FunnelwheelError `network`, and is tried again next time.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return async () => {
    loading ??= loadPart(load);
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
}

/** Begins to load what will be needed. Where it does not come, whoever needs it asks again and is told. */
export function prepare(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
