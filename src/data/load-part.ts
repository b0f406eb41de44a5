import { FunnelwheelError } from '../engine/error.ts';

/** Loads a part of the package that is not needed at once. @throws FunnelwheelError `network` when it does not come. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new FunnelwheelError('network', 'a part of the package could not be loaded', { cause });
  }
}
