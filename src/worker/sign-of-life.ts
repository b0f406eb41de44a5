/**
 * A lock of the browser's that a worker holds while it works. The browser frees it where the worker ends, however
 * that comes about, so the page can tell a worker that was ended without a word from one that computes for long.
 * Held during work only: a page that holds a lock cannot be kept for going back to.
 */
export class SignOfLife {
  #name: string | undefined;

  /** The name of the lock; undefined where there are none: an insecure page, or one without an origin. */
  async start(): Promise<string | undefined> {
    const locks = findLocks();
    if (locks === undefined) return undefined;
    const name = `funnelwheel-${crypto.randomUUID()}`;
    try {
      await locks.request(name, () => undefined);
    } catch {
      return undefined;
    }
    return (this.#name = name);
  }

  /** Holds the lock until the work is done, well or not. */
  holdDuring(work: Promise<void>): void {
    if (this.#name === undefined) return;
    void findLocks()
      ?.request(this.#name, () => work)
      .catch(() => undefined);
  }
}

/** Whether the worker that should be at work holds its lock no more. False where that cannot be known. */
export async function isLockFree(name: string | undefined): Promise<boolean> {
  const locks = findLocks();
  if (name === undefined || locks === undefined) return false;
  try {
    return (await locks.request(name, { ifAvailable: true }, (lock) => lock !== null)) as boolean;
  } catch {
    return false;
  }
}

function findLocks(): LockManager | undefined {
  // Undefined in insecure pages, whatever the types say.
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}
