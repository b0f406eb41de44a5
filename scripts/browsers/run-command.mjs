// Running a command of the machine. Node's own modules only: this is read before anything is installed.
import { spawnSync } from 'node:child_process';

/** Runs a command without stdin and without a shell; answers its result with text output. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...options });
}

/** The end of what a failed command said, for the person at the keyboard. */
export function describeOutput({ stderr, error }) {
  return (stderr || error?.message || '').slice(-1500);
}
