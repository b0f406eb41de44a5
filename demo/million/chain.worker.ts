import { makeChain } from './make-chain.ts';

/** The part of a worker's global scope that is used; the page's types stand in its way. */
interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<number>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data: people }) => {
  const chain = makeChain(people);
  const buffers = Object.values(chain.tables).flatMap(({ person, at }) => [person.buffer, at.buffer]);
  scope.postMessage(chain, buffers);
};
