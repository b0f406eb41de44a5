// The linter's rule for the one direction of imports; the table is in layers.mjs.
import { relative, sep } from 'node:path';
import { findLayerFault } from './layers.mjs';

/** Reports every static, dynamic or re-exporting import of src/ that does not go down. */
export const layersRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports of src/ go down only' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = findLayerFault(file, node.source.value);
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};
