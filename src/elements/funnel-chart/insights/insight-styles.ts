import { css } from 'lit';

/** The sections under the rows, their drawings and tables; loaded with the first of them. */
export const insightStyles = css`
  .insight {
    padding-block-start: 1rem;
    border-block-start: 2px solid var(--_rule);
    overflow-wrap: anywhere;
  }
  .insight > * + * {
    margin-block-start: 0.75rem;
  }
  .insight p,
  .insight ul {
    margin-block-end: 0;
  }
  .insight-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .insight hgroup {
    min-inline-size: 0;
  }
  .kicker {
    margin: 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .insight h3 {
    margin: 0.1rem 0 0;
    font-size: 1rem;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .insight h3:focus:not(:focus-visible) {
    outline: none;
    box-shadow: none;
  }
  .insight h4 {
    margin: 1.25rem 0 0.25rem;
    font-size: 0.875rem;
  }
  .insight-controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }
  .insight-controls:not(:has(*)) {
    display: none;
  }
  .insight-lead {
    max-inline-size: 78ch;
    margin-block-end: 0;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .insight-notes {
    max-inline-size: 90ch;
    padding: 0;
    list-style: none;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .insight-notes li + li {
    margin-block-start: 0.25rem;
  }
  .insight-wait {
    min-block-size: 16rem;
    border: 1px dashed var(--_rule);
    border-radius: var(--_radius-s);
  }
  .insight.waiting :is(.plot, table) {
    opacity: 0.45;
    transition: opacity 150ms 150ms;
  }

  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    max-inline-size: 60rem;
  }
  .plot-ticks {
    position: relative;
    min-inline-size: 2.75rem;
  }
  .plot-ticks span {
    position: absolute;
    inset-block-end: calc(var(--_y) * 100%);
    inset-inline-end: 0.5rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
    line-height: 1;
    translate: 0 50%;
  }
  .plot-area {
    position: relative;
    grid-column: 2;
    block-size: 13rem;
    border-block-end: 1px solid var(--_edge);
  }
  .rule,
  .average {
    position: absolute;
    inset-inline: 0;
    inset-block-end: calc(var(--_y) * 100%);
    border-block-end: 1px solid var(--_rule);
  }
  .average {
    z-index: 1;
    border-block-end: 1px dashed var(--_ink-2);
  }
  .average span {
    position: absolute;
    inset-block-end: 0.1rem;
    inset-inline-start: 0.25rem;
    padding-inline: 0.2rem;
    border-radius: 3px;
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
    color: var(--_ink-2);
    font-size: 0.75rem;
    line-height: 1.3;
  }
  .plot-lines {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  :host(:dir(rtl)) .plot-lines {
    transform: scaleX(-1);
  }
  .plot-lines .line {
    fill: none;
    stroke: var(--_seg-1);
    stroke-width: 2.5px;
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .plot-lines .dashed {
    stroke-dasharray: 2 7;
  }
  .plot-lines .band {
    fill: color-mix(in srgb, var(--_seg-1) 18%, transparent);
  }
  .point {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc((var(--_x) - var(--_width) / 2) * 100%);
    z-index: 2;
    inline-size: calc(var(--_width) * 100%);
  }
  .mark {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
  }
  button.mark {
    cursor: pointer;
  }
  .mark:focus-visible {
    z-index: 3;
    outline-offset: -1px;
  }
  .dot {
    position: absolute;
    inset-block-end: calc(var(--_y) * 100%);
    inset-inline-start: 50%;
    inline-size: 10px;
    block-size: 10px;
    margin-block-end: -5px;
    margin-inline-start: -5px;
    border: 2px solid var(--_seg-1);
    border-radius: 50%;
    background: var(--_seg-1);
  }
  .dot.hollow {
    background: var(--_surface);
  }
  .mark:hover .dot,
  .mark:focus-visible .dot {
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--_seg-1) 35%, transparent);
  }
  .plot-dates {
    position: relative;
    grid-column: 2;
    block-size: 1.5rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .plot-dates span {
    position: absolute;
    inset-block-start: 0.35rem;
    inset-inline-start: calc(var(--_x) * 100%);
    line-height: 1;
    white-space: nowrap;
    translate: -50% 0;
  }
  :host(:dir(rtl)) .plot-dates span {
    translate: 50% 0;
  }

  .histogram {
    padding-block-start: 3.25rem;
  }
  .histogram .plot-area {
    display: flex;
    block-size: 10rem;
  }
  .histogram .plot-dates span:first-child {
    translate: 0 0;
  }
  .bar {
    position: relative;
    flex: 1 1 0;
  }
  .bar .fill {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 1px;
    block-size: calc(var(--_size) * 100%);
    background: var(--_seg-1);
    print-color-adjust: exact;
  }
  .bar.tail .fill {
    border: 1px solid var(--_seg-1);
    background: repeating-linear-gradient(135deg, transparent 0 5px, var(--_seg-1) 5px 7px);
  }
  .bar .mark:hover .fill {
    filter: brightness(1.08);
  }
  .bar-count {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: -0.5rem;
    padding-block-end: 0.15rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
    line-height: 1;
    text-align: center;
  }
  .upright {
    position: absolute;
    inset-block: -1.4rem 0;
    inset-inline-start: calc(var(--_x) * 100%);
    z-index: 2;
    border-inline-start: 2px solid var(--_ink);
    pointer-events: none;
  }
  .upright.p90 {
    border-inline-start-style: dashed;
  }
  .upright span {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: -2px;
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.2;
    white-space: nowrap;
  }
  .upright.median {
    inset-block-start: -2.4rem;
  }
  .upright span.before {
    inset-inline: auto -2px;
  }

  .facts,
  .money-rows,
  .intervals ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .facts {
    color: var(--_ink-2);
  }
  .money-rows li,
  .intervals li {
    display: grid;
    grid-template-columns: minmax(0, 12rem) minmax(0, 1fr) minmax(0, 17rem);
    align-items: center;
    gap: 0.25rem 1rem;
    padding-block: 0.45rem;
    border-block-end: 1px solid var(--_rule);
  }
  .row-name {
    font-weight: 600;
  }
  .row-bar {
    block-size: 1.5rem;
    border-inline-start: 1px solid var(--_edge);
  }
  .row-bar span {
    display: block;
    inline-size: calc(var(--_size) * 100%);
    block-size: 100%;
    border-inline-start: 0;
    print-color-adjust: exact;
  }
  .row-figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
  }
  .row-figure strong {
    font-size: 1rem;
  }
  .row-figure small {
    flex-basis: 100%;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }

  .formulas dl {
    margin: 0;
  }
  .formulas dl > div {
    display: grid;
    grid-template-columns: minmax(0, 10rem) minmax(0, 1fr);
    gap: 0.1rem 1rem;
    padding-block: 0.25rem;
    border-block-end: 1px solid var(--_rule);
    font-size: 0.8125rem;
  }
  .formulas dt {
    color: var(--_ink-2);
  }
  .formulas dd {
    margin: 0;
  }
  .formulas strong {
    font-size: 0.9375rem;
  }
  .formulas small {
    display: block;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }

  .slider {
    position: relative;
    flex: 1 1 12rem;
    max-inline-size: 22rem;
    padding-block: 0.25rem 0.5rem;
  }
  .slider input {
    inline-size: 100%;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  /* Where the rate is now: the thumb's centre runs half a thumb short of both ends. */
  .slider::after {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: calc(8px + var(--_now) * (100% - 16px) - 1px);
    inline-size: 2px;
    block-size: 0.5rem;
    background: var(--_ink);
    content: '';
  }
  .field.percent {
    inline-size: 5rem;
  }
  .what-if {
    table-layout: fixed;
  }
  .case-bar {
    display: block;
    inline-size: calc(var(--_size) * 100%);
    block-size: 0.6rem;
    margin-block-start: 0.2rem;
    margin-inline-start: auto;
    background: var(--_seg-1);
    print-color-adjust: exact;
  }
  .case-bar.case-2 {
    background: repeating-linear-gradient(135deg, transparent 0 4px, var(--_seg-1) 4px 7px);
  }
  .case-bar.case-0 {
    background: var(--_edge);
  }

  .interval-track {
    position: relative;
    block-size: 1.75rem;
  }
  .interval-track > * {
    position: absolute;
    inset-block: 0;
  }
  .tick {
    inset-inline-start: calc(var(--_x) * 100%);
    border-inline-start: 1px solid var(--_rule);
  }
  .overall {
    inset-inline-start: calc(var(--_all) * 100% - 1px);
    border-inline-start: 2px dashed var(--_edge);
  }
  .interval-track .interval {
    inset-block: 0.55rem;
    inset-inline-start: calc(var(--_low) * 100%);
    inline-size: calc((var(--_high) - var(--_low)) * 100%);
    min-inline-size: 2px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_edge) 55%, var(--_surface));
    print-color-adjust: exact;
  }
  :is(.better, .worse, .more, .less) > .interval-track .interval {
    background: color-mix(in srgb, var(--_seg-1) 60%, var(--_surface));
  }
  .interval-track .interval-dot {
    inset-block: calc(50% - 6px) auto;
    inset-inline-start: calc(var(--_x) * 100% - 6px);
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_ink);
    print-color-adjust: exact;
  }
  .interval-ticks {
    position: relative;
    block-size: 1.25rem;
    margin-inline: 13rem 18rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .interval-ticks span {
    position: absolute;
    inset-block-start: 0.2rem;
    inset-inline-start: calc(var(--_x) * 100%);
    white-space: nowrap;
    translate: -50% 0;
  }
  :host(:dir(rtl)) .interval-ticks span {
    translate: 50% 0;
  }
  .pill:is(.better, .more) {
    color: var(--_up);
  }
  .pill:is(.worse, .less) {
    color: var(--_down);
  }
  .pill:is(.noise, .too-few) {
    color: var(--_ink-2);
  }

  .numbers > :is(p, dl) {
    max-inline-size: 78ch;
    margin: 0.4rem 0;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .numbers dt {
    color: var(--_ink);
    font-weight: 600;
  }
  .numbers dd {
    margin: 0 0 0.35rem;
  }
  .numbers > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_accent);
    font-size: 0.8125rem;
    cursor: pointer;
  }
  .insight-table {
    inline-size: 100%;
    max-inline-size: 60rem;
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  .insight-table :is(th, td) {
    padding: 0.3rem 0.5rem;
    border-block-end: 1px solid var(--_rule);
    font-weight: 400;
    text-align: end;
    vertical-align: top;
    overflow-wrap: normal;
  }
  .insight-table thead th {
    color: var(--_ink-2);
    font-weight: 600;
  }
  .insight-table :is(th:first-child) {
    padding-inline-start: 0;
    text-align: start;
  }
  .insight-table tbody th {
    font-weight: 600;
  }
  .insight-table small {
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 400;
  }
  .link-button {
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .link-button:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }

  :host(:dir(rtl))
    .insight
    :is(
      h3,
      h4,
      p,
      li,
      th,
      td,
      small,
      strong,
      dt,
      dd,
      .row-name,
      .row-figure span,
      .interval-ticks span,
      .text,
      .plot-dates span,
      .plot-ticks span,
      .average span,
      .upright span
    ) {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) .insight :is(h3, h4, p, li, dt, dd, tbody th, .row-name) {
    text-align: right;
  }

  @container fw-chart (inline-size < 620px) {
    .plot-area {
      block-size: 11rem;
    }
    .plot-dates .minor {
      display: none;
    }
    .money-rows li,
    .intervals li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.2rem;
    }
    .interval-ticks {
      margin-inline: 0;
    }
    .factors .interval-ticks span:nth-child(even) {
      display: none;
    }
    .interval-ticks span:first-child {
      translate: 0 0;
    }
    .interval-ticks span:last-child {
      inset-inline: auto 0;
      translate: 0 0;
    }
    .case-bar {
      margin-inline: 0 auto;
    }
    .formulas dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .bar-count {
      inset-inline: -0.25rem;
    }
    .insight-table thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .insight-table tr {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: 0 0.75rem;
      padding-block: 0.4rem;
      border-block-end: 1px solid var(--_rule);
    }
    .insight-table :is(th, td) {
      padding: 0;
      border: 0;
      text-align: start;
    }
    .insight-table tbody th {
      grid-column: 1 / -1;
    }
    .insight-table td::before {
      color: var(--_ink-2);
      content: attr(data-label) ' ';
    }
  }

  @media (forced-colors: active) {
    .plot-lines .line {
      stroke: CanvasText;
    }
    .plot-lines .band {
      fill: none;
      stroke: GrayText;
      vector-effect: non-scaling-stroke;
    }
    .dot {
      border-color: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
    .dot.hollow {
      background: Canvas;
    }
    .bar .fill {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .bar.tail .fill {
      border-color: CanvasText;
      background: Canvas;
    }
    .bar-count {
      color: CanvasText;
    }
    .interval-track .interval,
    .case-bar {
      border: 1px solid CanvasText;
      background: Canvas;
      forced-color-adjust: none;
    }
    .interval-track .interval-dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .insight {
      break-inside: avoid;
    }
    .insight :is(.icon-button, .insight-controls .field) {
      border: 0;
    }
    .numbers > summary {
      display: none;
    }
    .numbers::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;
