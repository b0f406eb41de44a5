import { FunnelwheelError } from '../engine/error.ts';
import type { FromEngine, Send, ToEngine } from './protocol.ts';
import { isLockFree } from './sign-of-life.ts';

/** Where the engine runs. */
export type EnginePlace = 'inline-worker' | 'worker-url' | 'same-thread';

/** A running engine. */
export interface EnginePort {
  readonly place: EnginePlace;
  send: Send<ToEngine>;
  /** Whether it has ended without a word; false where it lives, or where that cannot be known. */
  isGone(): Promise<boolean>;
  /** Ends it; nothing is heard of it any more. */
  stop(): void;
}

/** Who hears of a running engine. */
export interface PortListener {
  onMessage(message: FromEngine): void;
  /** It will not answer any more. */
  onDeath(error: FunnelwheelError): void;
}

/** Starts an engine; rejects when it cannot run here. */
export type PortStarter = (listener: PortListener, readyTimeout: number) => Promise<EnginePort>;

/** The worker that is part of the bundle: needs no address, but a policy that allows `blob:`. */
export const startInlineWorker: PortStarter = async (listener, readyTimeout) => {
  requireWorkers();
  const { default: InlineWorker } = await import('./worker.ts?worker&inline');
  return openWorker('inline-worker', new InlineWorker(), listener, readyTimeout);
};

/** A worker at the host's address (`dist/cdn/worker.js`), for policies that forbid `blob:`. */
export function startWorkerAt(url: string): PortStarter {
  return async (listener, readyTimeout) => {
    requireWorkers();
    return openWorker('worker-url', new Worker(url), listener, readyTimeout);
  };
}

/** The same code on the page's own thread: slower for the page, but it runs everywhere. */
export const startSameThread: PortStarter = async (listener) => {
  const { EngineRunner } = await import('./engine-runner.ts');
  let isStopped = false;
  const runner = new EngineRunner((message) => {
    if (!isStopped) listener.onMessage(message);
  });
  return {
    place: 'same-thread',
    send: (message) => runner.receive(message),
    isGone: () => Promise.resolve(false),
    stop() {
      isStopped = true;
      runner.stop();
    },
  };
};

function requireWorkers(): void {
  if (typeof Worker === 'undefined') throw new FunnelwheelError('worker-failed', 'there are no workers here');
}

/** Waits until a worker says it is ready; a policy that forbids it shows as an `error` event, or as nothing at all. */
function openWorker(
  place: EnginePlace,
  worker: Worker,
  listener: PortListener,
  readyTimeout: number,
): Promise<EnginePort> {
  return new Promise((resolve, reject) => {
    const giveUp = (reason: string, cause?: unknown) => {
      clearTimeout(timer);
      worker.terminate();
      reject(new FunnelwheelError('worker-failed', reason, { cause }));
    };
    const timer = setTimeout(
      () => giveUp(`the worker was not ready within ${readyTimeout} ms`),
      readyTimeout,
    );
    worker.onerror = (event) => {
      event.preventDefault();
      giveUp(event.message || 'the worker could not be started', event);
    };
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      clearTimeout(timer);
      const lock = data.kind === 'ready' ? data.lock : undefined;
      resolve(listenTo(place, worker, lock, listener));
    };
  });
}

function listenTo(
  place: EnginePlace,
  worker: Worker,
  lock: string | undefined,
  listener: PortListener,
): EnginePort {
  const die = (event: Event) => {
    event.preventDefault();
    worker.terminate();
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    listener.onDeath(new FunnelwheelError('worker-failed', message || 'the worker died', { cause: event }));
  };
  worker.onmessage = ({ data }: MessageEvent<FromEngine>) => listener.onMessage(data);
  worker.onerror = die;
  worker.onmessageerror = die;
  return {
    place,
    send: (message, transfer = []) => worker.postMessage(message, transfer),
    isGone: () => isLockFree(lock),
    stop() {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
    },
  };
}

/**
 * Starts the first engine of a list that can run here.
 * @throws FunnelwheelError `worker-failed` with the reasons of all.
 */
export async function startFirst(
  starters: readonly PortStarter[],
  listener: PortListener,
  readyTimeout: number,
): Promise<EnginePort> {
  const reasons: unknown[] = [];
  for (const start of starters) {
    try {
      return await start(listener, readyTimeout);
    } catch (reason) {
      reasons.push(reason);
    }
  }
  throw new FunnelwheelError('worker-failed', `the engine could not be started: ${reasons.join('; ')}`, {
    cause: reasons,
  });
}
