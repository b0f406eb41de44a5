const isRoot = process.getuid?.() === 0;

/** Flags for a headless Chromium: no sandbox where it cannot work (root), the same glyphs everywhere. */
export const CHROMIUM_FLAGS = [
  ...(isRoot ? ['--no-sandbox', '--disable-setuid-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];
