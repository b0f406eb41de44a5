/** The colours of a picture. Any CSS colour that SVG knows. */
export interface SvgTheme {
  surface: string;
  surface2: string;
  ink: string;
  ink2: string;
  rule: string;
  edge: string;
  accent: string;
  /** Six fills, with what is written on each. */
  segments: readonly { fill: string; on: string }[];
  lost: string;
  lostLine: string;
  open: string;
  openLine: string;
  previous: string;
  up: string;
  down: string;
  warn: string;
  warnSoft: string;
}

/** The package's own colours, as the elements have them. Source: look.md, "Tokens". */
export const SVG_THEMES: Readonly<Record<'light' | 'dark', SvgTheme>> = {
  light: {
    surface: '#fff',
    surface2: '#f5f7fa',
    ink: '#141a26',
    ink2: '#515b6d',
    rule: '#d6dce6',
    edge: '#8390a5',
    accent: '#1c5fd0',
    segments: [
      { fill: '#0f90fe', on: '#050a14' },
      { fill: '#7e2500', on: '#fff' },
      { fill: '#869021', on: '#050a14' },
      { fill: '#7525a1', on: '#fff' },
      { fill: '#d67293', on: '#050a14' },
      { fill: '#0f5b53', on: '#fff' },
    ],
    lost: '#f3f5f9',
    lostLine: '#9aa7bd',
    open: '#fff',
    openLine: '#66748c',
    previous: '#141a26',
    up: '#0b6b3a',
    down: '#a01c1c',
    warn: '#8a3b00',
    warnSoft: '#fff4e8',
  },
  dark: {
    surface: '#12161f',
    surface2: '#1a2130',
    ink: '#e9edf5',
    ink2: '#a9b3c6',
    rule: '#313a4b',
    edge: '#66738b',
    accent: '#8fb4ff',
    segments: [
      { fill: '#758df8', on: '#050a14' },
      { fill: '#bb4717', on: '#fff' },
      { fill: '#dbeb48', on: '#050a14' },
      { fill: '#7a5f80', on: '#fff' },
      { fill: '#d49291', on: '#050a14' },
      { fill: '#38f2f2', on: '#050a14' },
    ],
    lost: '#1a2130',
    lostLine: '#5c6a84',
    open: '#12161f',
    openLine: '#8d9bb5',
    previous: '#e9edf5',
    up: '#7fe0a8',
    down: '#ff9c9c',
    warn: '#ffc27a',
    warnSoft: '#33230f',
  },
};
