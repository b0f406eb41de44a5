import { createFigureOpeners, toQuery } from '../../controllers/figure-openers.ts';
import { toFigureParse } from '../../data/load-figure-parses.ts';

/**
 * The ways into `<channel-report>`. A server is asked with `from`, `to`, `asOf`; bounds, hints and history are worked
 * with here.
 */
export const CHANNEL_OPENERS = createFigureOpeners({
  method: 'channels',
  loadParse: toFigureParse('parseSuppliedChannels'),
  toQuery: ({ range, now }) => toQuery({ from: range?.from, to: range?.to, asOf: now }),
});
