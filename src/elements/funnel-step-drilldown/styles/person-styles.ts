import { css } from 'lit';

/** The details of a person. */
export const personStyles = css`
  /* Details */
  .details {
    display: grid;
    align-content: start;
    gap: 1rem;
    flex: 0 0 20rem;
    max-block-size: calc(var(--_list-size) + 2px);
    padding: 1rem;
    border: 1px solid var(--_rule);
    border-inline-start: 0;
    border-end-end-radius: var(--_radius-s);
    background: var(--_surface);
    overflow: auto;
    overscroll-behavior: contain;
    font-size: 0.8125rem;
  }
  .narrow .details {
    position: absolute;
    inset: 0;
    z-index: 3;
    max-block-size: none;
    border-inline-start: 1px solid var(--_rule);
  }
  .narrow.has-details {
    min-block-size: var(--_list-size);
  }
  .details-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem;
    margin-block-end: -0.75rem;
  }
  .details a {
    color: var(--_accent);
    overflow-wrap: anywhere;
  }
  .details h4 {
    margin-block-end: 0.3rem;
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1rem;
  }
  .next-card {
    padding: 0.625rem 0.75rem;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 4px;
    background: var(--_surface-2);
  }
  .journey li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75rem;
    padding-block: 0.2rem;
    padding-inline-start: 1.25rem;
  }
  .journey li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.125rem;
    inset-block-start: 0.5rem;
    inline-size: 0.55rem;
    block-size: 0.55rem;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .journey li.done::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .journey li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.35rem;
    inset-block: 1.1rem -0.45rem;
    border-inline-start: 2px solid var(--_rule);
  }
  dl {
    display: grid;
    gap: 0.35rem;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.75rem;
  }
  dt {
    color: var(--_ink-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .explanation {
    display: grid;
    gap: 0.35rem;
    padding-inline-start: 1rem;
    list-style: disc;
  }
`;
