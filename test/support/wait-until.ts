import { waitUntil as waitAtMost } from '@open-wc/testing';

/** Less than a test may take, and enough for a machine that does other things besides. */
const PATIENCE = 8000;

/** Resolves once something holds; rejects with the message when it does not within a few seconds. */
export const waitUntil: typeof waitAtMost = (predicate, message, options) =>
  waitAtMost(predicate, message, { timeout: PATIENCE, ...options });
