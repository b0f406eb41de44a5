import type { Contender } from '../contender.ts';

let sink = 0;

/** One pass over the times and kinds of all events: what everything else is a multiple of. It answers nothing. */
export const scan: Contender = {
  name: 'linear scan',
  load: ({ seconds, kind }) => ({
    answer: () => {
      sink += countRows(seconds, kind);
      return [];
    },
  }),
};

/** A function of its own: what a loop reads from around it is looked up anew for each row once there are two scans. */
function countRows(seconds: Int32Array, kind: Uint8Array): number {
  let found = 0;
  for (let row = 0; row < seconds.length; row++) if (seconds[row]! > 1000 && kind[row] === 2) found++;
  return found;
}

/** Keeps the passes from being optimised away. */
export const readSink = (): number => sink;
