import { css } from 'lit';

/**
 * Colours, sizes and textures of every element. Each private `--_x` reads its public `--fw-x` first, so a host
 * overrides one by setting the public name on any ancestor. Light and dark follow `color-scheme`.
 * Source: look.md, "Tokens".
 */
export const tokenStyles = css`
  :host {
    --_surface: var(--fw-surface, light-dark(#fff, #12161f));
    --_surface-2: var(--fw-surface-2, light-dark(#f5f7fa, #1a2130));
    --_ink: var(--fw-ink, light-dark(#141a26, #e9edf5));
    --_ink-2: var(--fw-ink-2, light-dark(#515b6d, #a9b3c6));
    --_rule: var(--fw-rule, light-dark(#d6dce6, #313a4b));
    --_edge: var(--fw-edge, light-dark(#8390a5, #66738b));
    --_accent: var(--fw-accent, light-dark(#1c5fd0, #8fb4ff));
    --_accent-on: var(--fw-accent-on, light-dark(#fff, #0b1220));
    --_accent-soft: var(--fw-accent-soft, light-dark(#eaf1fd, #1b2740));
    --_seg-1: var(--fw-seg-1, light-dark(#0f90fe, #758df8));
    --_seg-2: var(--fw-seg-2, light-dark(#7e2500, #bb4717));
    --_seg-3: var(--fw-seg-3, light-dark(#869021, #dbeb48));
    --_seg-4: var(--fw-seg-4, light-dark(#7525a1, #7a5f80));
    --_seg-5: var(--fw-seg-5, light-dark(#d67293, #d49291));
    --_seg-6: var(--fw-seg-6, light-dark(#0f5b53, #38f2f2));
    --_seg-1-on: var(--fw-seg-1-on, light-dark(#050a14, #050a14));
    --_seg-2-on: var(--fw-seg-2-on, light-dark(#fff, #fff));
    --_seg-3-on: var(--fw-seg-3-on, light-dark(#050a14, #050a14));
    --_seg-4-on: var(--fw-seg-4-on, light-dark(#fff, #fff));
    --_seg-5-on: var(--fw-seg-5-on, light-dark(#050a14, #050a14));
    --_seg-6-on: var(--fw-seg-6-on, light-dark(#fff, #050a14));
    --_lost: var(--fw-lost, light-dark(#f3f5f9, #1a2130));
    --_lost-line: var(--fw-lost-line, light-dark(#9aa7bd, #5c6a84));
    --_open: var(--fw-open, light-dark(#fff, #12161f));
    --_open-line: var(--fw-open-line, light-dark(#66748c, #8d9bb5));
    --_previous: var(--fw-previous, var(--_ink));
    --_up: var(--fw-up, light-dark(#0b6b3a, #7fe0a8));
    --_down: var(--fw-down, light-dark(#a01c1c, #ff9c9c));
    --_warn: var(--fw-warn, light-dark(#8a3b00, #ffc27a));
    --_warn-soft: var(--fw-warn-soft, light-dark(#fff4e8, #33230f));
    --_focus: var(--fw-focus, var(--_ink));
    --_radius: var(--fw-radius, 10px);
    --_radius-s: var(--fw-radius-s, 6px);
    --_font: var(--fw-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_shadow: var(--fw-shadow, 0 8px 28px light-dark(rgb(20 26 38 / 16%), rgb(0 0 0 / 55%)));

    color: var(--_ink);
    font-family: var(--_font);
    font-size: 0.875rem;
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;

    /* A container of queries has no width of its own: where the page asks for one (a dialog, a float, a flex row),
       it is this instead of none. */
    contain-intrinsic-inline-size: min(60rem, 100vw - 3rem);
    min-inline-size: 0;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :focus-visible,
  .focus-ring {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0s !important;
      animation: none !important;
    }
  }

  /* On paper nothing can be opened: what is folded away is there. */
  @media print {
    details::details-content {
      content-visibility: visible;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_surface-2: Canvas;
      --_ink: CanvasText;
      --_ink-2: CanvasText;
      --_rule: GrayText;
      --_edge: ButtonBorder;
      --_accent: Highlight;
      --_accent-on: HighlightText;
      --_accent-soft: Canvas;
      --_lost: Canvas;
      --_lost-line: GrayText;
      --_open: Canvas;
      --_open-line: GrayText;
      --_previous: Highlight;
      --_up: CanvasText;
      --_down: CanvasText;
      --_warn: CanvasText;
      --_warn-soft: Canvas;
      --_focus: Highlight;
    }
  }
`;

/** Buttons, pills, fields, panels and banners, the same in every element. Needs {@link tokenStyles}. */
export const controlStyles = css`
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2rem;
    padding: 0.3rem 0.75rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_ink);
    font-size: 0.8125rem;
    text-align: start;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_surface-2);
    border-color: var(--_edge);
  }
  .button.primary,
  .button[aria-pressed='true'],
  .button[aria-checked='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-on);
    font-weight: 600;
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .button.quiet:hover {
    background: var(--_accent-soft);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.05rem 0.55rem;
    border: 1px solid currentcolor;
    border-radius: 999px;
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.4;
  }
  .pill.warn {
    color: var(--_warn);
    background: var(--_warn-soft);
  }

  .field {
    min-block-size: 2rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_ink);
    font-size: 0.8125rem;
  }
  .field::placeholder {
    color: var(--_ink-2);
    opacity: 1;
  }

  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--_rule);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.8125rem;
  }
  .banner.warn {
    border-inline-start-color: var(--_warn);
  }
  .banner.error {
    border-inline-start-color: var(--_down);
  }

  .panel {
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }

  dialog {
    max-inline-size: min(32rem, calc(100vw - 2rem));
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(10 14 22 / 45%);
  }

  @media (forced-colors: active) {
    .button.primary,
    .button[aria-pressed='true'],
    .button[aria-checked='true'] {
      forced-color-adjust: none;
    }
  }
`;
