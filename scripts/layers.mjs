// The one direction of imports (ARCHITECTURE.md), as data. The linter's rule and the layers test both read it.
import { posix } from 'node:path';

/**
 * Each room of src/: its level, the rooms of its own level it may use, and the packages it may use.
 * A file imports from its own room, from any lower level, and from what is named here; nothing else.
 */
export const ROOMS = {
  // jstat and d3 (its seeded random numbers) are for engine/statistics alone, the one wrapper over both.
  engine: { level: 0, sameLevel: [], packages: ['valibot', 'temporal-polyfill', 'jstat', 'd3'] },
  catalog: { level: 0, sameLevel: ['engine'], packages: [] },
  data: { level: 1, sameLevel: [], packages: ['papaparse'] },
  // Files of their own, that nothing imports: `data` loads them by address where a table needs them.
  formats: {
    level: 1,
    sameLevel: ['data'],
    packages: ['@uwdata/flechette', 'hyparquet', 'hyparquet-compressors'],
  },
  // Files are read where they are computed, off the page's thread: the worker uses the readers, never they it.
  worker: { level: 1, sameLevel: ['data'], packages: [] },
  // The one view model carries its words, so that picture, table and announcement cannot disagree.
  layout: { level: 1, sameLevel: ['i18n'], packages: ['d3'] },
  i18n: { level: 1, sameLevel: [], packages: [] },
  theme: { level: 1, sameLevel: [], packages: ['lit'] },
  events: { level: 1, sameLevel: [], packages: [] },
  controllers: { level: 2, sameLevel: [], packages: ['lit', '@lit/task'] },
  elements: { level: 3, sameLevel: [], packages: ['lit', '@lit/task'] },
  index: { level: 4, sameLevel: [], packages: [] },
  define: { level: 5, sameLevel: [], packages: [] },
};

/** The room of a file of src/ ("src/engine/x.ts" → "engine", "src/index.ts" → "index"). */
function roomOf(file) {
  const [, room = ''] = file.split('/');
  return room.replace(/\.ts$/, '');
}

/** The name of the package a bare specifier belongs to ("lit/decorators.js" → "lit"). */
function packageOf(specifier) {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function packageFault(file, specifier) {
  const room = roomOf(file);
  const allowed = ROOMS[room].packages;
  if (allowed.includes(packageOf(specifier))) return undefined;
  return `src/${room} may use ${allowed.length ? allowed.join(', ') : 'no package'}, not "${specifier}"`;
}

function elementFault(file, target) {
  const [, , own] = file.split('/');
  const [, , other] = target.split('/');
  if (own === other) return undefined;
  return `the element ${own} may not import the folder of ${other}: elements meet through events and properties`;
}

function roomFault(file, target) {
  const from = roomOf(file);
  const to = roomOf(target);
  if (ROOMS[to] === undefined) return `"${target}" is in no room of src/`;
  if (from === to) return from === 'elements' ? elementFault(file, target) : undefined;
  if (ROOMS[to].level < ROOMS[from].level || ROOMS[from].sameLevel.includes(to)) return undefined;
  return `src/${from} (level ${ROOMS[from].level}) may not import src/${to} (level ${ROOMS[to].level}): imports go down only`;
}

/**
 * Judges one import of a file of src/.
 * @param {string} file the importing file, from the project's root, with forward slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined} what is wrong with it
 */
export function findLayerFault(file, specifier) {
  if (ROOMS[roomOf(file)] === undefined) return `"${file}" is in no room of src/`;
  if (!specifier.startsWith('.')) return packageFault(file, specifier);
  const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  if (!target.startsWith('src/')) return `src/ may not import "${target}", which is outside of it`;
  return roomFault(file, target);
}
