import { css } from 'lit';

/** Layout of the chart: container queries at 360, 620 and 900 px. Source: look.md §1. */
export const funnelChartStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_bar-size: var(--fw-bar-size, 40px);
    --_row-gap: var(--fw-row-gap, 0.625rem);
    --_label-size: var(--fw-label-inline-size, 13.5rem);
    --_figures-size: 12.5rem;
  }
  :host([hidden]) {
    display: none;
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
  .busy .rows,
  .busy .legend {
    opacity: 0.55;
    transition: opacity 150ms 150ms;
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
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .select input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .field.days {
    inline-size: 5rem;
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
  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
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

  .chips,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
    margin-block-end: 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .chips {
    gap: 0.4rem 0.5rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.6rem;
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_ink);
    cursor: pointer;
  }
  .chip svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .legend b {
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
  .axis {
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .row {
    display: grid;
    grid-template:
      'loss loss loss' auto
      'label track figures' auto
      / var(--_label-size) minmax(0, 1fr) var(--_figures-size);
    align-items: center;
    column-gap: 1.125rem;
  }
  .row + .row {
    margin-block-start: var(--_row-gap);
  }
  .label {
    display: flex;
    grid-area: label;
    align-items: flex-start;
    gap: 0.5rem;
    min-inline-size: 0;
    border-radius: var(--_radius-s);
  }
  .number {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 1.6rem;
    block-size: 1.6rem;
    border: 1.5px solid var(--_edge);
    border-radius: 50%;
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .note {
    display: block;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .label .icon-button {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    margin-block: -0.1rem;
  }
  .label .icon-button.on {
    background: var(--_accent);
    color: var(--_accent-on);
  }

  .track {
    position: relative;
    grid-area: track;
    block-size: var(--_bar-size);
    border-inline-start: 1px solid var(--_edge);
  }
  .piece {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_start) * 100%);
    inline-size: calc(var(--_size) * 100%);
    transition:
      inset-inline-start 280ms ease,
      inline-size 280ms ease;
  }
  .still .piece,
  .still .previous {
    transition: none;
  }
  .segment {
    display: flex;
    align-items: center;
    min-inline-size: 2px;
    background-color: var(--_fill);
    color: var(--_on);
    font-size: 0.8125rem;
    border-radius: 0;
    container-type: inline-size;
  }
  .segment:not(:first-child)::after {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 2px;
    max-inline-size: 40%;
    background: var(--_surface);
    content: '';
    pointer-events: none;
  }
  [data-opens] {
    cursor: pointer;
  }
  .segment button {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
    overflow: hidden;
  }
  /* Thin segments keep a hit area of 24 px. */
  .segment button::before {
    position: absolute;
    inset-block: 0;
    inset-inline: min(0px, calc((100% - 24px) / 2));
    content: '';
  }
  .segment button:focus-visible {
    z-index: 2;
    outline-offset: 1px;
    overflow: visible;
  }
  .piece:has(button:focus-visible) {
    z-index: 3;
  }
  .in-bar {
    margin-inline: 0.4rem;
    padding: 0 0.25em;
    border-radius: 3px;
    background: var(--_fill);
    pointer-events: none;
  }
  @container (inline-size < 46px) {
    .in-bar {
      display: none;
    }
  }
  .segment:hover,
  .swatch:hover {
    filter: brightness(1.06);
  }

  .seg-1 {
    --_fill: var(--_seg-1);
    --_on: var(--_seg-1-on);
  }
  .seg-2 {
    --_fill: var(--_seg-2);
    --_on: var(--_seg-2-on);
  }
  .seg-3 {
    --_fill: var(--_seg-3);
    --_on: var(--_seg-3-on);
  }
  .seg-4 {
    --_fill: var(--_seg-4);
    --_on: var(--_seg-4-on);
  }
  .seg-5 {
    --_fill: var(--_seg-5);
    --_on: var(--_seg-5-on);
  }
  .seg-6 {
    --_fill: var(--_seg-6);
    --_on: var(--_seg-6-on);
  }
  .swatch[class*='seg-'] {
    background-color: var(--_fill);
  }
  .textured {
    --_tex: color-mix(in srgb, var(--_on) 42%, transparent);
  }
  .textured .seg-2 {
    background-image: repeating-linear-gradient(
      135deg,
      transparent 0 6px,
      var(--_tex2, rgb(255 255 255 / 32%)) 6px 7.5px
    );
  }
  .textured .seg-3 {
    background-image: radial-gradient(
      circle at 4px 4px,
      light-dark(rgb(255 255 255 / 75%), rgb(0 0 0 / 55%)) 1.4px,
      transparent 1.6px
    );
    background-size: 9px 9px;
  }
  .textured .seg-4 {
    background-image: repeating-linear-gradient(45deg, transparent 0 6px, rgb(255 255 255 / 32%) 6px 7.5px);
  }
  .textured .seg-5 {
    background-image:
      linear-gradient(rgb(0 0 0 / 28%) 1px, transparent 1px),
      linear-gradient(90deg, rgb(0 0 0 / 28%) 1px, transparent 1px);
    background-size: 8px 8px;
  }
  .textured .seg-6 {
    background-image: repeating-linear-gradient(
      90deg,
      transparent 0 5px,
      light-dark(rgb(255 255 255 / 32%), rgb(0 0 0 / 32%)) 5px 6.5px
    );
  }

  .ungrouped {
    border: 1px solid var(--_edge);
    background: var(--_surface-2);
  }
  .lost,
  .swatch.lost {
    border: 1px solid var(--_lost-line);
    background: repeating-linear-gradient(135deg, transparent 0 6px, var(--_lost-line) 6px 7px) var(--_lost);
  }
  .open,
  .swatch.open {
    border: 1px dashed var(--_open-line);
    background: radial-gradient(circle at 4px 4px, var(--_open-line) 1px, transparent 1.2px) 0 0 / 9px 9px
      var(--_open);
  }
  .lost:hover,
  .open:hover {
    border-color: var(--_ink);
  }
  .growth {
    border: 2px dashed var(--_ink);
    background: repeating-linear-gradient(
      90deg,
      transparent 0 6px,
      color-mix(in srgb, var(--_surface) 45%, transparent) 6px 9px
    );
    pointer-events: none;
  }
  .previous {
    position: absolute;
    inset-block: -7px -5px;
    inset-inline-start: calc(var(--_start) * 100% - 1px);
    z-index: 1;
    inline-size: 2px;
    background: var(--_previous);
    box-shadow: 0 0 0 1px var(--_surface);
    transition: inset-inline-start 280ms ease;
    pointer-events: none;
  }
  .previous::before {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: -4px;
    border: 5px solid transparent;
    border-block: 5px solid var(--_previous);
    border-block-end-width: 0;
    content: '';
  }
  .ring {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: -6px;
    inline-size: 15px;
    block-size: 15px;
    margin-block-start: -7.5px;
    border: 2px solid var(--_ink);
    border-radius: 50%;
    pointer-events: none;
  }
  .absent {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    padding-inline: 0.6rem;
    border: 1px dotted var(--_edge);
    color: var(--_ink-2);
    font-size: 0.75rem;
  }

  .figures {
    display: grid;
    grid-area: figures;
    grid-template: 'count change' 'rate rate' / 1fr auto;
    align-items: baseline;
    gap: 0 0.5rem;
  }
  .count {
    grid-area: count;
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .change {
    grid-area: change;
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .change.up {
    color: var(--_up);
  }
  .change.down {
    color: var(--_down);
  }
  .rate {
    grid-area: rate;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .rate span {
    display: block;
  }
  .rate span:first-child {
    color: var(--_ink);
  }

  .link {
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .losses {
    display: flex;
    grid-area: loss;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.5rem;
    min-block-size: 1.5rem;
    margin-block-end: 0.5rem;
    margin-inline-start: calc(var(--_label-size) + 1.125rem);
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .losses::before {
    content: '↓';
    content: '↓' / '';
  }
  .losses .cell b {
    color: var(--_ink);
    font-weight: 600;
  }
  .losses .details {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.5rem;
  }
  .losses .cell:has(+ .cell)::after,
  .losses .details > span:has(+ span:not(.pill))::after {
    margin-inline-start: 0.25rem;
    content: '·';
    content: '·' / '';
  }
  .losses .cell:has(+ .details > .pill:first-child)::after {
    display: none;
  }

  .dense {
    --_bar-size: var(--fw-bar-size, 28px);
    --_row-gap: var(--fw-row-gap, 0.375rem);
  }
  .dense .losses {
    margin-block-end: 0.25rem;
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
  .state p {
    max-inline-size: 48ch;
    margin: 0;
    color: var(--_ink-2);
  }
  .loading {
    display: grid;
    gap: 0.75rem;
  }
  .loading p {
    margin: 0;
  }
  .banner > span {
    flex: 1 1 16rem;
  }
  .skeleton {
    display: grid;
    gap: 1.6rem;
  }
  .skeleton div {
    block-size: 40px;
    inline-size: calc(var(--_size) * 100%);
    border: 1px solid var(--_rule);
    border-radius: 3px;
    background: linear-gradient(90deg, var(--_surface-2) 25%, var(--_rule) 50%, var(--_surface-2) 75%) 0 0 /
      300% 100%;
    animation: shimmer 1.6s linear 4;
  }
  @keyframes shimmer {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  progress {
    inline-size: min(20rem, 100%);
    accent-color: var(--_accent);
  }

  .notes {
    margin-block-end: 0;
    padding: 0.75rem 0 0;
    border-block-start: 1px solid var(--_rule);
    list-style: none;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .popover {
    position: fixed;
    inset: auto;
    inset-block-start: var(--_top, 0);
    left: var(--_left, 0);
    inline-size: min(20rem, calc(100vw - 1rem));
    max-block-size: min(26rem, calc(100vh - 1rem));
    margin: 0;
    padding: 0.9rem;
    overflow: auto;
  }
  .popover:focus {
    outline: none;
    box-shadow: var(--_shadow);
  }
  .popover p {
    margin: 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .popover h3 {
    margin: 0 0 0.5rem;
    font-size: 0.875rem;
  }
  .popover fieldset {
    margin: 0 0 0.75rem;
    padding: 0;
    border: 0;
  }
  .popover legend {
    padding: 0 0 0.25rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 1.9rem;
    padding: 0.1rem 0.35rem;
    border-radius: var(--_radius-s);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .option span:last-child {
    color: var(--_ink-2);
  }
  .keys {
    display: grid;
    grid-template-columns: minmax(auto, 7.5rem) 1fr;
    gap: 0.35rem 1rem;
    margin: 0;
    font-size: 0.8125rem;
  }
  .keys dt {
    font-weight: 600;
  }
  .keys dd {
    margin: 0;
    color: var(--_ink-2);
  }

  /* The messages are in left-to-right languages; names come from the host in any. */
  :host(:dir(rtl))
    :is(.scope, .summary, .asides, .note, .rate, .count, .change, .losses .cell, .notes, .axis) {
    direction: ltr;
    text-align: right;
  }
  :host(:dir(rtl)) :is(.name, h2) {
    unicode-bidi: plaintext;
    text-align: right;
  }

  @container (inline-size < 900px) {
    .chart {
      --_label-size: var(--fw-label-inline-size, 10.75rem);
      --_figures-size: 9.75rem;
    }
  }

  @container (inline-size < 620px) {
    .chart {
      --_bar-size: var(--fw-bar-size, 34px);
      --_row-gap: var(--fw-row-gap, 0.5rem);
      padding: 1rem;
    }
    .row {
      grid-template:
        'loss loss' auto
        'label count' auto
        'track track' auto
        'rate change' auto
        / minmax(0, 1fr) auto;
      align-items: start;
      row-gap: 0.35rem;
    }
    .figures {
      display: contents;
    }
    .count {
      text-align: end;
    }
    .rate {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
    }
    .losses .cell::after,
    .losses .details > span::after {
      display: none;
    }
    .losses,
    .losses .details {
      column-gap: 0.75rem;
    }
    .losses {
      margin: 0.15rem 0 0.35rem;
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
    }
  }

  @container (inline-size < 360px) {
    .chart {
      padding: 0.75rem;
    }
  }

  @media (forced-colors: active) {
    .segment,
    .swatch[class*='seg-'] {
      --_fill: CanvasText;
      --_on: Canvas;
      background-color: CanvasText;
      forced-color-adjust: none;
    }
    .switch label:has(:checked) {
      forced-color-adjust: none;
    }
    .previous,
    .swatch.line {
      forced-color-adjust: none;
    }
  }

  @media print {
    .tools,
    .popover,
    .icon-button {
      display: none;
    }
    .row {
      break-inside: avoid;
    }
    .piece,
    .swatch {
      print-color-adjust: exact;
    }
  }
`;
