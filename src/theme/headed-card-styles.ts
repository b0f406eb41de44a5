import { css } from 'lit';

/**
 * What chart and wheel have in common beyond other cards: tools, and what the sentence adds. Goes before an element's own
 * styles; needs the tokens, controls and cards.
 */
export const headedCardStyles = css`
  .updating {
    margin-inline-start: 0.5rem;
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

  .summary strong {
    font-weight: 700;
  }
  .asides {
    display: block;
    margin-block-start: 0.25rem;
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
`;
