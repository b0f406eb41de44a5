// `npm run build`: everything below dist/. Library, single file, worker, types, JSON Schemas, manifest.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

// Before Vite is loaded: else a shell's own NODE_ENV would bring Lit's development build into the single file.
process.env.NODE_ENV = 'production';
const { build } = await import('vite');
const { READERS, libraryBuild, readerBuild, root, singleFileBuild, workerBuild } =
  await import('./vite-builds.mjs');

/** Runs a tool of node_modules by Node; its failure ends the build. */
function run(title, ...args) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) return;
  console.error(`build: ${title} failed`);
  process.exit(1);
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build(libraryBuild());
await build(singleFileBuild());
await build(workerBuild());
for (const name of Object.keys(READERS)) await build(readerBuild(name));
// Vite leaves the source map of the inlined worker here, which nothing names.
rmSync(join(root, 'dist/assets'), { recursive: true, force: true });
run('types', join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json');
run('JSON Schemas', '--import', 'tsx', 'scripts/build-schemas.ts');
run('manifest', join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet');
