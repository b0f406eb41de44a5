import { css } from 'lit';

/** Paper: light, with textures, without what cannot be pressed there. What was filtered stays said. */
export const printStyles = css`
  .print-time {
    display: none;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .chart {
      border-color: var(--_rule);
      box-shadow: none;
    }
    .tools,
    .toolbar,
    .icon-button,
    .popover,
    .tool-menu,
    .selection,
    .banner .button,
    .state .button,
    .chips .clear,
    .chip svg,
    .text-button {
      display: none;
    }
    .chart > .print-time {
      display: block;
      margin-block: 0.25rem 0;
      color: var(--_ink-2);
      font-size: 0.8125rem;
    }
    .chip {
      border-color: var(--_rule);
      background: none;
    }
    .row,
    .summary,
    .legend,
    .notes li {
      break-inside: avoid;
    }
    .legend {
      position: static !important;
    }
    .piece,
    .swatch,
    .previous,
    .goal::after,
    .pill {
      print-color-adjust: exact;
    }
    .track,
    .over,
    .previous {
      transition: none;
    }
  }
`;
