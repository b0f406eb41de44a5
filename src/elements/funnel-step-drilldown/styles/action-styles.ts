import { css } from 'lit';

/** The bar of the selection, and what can be asked for it. */
export const actionStyles = css`
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
  .suggestions,
  .reasons {
    display: flex;
    flex-wrap: wrap;
    flex: 1 1 100%;
    align-items: center;
    gap: 0.375rem 0.625rem;
    font-size: 0.75rem;
  }
  .suggestions .chip {
    gap: 0;
  }
  .suggestions .chip-kind {
    white-space: pre;
    color: var(--_ink-2);
  }
  .reasons {
    gap: 0.125rem 1.25rem;
  }
  .progress {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.75rem;
  }
  progress {
    inline-size: 8rem;
    block-size: 0.5rem;
    border: 0;
    border-radius: 4px;
    background: var(--_rule);
    accent-color: var(--_accent);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_rule);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
`;
