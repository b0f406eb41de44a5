// The three Vite builds of the package, as configurations for Vite's `build()`.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { squeezedTemplates } from './squeeze-templates.mjs';

/** The project's folder, with a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** What every build has in common: no config file read, the worker as one classic script. */
const base = {
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  plugins: [squeezedTemplates()],
  // Inlined as a string, which a host's bundler cannot minify any more.
  worker: { format: 'iife', rollupOptions: { output: { minify: true, sourcemap: false } } },
};

/** The entries of the library build: output path without `.js` → source. */
export const ENTRIES = {
  index: 'src/index.ts',
  'define/activation-rate': 'src/define/activation-rate.ts',
  'define/channel-report': 'src/define/channel-report.ts',
  'define/experiment-readout': 'src/define/experiment-readout.ts',
  'define/funnel-chart': 'src/define/funnel-chart.ts',
  'define/funnel-step-drilldown': 'src/define/funnel-step-drilldown.ts',
  'define/lifecycle-wheel': 'src/define/lifecycle-wheel.ts',
  'engine/index': 'src/engine/index.ts',
  'catalog/index': 'src/catalog/index.ts',
  'layout/export/index': 'src/layout/export/index.ts',
};

/**
 * Bundlers that follow `new URL(…, import.meta.url)` copy the readers into a host's build. This build must not follow
 * it, and says so by a comment, which theirs must not see.
 */
const followedReaders = {
  name: 'funnelwheel-followed-readers',
  renderChunk: (code) =>
    code.includes('../readers/')
      ? { code: code.replace(/\/\* @vite-ignore \*\/\s*(?="..\/readers\/)/g, ''), map: null }
      : undefined,
};

/** The ES library: one output file a source file, so that a bundler drops what a host does not use. */
export function libraryBuild(outDir = `${root}dist`) {
  const entry = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, root + path]));
  const packages = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
  return {
    ...base,
    plugins: [...base.plugins, followedReaders],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: { entry, formats: ['es'] },
      rollupOptions: {
        external: packages,
        output: { preserveModules: true, preserveModulesRoot: `${root}src`, entryFileNames: '[name].js' },
      },
    },
  };
}

function selfContained(name, source, format, outDir) {
  return {
    ...base,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      // Lib mode leaves ES output unminified unless the output itself asks for it.
      minify: true,
      lib: {
        entry: { [name]: root + source },
        formats: [format],
        name: 'funnelwheel',
        fileName: () => `${name}.js`,
      },
      rollupOptions: { output: { minify: true, codeSplitting: false } },
    },
  };
}

/** Everything in one minified module that defines the tags: for `<script type="module">`. */
export function singleFileBuild(outDir = `${root}dist/cdn`) {
  return selfContained('funnelwheel', 'src/define/all.ts', 'es', outDir);
}

/**
 * Papa Parse carries a script in a string that says `global.X`, which publint takes for CommonJS. The same
 * script, said otherwise.
 */
const quietPapaParse = {
  name: 'funnelwheel-quiet-papaparse',
  transform: (code, id) =>
    id.includes('papaparse')
      ? { code: code.replaceAll(' global.IS_PAPA_WORKER', ' (global).IS_PAPA_WORKER') }
      : undefined,
};

/** The engine's worker as one classic script, for hosts whose policy forbids blob workers. */
export function workerBuild(outDir = `${root}dist/cdn`) {
  return { ...selfContained('worker', 'src/worker/worker.ts', 'iife', outDir), plugins: [quietPapaParse] };
}

/** The time of the newest file below a folder, in milliseconds; 0 for an empty one. */
function newestChange(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

/** Whether a built file is missing or older than a source file. */
export function isStale(file) {
  return !existsSync(file) || statSync(file).mtimeMs < newestChange(`${root}src`);
}

/** The readers that are files of their own: name → source. */
export const READERS = { arrow: 'src/formats/arrow.ts', parquet: 'src/formats/parquet.ts' };

/** One of {@link READERS} as one self-contained module, for the worker and the page to load by its address. */
export function readerBuild(name, outDir = `${root}dist/readers`) {
  const own = selfContained(name, READERS[name], 'es', outDir);
  const { build } = own;
  // Its codecs are taken one by one: the list of all would bring WebAssembly, which many policies forbid.
  const treeshake = { moduleSideEffects: (id) => !id.includes('hyparquet-compressors') };
  return { ...own, build: { ...build, rollupOptions: { ...build.rollupOptions, treeshake } } };
}
