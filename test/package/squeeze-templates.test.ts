import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { squeezeCss, squeezeMarkup, squeezeTemplates } from '../../scripts/squeeze-templates.mjs';

test('a style sheet loses what is there for the reader, and no line', () => {
  const source = `
    /* A card,
       as it is. */
    .card, .row > .cell {
      margin: 0 auto;
      content: ' · /* no comment */ ';
      inline-size: calc(100% - 2px);
    }`;
  const squeezed = squeezeCss(source);
  assert.equal(
    squeezed,
    `\n\n\n.card,.row > .cell{\nmargin:0 auto;\ncontent:' · /* no comment */ ';\ninline-size:calc(100% - 2px);\n}`,
  );
  assert.equal(squeezed.split('\n').length, source.split('\n').length);
});

test('a template keeps a space wherever there was one', () => {
  assert.equal(squeezeMarkup('<p>\n    a <b>c</b>\n    d</p>'), '<p>\na <b>c</b>\nd</p>');
});

test('only templates of Lit are touched, also inside of one another', () => {
  const code =
    'const a = `x\n   y`;\nconst b = html`<p>\n   ${c.map((d) => html`<i>\n  ${d}</i>`)}\n  </p>`;\n';
  assert.equal(
    squeezeTemplates(code, parseAst),
    'const a = `x\n   y`;\nconst b = html`<p>\n${c.map((d) => html`<i>\n${d}</i>`)}\n</p>`;\n',
  );
});
