// A Chromium that is packed for npm (Linux x64 only), for machines where apt-get may not install one.
import { existsSync, mkdirSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describeOutput, run } from './run-command.mjs';

const cache = fileURLToPath(new URL('../../node_modules/.cache/browser', import.meta.url));
const home = join(cache, 'node_modules/@sparticuz/chromium');

function fetchPackage() {
  console.log('Fetching a Chromium from npm into node_modules/.cache (about 70 MB) …');
  mkdirSync(cache, { recursive: true });
  const quiet = ['--no-save', '--no-audit', '--no-fund'];
  const args = ['install', '--prefix', cache, ...quiet, '@sparticuz/chromium@147.0.0'];
  const result = run('npm', args, { timeout: 600_000 });
  if (result.status !== 0) console.log(`npm could not fetch it:\n${describeOutput(result)}`);
  return result.status === 0;
}

/** Fetches it unless it is there, and unpacks it; answers the path of its executable. */
export async function fetchChromium() {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  // The package looks at this variable to unpack the shared libraries it brings along.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  if (!existsSync(home) && !fetchPackage()) return undefined;
  const entry = ['build/esm/index.js', 'build/index.js'].map((path) => join(home, path)).find(existsSync);
  if (entry === undefined) return undefined;
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}
