import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { build, type Plugin, type Rolldown } from 'vite';

// Else a shell's own NODE_ENV would bring Lit's development build.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  dependencies: Record<string, string>;
};

/** What of a bundle is counted, and whether the packages it depends on are in it. */
interface Measure {
  part: 'at once' | 'in all';
  withPackages: boolean;
}

const CODE = 'virtual:code';
const FOLDER = `${root}.cache/sizes`;

/** Lets an entry be a few lines of code instead of a file. */
const virtualEntry = (code: string): Plugin => ({
  name: 'virtual-entry',
  resolveId: (id) => (id.endsWith(CODE) ? `${root}entry.js` : undefined),
  load: (id) => (id === `${root}entry.js` ? code : undefined),
});

async function bundle(code: string, withPackages: boolean): Promise<Rolldown.OutputChunk[]> {
  const external = withPackages ? [] : Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
  const output = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [virtualEntry(code)],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: CODE, formats: ['es'], fileName: 'entry' },
      rollupOptions: { external, output: { minify: true } },
    },
  })) as Rolldown.RolldownOutput[];
  return output.flatMap(({ output: files }) => files.filter((file) => file.type === 'chunk'));
}

/** The chunks that a browser loads before it runs the entry: itself, and what it imports, and what that imports. */
function listAtOnce(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

/** Bytes of files, each gzipped, as size-limit counts them. */
async function weigh(files: readonly string[]): Promise<number> {
  const [check] = await sizeLimit([filePlugin], { checks: [{ files, gzip: true }] });
  return check?.size ?? 0;
}

/** Bytes of some code (what it imports from dist/), bundled, minified, gzipped. */
async function measureBundle(code: string, { part, withPackages }: Measure): Promise<number> {
  const chunks = await bundle(code, withPackages);
  mkdirSync(FOLDER, { recursive: true });
  const counted = part === 'in all' ? chunks : listAtOnce(chunks);
  const files = counted.map((chunk, index) => {
    const file = `${FOLDER}/${index}.js`;
    writeFileSync(file, chunk.code);
    return file;
  });
  return weigh(files);
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What a page loads at once, Lit and all other packages in it, and its budget. */
const PAGES: [tags: string[], kilobytes: number][] = [
  [['funnel-chart'], 65],
  [['funnel-step-drilldown'], 20],
  [['lifecycle-wheel'], 52.5],
  [['funnel-chart', 'funnel-step-drilldown', 'lifecycle-wheel'], 105],
  [['activation-rate'], 26],
  [['channel-report'], 30.5],
  [['experiment-readout'], 28],
];

const toImports = (tags: readonly string[]): string =>
  tags.map((tag) => `import './dist/define/${tag}.js';`).join('');

const WITHOUT_PACKAGES: Measure = { part: 'in all', withPackages: false };

const FUNNELS_ONLY = `
  export { createStore } from './dist/engine/dataset/create-store.js';
  export { FunnelSession } from './dist/engine/session.js';`;

/**
 * Budgets in kB, gzipped: a little above what was measured, so that growth is a decision. speed.md and look.md aim
 * lower: 15 for the engine of a funnel, 18 for each of the first two tags and 15 for the wheel, 36 for all three.
 */
const BUDGETS: { title: string; kilobytes: number; measure: () => Promise<number> }[] = [
  {
    title: 'engine, what a funnel needs',
    kilobytes: 45.5,
    measure: () => measureBundle(FUNNELS_ONLY, WITHOUT_PACKAGES),
  },
  {
    title: 'engine, with the wheels and the figures',
    kilobytes: 71,
    measure: () => measureBundle(`export * from './dist/engine/index.js'`, WITHOUT_PACKAGES),
  },
  {
    title: 'catalog',
    kilobytes: 5,
    measure: () => measureBundle(`export * from './dist/catalog/index.js'`, WITHOUT_PACKAGES),
  },
  ...PAGES.map(([tags, kilobytes]) => ({
    title: `${tags.join(', ')}, at once`,
    kilobytes,
    measure: () =>
      measureBundle(toImports(tags), {
        part: 'at once',
        withPackages: true,
      }),
  })),
  {
    title: 'single file',
    kilobytes: 513,
    measure: () => weigh([`${root}dist/cdn/funnelwheel.js`]),
  },
  {
    title: 'worker',
    kilobytes: 114.5,
    measure: () => weigh([`${root}dist/cdn/worker.js`]),
  },
];

for (const [name, kilobytes] of [
  ['arrow', 14],
  ['parquet', 27],
] as const)
  BUDGETS.push({
    title: `reader of ${name}`,
    kilobytes,
    measure: () => weigh([`${root}dist/readers/${name}.js`]),
  });

test('what reads Arrow and Parquet is in files of its own alone', () => {
  const read = (file: string) => readFileSync(`${root}dist/${file}`, 'utf8');
  const words = { 'readers/parquet.js': 'row_groups', 'readers/arrow.js': 'Missing compression codec' };
  for (const [reader, word] of Object.entries(words)) {
    assert.ok(read(reader).includes(word), reader);
    assert.ok(!read(reader).includes('WebAssembly'), `${reader} needs no policy of its own`);
    for (const file of ['cdn/funnelwheel.js', 'cdn/worker.js'])
      assert.ok(!read(file).includes(word), `${file} has nothing of ${reader}`);
  }
});

test('no page has at once what checks results, nor the statistics, nor d3’s shapes', async () => {
  const tags = new Set(PAGES.flatMap(([names]) => names));
  const modules = listAtOnce(await bundle(toImports([...tags]), true)).flatMap(({ moduleIds }) => moduleIds);
  assert.ok(modules.some((id) => id.includes('node_modules/lit-html')));
  for (const name of ['valibot', 'jstat', 'd3-shape'])
    assert.ok(!modules.some((id) => id.includes(`node_modules/${name}/`)), name);
});

for (const { title, kilobytes, measure } of BUDGETS) {
  test(`size: ${title}`, async () => {
    const bytes = await measure();
    console.log(`size: ${title}: ${inKilobytes(bytes)} of ${kilobytes} kB`);
    assert.ok(bytes > 0, 'something was measured');
    assert.ok(bytes <= kilobytes * 1000, `${inKilobytes(bytes)} is more than ${kilobytes} kB`);
  });
}
