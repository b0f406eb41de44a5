// Installs packages of Debian and Ubuntu where that works without a question.
import { platform } from 'node:os';
import { describeOutput, run } from './run-command.mjs';

const isRoot = process.getuid?.() === 0;
const OPTIONS = ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];

function aptGet(...args) {
  const [command, ...rest] = [
    ...(isRoot ? [] : ['sudo', '-n']),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...OPTIONS,
    ...args,
  ];
  return run(command, rest, { timeout: 600_000 });
}

function canInstall() {
  if (platform() !== 'linux' || run('apt-get', ['--version']).status !== 0) return false;
  return isRoot || run('sudo', ['-n', 'true']).status === 0;
}

let updated = false;

/** Installs packages by apt-get; says so, and says what went wrong. Does nothing where it may not. */
export function installByApt(packages) {
  if (!canInstall()) return;
  console.log(`Installing ${packages.join(', ')} by apt-get (about a minute) …`);
  // Without it a fresh image knows no package, or versions that are gone from the servers.
  if (!updated) aptGet('update');
  updated = true;
  const result = aptGet('install', '--no-install-recommends', ...packages);
  if (result.status !== 0) console.log(`apt-get could not install them:\n${describeOutput(result)}`);
}
