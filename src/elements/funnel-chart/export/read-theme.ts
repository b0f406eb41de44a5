import { SVG_THEMES, type SvgTheme } from '../../../layout/export/svg-themes.ts';

const TOKENS = {
  surface: 'surface',
  surface2: 'surface-2',
  ink: 'ink',
  ink2: 'ink-2',
  rule: 'rule',
  edge: 'edge',
  accent: 'accent',
  lost: 'lost',
  lostLine: 'lost-line',
  open: 'open',
  openLine: 'open-line',
  previous: 'previous',
  up: 'up',
  down: 'down',
  warn: 'warn',
  warnSoft: 'warn-soft',
} as const satisfies Record<Exclude<keyof SvgTheme, 'segments'>, string>;

/**
 * The colours an element has on its page, the host's own among them. In forced colours it has the reader's, which are
 * not for others to see: then the package's own.
 */
export function readTheme(host: HTMLElement): SvgTheme {
  if (matchMedia('(forced-colors: active)').matches) return SVG_THEMES.light;
  const probe = document.createElement('span');
  probe.hidden = true;
  host.shadowRoot?.append(probe);
  const read = (token: string): string => {
    probe.style.setProperty('color', `var(--_${token})`);
    return getComputedStyle(probe).color;
  };
  const colours = Object.entries(TOKENS).map(([name, token]) => [name, read(token)]);
  const segments = SVG_THEMES.light.segments.map((_, at) => ({
    fill: read(`seg-${at + 1}`),
    on: read(`seg-${at + 1}-on`),
  }));
  probe.remove();
  return { ...(Object.fromEntries(colours) as Omit<SvgTheme, 'segments'>), segments };
}
