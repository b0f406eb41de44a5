import { css } from 'lit';

/** A breakdown side by side, and as a small funnel for each group; loaded with them. */
export const groupStyles = css`
  .bar-cell {
    position: relative;
    min-inline-size: 0;
  }
  .bar-button,
  .bar-cell:not(:has(.bar-button)) {
    display: grid;
    inline-size: 100%;
    min-block-size: 24px;
    padding: 0.1rem 0.2rem;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font-size: 0.8125rem;
    line-height: 1.35;
    text-align: start;
  }
  .bar-button {
    cursor: pointer;
  }
  .bar-button:hover {
    background: var(--_surface-2);
  }
  .bar-cell[aria-selected='true'] .bar-button {
    background: var(--_accent-soft);
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .bar-words {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .bar-track {
    position: relative;
    display: block;
    min-inline-size: 0;
    block-size: 14px;
    border-inline-start: 1px solid var(--_edge);
  }
  .bar-track .whole {
    --_fill: var(--_ink-2);
    --_on: var(--_surface);
    background: var(--_fill);
  }
  .bar-figures {
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .bar-figures b {
    color: var(--_ink);
    font-size: 0.8125rem;
  }

  .lanes {
    display: grid;
    grid-area: track;
    align-self: start;
    gap: 2px;
  }
  .lane .bar-button,
  .lane:not(:has(.bar-button)) {
    grid-template-columns: minmax(0, 8.5rem) minmax(0, 1fr);
    align-items: center;
    gap: 0.5rem;
  }
  .lane .bar-words {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.5rem;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(var(--_cards), minmax(0, 1fr));
    column-gap: 0.75rem;
  }
  .card-row {
    display: contents;
  }
  .card {
    grid-row: var(--_down) / span calc(var(--_steps) + 1);
    grid-column: var(--_across);
    margin-block-end: 0.75rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
  }
  .card-head,
  .card-cell {
    grid-row: var(--_down);
    grid-column: var(--_across);
    margin-inline: 0.5rem;
  }
  .card-head {
    padding: 0.6rem 0.2rem 0.3rem;
  }
  .card-title {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .card-rate {
    font-size: 0.8125rem;
  }
  :host(:dir(rtl)) :is(.card-rate, .bar-figures span) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .card-cell {
    align-self: end;
    margin-block-end: 0.35rem;
  }
  /* The last step of a card stands over its edge, with the space between two cards below it. */
  .card-row:last-child .card-cell {
    margin-block-end: 1.25rem;
  }
  .card-cell .bar-track {
    margin-block: 0.1rem;
  }
  .card-cell .number {
    color: var(--_ink-2);
  }
  .card-cell .bar-button,
  .card-cell:not(:has(.bar-button)) {
    gap: 0;
  }

  @container fw-chart (inline-size < 620px) {
    .lane .bar-button,
    .lane:not(:has(.bar-button)) {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }

  @media print {
    .card-cell,
    .lane {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .bar-track .whole {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
