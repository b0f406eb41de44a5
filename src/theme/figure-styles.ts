import { css } from 'lit';

/**
 * The card of the small elements: frame, states, tables, footnotes. Container queries at 360, 620 and 900 px. Needs the
 * tokens, controls and cards.
 */
export const figureStyles = css`
  :host {
    display: block;
    container: fw-figure / inline-size;
  }
  :host([hidden]) {
    display: none;
  }

  .figure {
    position: relative;
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .figure > * + * {
    margin-block-start: 0.875rem;
  }
  .busy .body {
    /* Paler, not fainter: what is written keeps its contrast. */
    filter: saturate(0.25);
    transition: filter 150ms 150ms;
  }

  .head {
    row-gap: 0.5rem;
  }
  h3 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .updating {
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .notes p {
    margin: 0;
  }
  .notes p + p {
    margin-block-start: 0.25rem;
  }

  .loading p {
    max-inline-size: 48ch;
    color: var(--_ink-2);
  }
  .skeleton {
    display: grid;
    gap: 0.75rem;
  }
  .skeleton div {
    block-size: 2rem;
    border: 1px solid var(--_rule);
    border-radius: 3px;
    background: var(--_surface-2);
  }
  .skeleton div:nth-child(2) {
    inline-size: 70%;
  }
  .skeleton div:nth-child(3) {
    inline-size: 45%;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-block-end: 1px solid var(--_rule);
    text-align: end;
    font-weight: 400;
  }

  details > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 0.2rem;
    color: var(--_accent);
    font-size: 0.8125rem;
    cursor: pointer;
  }
  details > summary:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  /* The messages are in left-to-right languages, names come from the host in any: each text by its own direction. */
  :host(:dir(rtl)) :is(h2, h3, p, li, td, th, dt, dd, small, .text) {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) :is(h2, h3, p, li, th, .text) {
    text-align: right;
  }
  :host(:dir(rtl)) td,
  :host(:dir(rtl)) thead th:not(:first-of-type) {
    text-align: left;
  }

  @container fw-figure (inline-size < 620px) {
    .figure {
      padding: 1rem;
    }
  }
  @container fw-figure (inline-size < 360px) {
    .figure {
      padding: 0.75rem;
    }
  }

  @media print {
    .figure {
      border-color: #999;
      break-inside: avoid;
    }
    slot[name='actions'] {
      display: none;
    }
  }
`;
