import { css } from 'lit';

/** The legend: samples that highlight. */
export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1rem 0.35rem;
    margin-inline: -0.4rem;
    font-size: 0.8125rem;
  }
  .key {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.4rem;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button.key {
    cursor: pointer;
  }
  button.key:hover {
    background: var(--_surface-2);
    border-color: var(--_rule);
  }
  button.key[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .swatch.target {
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 2px;
    border-radius: 0;
    background: var(--_ink);
    rotate: 45deg;
  }
  .key-note {
    padding-inline: 0.4rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .key b {
    font-weight: 600;
  }
  .swatch {
    flex: none;
    inline-size: 0.9rem;
    block-size: 0.9rem;
    border-radius: 3px;
  }
  .swatch.line {
    inline-size: 2px;
    block-size: 1rem;
    border-radius: 0;
    background: var(--_previous);
  }

  /* With many steps the page scrolls: what colours mean stays in sight. */
  @container (inline-size >= 620px) {
    .chart:has(.dense) .legend {
      position: sticky;
      inset-block-start: 0;
      z-index: 5;
      padding-block: 0.25rem;
      background: var(--_surface);
    }
  }

  @media (forced-colors: active) {
    span.key {
      border: 0;
    }
    button.key[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;
