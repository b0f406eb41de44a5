import { css } from 'lit';

/** Colours and textures, the same on the bars and in the legend. */
export const fillStyles = css`
  .seg-1 {
    --_fill: var(--_seg-1);
    --_on: var(--_seg-1-on);
    --_texture: var(--fw-seg-1-texture, none);
  }
  .seg-2 {
    --_fill: var(--_seg-2);
    --_on: var(--_seg-2-on);
    --_texture: var(
      --fw-seg-2-texture,
      repeating-linear-gradient(135deg, transparent 0 6px, var(--_line) 6px 7.5px)
    );
  }
  .seg-3 {
    --_fill: var(--_seg-3);
    --_on: var(--_seg-3-on);
    --_texture: var(
      --fw-seg-3-texture,
      radial-gradient(circle at 4px 4px, var(--_line) 1.4px, transparent 1.7px) 0 0 / 9px 9px
    );
  }
  .seg-4 {
    --_fill: var(--_seg-4);
    --_on: var(--_seg-4-on);
    --_texture: var(
      --fw-seg-4-texture,
      repeating-linear-gradient(45deg, transparent 0 6px, var(--_line) 6px 7.5px)
    );
  }
  .seg-5 {
    --_fill: var(--_seg-5);
    --_on: var(--_seg-5-on);
    --_texture: var(
      --fw-seg-5-texture,
      linear-gradient(var(--_line) 1px, transparent 1px) 0 0 / 8px 8px,
      linear-gradient(90deg, var(--_line) 1px, transparent 1px) 0 0 / 8px 8px
    );
  }
  .seg-6 {
    --_fill: var(--_seg-6);
    --_on: var(--_seg-6-on);
    --_texture: var(
      --fw-seg-6-texture,
      linear-gradient(135deg, transparent 25%, var(--_line) 25% 36%, transparent 36%) 0 0 / 11px 11px,
      linear-gradient(225deg, transparent 25%, var(--_line) 25% 36%, transparent 36%) 0 0 / 11px 11px
    );
  }
  .segment,
  .swatch[class*='seg-'] {
    --_line: color-mix(in srgb, var(--_on) 45%, transparent);
    background: var(--_fill);
  }
  .textured .segment,
  .textured .swatch[class*='seg-'] {
    background: var(--_texture), var(--_fill);
  }

  .lost,
  .swatch.lost {
    border: 1px solid var(--_lost-line);
    background: repeating-linear-gradient(135deg, transparent 0 6px, var(--_lost-line) 6px 7px) var(--_lost);
  }
  .exit-2 {
    background: repeating-linear-gradient(45deg, transparent 0 6px, var(--_lost-line) 6px 7px) var(--_lost);
  }
  .exit-3 {
    background: repeating-linear-gradient(0deg, transparent 0 5px, var(--_lost-line) 5px 6px) var(--_lost);
  }
  .open,
  .swatch.open {
    border: 1px dashed var(--_open-line);
    background: radial-gradient(circle at 4px 4px, var(--_open-line) 1px, transparent 1.2px) 0 0 / 9px 9px
      var(--_open);
  }

  @media print, (forced-colors: active) {
    .segment[class*='seg-'],
    .swatch[class*='seg-'] {
      background: var(--_texture), var(--_fill);
    }
  }
  @media (forced-colors: active) {
    .segment[class*='seg-'],
    .swatch[class*='seg-'] {
      --_fill: CanvasText;
      --_on: Canvas;
      --_line: Canvas;
      forced-color-adjust: none;
    }
    /* Neighbours are one colour now: an edge keeps them apart. */
    .segment[class*='seg-'] {
      border: 1px solid CanvasText;
    }
    .swatch.line {
      background: Highlight;
      forced-color-adjust: none;
    }
  }

  /* All but what is highlighted: its outline and its texture, as long as before. */
  .segment.faded {
    --_line: color-mix(in srgb, var(--_fill) 55%, transparent);
    background: var(--_texture), var(--_surface);
    box-shadow: inset 0 0 0 1.5px var(--_fill);
    color: var(--_ink);
  }
  .segment.faded .in-bar {
    background: var(--_surface);
  }
  :is(.lost, .open, .ungrouped, .unknown, .growth).faded {
    opacity: 0.35;
  }
  @media (forced-colors: active) {
    .segment[class*='seg-'].faded {
      --_line: GrayText;
      border-color: GrayText;
      box-shadow: none;
    }
  }
`;
