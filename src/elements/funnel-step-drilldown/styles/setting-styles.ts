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
    }
    .actions {
      padding-inline: 0.75rem;
    }
  }

  @media (forced-colors: active) {
    .icon-close,
    .sort-mark,
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
  }

  @media print {
    .tools,
    .actions,
    .icon-button,
    .activity {
      display: none;
    }
    .grid {
      max-block-size: none;
    }
  }
`;
