// `npm run bench -- [--people=100000] [--rounds=7] [--only=engine,scan]`: the engine beside what one would take instead.
// Those have packages of their own, which are installed here and nowhere else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}test/perf`;

function npm(...args) {
  console.log(`> npm ${args.join(' ')}`);
  const options = {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  };
  return spawnSync('npm', [...args, '--no-audit', '--no-fund'], options).status === 0;
}

if (!existsSync(`${folder}/node_modules/arquero`)) {
  npm('ci');
  // Not in the lock file: it names binaries for other platforms that not every registry has.
  npm('install', '--no-save', 'chdb@3.4.0');
}
const args = ['--expose-gc', '--import', 'tsx', `${folder}/bench.ts`, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
