import { css } from 'lit';

/** The tooltip; loaded with it. */
export const tooltipStyles = css`
  .tooltip {
    position: fixed;
    inset: auto;
    inset-block-start: var(--_top, 0);
    left: var(--_left, 0);
    max-inline-size: min(18rem, calc(100vw - 1rem));
    margin: 0;
    padding: 0.45rem 0.65rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_ink);
    font-size: 0.8125rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .tooltip:popover-open {
    display: grid;
    gap: 0.1rem;
  }
  .tooltip strong {
    font-weight: 600;
  }
  .tooltip em {
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-style: normal;
  }
  .tooltip [hidden] {
    display: none;
  }
  :host(:dir(rtl)) .tooltip > * {
    unicode-bidi: plaintext;
    text-align: right;
  }
  @media print {
    .tooltip {
      display: none;
    }
  }
`;
