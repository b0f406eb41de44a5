import { css } from 'lit';

/** The people by their properties. */
export const breakdownStyles = css`
  .breakdown {
    border-block: 1px solid var(--_rule);
    padding-block: 0.5rem;
  }
  .breakdown summary,
  .history summary {
    cursor: pointer;
    font-size: 0.8125rem;
    font-weight: 600;
    padding-block: 0.25rem;
    border-radius: 3px;
  }
  .breakdown summary::marker {
    color: var(--_ink-2);
  }
  .hint {
    font-weight: 400;
    font-size: 0.75rem;
  }
  .breakdown summary .hint {
    margin-inline-start: 0.75rem;
    font-size: 0.75rem;
    font-weight: 400;
  }
  details:not([open]) > summary .hint {
    display: none;
  }
  .properties {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
    gap: 0.75rem 1.5rem;
    padding-block: 0.5rem 0.25rem;
  }
  .property {
    margin-inline: -0.375rem;
  }
  .property h3 {
    margin-block-end: 0.125rem;
    padding-inline: 0.375rem;
  }
  .breakdown > .button {
    margin-inline-start: -0.375rem;
    padding-inline: 0.375rem;
    min-block-size: 1.75rem;
    font-size: 0.75rem;
  }
  .value {
    position: relative;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
    inline-size: 100%;
    min-block-size: 1.75rem;
    padding: 0.2rem 0.375rem 0.4rem;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    color: var(--_ink);
    font-size: 0.8125rem;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .value-bar {
    position: absolute;
    inset-inline: 0.375rem;
    inset-block-end: 0.125rem;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_rule);
    overflow: hidden;
  }
  .value-bar::before {
    content: '';
    display: block;
    inline-size: calc(var(--_share, 0) * 100%);
    min-inline-size: 2px;
    block-size: 100%;
    border-radius: 2px;
    background: var(--_accent);
    transition: inline-size 250ms ease;
  }
  .value:hover {
    border-color: var(--_edge);
  }
  .value[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .value-label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .value-count {
    flex: none;
    font-weight: 600;
  }
  .value:focus-visible {
    outline-offset: -1px;
  }
  .more-values {
    min-block-size: 1.625rem;
    padding: 0.1rem 0.375rem;
    font-size: 0.75rem;
  }
`;
