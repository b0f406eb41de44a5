import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { findLayerFault } from '../../scripts/layers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The specifiers a file imports: static, dynamic, re-exported and in types. */
function findImports(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push((node.argument.literal as ts.StringLiteral).text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function findSources(): string[] {
  const entries = readdirSync(`${root}src`, { recursive: true }) as string[];
  return entries
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
}

describe('layers', () => {
  test('every import of src/ goes down', () => {
    const sources = findSources();
    assert.ok(sources.includes('src/index.ts'), 'the sources were found');
    const faults = sources.flatMap((file) =>
      findImports(file).flatMap((specifier) => {
        const fault = findLayerFault(file, specifier);
        return fault === undefined ? [] : [`${file}: ${fault}`];
      }),
    );
    assert.equal(faults.join('\n'), '');
  });

  test('an import that goes up, sideways or outside is named as a fault', () => {
    const faults: [file: string, specifier: string][] = [
      ['src/engine/index.ts', '../data/result-source.ts'],
      ['src/engine/index.ts', 'lit'],
      ['src/engine/index.ts', 'd3-scale'],
      ['src/catalog/index.ts', '../elements/funnel-chart/funnel-chart.ts'],
      ['src/i18n/messages.ts', '../layout/funnel.ts'],
      ['src/layout/funnel.ts', '../theme/tokens.ts'],
      ['src/data/dataset-sources.ts', '../worker/worker.ts'],
      ['src/controllers/size.ts', '../elements/funnel-chart/funnel-chart.ts'],
      ['src/elements/funnel-chart/funnel-chart.ts', '../funnel-step-drilldown/styles.ts'],
      ['src/elements/funnel-chart/parts/bar.ts', '../../funnel-step-drilldown/styles.ts'],
      ['src/index.ts', './define/funnel-chart.ts'],
      ['src/data/csv.ts', '../../test/support/x.ts'],
      ['src/misc/x.ts', './y.ts'],
    ];
    for (const [file, specifier] of faults) {
      assert.ok(findLayerFault(file, specifier), `${file} → ${specifier}`);
    }
  });

  test('an import that goes down, or stays in its room, is none', () => {
    const fine: [file: string, specifier: string][] = [
      ['src/engine/index.ts', './funnel/compute-funnel.ts'],
      ['src/engine/schema/text.ts', 'valibot'],
      ['src/catalog/index.ts', '../engine/index.ts'],
      ['src/worker/dataset-source.ts', '../data/to-store-input.ts'],
      ['src/layout/funnel.ts', '../i18n/messages.ts'],
      ['src/worker/client.ts', './worker.ts?worker&inline'],
      ['src/layout/funnel.ts', 'd3'],
      ['src/elements/funnel-chart/funnel-chart.ts', './styles.ts'],
      ['src/elements/funnel-chart/funnel-chart.ts', 'lit/decorators.js'],
      ['src/elements/funnel-chart/funnel-chart.ts', '../../controllers/size.ts'],
      ['src/define/funnel-chart.ts', '../elements/funnel-chart/funnel-chart.ts'],
    ];
    for (const [file, specifier] of fine) {
      assert.equal(findLayerFault(file, specifier), undefined, `${file} → ${specifier}`);
    }
  });
});
