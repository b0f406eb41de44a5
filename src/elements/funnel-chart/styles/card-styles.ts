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
  }

  @container (inline-size < 360px) {
    .chart {
      padding: 0.75rem;
    }
  }
`;
