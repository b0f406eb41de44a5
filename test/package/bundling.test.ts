import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const HOST = 'virtual:host';

/** What a host's bundler makes of a module that uses the built package: the code, its dependencies left out. */
async function bundleHost(code: string): Promise<string> {
  const output = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === HOST ? `${root}host.js` : undefined),
        load: (id) => (id === `${root}host.js` ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: HOST,
        external: [/^lit/, /^@lit\//, 'd3', 'jstat', 'valibot', 'papaparse', /^temporal-polyfill/],
        output: { format: 'es', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

/** The classes that are defined as tags. A class that is used once only may stand in its place, without a name. */
function definesOf(code: string): string[] {
  return [...code.matchAll(/^(?:(\w+)|\}\))\.define\(\);$/gm)].map(({ 1: name, index }) => {
    const before = [...code.slice(0, index).matchAll(/\(class (\w+) extends/g)];
    return name ?? before.at(-1)?.[1] ?? '';
  });
}

describe('in a host’s bundle', () => {
  test('an entry that defines its tag keeps doing so, and brings no other', async () => {
    assert.deepEqual(definesOf(await bundleHost(`import 'funnelwheel/funnel-chart';`)), ['FunnelChart']);
    assert.deepEqual(definesOf(await bundleHost(`import 'funnelwheel/funnel-step-drilldown';`)), [
      'FunnelStepDrilldown',
    ]);
  });

  test('what is imported from funnelwheel and not used leaves nothing', async () => {
    const code = await bundleHost(`import { FunnelChart } from 'funnelwheel'; console.log('host');`);
    assert.doesNotMatch(code, /class \w*Funnel/);
    assert.deepEqual(definesOf(code), []);
  });

  test('one class of funnelwheel does not bring the other', async () => {
    const code = await bundleHost(
      `import { FunnelStepDrilldown } from 'funnelwheel'; console.log(FunnelStepDrilldown);`,
    );
    assert.match(code, /class FunnelStepDrilldown/);
    assert.doesNotMatch(code, /class FunnelChart\b/);
  });
});
