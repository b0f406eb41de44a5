import { loadOnce } from './load-part.ts';

/** Brings the check of a finished wheel. */
export const loadWheelParse = loadOnce(
  async () => (await import('./parse-supplied-wheel.ts')).parseSuppliedWheel,
);
