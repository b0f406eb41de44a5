import { css } from 'lit';

/**
 * What chart and wheel have in common inside of their cards: title and tools, the sentence, footnotes. Goes before an
 * element's own styles; needs the tokens and controls.
 */
export const headedCardStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.75rem 1rem;
  }
  .titles {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 1.125rem;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  .scope {
    margin: 0.15rem 0 0;
    color: var(--_ink-2);
  }
  .updating {
    margin-inline-start: 0.5rem;
    animation: appear 0s 150ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  /* What comes at once, as a result that is handed over, comes without a flash of this. */
  .loading {
    animation: appear 0s 150ms both;
  }
  .switch {
    display: inline-flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
  }
  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_surface-2);
    border-color: var(--_rule);
    color: var(--_ink);
  }
  .icon-button svg {
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .summary {
    max-inline-size: 78ch;
    margin-block-end: 0;
    padding-block: 0.15rem;
    padding-inline-start: 0.85rem;
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }
  .summary strong {
    font-weight: 700;
  }
  .asides {
    display: block;
    margin-block-start: 0.25rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .notes {
    margin-block-end: 0;
    padding: 0.75rem 0 0;
    border-block-start: 1px solid var(--_rule);
    list-style: none;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .text-button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .text-button:hover {
    color: var(--_ink);
  }

  @container (inline-size < 620px) {
    .summary {
      font-size: 0.875rem;
    }
  }
`;
