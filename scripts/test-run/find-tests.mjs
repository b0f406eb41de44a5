import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-node.mjs';

/** The files below a folder of test/ with an ending, as paths from the project's root; sorted. */
export function findTests(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  );
  return entries.filter((path) => path.endsWith(ending) && !path.includes('/node_modules/')).sort();
}
