/** How long a thread is kept at a time, in milliseconds: half a frame, the other half is for whoever waits. */
const LONGEST_TURN = 8;
/** Rows between two looks at the clock: few enough for the slowest work, some microseconds a row. */
const PIECE = 1024;

/**
 * Long work in pieces, so that its thread answers to others in between: to a visitor's hand on the page, to a
 * cancellation in the worker.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Works through rows, piece by piece. Rejects with the signal's reason when aborted in between. */
  async forEachPiece(rows: number, work: (from: number, to: number) => void, piece = PIECE): Promise<void> {
    for (let from = 0; from < rows; from += piece) {
      work(from, Math.min(from + piece, rows));
      if (performance.now() - this.#since > LONGEST_TURN) await this.#giveWay();
    }
  }

  async #giveWay(): Promise<void> {
    await nextTurn();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/** The next turn of the event loop; a message is not slowed down the way nested time-outs are. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
