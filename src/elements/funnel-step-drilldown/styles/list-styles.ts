import { css } from 'lit';

/** The grid, its rows and its cards. */
export const listStyles = css`
  /* List */
  .body {
    position: relative;
    display: flex;
    align-items: stretch;
  }
  .listing {
    flex: 1 1 0;
    min-inline-size: 0;
    border: 1px solid var(--_rule);
    border-end-start-radius: var(--_radius-s);
    border-end-end-radius: var(--_radius-s);
    overflow: hidden;
  }
  .block {
    display: grid;
    gap: 0;
  }
  .grid {
    position: relative;
    max-block-size: var(--_list-size);
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    font-size: 0.8125rem;
    outline: none;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    box-shadow: 0 1px var(--_rule);
  }
  /* Nothing in the rows changes the size of anything around them, nor of one another. */
  .spacer {
    position: relative;
    block-size: var(--_spacer, auto);
    contain: layout style;
  }
  .window {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
  }
  .row {
    display: grid;
    align-items: center;
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_rule);
    background: var(--_surface);
    cursor: pointer;
  }
  .spacer .row {
    contain: size layout style;
  }
  .spacer .row:last-child:not(.away) {
    border-block-end-color: transparent;
  }
  .header.row,
  .row.header {
    block-size: auto;
    min-block-size: 2.25rem;
    padding-block: 0.25rem;
    align-items: center;
    border: 0;
    background: none;
    cursor: default;
  }
  .grid:not(.cards) .row {
    grid-template-columns: var(--_columns);
  }
  .grid.cards .row:not(.header) {
    grid-template: auto auto auto / 2.5rem minmax(0, 1fr) auto;
    align-content: center;
    row-gap: 0.05rem;
  }
  .grid.cards .row:not(.header) .c-select {
    grid-area: 1 / 1 / -1 / 2;
  }
  .grid.cards .row:not(.header) .c-name {
    grid-area: 1 / 2;
  }
  .grid.cards .row:not(.header) .c-leadStage {
    grid-area: 1 / 3;
    justify-self: end;
    max-inline-size: 9rem;
  }
  /* The time waited stands at the end of the first of the two lines. */
  .grid.cards .row:not(.header) .c-next {
    grid-area: 2 / 2 / -1 / -1;
  }
  .grid.cards .row:not(.header) .c-next .line:first-child {
    margin-inline-end: 3.75rem;
  }
  .grid.cards .row:not(.header) .c-waiting {
    grid-area: 2 / 3;
    align-self: start;
    justify-self: end;
    inline-size: max-content;
  }
  /* The host's columns: one under the time waited; another at the start, where no next step stands. */
  .grid.cards .row:not(.header) .c-other {
    grid-area: 3 / 3;
    justify-self: end;
    max-inline-size: 9rem;
    padding-inline-start: 0;
  }
  .grid.cards .row:not(.header) .c-other ~ .c-other {
    grid-area: 3 / 2;
    justify-self: start;
    max-inline-size: 100%;
    padding-inline: 0.5rem 0;
  }
  .grid.cards .row:not(.header):has(.c-other) .c-next .second {
    margin-inline-end: 9rem;
  }
  .grid.cards .row.header {
    position: relative;
    grid-template-columns: auto;
    justify-content: start;
  }
  .grid.cards .header .c-select {
    grid-template-columns: 2.5rem auto;
    justify-items: start;
  }
  .grid.cards .header .c-select input {
    justify-self: center;
  }
  /* Cards have no columns to stand over: a header shows when the keys come to it. */
  .grid.cards .header .cell:not(.c-select) {
    position: absolute;
    inset-block: 2px;
    inset-inline-end: 0.25rem;
    opacity: 0;
    pointer-events: none;
  }
  .grid.cards .header .cell:not(.c-select):is(:focus, :focus-within) {
    opacity: 1;
  }
  .grid:not(.cards) .all-label {
    display: none;
  }
  .grid.cards .c-name .second:not(:has(.mark)) {
    display: none;
  }
  .grid.cards .c-name {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
  }
  .grid.cards .c-name .second {
    flex: none;
  }
  .grid.cards .c-name:has(.verdict) {
    display: grid;
    gap: 0;
  }
  .grid.cards .row:has(.verdict) .c-next .second {
    display: none;
  }
  .grid.cards .c-next,
  .grid.cards .c-waiting,
  .grid.cards .c-other {
    color: var(--_ink-2);
  }
  .grid.flowing .row:not(.header) .c-next {
    display: -webkit-box;
    max-block-size: 2.7em;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-box-pack: center;
    -webkit-line-clamp: 2;
  }
  .grid.flowing:not(.cards) .row:not(.header) .cell.c-next {
    min-block-size: 2.7em;
    align-self: center;
  }
  .grid.flowing .c-next .line {
    display: inline;
    white-space: normal;
  }
  .grid.flowing .c-next .line:not(:last-child)::after {
    content: ' ·';
    color: var(--_ink-2);
  }
  .row:hover:not(.header) {
    background: var(--_surface-2);
  }
  .row.selected {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 var(--_accent);
  }
  :host(:dir(rtl)) .row.selected {
    box-shadow: inset -3px 0 var(--_accent);
  }
  .row.opened {
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .row.away {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    opacity: 0;
    pointer-events: none;
  }
`;
