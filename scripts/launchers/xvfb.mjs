import { spawn } from 'node:child_process';

/**
 * Starts an X server without a screen, on a display number that is free.
 * @returns {Promise<{display: string, stop: () => void}>}
 */
export async function startXvfb() {
  // It writes the number it chose to the file descriptor named.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    child.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()));
  });
  return { display: `:${number}`, stop: () => void child.kill() };
}
