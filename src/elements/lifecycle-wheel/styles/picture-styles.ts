import { css } from 'lit';

/** The wheel: ring, gauges, arrows, middle. Text is in rem, whatever the size of the drawing. */
export const pictureStyles = css`
  .body {
    display: grid;
    gap: 1.25rem 1.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .stage {
    position: relative;
    block-size: var(--_height, auto);
    min-inline-size: 0;
  }
  .picture {
    display: block;
    direction: ltr;
    overflow: visible;
  }
  .picture text {
    fill: var(--_ink);
    font-family: inherit;
    font-size: 0.75rem;
    unicode-bidi: plaintext;
    user-select: text;
  }
  .picture.interactive [data-open] {
    cursor: pointer;
  }

  .area,
  .hit {
    fill: transparent;
    stroke: none;
  }
  .flow .hit {
    fill: none;
    stroke: transparent;
    pointer-events: stroke;
  }
  .track {
    fill: var(--_surface-2);
    stroke: var(--_edge);
    stroke-width: 1;
  }
  .missing .track {
    stroke-dasharray: 3 3;
  }
  .gauge {
    fill: var(--_gauge-fill);
    pointer-events: none;
  }
  .picture .mark {
    fill: var(--_ink);
    stroke: var(--_surface);
    stroke-width: 2;
    pointer-events: none;
  }
  .casing {
    stroke: var(--_surface);
    stroke-width: 5;
    pointer-events: none;
  }
  .previous {
    stroke: var(--_previous);
    stroke-width: 2;
    pointer-events: none;
  }
  .target {
    stroke: var(--_up);
    stroke-width: 3;
    stroke-dasharray: 3 2;
    pointer-events: none;
  }
  .picture .badge {
    fill: var(--_surface);
    stroke: var(--_edge);
    stroke-width: 1.5;
  }
  .badge-text,
  .friction text {
    font-weight: 700;
    text-anchor: middle;
    pointer-events: none;
  }
  .friction path {
    fill: var(--_warn-soft);
    stroke: var(--_warn);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .picture .friction text {
    fill: var(--_warn);
  }
  .sector.current .track {
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .sector.current .badge {
    fill: var(--_ink);
    stroke: var(--_ink);
  }
  .picture .sector.current .badge-text {
    fill: var(--_surface);
  }

  .flow {
    --_tone: var(--_flow-move);
  }
  .flow.enter {
    --_tone: var(--_flow-enter);
  }
  .flow.decline {
    --_tone: var(--_flow-decline);
  }
  .flow.leave {
    --_tone: var(--_flow-leave);
  }
  .flow.return {
    --_tone: var(--_flow-return);
  }
  .flow.bring {
    --_tone: var(--_flow-bring);
  }
  .flow .under {
    fill: none;
    stroke: var(--_surface);
  }
  .flow .line {
    fill: none;
    stroke: var(--_tone);
  }
  .flow.bring .line {
    stroke-linecap: round;
  }
  .flow .head {
    fill: var(--_tone);
  }
  .flow.return .head {
    fill: var(--_surface);
    stroke: var(--_tone);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .chip {
    fill: var(--_surface);
    stroke: var(--_tone);
    stroke-width: 1;
  }
  .picture .number {
    font-weight: 600;
    text-anchor: middle;
    pointer-events: none;
  }

  .hub circle {
    fill: var(--_surface);
    stroke: var(--_rule);
  }
  .hub text {
    text-anchor: middle;
  }
  .picture .hub-total {
    font-weight: 700;
    font-size: 1.5rem;
  }
  .picture .hub-line {
    fill: var(--_ink-2);
  }
  .pointer {
    fill: var(--_ink);
  }
  .ray {
    stroke: var(--_ink);
    stroke-width: 1.5;
    stroke-dasharray: 2 4;
  }

  .picture .label-name {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .picture .label-count {
    font-size: 1rem;
    font-weight: 700;
  }
  .picture .label-note {
    fill: var(--_ink-2);
  }
  .picture .label-mark {
    font-weight: 600;
  }
  .halves path {
    stroke: var(--_edge);
    stroke-dasharray: 4 4;
  }
  .picture .half {
    fill: var(--_ink-2);
    font-weight: 600;
  }

  /* What is pointed at stays, the rest steps back; totals do not change. */
  /* One person is shown: the movements of all step back, and their numbers stay readable. */
  .of-client .picture .flow:not([data-lit]) :is(.line, .head) {
    opacity: 0.28;
  }
  .of-client .picture .number {
    fill: var(--_ink-2);
    font-weight: 400;
  }
  .body[data-pointing] .flow:not([data-lit]) {
    opacity: 0.28;
  }
  .sector[data-lit] .track {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .label[data-lit] .label-name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .icon {
    display: none;
  }
  .icon path {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 5;
  }
  .icon path.on {
    stroke: var(--_gauge-fill);
    stroke-width: 9;
  }

  .legend {
    margin-block-start: 0.75rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .legend ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    margin: 0 0 0.35rem;
    padding: 0;
    list-style: none;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  .legend svg {
    flex: none;
  }
  :host(:dir(rtl)) .legend svg {
    scale: -1 1;
  }
  .legend p {
    margin: 0;
  }
  .legend .friction text {
    fill: var(--_warn);
    font-size: 0.75rem;
  }

  @container (inline-size >= 900px) {
    .body {
      grid-template-columns: minmax(0, 1fr) 21rem;
      grid-template-rows: auto 1fr;
      align-items: start;
    }
    .long .lists {
      grid-column: 2;
      grid-row: 1 / 3;
    }
    .body:not(.long) .below {
      grid-column: 1 / -1;
    }
  }
  /* A phone of 360 px leaves the ring some 330, and it says more than an icon. */
  @container (inline-size < 320px) {
    .ruler,
    .stage,
    .legend ul {
      display: none;
    }
    .icon {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .picture,
    .icon,
    .legend svg {
      forced-color-adjust: none;
    }
    .friction path {
      fill: Canvas;
    }
  }
  @media print {
    .picture {
      print-color-adjust: exact;
    }
  }
`;
