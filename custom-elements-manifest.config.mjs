/** The path of a source in the package: one built file a source file. */
const toBuilt = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Drops what is private (`#x`, `private x`): the manifest is for those who use the elements. */
function dropPrivate() {
  const isPublic = ({ name, privacy }) =>
    !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';
  return {
    name: 'funnelwheel-drop-private',
    moduleLinkPhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    },
  };
}

/** Lets the manifest name the files that are in the package instead of the sources, which are not. */
function nameBuiltFiles() {
  const rename = (value) => {
    if (Array.isArray(value)) value.forEach(rename);
    else if (value !== null && typeof value === 'object') {
      for (const key of ['path', 'module'])
        if (typeof value[key] === 'string') value[key] = toBuilt(value[key]);
      Object.values(value).forEach(rename);
    }
  };
  return {
    name: 'funnelwheel-name-built-files',
    packageLinkPhase({ customElementsManifest }) {
      rename(customElementsManifest.modules);
    },
  };
}

export default {
  globs: [
    'src/controllers/loading-element.ts',
    'src/elements/**/*.ts',
    'src/events/**/*.ts',
    'src/define/*.ts',
  ],
  outdir: 'dist',
  packagejson: false,
  litelement: true,
  plugins: [dropPrivate(), nameBuiltFiles()],
};
