import { css } from 'lit';

/** The search, the order, the filters, the menu of columns. */
export const toolbarStyles = css`
  /* Search, order, filters */
  .tools {
    position: relative;
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
  .tools-end {
    display: flex;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  .menu summary {
    list-style: none;
    user-select: none;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .chevron {
    inline-size: 0.5rem;
    block-size: 0.35rem;
    background: currentcolor;
    clip-path: polygon(0 0, 100% 0, 50% 100%);
  }
  .menu[open] .chevron {
    transform: rotate(180deg);
  }
  .menu-panel {
    position: absolute;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline-end: 0;
    z-index: 5;
    display: grid;
    gap: 0.25rem;
    inline-size: max-content;
    min-inline-size: 12rem;
    max-inline-size: min(100%, 22rem);
    max-block-size: min(30rem, 70vh);
    padding: 0.375rem;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .menu-option {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2rem;
    padding: 0.2rem 0.5rem;
    border-radius: 4px;
    font-weight: 400;
    cursor: pointer;
  }
  .menu-option:hover {
    background: var(--_surface-2);
  }
  .menu-note {
    max-inline-size: 20rem;
    padding: 0.375rem 0.5rem;
    border-block-start: 1px solid var(--_rule);
    font-size: 0.75rem;
  }
`;
