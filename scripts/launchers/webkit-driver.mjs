import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

async function findFreePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver answers that it is ready. */
async function waitUntilReady(address) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch {
      // Nobody listens yet.
    }
    await wait(100);
  }
  throw new Error(`WebKitWebDriver did not answer at ${address} within 30 s`);
}

/**
 * Starts WebKitGTK's WebDriver on a display.
 * @returns {Promise<{address: string, stop: () => void}>}
 */
export async function startWebKitDriver(executable, display) {
  const port = await findFreePort();
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1' };
  const child = spawn(executable, [`--port=${port}`], { stdio: 'ignore', env });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(address);
  return { address, stop: () => void child.kill() };
}
