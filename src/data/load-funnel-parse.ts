import { loadOnce } from './load-part.ts';

/** Brings the check of a finished funnel. */
export const loadFunnelParse = loadOnce(
  async () => (await import('./parse-supplied-result.ts')).parseSuppliedResult,
);
