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

  h3 {
    margin: 0 0 0.4rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_ink-2);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
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

  .text-button {
    text-align: start;
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
