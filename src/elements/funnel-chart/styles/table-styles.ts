import { css } from 'lit';

/** The grid as a plain table: the same nodes, each in its column; or where they do not fit, a list for each step. */
export const tableStyles = css`
  .table .piece,
  .table .previous,
  .table .goal,
  .table .ring,
  .table .absent,
  .table .losses::before {
    display: none;
  }
  .table :is(.track, .figures, .ways, .losses) {
    display: contents;
  }
  .table .row {
    display: grid;
    grid-template: none;
    margin: 0;
    border-block-start: 1px solid var(--_rule);
    font-size: 0.8125rem;
  }
  .table :is(.rate > span, .cell .text) {
    text-wrap: balance;
  }
  .table .number,
  .table [part='menu-button'] {
    display: none;
  }
  .table .label {
    display: flex;
    grid-area: auto;
  }
  .table .in-bar {
    margin: 0;
    padding: 0;
    background: none;
  }
  .table :is(.count, .change, .rate, .cell) {
    grid-area: auto;
    font-size: 0.8125rem;
    letter-spacing: 0;
    text-align: start;
    white-space: normal;
  }
  .table :is(.count, .then) {
    white-space: nowrap;
  }
  .table :is(.why, .then) {
    display: block;
  }
  .table :is([role='gridcell'], .label):focus-visible {
    z-index: 1;
  }

  .headers {
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .sort {
    min-block-size: 1.75rem;
    padding: 0.15rem 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    hyphens: auto;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .sort:hover,
  [aria-sort='ascending'] .sort,
  [aria-sort='descending'] .sort {
    color: var(--_ink);
  }
  .sort:hover {
    text-decoration: underline;
  }
  .sort .arrow {
    margin-inline-start: 0.25em;
    font-size: 0.625rem;
  }

  .wide {
    display: grid;
    grid-template-columns: minmax(10rem, 1.4fr) repeat(calc(var(--_columns) - 1), fit-content(11rem)) minmax(
        8.5rem,
        1.2fr
      );
  }
  @container fw-chart (inline-size < 900px) {
    .wide {
      grid-template-columns: minmax(7rem, 1.2fr) repeat(calc(var(--_columns) - 1), auto) minmax(7rem, 1fr);
    }
    .wide :is([role='gridcell'], .column-header) {
      --_gap: 0.2rem;
    }
  }
  .wide .sort {
    min-inline-size: 3.1rem;
  }
  .wide > [role='row'] {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    column-gap: 0;
    align-items: start;
  }
  .wide .sort-by {
    display: none;
  }
  .wide [role='gridcell'],
  .wide .column-header {
    grid-row: 1;
    grid-column: var(--_column);
    padding: 0.5rem var(--_gap, 0.45rem);
  }
  .wide .column-header {
    padding-block: 0.1rem;
  }
  .wide .label {
    grid-row: 1;
    grid-column: 1;
    padding: 0.5rem 0.35rem 0.5rem 0;
  }
  .wide .column-header[aria-colindex='1'] {
    padding-inline-start: 0;
  }
  .wide .headers {
    align-items: end;
  }

  .table:not(.wide) .headers {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    padding-block-end: 0.5rem;
  }
  .table:not(.wide) .sort {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .table:not(.wide) .row {
    gap: 0.2rem;
    padding-block: 0.6rem;
  }
  .table:not(.wide) [role='gridcell'] {
    display: grid;
    grid-template-columns: minmax(0, 9rem) minmax(0, 1fr);
    gap: 0.75rem;
    order: var(--_column);
  }
  .table:not(.wide) .label {
    grid-column: 1 / -1;
  }
  @container fw-chart (inline-size >= 620px) {
    .table:not(.wide) .row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 1.5rem;
      align-items: start;
    }
  }
  .table:not(.wide) [role='gridcell']::before {
    font-weight: 400;
    color: var(--_ink-2);
    content: attr(data-header);
    content: attr(data-header) / '';
  }
  .table:not(.wide) :is(.rate, .details) {
    row-gap: 0;
  }
  .table:not(.wide) :is(.rate, .details) > * {
    grid-column: 2;
  }
  .table:not(.wide) .details > .pill {
    justify-self: start;
  }
  .table .details {
    display: block;
  }
  .table .details > span {
    display: block;
  }
  .table .details > .pill {
    display: inline-flex;
  }
`;
