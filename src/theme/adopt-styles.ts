import type { CSSResult } from 'lit';

/** Adds the styles of a part that was loaded later to an element's own. Once for each part. */
export function adoptStyles(host: HTMLElement, { styleSheet }: CSSResult): void {
  const root = host.shadowRoot;
  if (!root || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
