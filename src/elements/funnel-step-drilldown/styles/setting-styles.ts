import { css } from 'lit';

/** Narrow places, forced colours and print; comes last. */
export const settingStyles = css`
  @container (inline-size < 620px) {
    .base {
      padding: 0.875rem;
    }
    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .hint {
      display: none;
    }
    .buttons {
      flex: 1 1 100%;
    }
    .buttons .button {
      flex: 1 1 auto;
      justify-content: center;
      padding-inline: 0.5rem;
    }
    .sorting,
    .sorting .field {
      flex: 1 1 auto;
      max-inline-size: none;
    }
    .tools-end,
    .tools-end > * {
      flex: 1 1 auto;
    }
    .tools-end .button {
      inline-size: 100%;
      justify-content: center;
    }
    .actions {
      padding-inline: 0.75rem;
    }
  }

  @media (forced-colors: active) {
    .icon-close,
    .sort-mark,
    .chevron,
    .mark-icon,
    .tick {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .value-bar::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .value[aria-pressed='true'],
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .stage {
      border: 1px solid CanvasText;
    }
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
  }

  .print-note {
    display: none;
  }

  @media print {
    .print-note {
      display: block;
    }
    .tools,
    .actions,
    .icon-button,
    .export,
    .activity,
    .history,
    .button {
      display: none;
    }
    :host {
      color-scheme: light;
    }
    /* Its column is one of the row's tracks. */
    .c-select {
      visibility: hidden;
    }
    :focus-visible {
      outline: none;
      box-shadow: none;
    }
    .base {
      padding: 0;
      border: 0;
    }
    .grid {
      max-block-size: none;
      overflow: visible;
    }
    .head {
      position: static;
    }
    .spacer {
      block-size: auto;
    }
    .window {
      position: static;
      transform: none !important;
    }
    .row {
      break-inside: avoid;
    }
  }
`;
