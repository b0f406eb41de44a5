import { createFigureOpeners, toQuery } from '../../controllers/figure-openers.ts';
import { loadFigureParses } from '../../data/load-figure-parses.ts';

/**
 * The ways into `<channel-report>`. A server is asked with `from`, `to`, `asOf`; bounds, hints and history are worked
 * with here.
 */
export const CHANNEL_OPENERS = createFigureOpeners({
  method: 'channels',
  loadParse: async () => (await loadFigureParses()).parseSuppliedChannels,
  toQuery: ({ range, now }) => toQuery({ from: range?.from, to: range?.to, asOf: now }),
});
