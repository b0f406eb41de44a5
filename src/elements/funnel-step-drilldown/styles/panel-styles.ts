import { css } from 'lit';

/** The frame, the header and the text of all of it. */
export const panelStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }

  .base {
    position: relative;
    display: grid;
    gap: 0.875rem;
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    --_row-size: var(--fw-row-size, 2.75rem);
    --_list-size: var(--fw-list-size, 29rem);
  }
  :host([density='compact']) .base {
    --_row-size: var(--fw-row-size, 2.25rem);
  }
  .base:has(.grid.cards) {
    --_row-size: var(--fw-row-size, 4.5rem);
  }
  .base > * {
    min-inline-size: 0;
  }
  .muted {
    color: var(--_ink-2);
  }
  .strong {
    font-weight: 600;
  }
  .ruler {
    position: absolute;
    inline-size: 0;
    block-size: var(--_row-size);
    visibility: hidden;
  }

  /* Texts keep their own direction on a page of the other one; where they stand is the page's affair. */
  .line,
  .line-text,
  .button,
  .more,
  .tag,
  .stage,
  .option,
  .menu-option,
  .name,
  .count,
  .activity-text,
  .selected-count,
  .matching,
  .value-label,
  .audience,
  .hint,
  dd,
  h2,
  h3 {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Header */
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 1rem;
  }
  .titles {
    min-inline-size: 0;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h2:focus-visible,
  h3:focus-visible {
    border-radius: 2px;
  }
  h3 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h4,
  .property h3 {
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--_ink-2);
  }
  .count {
    margin-block-start: 0.25rem;
    min-block-size: 1.45em;
    color: var(--_ink-2);
    font-size: 0.875rem;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .icon-close {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    background: currentcolor;
    clip-path: polygon(
      8% 0,
      50% 42%,
      92% 0,
      100% 8%,
      58% 50%,
      100% 92%,
      92% 100%,
      50% 58%,
      8% 100%,
      0 92%,
      42% 50%,
      0 8%
    );
  }
  .icon-close.small {
    display: inline-block;
    flex: none;
    inline-size: 0.5625rem;
    block-size: 0.5625rem;
  }
`;
