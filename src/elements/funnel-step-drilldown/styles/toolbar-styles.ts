import { css } from 'lit';

/** The breakdown, the search and the bar of the selection. */
export const toolbarStyles = css`
  /* Breakdown */
  .breakdown {
    border-block: 1px solid var(--_rule);
    padding-block: 0.5rem;
  }
  summary {
    cursor: pointer;
    font-size: 0.8125rem;
    font-weight: 600;
    padding-block: 0.25rem;
    border-radius: 3px;
  }
  summary::marker {
    color: var(--_ink-2);
  }
  .hint {
    font-weight: 400;
    font-size: 0.75rem;
  }
  summary .hint {
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

  /* Search, order, filters */
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.625rem;
  }
  .search {
    position: relative;
    flex: 1 1 14rem;
    max-inline-size: 22rem;
  }
  .search .field {
    inline-size: 100%;
    padding-inline-start: 2rem;
  }
  .icon-search {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.7rem;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    margin-block-start: -0.42rem;
    border: 1.5px solid var(--_ink-2);
    border-radius: 50%;
    pointer-events: none;
  }
  .icon-search::after {
    content: '';
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 82%;
    inline-size: 0.35rem;
    border-block-start: 1.5px solid var(--_ink-2);
    transform: rotate(45deg);
    transform-origin: 0 0;
  }
  :host(:dir(rtl)) .icon-search::after {
    inset-inline-start: 50%;
    transform: rotate(135deg);
  }
  .sorting {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-size: 0.8125rem;
    min-inline-size: 0;
  }
  .sorting .field {
    min-inline-size: 0;
    max-inline-size: 12rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.65rem;
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_ink);
    font-size: 0.8125rem;
    cursor: pointer;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .chip:hover {
    border-color: var(--_ink);
  }
  .matching {
    font-size: 0.8125rem;
  }

  /* Selection and what to do with it */
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    min-block-size: 3rem;
    padding: 0.45rem 0.5rem 0.45rem 0.875rem;
    padding-inline: 0.875rem 0.5rem;
    border: 1px solid var(--_rule);
    border-block-end: 0;
    border-start-start-radius: var(--_radius-s);
    border-start-end-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.8125rem;
  }
  .actions.active {
    background: var(--_accent-soft);
  }
  .selection,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }
  .selection .button {
    min-block-size: 1.75rem;
    padding-inline: 0.4rem;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;
