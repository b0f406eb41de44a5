import { css } from 'lit';

/** Steps as columns: bars stand on one line, names below, figures above. The grid and its keys are the same. */
export const columnStyles = css`
  .vertical {
    display: grid;
    grid-template-rows: repeat(4, auto);
    grid-template-columns: repeat(var(--_steps), minmax(0, 1fr));
    column-gap: 1rem;
  }
  .vertical > .row {
    grid-row: 1 / span 4;
    grid-template: none;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    margin: 0;
  }
  .vertical .figures {
    grid-area: 1 / 1;
    grid-template: 'count' 'of-count' 'ways' 'rate' 'of-rate' / minmax(0, 1fr);
    align-self: end;
    margin-block-end: 0.6rem;
  }
  .vertical .track {
    grid-area: 2 / 1;
    grid-template-columns: minmax(0, 1fr);
    align-content: end;
    block-size: 15rem;
    inline-size: min(100%, 7rem);
    border-inline-start: 0;
    border-block-end: 1px solid var(--_edge);
    transition-property: grid-template-rows;
  }
  .vertical .label {
    display: flex;
    grid-area: 3 / 1;
    flex-wrap: wrap;
    margin-block-start: 0.6rem;
  }
  /* The name takes the whole column: number and buttons stand over it. */
  .vertical .words {
    flex: 1 0 100%;
    order: 1;
  }
  .vertical .losses {
    grid-area: 4 / 1;
    flex-direction: column;
    margin: 0.35rem 0 0;
    padding: 0;
  }
  .vertical .losses::before {
    display: none;
  }
  .vertical .change.of-count {
    grid-area: of-count;
  }
  .vertical .change.of-rate {
    grid-area: of-rate;
    white-space: normal;
  }
  .vertical .then {
    display: block;
  }

  .vertical .in-line {
    grid-row-start: auto;
    grid-column-start: 1;
  }
  .vertical .over {
    inset-block-start: auto;
    inset-inline: 0;
    transition-property: inset-block-end, block-size;
  }
  .vertical .segment {
    min-inline-size: 0;
    min-block-size: 2px;
  }
  .vertical .segment:not(:first-child)::after {
    inset-block: auto 0;
    inset-inline: 0;
    inline-size: auto;
    max-inline-size: none;
    block-size: 2px;
    max-block-size: 40%;
  }
  .vertical .growth {
    --_turn: 135deg;
    --_other-turn: 225deg;
  }
  .vertical .previous {
    inset-block: auto calc(var(--_start) * 100% - 1px);
    inset-inline: -7px -5px;
    inline-size: auto;
    block-size: 2px;
    transition-property: inset-block-end;
  }
  .vertical .previous::before {
    inset-block-start: -4px;
    inset-inline-start: 0;
    border: 5px solid transparent;
    border-inline-start-color: var(--_previous);
    border-inline-end-width: 0;
  }
  .vertical .goal {
    inset-block: auto calc(var(--_start) * 100% - 1px);
    inset-inline: -5px -7px;
    inline-size: auto;
    border-inline-start: 0;
    border-block-end: 2px dashed var(--_ink);
  }
  .vertical .goal::after {
    inset-block-end: -5px;
    inset-inline: auto -3px;
  }
  .vertical .ring {
    inset-block: auto -6px;
    inset-inline-start: 50%;
    margin-block: 0;
    margin-inline-start: -7.5px;
  }
  .vertical .absent {
    inset-block: 0;
    align-items: flex-start;
    justify-content: flex-start;
    padding: 0.4rem;
  }
  @container fw-segment (block-size < 1.5rem) {
    .vertical .in-bar {
      display: none;
    }
  }
`;
