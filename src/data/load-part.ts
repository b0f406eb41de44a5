import { FunnelwheelError } from '../engine/error.ts';

/** Loads a part of the package that is not needed at once. @throws FunnelwheelError `network` when it does not come. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new FunnelwheelError('network', 'a part of the package could not be loaded', { cause });
  }
}

/** Loads a part once, and knows whether it is there. */
export interface LoadOnce<T> {
  (): Promise<T>;
  isLoaded(): boolean;
}

/**
 * What loads a part when it is first asked for. It stays at hand: a browser may take a frame over an import that it
 * has made before. Where it does not come, it rejects with a FunnelwheelError `network`, and is tried again next time.
 */
export function loadOnce<T>(load: () => Promise<T>): LoadOnce<T> {
  let loading: Promise<T> | undefined;
  let isLoaded = false;
  const loadIt = async (): Promise<T> => {
    loading ??= loadPart(load);
    try {
      const part = await loading;
      isLoaded = true;
      return part;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return Object.assign(loadIt, { isLoaded: () => isLoaded });
}

/** Begins to load what will be needed. Where it does not come, whoever needs it asks again and is told. */
export function prepare(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
