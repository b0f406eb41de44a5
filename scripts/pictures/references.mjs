// The references: test/pictures/references/SCENARIO.LOOK.png, all of one major version of Chromium.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../test/pictures/references/', import.meta.url));
const versionFile = `${folder}chromium.json`;
/** Where what differs is put, for the eye; git does not see it. */
const differences = fileURLToPath(new URL('../../.cache/pictures/', import.meta.url));

/** The major version of Chromium that drew the references; undefined where there are none. */
export function readMajor() {
  return existsSync(versionFile) ? JSON.parse(readFileSync(versionFile, 'utf8')).major : undefined;
}

export function writeMajor(major) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(versionFile, `${JSON.stringify({ major })}\n`);
}

/** The names of all references ("chart-plain.dark"). */
export function listReferences() {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return files.map((name) => name.slice(0, -'.png'.length));
}

/** The bytes of a reference; undefined where there is none. */
export function readReference(name) {
  const path = `${folder}${name}.png`;
  return existsSync(path) ? readFileSync(path) : undefined;
}

export function writeReference(name, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.png`, bytes);
}

export function removeReference(name) {
  rmSync(`${folder}${name}.png`);
}

export function clearDifferences() {
  rmSync(differences, { recursive: true, force: true });
}

/** Puts a picture beside the others that differ; answers its path from the project's folder. */
export function writeDifference(name, bytes) {
  mkdirSync(differences, { recursive: true });
  writeFileSync(`${differences}${name}.png`, bytes);
  return `.cache/pictures/${name}.png`;
}
