import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  dependencies: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
};

/** The tags of the package, in order; each is an entry of its own. */
const TAGS = [
  'activation-rate',
  'channel-report',
  'experiment-readout',
  'funnel-chart',
  'funnel-step-drilldown',
  'lifecycle-wheel',
];

function findBuilt(ending: string): string[] {
  const entries = readdirSync(`${root}dist`, { recursive: true }) as string[];
  return entries.map((name) => `dist/${name.replaceAll('\\', '/')}`).filter((path) => path.endsWith(ending));
}

/** The packages a built file imports, found in its syntax; relative imports are left out. */
function findPackages(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(root + path, 'utf8'), true, true);
  const names = importedFiles.map(({ fileName }) => fileName).filter((name) => !name.startsWith('.'));
  return names.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

/** All built files an entry reaches by relative imports, itself included. */
function findReached(entry: string, reached = new Set<string>()): Set<string> {
  if (reached.has(entry)) return reached;
  reached.add(entry);
  const { importedFiles } = ts.preProcessFile(readFileSync(root + entry, 'utf8'), true, true);
  for (const { fileName } of importedFiles) {
    if (fileName.startsWith('.'))
      findReached(new URL(fileName, `file:///${entry}`).pathname.slice(1), reached);
  }
  return reached;
}

describe('exports', () => {
  test('every entry names files that are there', () => {
    const paths = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.types, entry.default],
    );
    const missing = paths.filter((path) => !path.includes('*') && !existsSync(root + path));
    assert.deepEqual(missing, []);
  });

  test('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg ?? {}, { color: false })),
      [],
    );
  });

  test('are-the-types-wrong finds nothing', () => {
    const cli = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const args = [cli, '--pack', '.', '--profile', 'esm-only', '--no-color', '--no-emoji'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });

  test('the JSON Schemas are objects with properties or alternatives, titled', () => {
    for (const name of ['definition', 'dataset', 'result', 'wheel', 'activation', 'channels', 'experiment']) {
      const schema = JSON.parse(readFileSync(`${root}dist/schema/${name}.schema.json`, 'utf8')) as Record<
        string,
        unknown
      >;
      assert.equal(schema.title, `funnelwheel ${name}`);
      assert.ok(
        ['properties', 'anyOf', 'oneOf', 'allOf', '$ref'].some((key) => key in schema),
        name,
      );
    }
  });
});

describe('imports', () => {
  /** Runs a script in a Node of its own that sees the package by its name, and no loader of the tests. */
  function runInNode(script: string): unknown {
    const options = { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH } } as const;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script],
      options,
    );
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }

  for (const entry of ['funnelwheel', 'funnelwheel/engine', 'funnelwheel/export', 'funnelwheel/catalog']) {
    test(`${entry} can be imported in Node, and leaves no global behind`, () => {
      const added = runInNode(`
        const before = new Set(Reflect.ownKeys(globalThis).map(String));
        const module = await import('${entry}');
        if (Object.keys(module).length === 0) throw new Error('no export');
        // Lit keeps the list of its loaded versions on the global object, and its shim of the registry in Node.
        const known = /^(lit|reactive)[A-Z]|^customElements$/;
        console.log(JSON.stringify(Reflect.ownKeys(globalThis).map(String).filter((key) => !before.has(key) && !known.test(key))));
      `);
      assert.deepEqual(added, []);
    });
  }

  test('funnelwheel defines no tag', () => {
    const defined = runInNode(`
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined, getName: () => null };
      await import('funnelwheel');
      console.log(JSON.stringify(defined));
    `);
    assert.deepEqual(defined, []);
  });

  for (const tag of TAGS) {
    test(`funnelwheel/${tag} defines its tag only, and tolerates that it is defined`, () => {
      const defined = runInNode(`
        const defined = [];
        globalThis.customElements = {
          define: (tag) => defined.push(tag),
          get: (tag) => (defined.includes(tag) ? class {} : undefined),
          getName: () => null,
        };
        const module = await import('funnelwheel/${tag}');
        for (const value of Object.values(module)) value.define?.();
        console.log(JSON.stringify(defined));
      `);
      assert.deepEqual(defined, [tag]);
    });
  }
});

describe('built files', () => {
  test('every package that is imported, in code or types, is a dependency', () => {
    const files = [...findBuilt('.js'), ...findBuilt('.d.ts')].filter(
      (path) => !path.startsWith('dist/cdn/'),
    );
    const strangers = files.flatMap((file) =>
      findPackages(file)
        .filter((name) => !(name in manifest.dependencies))
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(strangers, []);
  });

  test('the types need no package that has no types of its own', () => {
    const untyped = ['d3', 'papaparse'];
    const files = findBuilt('.d.ts').filter((file) =>
      findPackages(file).some((name) => untyped.includes(name)),
    );
    assert.deepEqual(files, []);
  });

  for (const entry of ['dist/engine/index.js', 'dist/catalog/index.js', 'dist/layout/export/index.js']) {
    test(`${entry} reaches no Lit, no d3 and no DOM`, () => {
      const files = [...findReached(entry)];
      const packages = new Set(files.flatMap(findPackages));
      const foreign = [...packages].filter((name) => !['valibot', 'temporal-polyfill'].includes(name));
      assert.deepEqual(foreign, []);
      const dom = /\b(document|window|navigator|customElements|HTMLElement|localStorage)\s*[.(]/;
      assert.deepEqual(
        files.filter((file) => dom.test(stripComments(readFileSync(root + file, 'utf8')))),
        [],
      );
    });
  }

  test('the single file and the worker import nothing', () => {
    for (const file of ['dist/cdn/funnelwheel.js', 'dist/cdn/worker.js']) {
      const { importedFiles } = ts.preProcessFile(readFileSync(root + file, 'utf8'), true, true);
      assert.deepEqual(importedFiles, [], file);
    }
  });

  test('the single file holds the production build of Lit', () => {
    assert.doesNotMatch(readFileSync(`${root}dist/cdn/funnelwheel.js`, 'utf8'), /Lit is in dev mode/);
  });

  test('only the files that define tags, and the single files, have side effects', () => {
    const { sideEffects } = manifest as unknown as { sideEffects: string[] };
    assert.deepEqual(sideEffects, ['./dist/define/*.js', './dist/cdn/*.js', './src/define/*.ts']);
    const defining = findBuilt('.js').filter((file) =>
      /^\w+\.define\(\);$/m.test(readFileSync(root + file, 'utf8')),
    );
    assert.deepEqual(
      defining.sort(),
      TAGS.map((tag) => `dist/define/${tag}.js`),
    );
  });

  test('custom-elements.json names every element, and files that are there', () => {
    const { modules } = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
      modules: { path: string; declarations?: { tagName?: string; members?: { name: string }[] }[] }[];
    };
    const elements = modules.flatMap(({ path, declarations = [] }) =>
      declarations.flatMap(({ tagName, members = [] }) => (tagName ? [{ path, tagName, members }] : [])),
    );
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), TAGS);
    for (const { path, members } of elements) {
      assert.ok(existsSync(root + path), path);
      assert.ok(!members.some(({ name }) => name.startsWith('#')), 'no private member');
    }
  });
});

/** Comments may speak of the DOM; strings are left, as a mention there is rare and worth a look. */
function stripComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
