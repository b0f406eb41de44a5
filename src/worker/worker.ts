import { EngineRunner } from './engine-runner.ts';
import type { FromEngine, ToEngine } from './protocol.ts';
import { SignOfLife } from './sign-of-life.ts';

/** The part of a worker's global scope that is used; the page's types stand in its way. */
interface WorkerScope {
  postMessage(message: FromEngine, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const life = new SignOfLife();
const runner = new EngineRunner(
  (message, transfer = []) => scope.postMessage(message, transfer),
  (work) => life.holdDuring(work),
);
scope.onmessage = ({ data }) => runner.receive(data);
void life.start().then((lock) => scope.postMessage({ kind: 'ready', ...(lock ? { lock } : {}) }, []));
