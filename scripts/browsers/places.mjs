// Where an executable may be.
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** The entries of a folder, newest name first; none when it does not exist. */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
}

/** Every place on PATH where one of the names could be; names come first, folders second. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The usual places of an engine, on the platform this runs on. */
export function usualPlaces({ mac = [], windows = [], linux = [] }) {
  if (platform() === 'darwin') return mac.map((path) => `/Applications/${path}`);
  if (platform() !== 'win32') return linux;
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return folders.filter(Boolean).flatMap((folder) => windows.map((path) => `${folder}\\${path}`));
}

/** The Chromiums that Playwright has downloaded. */
export function playwrightCache() {
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

/** The Chromes that Puppeteer has downloaded. */
export function puppeteerCache() {
  const folder = join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'), 'chrome');
  return list(folder).flatMap((version) =>
    list(join(folder, version)).map((name) => join(folder, version, name, 'chrome')),
  );
}
