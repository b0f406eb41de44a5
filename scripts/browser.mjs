// Finds a Chrome or Chromium for the browser tests, or gets one. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { arch, homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cache = fileURLToPath(new URL('../node_modules/.cache/browser', import.meta.url));
const isRoot = process.getuid?.() === 0;

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PLACES = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
  const base = process.env[variable];
  if (!base) return [];
  return [
    `${base}\\Google\\Chrome\\Application\\chrome.exe`,
    `${base}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ];
});

/** Runs a command without stdin and without a shell; answers its result with text output. */
function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...options });
}

/** Whether a candidate is a browser that starts: a stub (as of snap) fails to answer. */
function answers(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window for --version, so there the file's presence has to do.
  if (platform() === 'win32') return true;
  return run(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

/** The entries of a folder, newest name first; none when it does not exist. */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  if (platform() === 'darwin') return MAC_PLACES;
  if (platform() === 'win32') return WINDOWS_PLACES;
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

function playwrightCache() {
  const base = platform() === 'darwin' ? join(homedir(), 'Library/Caches') : join(homedir(), '.cache');
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(base, 'ms-playwright');
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  const versions = list(folder).filter((name) => name.startsWith('chromium-'));
  return versions.flatMap((version) => inside.map((path) => join(folder, version, path)));
}

function puppeteerCache() {
  const folder = join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'), 'chrome');
  return list(folder).flatMap((version) =>
    list(join(folder, version)).map((name) => join(folder, version, name, 'chrome')),
  );
}

/** The first browser that is there already. */
function existing() {
  const candidates = [...onPath(), ...usualPlaces(), ...playwrightCache(), ...puppeteerCache()];
  return candidates.find(answers);
}

/** Installs Chromium by apt-get where that works without a question; answers its path. */
function fromApt() {
  if (platform() !== 'linux' || run('apt-get', ['--version']).status !== 0) return undefined;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && run('sudo', ['-n', 'true']).status !== 0) return undefined;
  const quiet = ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  const apt = (...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...quiet,
      ...args,
    ];
    return run(command, rest, { timeout: 600_000 });
  };
  console.log('No browser found: installing chromium by apt-get (about a minute) …');
  apt('update');
  const result = apt('install', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  if (result.status !== 0)
    console.log(
      `apt-get could not install chromium:\n${(result.stderr || result.error?.message || '').slice(-1500)}`,
    );
  return onPath().find(answers);
}

/** Fetches a Chromium that is packed for npm (Linux x64 only); answers its path. */
async function fromNpm() {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  // The package looks at this variable to unpack the shared libraries it brings along.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const home = join(cache, 'node_modules/@sparticuz/chromium');
  if (!existsSync(home)) {
    console.log('Fetching a Chromium from npm into node_modules/.cache (about 70 MB) …');
    mkdirSync(cache, { recursive: true });
    const args = [
      'install',
      '--prefix',
      cache,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '@sparticuz/chromium@147.0.0',
    ];
    const result = run('npm', args, { timeout: 600_000 });
    if (result.status !== 0) {
      console.log(`npm could not fetch it:\n${(result.stderr || result.error?.message || '').slice(-1500)}`);
      return undefined;
    }
  }
  const entry = ['build/esm/index.js', 'build/index.js'].map((path) => join(home, path)).find(existsSync);
  if (entry === undefined) return undefined;
  const { default: chromium } = await import(pathToFileURL(entry).href);
  const path = await chromium.executablePath();
  return answers(path) ? path : undefined;
}

const NO_BROWSER = `No Chrome or Chromium was found, and none could be installed. Three ways out:
  1. install Chrome or Chromium (Debian, Ubuntu: sudo apt-get install chromium);
  2. name one: CHROME_PATH=/path/to/chrome npm test;
  3. npx playwright install --with-deps chromium.`;

/**
 * The path of a Chrome or Chromium that starts: named by CHROME_PATH, found, or installed.
 * @throws {Error} with a message for the person at the keyboard when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (answers(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, but that does not start (it was asked for --version).`);
  }
  const found = existing() ?? fromApt() ?? (await fromNpm());
  if (found === undefined) throw new Error(NO_BROWSER);
  return found;
}

/** Flags for a headless browser in tests: no sandbox where it cannot work (root), the same glyphs everywhere. */
export const BROWSER_FLAGS = [
  ...(isRoot ? ['--no-sandbox', '--disable-setuid-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];
