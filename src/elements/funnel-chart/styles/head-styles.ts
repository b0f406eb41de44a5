import { css } from 'lit';

/** Title, tools, chips, and the line the legend stands on. */
export const headStyles = css`
  .tools,
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .switch button {
    min-block-size: 1.875rem;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-radius: calc(var(--_radius-s) - 1px);
    background: none;
    font-size: 0.8125rem;
    white-space: nowrap;
    cursor: pointer;
  }
  .switch button:hover {
    background: var(--_surface-2);
  }
  .switch button[aria-checked='true'] {
    background: var(--_accent);
    color: var(--_accent-on);
    font-weight: 600;
  }
  .switch button:focus-visible {
    position: relative;
    z-index: 1;
  }
  .select {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    max-inline-size: 100%;
    gap: 0.5em;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .select input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .select .field {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .field.days {
    inline-size: 5rem;
  }
  .icon-button[aria-expanded='true'] {
    background: var(--_surface-2);
    border-color: var(--_rule);
    color: var(--_ink);
  }

  .caret {
    inline-size: 0.4rem;
    block-size: 0.4rem;
    margin-block-start: -0.2rem;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  .tool-menu {
    position: fixed;
    inset: auto;
    inset-block-start: var(--_top, 0);
    left: var(--_left, 0);
    min-inline-size: 10rem;
    max-inline-size: min(20rem, calc(100vw - 1rem));
    margin: 0;
    padding: 0.3rem;
  }
  .tool-menu:popover-open {
    display: grid;
  }
  .tool-menu-item {
    min-block-size: 2rem;
    padding: 0.25rem 0.6rem;
    border: 0;
    border-radius: calc(var(--_radius-s) - 2px);
    background: none;
    font-size: 0.8125rem;
    text-align: start;
    cursor: pointer;
  }
  .tool-menu-item:is(:hover, :focus-visible) {
    background: var(--_surface-2);
  }
  .tool-menu-item[aria-checked='true'] {
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.5rem;
    margin-block-end: 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.6rem;
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_ink);
    cursor: pointer;
  }
  .chip svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  @container (inline-size < 620px) {
    .tools,
    .toolbar {
      flex: 1 1 auto;
    }
    .switch {
      flex: 1 1 11rem;
    }
    .switch button {
      flex: 1;
      white-space: normal;
    }
  }

  @container (inline-size < 400px) {
    .switch {
      flex-basis: 100%;
    }
  }

  @media (forced-colors: active) {
    .switch button[aria-checked='true'] {
      forced-color-adjust: none;
    }
  }
`;
