import { css } from 'lit';

/** The variants on their common scale, the remarks, and the table of the tests. */
export const experimentStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    margin-block-end: 0.75rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .field {
    max-inline-size: 100%;
  }

  .variants p {
    margin: 0;
  }
  .list,
  .remarks ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .variant,
  .scale {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 6fr) minmax(0, 3.25fr) minmax(0, 4fr);
    gap: 0.25rem 1.25rem;
  }
  .variant {
    border-block-start: 1px solid var(--_rule);
  }
  .variant > * {
    padding-block: 0.8rem;
  }
  .who strong {
    font-size: 0.9375rem;
  }
  .who .pill {
    margin-inline-start: 0.25rem;
    border-radius: var(--_radius-s);
    vertical-align: 1px;
  }
  .better .pill {
    border-color: var(--_up);
    background: var(--_up);
    color: var(--_surface);
  }
  .worse .pill {
    border-color: var(--_down);
    background: var(--_down);
    color: var(--_surface);
  }
  small {
    display: block;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .rate {
    font-size: 1.125rem;
  }
  .quiet,
  .figures span {
    color: var(--_ink-2);
  }
  .quiet {
    font-size: 0.8125rem;
  }

  .variant .drawn {
    position: relative;
    min-block-size: 3rem;
    padding: 0;
  }
  .drawn > * {
    position: absolute;
  }
  .rule {
    inset-block: 0;
    inset-inline-start: calc(var(--_at) * 100%);
    border-inline-start: 1px solid var(--_rule);
  }
  .line {
    inset-block: 0;
    inset-inline-start: calc(var(--_control, -1) * 100% - 1px);
    border-inline-start: 2px dashed var(--_edge);
  }
  .interval {
    inset-block-start: calc(50% - 7px);
    inset-inline-start: calc(var(--_low) * 100%);
    inline-size: calc((var(--_high) - var(--_low)) * 100%);
    block-size: 14px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_seg-1) 45%, var(--_surface));
    transition:
      inset-inline-start 280ms ease-out,
      inline-size 280ms ease-out;
  }
  .dot {
    inset-block-start: calc(50% - 8px);
    inset-inline-start: calc(var(--_rate) * 100% - 8px);
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_ink);
    transition: inset-inline-start 280ms ease-out;
  }
  .control .interval {
    background: color-mix(in srgb, var(--_edge) 45%, var(--_surface));
  }

  .scale {
    border-block-start: 1px solid var(--_edge);
  }
  .ticks {
    position: relative;
    grid-column: 2;
    block-size: 1.25rem;
    margin-block-start: 0.25rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .ticks span {
    position: absolute;
    inset-inline-start: calc(var(--_at) * 100%);
    white-space: nowrap;
    translate: -50% 0;
  }
  :host(:dir(rtl)) :where(.ticks span) {
    translate: 50% 0;
  }
  .axis-title {
    color: var(--_ink-2);
    font-size: 0.75rem;
    text-align: center;
  }

  .remarks {
    margin-block-start: 1rem;
    padding: 0.75rem 1rem;
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
  }
  .remarks ul {
    margin-block-start: 0.25rem;
    padding-inline-start: 1.1rem;
    list-style: disc;
  }
  .remarks li + li {
    margin-block-start: 0.2rem;
  }

  .tests {
    margin-block-start: 0.75rem;
  }
  .tests p {
    margin: 0.35rem 0;
  }
  thead th {
    font-weight: 650;
  }
  tbody th {
    padding-inline-start: 0;
    color: var(--_ink-2);
    text-align: start;
  }

  @container fw-figure (inline-size < 900px) {
    .variant,
    .scale {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .variant {
      padding-block: 0.6rem;
    }
    .variant > * {
      padding-block: 0;
    }
    .variant .who,
    .variant .drawn {
      grid-column: 1 / -1;
    }
    .variant .drawn {
      min-block-size: 2rem;
    }
    .ticks {
      grid-column: 1 / -1;
    }
    .ticks span:first-child {
      translate: 0 0;
    }
    .ticks span:last-child {
      inset-inline: auto 0;
      translate: 0 0;
    }
  }
  @container fw-figure (inline-size < 480px) {
    .variant {
      grid-template-columns: minmax(0, 1fr);
    }
    .ticks span:nth-child(even) {
      display: none;
    }
    table,
    thead,
    tbody,
    tr,
    :is(th, td) {
      display: block;
    }
    thead {
      display: none;
    }
    :is(th, td) {
      padding: 0;
      border: 0;
      text-align: start;
    }
    tbody tr {
      padding-block: 0.4rem;
      border-block-end: 1px solid var(--_rule);
    }
    td::before {
      margin-inline-end: 0.5rem;
      color: var(--_ink-2);
      content: attr(data-label);
    }
  }

  @media (forced-colors: active) {
    .interval,
    .dot {
      forced-color-adjust: none;
    }
    .interval,
    .control .interval {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .dot {
      border-color: Canvas;
      background: Highlight;
    }
    .line {
      border-color: CanvasText;
    }
    .variant .pill {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }

  @media print {
    .interval,
    .dot,
    .pill {
      print-color-adjust: exact;
    }
  }
`;
