/** Space kept to the edges of the window. */
const MARGIN = 8;

/**
 * Puts an open popover under its button, or over it where the window ends; from the button's start in the reading
 * direction, moved as far as it must to be in the window. Lengths go through `--_top` and `--_left`.
 */
export function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + MARGIN / 2;
  const fits = below + height <= window.innerHeight - MARGIN;
  const top = fits
    ? below
    : Math.max(MARGIN, Math.min(anchor.top - height - MARGIN / 2, window.innerHeight - height - MARGIN));
  const start = getComputedStyle(button).direction === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.max(MARGIN, Math.min(start, window.innerWidth - width - MARGIN));
  popover.style.setProperty('--_top', `${top}px`);
  popover.style.setProperty('--_left', `${left}px`);
}
