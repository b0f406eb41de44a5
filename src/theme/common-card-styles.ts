import { css } from 'lit';

/**
 * What all cards have in common: title and scope, the sentence, footnotes, and what stands in place of the figure. Goes
 * before an element's own styles; needs the tokens and controls.
 */
export const commonCardStyles = css`
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
    animation: appear 0s 150ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
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
  .notes {
    margin-block-end: 0;
    padding: 0.75rem 0 0;
    border-block-start: 1px solid var(--_rule);
    list-style: none;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .state {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1.5rem 1rem;
    border: 1px dashed var(--_rule);
    border-radius: var(--_radius-s);
    text-align: center;
  }
  .state strong {
    font-size: 1rem;
  }
  .state p {
    max-inline-size: 48ch;
    margin: 0;
    color: var(--_ink-2);
  }
  /* What comes at once, as a result that is handed over, comes without a flash of this. */
  .loading {
    display: grid;
    gap: 0.75rem;
    animation: appear 0s 150ms both;
  }
  .loading p {
    margin: 0;
  }
  .banner > span {
    flex: 1 1 16rem;
  }

  @container (inline-size < 620px) {
    .summary {
      font-size: 0.875rem;
    }
  }
`;
