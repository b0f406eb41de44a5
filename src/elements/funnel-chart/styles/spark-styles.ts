import { css } from 'lit';

/** The card of a few lines; loaded with it. */
export const sparkStyles = css`
  .spark {
    display: flex;
    flex-direction: column;
    gap: 0.35rem;
    block-size: 100%;
    min-block-size: 4.5rem;
    max-block-size: 10rem;
    padding: 0.6rem 0.75rem;
    overflow: hidden;
  }
  .spark:focus {
    outline: none;
  }
  .spark > * + * {
    margin-block-start: 0;
  }
  .spark p {
    margin: 0;
  }
  .spark-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .spark-title {
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .spark-link {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: 0.8125rem;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .spark-body {
    display: flex;
    flex: 1;
    gap: 0.9rem;
    min-block-size: 0;
  }
  .spark-figures {
    display: flex;
    flex: none;
    flex-direction: column;
    justify-content: center;
    font-size: 0.8125rem;
    line-height: 1.25;
    white-space: nowrap;
  }
  .spark-figures b {
    font-size: 1.375rem;
    letter-spacing: -0.01em;
  }
  .spark-figures span {
    color: var(--_ink-2);
  }
  .spark-bars {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 2px;
    min-block-size: 2rem;
    max-block-size: 5rem;
    border-inline-start: 1px solid var(--_edge);
  }
  .spark-bar {
    flex: 1;
    inline-size: calc(var(--_size) * 100%);
    min-inline-size: 2px;
    max-block-size: 12px;
    background: var(--_seg-1);
  }
  .spark-bar.unknown {
    inline-size: 100%;
    border: 1px dotted var(--_edge);
    background: none;
  }
  @media (forced-colors: active) {
    .spark-bar {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .spark-link {
      display: none;
    }
    .spark-bar {
      print-color-adjust: exact;
    }
  }

  dialog.expanded {
    inline-size: min(72rem, calc(100vw - 2rem));
    max-inline-size: none;
    max-block-size: calc(100vh - 2rem);
    padding: 0;
    overflow: auto;
  }
  .expanded-chart {
    container: fw-chart / inline-size;
  }
  .expanded-chart .chart {
    border: 0;
  }
  .shut {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.5rem;
    z-index: 6;
  }
  .expanded .head {
    padding-inline-end: 2rem;
  }
`;
