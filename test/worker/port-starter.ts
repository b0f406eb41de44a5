import { EngineRunner } from '../../src/worker/engine-runner.ts';
import type { PortStarter } from '../../src/worker/engine-port.ts';

/** The real engine behind a real port, so that everything is cloned as it is on its way to a worker. */
export const startBehindPort: PortStarter = (listener) => {
  const { port1, port2 } = new MessageChannel();
  const runner = new EngineRunner((message, transfer = []) => port2.postMessage(message, transfer as never));
  port2.onmessage = ({ data }) => runner.receive(data);
  port1.onmessage = ({ data }) => listener.onMessage(data);
  return Promise.resolve({
    place: 'inline-worker',
    send: (message, transfer = []) => port1.postMessage(message, transfer as never),
    isGone: () => Promise.resolve(false),
    stop() {
      port1.close();
      runner.stop();
    },
  });
};
