import { css } from 'lit';

/** The card, its summary and footnotes; the sizes everything else goes by. Container queries at 360, 620 and 900 px. */
export const cardStyles = css`
  :host {
    display: block;
    container: fw-chart / inline-size;
    --_bar-size: var(--fw-bar-size, 40px);
    --_row-gap: var(--fw-row-gap, 0.625rem);
    --_label-size: var(--fw-label-inline-size, 14.5rem);
    --_figures-size: 13.5rem;
  }
  :host([hidden]) {
    display: none;
  }

  /* As high as the element where the page gave it a height, else nothing: tells the two apart. */
  .gauge.height {
    float: inline-start;
    inline-size: 0;
    block-size: 100%;
  }

  .chart {
    position: relative;
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .chart > * + * {
    margin-block-start: 0.875rem;
  }
  .busy .track {
    /* The bars alone: what is written keeps its contrast. */
    opacity: 0.45;
    transition: opacity 150ms 150ms;
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
  .summary strong {
    font-weight: 700;
  }
  .asides {
    display: block;
    margin-block-start: 0.25rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .selection {
    position: sticky;
    inset-block-end: 0.5rem;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 0.8125rem;
  }
  .selection > span {
    flex: 1 1 auto;
    font-weight: 600;
  }

  .axis {
    margin-block-end: 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .notes {
    margin-block-end: 0;
    padding: 0.75rem 0 0;
    border-block-start: 1px solid var(--_rule);
    list-style: none;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .text-button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .text-button:hover {
    color: var(--_ink);
  }

  /* The messages are in left-to-right languages, names come from the host in any: each text by its own direction. */
  :host(:dir(rtl))
    :is(
      .scope,
      .summary,
      .asides,
      .name,
      .note,
      .key-note,
      .rate span,
      .change,
      .text,
      .notes li,
      .axis,
      h2
    ) {
    unicode-bidi: plaintext;
    text-align: right;
  }

  @container (inline-size < 900px) {
    .chart {
      --_label-size: var(--fw-label-inline-size, 12.25rem);
      --_figures-size: 10.75rem;
    }
  }

  @container (inline-size < 620px) {
    .chart {
      --_bar-size: var(--fw-bar-size, 34px);
      --_row-gap: var(--fw-row-gap, 0.5rem);
      padding: 1rem;
    }
    .summary {
      font-size: 0.875rem;
    }
  }

  @container (inline-size < 360px) {
    .chart {
      padding: 0.75rem;
    }
  }
`;
