import { css } from 'lit';

/** What stands in the cells. */
export const cellStyles = css`
  .cell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    min-inline-size: 0;
    padding-inline: 0.5rem;
    line-height: 1.3;
  }
  /* Empty ones too, so that the ring of the focus has something to go around. */
  .grid:not(.cards) .row:not(.header) .cell:not(.c-name) {
    align-self: stretch;
  }
  .grid.cards .row:not(.header) .cell {
    min-block-size: 1.3em;
  }
  .cell:focus-visible,
  .cell input:focus-visible,
  .sort:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
    border-radius: 4px;
  }
  .cell input:focus-visible {
    outline-offset: 1px;
  }
  .c-select {
    display: grid;
    place-items: center;
    align-self: stretch;
    padding: 0;
    cursor: pointer;
  }
  input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .c-whole {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding-inline: 1rem;
  }
  .grid.cards .c-whole {
    grid-area: 1 / 1 / -1 / -1;
  }
  /* Two lines at most: of a name that needs both, the contact is cut off, not the name. */
  .row:not(.header) .c-name {
    max-block-size: 2.6em;
    align-content: start;
    overflow: hidden;
  }
  /* Why something failed for someone: as many lines under the name as the row has. */
  .row:not(.header) .c-name:has(.verdict) {
    max-block-size: 100%;
    line-height: 1.1;
  }
  .c-name:has(.verdict) .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .verdict {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-size: 0.75rem;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .verdict .mark {
    display: inline;
    margin: 0;
  }
  .verdict .mark-icon {
    display: inline-block;
    margin-inline-end: 0.25rem;
  }
  :host([density='compact']) .grid:not(.cards) .verdict {
    -webkit-line-clamp: 1;
  }
  .name {
    display: block;
    overflow-wrap: anywhere;
  }
  .line {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second {
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .numeric {
    text-align: end;
  }
  .header .cell {
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
    max-inline-size: 100%;
    min-block-size: 1.75rem;
    margin-inline-start: -0.25rem;
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    line-height: 1.15;
    cursor: pointer;
  }
  .sort:hover {
    color: var(--_ink);
  }
  .sort-mark {
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.4rem;
    background: currentcolor;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .sort-mark.none {
    display: none;
  }
  .sort-mark.descending {
    transform: rotate(180deg);
  }
  [aria-sort='ascending'] .sort,
  [aria-sort='descending'] .sort {
    color: var(--_ink);
  }
  .stage,
  .tag {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0.05rem 0.45rem;
    border-radius: 4px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
    font-size: 0.75rem;
  }
  .c-leadStage .line:first-child:not(:last-child) {
    margin-block-end: 1px;
  }
  .stage {
    line-height: 1.2;
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_rule);
  }
  .tag {
    border: 1px solid var(--_rule);
    color: var(--_ink-2);
  }
  .row.selected .stage {
    background: var(--_surface);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.25rem;
    min-inline-size: 0;
  }
  .tags.wrap {
    gap: 0.25rem;
  }
  .tags.wrap .tag {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .c-tags .tag {
    padding-block: 0;
  }
  :host([density='compact']) .grid:not(.cards) .tags {
    flex-wrap: nowrap;
  }
  :host([density='compact']) .grid:not(.cards) .tags .tag {
    flex: 0 1 auto;
    min-inline-size: 1.5rem;
  }
  .last-tag {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    max-inline-size: 100%;
  }
  .last-tag .tag {
    min-inline-size: 0;
  }
  .more {
    flex: none;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .booked {
    color: var(--_up);
  }
  .mark {
    display: inline-flex;
    align-items: baseline;
    gap: 0.3rem;
    margin-inline-end: 0.5rem;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .mark.running {
    color: var(--_accent);
  }
  .mark.done {
    color: var(--_up);
  }
  .mark.failed,
  .failed-text {
    color: var(--_down);
  }
  .mark-icon {
    inline-size: 0.6rem;
    block-size: 0.6rem;
  }
  .mark.running .mark-icon,
  .spinner {
    border: 2px solid currentcolor;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }
  .spinner {
    flex: none;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    color: var(--_accent);
  }
  .mark.done .mark-icon {
    background: currentcolor;
    clip-path: polygon(12% 48%, 38% 72%, 88% 14%, 100% 26%, 38% 96%, 0 60%);
  }
  .mark.failed .mark-icon {
    background: currentcolor;
    clip-path: polygon(
      40% 0,
      60% 0,
      57% 64%,
      43% 64%,
      40% 76%,
      60% 76%,
      60% 100%,
      40% 100%,
      40% 76%,
      43% 64%
    );
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .bone {
    inline-size: 30%;
    block-size: 0.6rem;
    border-radius: 3px;
    background: var(--_rule);
    animation: appear 200ms 100ms both;
  }
  .bone.short {
    inline-size: 12%;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  /* Old rows stay until the new ones are here; quick answers do not flicker. */
  .grid.stale .spacer {
    opacity: 0.6;
    transition: opacity 0s 150ms;
  }
  .state {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 2.5rem 1rem;
    color: var(--_ink-2);
    text-align: center;
  }
`;
