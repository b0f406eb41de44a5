import { waitUntil as waitAtMost } from '@open-wc/testing';

/** Less than a test may take (40 s), and enough for a machine that does other things besides. */
const PATIENCE = 20_000;

/** Resolves once something holds; rejects with the message when it does not in time. */
export const waitUntil: typeof waitAtMost = (predicate, message, options) =>
  waitAtMost(predicate, message, { timeout: PATIENCE, ...options });
