import { css } from 'lit';

/** The big figure, its gauge, the course over time and its table. */
export const activationStyles = css`
  /* The figure says the sentence in large; the sentence stays for those who listen. */
  .summary {
    display: none;
  }

  .rate {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 1rem 2rem;
    align-items: center;
  }
  .rate p {
    margin: 0;
  }
  .value {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    color: var(--_ink-2);
    font-size: 1.0625rem;
  }
  .number {
    color: var(--_ink);
    font-size: 3.25rem;
    font-weight: 720;
    line-height: 1.05;
    letter-spacing: -0.03em;
  }
  .formula {
    font-weight: 600;
  }
  .formula::first-letter {
    text-transform: uppercase;
  }
  .margin {
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .gauge {
    position: relative;
    padding-block: 0.5rem 0;
    margin-block-end: 0.5rem;
  }
  .track {
    block-size: 1.375rem;
    border-radius: 3px;
    background: var(--_lost);
    box-shadow: inset 0 0 0 1px var(--_rule);
  }
  .fill {
    inline-size: calc(var(--_rate) * 100%);
    min-inline-size: 2px;
    block-size: 100%;
    border-radius: 3px;
    background: var(--_seg-1);
    transition: inline-size 280ms ease-out;
  }
  .spread {
    position: absolute;
    inset-block-start: calc(0.5rem + 0.6875rem - 1px);
    inset-inline-start: calc(var(--_low) * 100%);
    inline-size: calc((var(--_high) - var(--_low)) * 100%);
    block-size: 2px;
    background: var(--_ink);
  }
  .spread::before,
  .spread::after {
    position: absolute;
    inset-block: -3px;
    inline-size: 2px;
    background: var(--_ink);
    content: '';
  }
  .spread::before {
    inset-inline-start: 0;
  }
  .spread::after {
    inset-inline-end: 0;
  }
  .mark {
    position: absolute;
    inset-block-start: 0.125rem;
    inset-inline-start: calc(var(--_at) * 100% - 1.5px);
    inline-size: 3px;
    block-size: 2.125rem;
    border-radius: 2px;
    background: var(--_ink);
    box-shadow: 0 0 0 1.5px var(--_surface);
  }
  .mark.benchmark {
    inline-size: 0;
    border-inline-start: 3px dotted var(--_ink);
    background: none;
    box-shadow: none;
  }
  .ticks {
    position: relative;
    block-size: 1.25rem;
    margin-block-start: 0.25rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .ticks span {
    position: absolute;
    inset-inline-start: calc(var(--_at) * 100%);
    translate: -50% 0;
  }
  .ticks span:first-child {
    translate: 0 0;
  }
  .ticks span:last-child {
    inset-inline: auto 0;
    translate: 0 0;
  }
  :host(:dir(rtl)) .ticks span:not(:first-child, :last-child) {
    translate: 50% 0;
  }

  .reference {
    display: flex;
    gap: 0.6rem;
    align-items: baseline;
    font-size: 0.875rem;
  }
  .reference + .reference {
    margin-block-start: 0.25rem !important;
  }
  .reference .key {
    flex: none;
    inline-size: 3px;
    block-size: 0.9em;
    border-radius: 2px;
    background: var(--_ink);
    translate: 0 0.1em;
  }
  .reference.benchmark .key {
    inline-size: 0;
    border-inline-start: 3px dotted var(--_ink);
    background: none;
  }
  .verdict {
    color: var(--_ink-2);
  }
  .verdict::before {
    content: '· ';
  }
  .met .verdict {
    color: var(--_up);
    font-weight: 600;
  }
  .missed .verdict {
    color: var(--_down);
    font-weight: 600;
  }
  .reference a {
    color: var(--_accent);
  }

  .course {
    margin-block-start: 1.5rem;
  }
  .plot {
    --_gutter: 3.25rem;
    position: relative;
    margin-block-start: 1.5rem;
    padding-inline: var(--_gutter) 1.25rem;
  }
  .area {
    position: relative;
    block-size: 10rem;
  }
  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }
  :host(:dir(rtl)) svg {
    scale: -1 1;
  }
  .band {
    fill: var(--_seg-1);
    opacity: 0.14;
  }
  .line {
    fill: none;
    stroke: var(--_seg-1);
    stroke-width: 2.5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .dashed {
    stroke-dasharray: 5 5;
  }
  .grid-line {
    position: absolute;
    inset-inline: 0 1.25rem;
    inset-block-start: calc((1 - var(--_y)) * 10rem);
    border-block-start: 1px solid var(--_rule);
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .grid-line span {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 100%;
  }
  .goal {
    position: absolute;
    inset-inline: 0;
    inset-block-end: calc(var(--_y) * 100% - 1px);
    border-block-start: 2px solid var(--_ink);
  }
  .point {
    position: absolute;
    inset-inline-start: calc(var(--_x) * 100%);
    inset-block-end: calc(var(--_y) * 100%);
    inline-size: 0;
    block-size: 0;
  }
  .point::before {
    position: absolute;
    inset: -4px;
    border: 2px solid var(--_seg-1);
    border-radius: 50%;
    background: var(--_seg-1);
    content: '';
  }
  .point.unfinished::before {
    background: var(--_surface);
  }
  .point span {
    position: absolute;
    inset-block-end: 7px;
    inset-inline-start: 0;
    padding-inline: 2px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_surface) 80%, transparent);
    font-size: 0.75rem;
    font-weight: 600;
    white-space: nowrap;
    translate: -50% 0;
  }
  .point.below span {
    inset-block: 7px auto;
  }
  :host(:dir(rtl)) .point span,
  :host(:dir(rtl)) .axis span {
    translate: 50% 0;
  }
  .axis {
    position: relative;
    block-size: 1.25rem;
    margin-block-start: 0.5rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .axis span {
    position: absolute;
    inset-inline-start: calc(var(--_x) * 100%);
    white-space: nowrap;
    translate: -50% 0;
  }

  .periods {
    margin-block-start: 0.75rem;
  }
  thead th {
    color: var(--_ink-2);
    font-size: 0.75rem;
    vertical-align: bottom;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  .aside {
    color: var(--_ink-2);
    font-size: 0.75rem;
  }

  @container fw-figure (inline-size < 620px) {
    .rate {
      grid-template-columns: minmax(0, 1fr);
    }
    .number {
      font-size: 2.75rem;
    }
    .plot {
      --_gutter: 2.75rem;
    }
    .axis span:nth-child(even),
    .point:nth-of-type(odd) span {
      display: none;
    }
  }
  @container fw-figure (inline-size < 420px) {
    th,
    td {
      padding-inline: 0.25rem;
    }
    td:last-child,
    thead th:last-child {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .fill,
    .point::before,
    .spread,
    .mark:not(.benchmark),
    .spread::before,
    .spread::after,
    .key {
      forced-color-adjust: none;
    }
    .fill {
      background: Highlight;
    }
    .track {
      border: 1px solid CanvasText;
    }
    .band {
      fill: none;
    }
    .line {
      stroke: Highlight;
    }
    .point::before {
      border-color: Highlight;
      background: Highlight;
    }
    .point.unfinished::before {
      background: Canvas;
    }
  }

  @media print {
    .fill,
    .point::before,
    .mark,
    .spread,
    .band {
      print-color-adjust: exact;
    }
  }
`;
