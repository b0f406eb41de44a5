import { css } from 'lit';

/**
 * The card of the small elements: head, sentence, states, tables, footnotes. Container queries at 360, 620 and
 * 900 px. Needs the tokens and controls.
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
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .titles {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  h2,
  h3 {
    margin: 0;
    line-height: 1.3;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.125rem;
    font-weight: 700;
    letter-spacing: -0.005em;
  }
  h3 {
    font-size: 0.875rem;
    font-weight: 650;
  }
  .scope {
    margin: 0.15rem 0 0;
    color: var(--_ink-2);
  }
  .updating {
    color: var(--_ink-2);
    font-size: 0.8125rem;
    animation: appear 0s 150ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .summary {
    max-inline-size: 78ch;
    margin-block-end: 0;
    padding-block: 0.15rem;
    padding-inline-start: 0.85rem;
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }

  .notes {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_rule);
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .notes p {
    margin: 0;
  }
  .notes p + p {
    margin-block-start: 0.25rem;
  }

  .state {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1.5rem 1rem;
    border: 1px dashed var(--_rule);
    border-radius: var(--_radius-s);
    text-align: center;
  }
  .state strong {
    font-size: 1rem;
  }
  .state p,
  .loading p {
    max-inline-size: 48ch;
    margin: 0;
    color: var(--_ink-2);
  }
  /* What comes at once, as a result that is handed over, comes without a flash of this. */
  .loading {
    animation: appear 0s 150ms both;
  }
  .loading,
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
  .banner > span {
    flex: 1 1 16rem;
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
    .summary {
      font-size: 0.875rem;
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
