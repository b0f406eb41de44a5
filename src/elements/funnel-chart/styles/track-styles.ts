import { css } from 'lit';

/** The bar of a step: what is drawn on its track, and where. */
export const trackStyles = css`
  .track {
    position: relative;
    display: grid;
    grid-area: track;
    grid-template-rows: minmax(0, 1fr);
    block-size: var(--_bar-size);
    border-inline-start: 1px solid var(--_edge);
    transition: grid-template-columns 280ms ease;
  }
  .in-line {
    position: relative;
    grid-row-start: 1;
  }
  .over {
    position: absolute;
    inset-block: 0;
    transition:
      inset-inline-start 280ms ease,
      inline-size 280ms ease;
  }
  .segment {
    display: flex;
    align-items: center;
    min-inline-size: 2px;
    color: var(--_on);
    font-size: 0.8125rem;
    border-radius: 0;
    container: fw-segment / size;
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
  [data-opens],
  .track[data-hit] {
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
    overflow: hidden;
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
  @container fw-segment (inline-size < 44px) {
    .in-bar {
      display: none;
    }
  }
  @container fw-chart (inline-size < 900px) {
    @container fw-segment (inline-size < 60px) {
      .in-bar {
        display: none;
      }
    }
  }
  .segment:hover {
    filter: brightness(1.06);
  }
  [aria-selected='true'].segment {
    z-index: 2;
    outline: 3px solid var(--_ink);
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_surface);
  }
  [aria-selected='true']:not(.segment) .link {
    border-radius: 3px;
    background: var(--_accent-soft);
    box-shadow: 0 0 0 2px var(--_accent);
  }

  .ungrouped {
    border: 1px solid var(--_edge);
    background: var(--_surface-2);
  }
  .lost:hover,
  .open:hover {
    border-color: var(--_ink);
  }
  .unknown {
    border: 2px dotted var(--_edge);
  }
  /* Arrow heads along the bar: more came than it could give. */
  .growth {
    --_turn: 225deg;
    --_other-turn: 315deg;
    --_mark: transparent 28%, var(--_surface) 28% 37%, transparent 37%;
    border: 2px dashed var(--_ink);
    background:
      linear-gradient(var(--_turn), var(--_mark)) 0 0 / 12px 12px,
      linear-gradient(var(--_other-turn), var(--_mark)) 0 0 / 12px 12px;
    pointer-events: none;
  }
  .growth:dir(rtl) {
    --_turn: 45deg;
    --_other-turn: 135deg;
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
  /* The compared period is a line with a cap above it; a goal a dashed line with a diamond below. */
  .goal {
    position: absolute;
    inset-block: -3px -7px;
    inset-inline-start: calc(var(--_start) * 100% - 1px);
    z-index: 1;
    inline-size: 0;
    border-inline-start: 2px dashed var(--_ink);
    filter: drop-shadow(0 0 1px var(--_surface));
    pointer-events: none;
  }
  .goal::after {
    position: absolute;
    inset-block-end: -3px;
    inset-inline-start: -5px;
    inline-size: 8px;
    block-size: 8px;
    background: var(--_ink);
    rotate: 45deg;
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
    justify-content: flex-end;
    padding-inline: 0.6rem;
    border: 2px dotted var(--_edge);
    color: var(--_ink-2);
    font-size: 0.75rem;
  }

  @media (forced-colors: active) {
    .growth {
      border-color: Canvas;
      forced-color-adjust: none;
    }
    .previous,
    .goal {
      forced-color-adjust: none;
    }
  }
`;
