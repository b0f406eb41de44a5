import { css } from 'lit';

/** The bar of a step: what is drawn on its track, and where. */
export const trackStyles = css`
  .track {
    position: relative;
    grid-area: track;
    block-size: var(--_bar-size);
    border-inline-start: 1px solid var(--_edge);
  }
  .piece {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_start) * 100%);
    inline-size: calc(var(--_size) * 100%);
    transition:
      inset-inline-start 280ms ease,
      inline-size 280ms ease;
  }
  .still .piece,
  .still .previous {
    transition: none;
  }
  .segment {
    display: flex;
    align-items: center;
    min-inline-size: 2px;
    background-color: var(--_fill);
    color: var(--_on);
    font-size: 0.8125rem;
    border-radius: 0;
    container-type: inline-size;
  }
  .segment:not(:first-child)::after {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 2px;
    max-inline-size: 40%;
    background: var(--_surface);
    content: '';
    pointer-events: none;
  }
  [data-opens] {
    cursor: pointer;
  }
  .segment button {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
    overflow: hidden;
  }
  /* Thin segments keep a hit area of 24 px. */
  .segment button::before {
    position: absolute;
    inset-block: 0;
    inset-inline: min(0px, calc((100% - 24px) / 2));
    content: '';
  }
  .segment button:focus-visible {
    z-index: 2;
    outline-offset: 1px;
    overflow: visible;
  }
  .piece:has(button:focus-visible) {
    z-index: 3;
  }
  .in-bar {
    margin-inline: 0.4rem;
    padding: 0 0.25em;
    border-radius: 3px;
    background: var(--_fill);
    pointer-events: none;
  }
  @container (inline-size < 46px) {
    .in-bar {
      display: none;
    }
  }
  .segment:hover,
  .swatch:hover {
    filter: brightness(1.06);
  }

  .ungrouped {
    border: 1px solid var(--_edge);
    background: var(--_surface-2);
  }
  .lost:hover,
  .open:hover {
    border-color: var(--_ink);
  }
  .growth {
    border: 2px dashed var(--_ink);
    background: repeating-linear-gradient(
      90deg,
      transparent 0 6px,
      color-mix(in srgb, var(--_surface) 45%, transparent) 6px 9px
    );
    pointer-events: none;
  }
  .previous {
    position: absolute;
    inset-block: -7px -5px;
    inset-inline-start: calc(var(--_start) * 100% - 1px);
    z-index: 1;
    inline-size: 2px;
    background: var(--_previous);
    box-shadow: 0 0 0 1px var(--_surface);
    transition: inset-inline-start 280ms ease;
    pointer-events: none;
  }
  .previous::before {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: -4px;
    border: 5px solid transparent;
    border-block: 5px solid var(--_previous);
    border-block-end-width: 0;
    content: '';
  }
  .ring {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: -6px;
    inline-size: 15px;
    block-size: 15px;
    margin-block-start: -7.5px;
    border: 2px solid var(--_ink);
    border-radius: 50%;
    pointer-events: none;
  }
  .absent {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    padding-inline: 0.6rem;
    border: 1px dotted var(--_edge);
    color: var(--_ink-2);
    font-size: 0.75rem;
  }

  @media (forced-colors: active) {
    .previous {
      forced-color-adjust: none;
    }
  }

  @media print {
    .piece {
      print-color-adjust: exact;
    }
  }
`;
