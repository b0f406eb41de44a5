import { EngineRunner } from './engine-runner.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

/** The part of a worker's global scope that is used; the page's types stand in its way. */
interface WorkerScope {
  postMessage(message: FromEngine, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const runner = new EngineRunner((message, transfer = []) => scope.postMessage(message, transfer));
scope.onmessage = ({ data }) => runner.receive(data);
scope.postMessage({ kind: 'ready' }, []);
