import { css } from 'lit';

/** One step: its name, its figures, and the line of losses before it. */
export const rowStyles = css`
  .rows {
    position: relative;
  }
  .rows > .visually-hidden {
    inset-block-start: 0;
    inset-inline-start: 0;
    margin: 0;
  }
  .row {
    display: grid;
    grid-template:
      'loss loss loss' auto
      'label track figures' auto
      / var(--_label-size) minmax(0, 1fr) var(--_figures-size);
    align-items: center;
    column-gap: 1.125rem;
  }
  .row + .row {
    margin-block-start: var(--_row-gap);
  }
  .label {
    display: flex;
    grid-area: label;
    align-items: flex-start;
    gap: 0.5rem;
    min-inline-size: 0;
    border-radius: var(--_radius-s);
  }
  .number {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 1.6rem;
    block-size: 1.6rem;
    border: 1.5px solid var(--_edge);
    border-radius: 50%;
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .note.mark {
    display: block;
    color: var(--_ink);
    font-weight: 600;
  }
  .note {
    display: block;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .label .icon-button {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    margin-block: -0.1rem;
  }
  .label .icon-button.on {
    background: var(--_accent);
    color: var(--_accent-on);
  }

  .figures {
    display: grid;
    grid-area: figures;
    grid-template:
      'count count' 'ways ways' 'rate of-rate' 'after after' / minmax(min-content, 1fr)
      minmax(0, auto);
    align-items: baseline;
    gap: 0 0.5rem;
  }
  .count {
    grid-area: count;
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .count.long {
    font-size: 1rem;
  }
  .change.of-count {
    grid-area: after;
  }
  .change.of-rate {
    grid-area: of-rate;
  }
  .change.of-rate:where(.undecided) {
    grid-area: after;
  }
  .change {
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .change.undecided {
    color: var(--_ink-2);
    font-weight: 400;
  }
  /* What stands in brackets goes to a line of its own where it does not fit. */
  .change:is(.undecided, .of-count) {
    white-space: normal;
  }
  .change .then {
    white-space: nowrap;
  }
  .then {
    color: var(--_ink-2);
    font-weight: 400;
  }
  .change.up {
    color: var(--_up);
  }
  .change.down {
    color: var(--_down);
  }
  .ways {
    display: flex;
    grid-area: ways;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    font-size: 0.8125rem;
  }
  .rate {
    grid-area: rate;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .rate span {
    display: block;
  }
  .rate span:first-child {
    color: var(--_ink);
  }

  .link {
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .losses {
    position: relative;
    display: flex;
    grid-area: loss;
    flex-wrap: wrap;
    align-items: baseline;
    /* Wide enough to tell parts apart without a mark, which would stand alone where a line begins. */
    gap: 0.1rem 1rem;
    min-block-size: 1.5rem;
    margin-block-end: 0.5rem;
    margin-inline-start: calc(var(--_label-size) + 1.125rem);
    padding-inline-start: 1.1rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .losses::before {
    position: absolute;
    inset-inline-start: 0;
    content: '↓';
    content: '↓' / '';
  }
  .losses .cell b {
    color: var(--_ink);
    font-weight: 600;
  }
  .losses .details {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 1rem;
  }
  .dense {
    --_bar-size: var(--fw-bar-size, 28px);
    --_row-gap: var(--fw-row-gap, 0.5rem);
    --_label-size: var(--fw-label-inline-size, 18rem);
    --_figures-size: 15.5rem;
  }
  /* Many steps: the name stands beside the loss and the bar, so that a row is as high as its name. */
  .dense .row {
    grid-template:
      'label loss loss' auto
      'label track figures' auto
      / var(--_label-size) minmax(0, 1fr) var(--_figures-size);
  }
  .dense .losses {
    min-block-size: 0;
    margin-block-end: 0.2rem;
    margin-inline-start: 0;
  }
  .dense .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
  }
  .dense .count {
    font-size: 1.0625rem;
  }
  .dense .ways {
    order: 1;
  }
  .dense .change.of-rate {
    order: 3;
  }
  .dense .rate {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    order: 2;
    gap: 0 0.6rem;
    font-size: 0.75rem;
  }

  /* Where there is room, what was lost stands at the end of its own row. */
  @container (inline-size >= 900px) {
    .dense .row {
      grid-template: 'label track figures loss' auto / 12.5rem minmax(0, 1fr) 9.5rem 16.5rem;
      align-items: center;
    }
    .dense .losses {
      flex-direction: column;
      gap: 0;
      margin: 0;
    }
  }
  @container (inline-size < 900px) {
    .dense {
      --_label-size: var(--fw-label-inline-size, 12.25rem);
      --_figures-size: 11.25rem;
    }
  }

  @container (inline-size < 900px) {
    .change.of-rate {
      grid-area: after;
    }
  }
  @container (inline-size < 620px) {
    .row,
    .dense .row {
      grid-template:
        'loss loss' auto
        'label count' auto
        'label of-count' auto
        'track track' auto
        'ways ways' auto
        'rate of-rate' auto
        'after after' auto
        / minmax(0, 1fr) auto;
      align-items: start;
      row-gap: 0.35rem;
    }
    .figures,
    .dense .figures {
      display: contents;
    }
    .count {
      text-align: end;
    }
    .change {
      text-align: end;
    }
    .change.of-count {
      grid-area: of-count;
    }
    .change.of-rate:where(:not(.undecided)) {
      grid-area: of-rate;
    }
    .then {
      display: block;
    }
    .change.of-rate:where(.undecided) {
      text-align: start;
    }
    .rate {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
    }
    .ways,
    .losses,
    .losses .details {
      column-gap: 0.75rem;
    }
    .losses {
      margin: 0.15rem 0 0.35rem;
    }
  }
`;
