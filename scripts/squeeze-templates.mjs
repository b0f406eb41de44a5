// A Vite plugin: takes out of css`…`, html`…` and svg`…` what is there for the reader of the source alone. Line breaks
// stay (they weigh nothing once compressed), so that the source maps stay true.

const TAGS = new Set(['css', 'html', 'svg']);

/** Texts of a style sheet, which must stay as they are, or a comment. */
const CSS_TOKEN = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[^]*?\*\//g;

const keepLines = (text) => text.replace(/[^\n]/g, '');

/** Takes indentation, comments and needless spaces out of a part of a style sheet. */
export function squeezeCss(text) {
  let squeezed = '';
  let end = 0;
  const between = (part) =>
    part
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/([:,]) +/g, '$1')
      .replace(/ +\{/g, '{');
  for (const match of text.matchAll(CSS_TOKEN)) {
    squeezed += between(text.slice(end, match.index)) + (match[1] ?? keepLines(match[0]));
    end = match.index + match[0].length;
  }
  return squeezed + between(text.slice(end));
}

/** Takes indentation out of a part of a template; a line break is as good a space. */
export function squeezeMarkup(text) {
  return text.replace(/[ \t]*\n[ \t]*/g, '\n');
}

/** Calls `visit` for every node of a tree. */
function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((child) => walk(child, visit));
  if (typeof node?.type !== 'string') return;
  visit(node);
  for (const child of Object.values(node))
    if (typeof child === 'object' && child !== null) walk(child, visit);
}

/** The code with its templates squeezed. `parse` answers an ESTree with positions. */
export function squeezeTemplates(code, parse) {
  const parts = [];
  walk(parse(code), ({ type, tag, quasi }) => {
    if (type !== 'TaggedTemplateExpression' || !TAGS.has(tag.name)) return;
    const squeeze = tag.name === 'css' ? squeezeCss : squeezeMarkup;
    for (const { start, value } of quasi.quasis) parts.push({ start, raw: value.raw, squeeze });
  });
  let squeezed = code;
  for (const { start, raw, squeeze } of parts.sort((a, b) => b.start - a.start)) {
    const at = code.indexOf(raw, start);
    squeezed = squeezed.slice(0, at) + squeeze(raw) + squeezed.slice(at + raw.length);
  }
  return squeezed;
}

/** The plugin for the package's builds. */
export function squeezedTemplates() {
  return {
    name: 'funnelwheel-squeezed-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return undefined;
      return { code: squeezeTemplates(code, (text) => this.parse(text)), map: null };
    },
  };
}
