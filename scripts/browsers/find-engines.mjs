// Finds the browser engines for the tests, or gets them. Node's own modules only.
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { installByApt } from './apt.mjs';
import { ENGINES } from './engines.mjs';
import { fetchChromium } from './npm-chromium.mjs';
import { onPath } from './places.mjs';
import { run } from './run-command.mjs';

/** Whether an executable starts: a stub (as of snap) is there, but fails to answer. */
function answers(path, probe) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window for --version, so there the file's presence has to do.
  if (platform() === 'win32') return true;
  return run(path, probe, { timeout: 30_000 }).status === 0;
}

/** The path of an engine that is there and starts, with all it needs; else undefined. */
function findExisting({ variable, candidates, probe, needs }) {
  const named = process.env[variable];
  if (named && !answers(named, probe))
    throw new Error(`${variable} names ${named}, but that does not start (it was asked ${probe.join(' ')}).`);
  const isComplete = needs.every((name) => onPath([name]).some(existsSync));
  if (!isComplete) return undefined;
  return named || candidates().find((path) => answers(path, probe));
}

const NO_CHROMIUM = `No Chrome or Chromium was found, and none could be installed. Three ways out:
  1. install Chrome or Chromium (Debian, Ubuntu: sudo apt-get install chromium);
  2. name one: CHROME_PATH=/path/to/chrome npm test;
  3. npx playwright install --with-deps chromium.`;

/** @returns {import('./engines.mjs').Engine} the engine with an id */
function engineOf(id) {
  const engine = ENGINES.find((one) => one.id === id);
  if (engine) return engine;
  throw new Error(`There is no engine "${id}": ${ENGINES.map((one) => one.id).join(', ')}, or all.`);
}

/**
 * The path of a Chrome or Chromium that starts: named by CHROME_PATH, found, or installed.
 * @throws {Error} with a message for the person at the keyboard when there is none.
 */
export async function findChromium() {
  const engine = engineOf('chromium');
  const found = findExisting(engine);
  if (found) return found;
  installByApt(engine.packages);
  const installed = findExisting(engine) ?? (await fetchChromium());
  if (installed === undefined || !answers(installed, engine.probe)) throw new Error(NO_CHROMIUM);
  return installed;
}

function findOther(engine, mayInstall) {
  const found = findExisting(engine);
  if (found || !mayInstall) return found;
  installByApt(engine.packages);
  return findExisting(engine);
}

function explainAbsence({ variable, needs, packages }, mayInstall) {
  const wanted = [`its executable (${variable})`, ...needs].join(' or ');
  if (mayInstall) return `${wanted} was not found, and apt-get could not install it`;
  return `${wanted} was not found; FUNNEL_ALL_BROWSERS=1 or \`apt-get install ${packages.join(' ')}\` brings it`;
}

/**
 * The engines to test in. Chromium is a must; the others are taken where they are found, and installed first where
 * FUNNEL_ALL_BROWSERS is set (in CI).
 * @param {string[]} ids engines asked for by name; none: all
 * @returns {Promise<{found: {id: string, name: string, path: string}[], leftOut: {name: string, reason: string}[]}>}
 */
export async function findEngines(ids = []) {
  const mayInstall = Boolean(process.env.FUNNEL_ALL_BROWSERS);
  const found = [];
  const leftOut = [];
  for (const engine of ids.length > 0 ? ids.map(engineOf) : ENGINES) {
    const { id, name } = engine;
    const path = id === 'chromium' ? await findChromium() : findOther(engine, mayInstall);
    if (path) found.push({ id, name, path });
    else leftOut.push({ name, reason: explainAbsence(engine, mayInstall) });
  }
  return { found, leftOut };
}
