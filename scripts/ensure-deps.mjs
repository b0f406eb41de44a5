// Installs the dependencies when they are missing or older than the lock file. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Whether node_modules holds what the lock file asks for (npm writes its own copy of the lock last). */
function isInstalled() {
  const stamp = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs;
}

/** Runs npm with the given arguments; answers whether it succeeded. */
function npm(...args) {
  console.log(`> npm ${args.join(' ')}`);
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' };
  return spawnSync('npm', [...args, '--no-audit', '--no-fund'], options).status === 0;
}

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`funnelwheel needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}
// `npm ci` refuses a lock file that lacks the binaries of other platforms; `npm install` accepts it.
if (!isInstalled() && !npm('ci') && !npm('install', '--no-save')) {
  console.error('The dependencies could not be installed; see the messages of npm above.');
  process.exit(1);
}
