import { css } from 'lit';

/** The popover of filters and help. */
export const panelStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    inset-block-start: var(--_top, 0);
    left: var(--_left, 0);
    inline-size: min(20rem, calc(100vw - 1rem));
    max-block-size: min(26rem, calc(100vh - 1rem));
    margin: 0;
    padding: 0.9rem;
    overflow: auto;
  }
  .popover:focus {
    outline: none;
    box-shadow: var(--_shadow);
  }
  .popover p {
    margin: 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .popover h3 {
    margin: 0 0 0.5rem;
    font-size: 0.875rem;
  }
  .popover fieldset {
    margin: 0 0 0.75rem;
    padding: 0;
    border: 0;
  }
  .popover legend {
    padding: 0 0 0.25rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .choices {
    display: grid;
    gap: 0.65rem;
  }
  .choice {
    display: grid;
    gap: 0.2rem;
    font-size: 0.8125rem;
  }
  .choice .field {
    min-inline-size: 0;
    inline-size: 100%;
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 1.9rem;
    padding: 0.1rem 0.35rem;
    border-radius: var(--_radius-s);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .option span:last-child {
    color: var(--_ink-2);
  }
  .keys {
    display: grid;
    grid-template-columns: minmax(auto, 7.5rem) 1fr;
    gap: 0.35rem 1rem;
    margin: 0;
    font-size: 0.8125rem;
  }
  .keys dt {
    font-weight: 600;
  }
  .keys dd {
    margin: 0;
    color: var(--_ink-2);
  }

  .menu {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .menu-item {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.3rem 0.35rem;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    font-size: 0.8125rem;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--_surface-2);
  }
  .menu-item strong {
    display: block;
    font-weight: 600;
  }

  .popover:has(.rules) {
    inline-size: min(32rem, calc(100vw - 1rem));
  }
  .rules {
    margin: 0;
    padding-inline-start: 1.5rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .rules + .rules {
    margin-block-start: 0.75rem;
  }
  .rules li + li {
    margin-block-start: 0.35rem;
  }
  .rules strong {
    display: block;
    color: var(--_ink);
    font-weight: 600;
  }
`;
