import type { FunnelSource } from './funnel-source.ts';
import type { HostFetchOptions } from './host-fetch.ts';
import { createLinkedResultSource } from './linked-result-source.ts';
import { loadFunnelParse } from './load-funnel-parse.ts';
import { loadPart } from './load-part.ts';

/** A funnel the host hands over; see {@link createLinkedResultSource}. */
export function createResultSource(result: unknown, options: HostFetchOptions = {}): FunnelSource {
  return createLinkedResultSource({
    result,
    loadParse: loadFunnelParse,
    openPeople: async (funnel, base) => {
      const { toLinkedPeople } = await loadPart(() => import('./linked-people.ts'));
      return toLinkedPeople(funnel, base, options);
    },
  });
}
