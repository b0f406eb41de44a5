import type { HostFetchOptions } from './host-fetch.ts';
import { createLinkedResultSource } from './linked-result-source.ts';
import { loadPart } from './load-part.ts';
import { loadWheelParse } from './load-wheel-parse.ts';
import type { WheelSource } from './wheel-source.ts';

/** A wheel the host hands over; see {@link createLinkedResultSource}. */
export function createWheelResultSource(result: unknown, options: HostFetchOptions = {}): WheelSource {
  return createLinkedResultSource({
    result,
    loadParse: loadWheelParse,
    openPeople: async (wheel, base) => {
      const { toLinkedWheelPeople } = await loadPart(() => import('./wheel-people-link.ts'));
      return toLinkedWheelPeople(wheel, base, options);
    },
  });
}
