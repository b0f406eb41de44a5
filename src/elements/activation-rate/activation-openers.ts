import { createFigureOpeners, toQuery } from '../../controllers/figure-openers.ts';
import { toFigureParse } from '../../data/load-figure-parses.ts';
import { formatWithin } from './activation-within.ts';

/**
 * The ways into `<activation-rate>`. A server is asked with `preset`, `from`, `to`, `asOf`, `interval`, `within`, and
 * `acquired`, `activated` as JSON.
 */
export const ACTIVATION_OPENERS = createFigureOpeners({
  method: 'activation',
  loadParse: toFigureParse('parseSuppliedActivation'),
  toQuery: ({ preset, range, now, interval, within, acquired, activated }) =>
    toQuery({
      preset,
      from: range?.from,
      to: range?.to,
      asOf: now,
      interval,
      within: within && formatWithin(within),
      acquired,
      activated,
    }),
});
