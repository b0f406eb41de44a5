import { css } from 'lit';

/** The card, its head, sentence and footnotes. Container queries at 360, 620 and 900 px; the picture goes at 320. */
export const wheelCardStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_gauge-fill: var(--fw-gauge, var(--_accent));
    --_flow-move: var(--fw-flow-move, light-dark(#6c7a92, #8793ab));
    --_flow-enter: var(--fw-flow-enter, var(--_flow-move));
    --_flow-decline: var(--fw-flow-decline, light-dark(#a83f06, #ffa768));
    --_flow-leave: var(--fw-flow-leave, var(--_flow-decline));
    --_flow-return: var(--fw-flow-return, light-dark(#0b7058, #5fdcb8));
    --_flow-bring: var(--fw-flow-bring, light-dark(#7525a1, #cf9df0));
  }
  :host([hidden]) {
    display: none;
  }

  .wheel {
    position: relative;
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .wheel > * + * {
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
    gap: 0.75rem 1rem;
  }
  .titles {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 1.125rem;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  h3 {
    margin: 0 0 0.4rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_ink-2);
  }
  .scope {
    margin: 0.15rem 0 0;
    color: var(--_ink-2);
  }
  .updating {
    margin-inline-start: 0.5rem;
    animation: appear 0s 150ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .switch {
    display: inline-flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
  }
  .switch label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    border-radius: calc(var(--_radius-s) - 1px);
    font-size: 0.8125rem;
    white-space: nowrap;
    cursor: pointer;
  }
  .switch label:hover {
    background: var(--_surface-2);
  }
  .switch label:has(:checked) {
    background: var(--_accent);
    color: var(--_accent-on);
    font-weight: 600;
  }
  .switch input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .switch label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .select {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .select .field {
    max-inline-size: 14rem;
  }
  .select input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
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
    border-color: var(--_rule);
    color: var(--_ink);
  }
  .icon-button svg {
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
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
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .text-button:hover {
    color: var(--_ink);
  }
  .quiet {
    margin: 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  /* Words are in left-to-right languages, names come from the host in any: each text by its own direction. */
  :host(:dir(rtl))
    :is(.scope, .summary, .asides, .name, .details p, .notes li, .legend p, .quiet, .rule, dt, h2, h3) {
    unicode-bidi: plaintext;
    text-align: right;
  }

  @container (inline-size < 620px) {
    .wheel {
      padding: 1rem;
    }
    .summary {
      font-size: 0.875rem;
    }
    .switch {
      flex: 1 1 auto;
    }
    .switch label {
      flex: 1;
      justify-content: center;
      padding-inline: 0.4rem;
    }
  }
  /* The help stays on the title's line: the tools' other parts go under it. */
  @container (inline-size < 360px) {
    .titles {
      flex-basis: 8rem;
    }
    .tools {
      display: contents;
    }
    .tools > .icon-button {
      order: 1;
    }
    .tools > :not(.icon-button),
    ::slotted([slot='actions']) {
      order: 2;
    }
    .wheel {
      padding: 0.75rem;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_gauge-fill: CanvasText;
      --_flow-move: CanvasText;
      --_flow-enter: CanvasText;
      --_flow-decline: CanvasText;
      --_flow-leave: CanvasText;
      --_flow-return: CanvasText;
      --_flow-bring: CanvasText;
    }
    .switch label:has(:checked) {
      forced-color-adjust: none;
    }
  }

  @media print {
    .tools,
    .text-button {
      display: none;
    }
    .wheel {
      border: 0;
      padding: 0;
    }
  }
`;
