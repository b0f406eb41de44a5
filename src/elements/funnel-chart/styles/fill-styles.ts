import { css } from 'lit';

/** Colours and textures, the same on the bars and in the legend. */
export const fillStyles = css`
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .legend b {
    font-weight: 600;
  }
  .swatch {
    flex: none;
    inline-size: 0.9rem;
    block-size: 0.9rem;
    border-radius: 3px;
  }
  .swatch.line {
    inline-size: 2px;
    block-size: 1rem;
    border-radius: 0;
    background: var(--_previous);
  }

  .seg-1 {
    --_fill: var(--_seg-1);
    --_on: var(--_seg-1-on);
  }
  .seg-2 {
    --_fill: var(--_seg-2);
    --_on: var(--_seg-2-on);
  }
  .seg-3 {
    --_fill: var(--_seg-3);
    --_on: var(--_seg-3-on);
  }
  .seg-4 {
    --_fill: var(--_seg-4);
    --_on: var(--_seg-4-on);
  }
  .seg-5 {
    --_fill: var(--_seg-5);
    --_on: var(--_seg-5-on);
  }
  .seg-6 {
    --_fill: var(--_seg-6);
    --_on: var(--_seg-6-on);
  }
  .swatch[class*='seg-'] {
    background-color: var(--_fill);
  }
  .textured {
    --_tex: color-mix(in srgb, var(--_on) 42%, transparent);
  }
  .textured .seg-2 {
    background-image: repeating-linear-gradient(
      135deg,
      transparent 0 6px,
      var(--_tex2, rgb(255 255 255 / 32%)) 6px 7.5px
    );
  }
  .textured .seg-3 {
    background-image: radial-gradient(
      circle at 4px 4px,
      light-dark(rgb(255 255 255 / 75%), rgb(0 0 0 / 55%)) 1.4px,
      transparent 1.6px
    );
    background-size: 9px 9px;
  }
  .textured .seg-4 {
    background-image: repeating-linear-gradient(45deg, transparent 0 6px, rgb(255 255 255 / 32%) 6px 7.5px);
  }
  .textured .seg-5 {
    background-image:
      linear-gradient(rgb(0 0 0 / 28%) 1px, transparent 1px),
      linear-gradient(90deg, rgb(0 0 0 / 28%) 1px, transparent 1px);
    background-size: 8px 8px;
  }
  .textured .seg-6 {
    background-image: repeating-linear-gradient(
      90deg,
      transparent 0 5px,
      light-dark(rgb(255 255 255 / 32%), rgb(0 0 0 / 32%)) 5px 6.5px
    );
  }

  .lost,
  .swatch.lost {
    border: 1px solid var(--_lost-line);
    background: repeating-linear-gradient(135deg, transparent 0 6px, var(--_lost-line) 6px 7px) var(--_lost);
  }
  .open,
  .swatch.open {
    border: 1px dashed var(--_open-line);
    background: radial-gradient(circle at 4px 4px, var(--_open-line) 1px, transparent 1.2px) 0 0 / 9px 9px
      var(--_open);
  }

  @media (forced-colors: active) {
    .segment,
    .swatch[class*='seg-'] {
      --_fill: CanvasText;
      --_on: Canvas;
      background-color: CanvasText;
      forced-color-adjust: none;
    }
    .swatch.line {
      forced-color-adjust: none;
    }
  }

  @media print {
    .swatch {
      print-color-adjust: exact;
    }
  }
`;
