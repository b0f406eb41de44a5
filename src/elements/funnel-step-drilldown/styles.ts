import { css } from 'lit';

/** The look of `<funnel-step-drilldown>`; needs the tokens and controls of src/theme. */
export const drilldownStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }

  .base {
    position: relative;
    display: grid;
    gap: 0.875rem;
    padding: 1.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    --_row-size: var(--fw-row-size, 2.75rem);
    --_list-size: var(--fw-list-size, 29rem);
  }
  .base:has(.grid.cards) {
    --_row-size: var(--fw-row-size, 3.5rem);
  }
  .base > * {
    min-inline-size: 0;
  }
  .muted {
    color: var(--_ink-2);
  }
  .strong {
    font-weight: 600;
  }
  .ruler {
    position: absolute;
    inline-size: 0;
    block-size: var(--_row-size);
    visibility: hidden;
  }

  /* Texts keep their own direction on a page of the other one; where they stand is the page's affair. */
  .line,
  .count,
  .activity-text,
  .selected-count,
  .matching,
  .value-label,
  .audience,
  .hint,
  dd,
  h2,
  h3 {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Header */
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 1rem;
  }
  .titles {
    min-inline-size: 0;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h2:focus-visible,
  h3:focus-visible {
    border-radius: 2px;
  }
  h3 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h4,
  .property h3 {
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--_ink-2);
  }
  .count {
    min-block-size: 1.45em;
    color: var(--_ink-2);
    font-size: 0.875rem;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .icon-close {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    background: currentcolor;
    clip-path: polygon(
      8% 0,
      50% 42%,
      92% 0,
      100% 8%,
      58% 50%,
      100% 92%,
      92% 100%,
      50% 58%,
      8% 100%,
      0 92%,
      42% 50%,
      0 8%
    );
  }
  .icon-close.small {
    display: inline-block;
    flex: none;
    inline-size: 0.5625rem;
    block-size: 0.5625rem;
  }

  /* Breakdown */
  .breakdown {
    border-block: 1px solid var(--_rule);
    padding-block: 0.5rem;
  }
  summary {
    cursor: pointer;
    font-size: 0.8125rem;
    font-weight: 600;
    padding-block: 0.25rem;
    border-radius: 3px;
  }
  summary::marker {
    color: var(--_ink-2);
  }
  .hint {
    font-weight: 400;
    font-size: 0.75rem;
  }
  summary .hint {
    margin-inline-start: 0.75rem;
    font-size: 0.75rem;
    font-weight: 400;
  }
  details:not([open]) > summary .hint {
    display: none;
  }
  .properties {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr));
    gap: 0.75rem 1.5rem;
    padding-block: 0.5rem 0.25rem;
  }
  .property {
    margin-inline: -0.375rem;
  }
  .property h3 {
    margin-block-end: 0.125rem;
    padding-inline: 0.375rem;
  }
  .breakdown > .button {
    margin-inline-start: -0.375rem;
    padding-inline: 0.375rem;
    min-block-size: 1.75rem;
    font-size: 0.75rem;
  }
  .value {
    position: relative;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
    inline-size: 100%;
    min-block-size: 1.75rem;
    padding: 0.2rem 0.375rem 0.4rem;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    color: var(--_ink);
    font-size: 0.8125rem;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .value-bar {
    position: absolute;
    inset-inline: 0.375rem;
    inset-block-end: 0.125rem;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_rule);
    overflow: hidden;
  }
  .value-bar::before {
    content: '';
    display: block;
    inline-size: calc(var(--_share, 0) * 100%);
    min-inline-size: 2px;
    block-size: 100%;
    border-radius: 2px;
    background: var(--_accent);
    transition: inline-size 250ms ease;
  }
  .value:hover {
    border-color: var(--_edge);
  }
  .value[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .value-label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .value-count {
    flex: none;
    font-weight: 600;
  }
  .value:focus-visible {
    outline-offset: -1px;
  }
  .more-values {
    min-block-size: 1.625rem;
    padding: 0.1rem 0.375rem;
    font-size: 0.75rem;
  }

  /* Search, order, filters */
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.625rem;
  }
  .search {
    position: relative;
    flex: 1 1 14rem;
    max-inline-size: 22rem;
  }
  .search .field {
    inline-size: 100%;
    padding-inline-start: 2rem;
  }
  .icon-search {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.7rem;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    margin-block-start: -0.42rem;
    border: 1.5px solid var(--_ink-2);
    border-radius: 50%;
    pointer-events: none;
  }
  .icon-search::after {
    content: '';
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 82%;
    inline-size: 0.35rem;
    border-block-start: 1.5px solid var(--_ink-2);
    transform: rotate(45deg);
    transform-origin: 0 0;
  }
  :host(:dir(rtl)) .icon-search::after {
    inset-inline-start: 50%;
    transform: rotate(135deg);
  }
  .sorting {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-size: 0.8125rem;
    min-inline-size: 0;
  }
  .sorting .field {
    min-inline-size: 0;
    max-inline-size: 12rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.65rem;
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_ink);
    font-size: 0.8125rem;
    cursor: pointer;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .chip:hover {
    border-color: var(--_ink);
  }
  .matching {
    font-size: 0.8125rem;
  }

  /* Selection and what to do with it */
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    min-block-size: 3rem;
    padding: 0.45rem 0.5rem 0.45rem 0.875rem;
    padding-inline: 0.875rem 0.5rem;
    border: 1px solid var(--_rule);
    border-block-end: 0;
    border-start-start-radius: var(--_radius-s);
    border-start-end-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.8125rem;
  }
  .actions.active {
    background: var(--_accent-soft);
  }
  .selection,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }
  .selection .button {
    min-block-size: 1.75rem;
    padding-inline: 0.4rem;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

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
  .spacer {
    position: relative;
    block-size: var(--_spacer, auto);
  }
  .window {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    transform: translateY(var(--_top, 0));
  }
  .row {
    display: grid;
    align-items: center;
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_rule);
    background: var(--_surface);
    cursor: pointer;
  }
  .spacer .row:last-child:not(.away) {
    border-block-end-color: transparent;
  }
  .header.row,
  .row.header {
    block-size: 2.25rem;
    align-items: center;
    border: 0;
    background: none;
    cursor: default;
  }
  .grid.wide .row {
    grid-template-columns:
      2.5rem minmax(0, 1.5fr) minmax(0, 0.95fr) minmax(0, 1.05fr) 6.75rem 4.75rem 6.75rem minmax(0, 1.6fr)
      minmax(0, 1fr);
  }
  .grid.medium .row {
    grid-template-columns: 2.5rem minmax(0, 1.5fr) minmax(0, 1.1fr) 6.75rem minmax(0, 1.6fr) minmax(0, 0.9fr);
  }
  .grid.cards .row:not(.header) {
    grid-template: 'select name waiting' auto 'select next stage' auto / 2.5rem minmax(0, 1fr) auto;
    align-content: center;
    row-gap: 0.05rem;
  }
  .grid.cards .row:not(.header) .c-select {
    grid-area: select;
  }
  .grid.cards .row:not(.header) .c-name {
    grid-area: name;
  }
  .grid.cards .row:not(.header) .c-waiting {
    grid-area: waiting;
    text-align: end;
  }
  .grid.cards .row:not(.header) .c-next {
    grid-area: next;
  }
  .grid.cards .row:not(.header) .c-leadStage {
    grid-area: stage;
    justify-self: end;
    max-inline-size: 9rem;
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
  .grid.cards .c-next .second,
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
  .grid.cards .c-next {
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
  .cell {
    display: block;
    min-inline-size: 0;
    padding-inline: 0.5rem;
    line-height: 1.3;
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
    align-items: center;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .tags.wrap {
    flex-wrap: wrap;
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
  .stale .grid {
    opacity: 0.6;
  }
  .state {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 2.5rem 1rem;
    color: var(--_ink-2);
    text-align: center;
  }

  /* Details */
  .details {
    display: grid;
    align-content: start;
    gap: 1rem;
    flex: 0 0 20rem;
    max-block-size: calc(var(--_list-size) + 2px);
    padding: 1rem;
    border: 1px solid var(--_rule);
    border-inline-start: 0;
    border-end-end-radius: var(--_radius-s);
    background: var(--_surface);
    overflow: auto;
    overscroll-behavior: contain;
    font-size: 0.8125rem;
  }
  .narrow .details {
    position: absolute;
    inset: 0;
    z-index: 3;
    max-block-size: none;
    border-inline-start: 1px solid var(--_rule);
  }
  .narrow.has-details {
    min-block-size: var(--_list-size);
  }
  .details-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem;
    margin-block-end: -0.75rem;
  }
  .details a {
    color: var(--_accent);
    overflow-wrap: anywhere;
  }
  .details h4 {
    margin-block-end: 0.3rem;
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1rem;
  }
  .next-card {
    padding: 0.625rem 0.75rem;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 4px;
    background: var(--_surface-2);
  }
  .journey li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75rem;
    padding-block: 0.2rem;
    padding-inline-start: 1.25rem;
  }
  .journey li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.125rem;
    inset-block-start: 0.5rem;
    inline-size: 0.55rem;
    block-size: 0.55rem;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .journey li.done::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .journey li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.35rem;
    inset-block: 1.1rem -0.45rem;
    border-inline-start: 2px solid var(--_rule);
  }
  dl {
    display: grid;
    gap: 0.35rem;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.75rem;
  }
  dt {
    color: var(--_ink-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .explanation {
    display: grid;
    gap: 0.35rem;
    padding-inline-start: 1rem;
    list-style: disc;
  }

  /* What was asked */
  .activity-text {
    flex: 1 1 14rem;
  }
  .activity-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .phase-done,
  .phase-undone {
    border-inline-start-color: var(--_up);
  }
  .history {
    font-size: 0.8125rem;
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    padding-block: 0.35rem;
    border-block-start: 1px solid var(--_rule);
  }

  /* Dialog */
  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
  }
  form {
    display: grid;
    gap: 0.875rem;
  }
  .audience {
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.875rem;
  }
  .combobox {
    display: grid;
    gap: 0.375rem;
  }
  label {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .combobox .field {
    inline-size: 100%;
    min-block-size: 2.25rem;
    font-size: 0.875rem;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_down);
  }
  .options {
    max-block-size: 13.5rem;
    padding: 0.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    overflow: auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    padding: 0.25rem 0.5rem;
    border-radius: 4px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option.active {
    background: var(--_accent-soft);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .option[aria-selected='true'] {
    font-weight: 600;
  }
  .tick {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }
  .option[aria-selected='true'] .tick {
    background: var(--_accent);
    clip-path: polygon(12% 48%, 38% 72%, 88% 14%, 100% 26%, 38% 96%, 0 60%);
  }
  .empty-choice {
    padding: 0.5rem;
    font-size: 0.8125rem;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
  }
  .dialog-actions .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }

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
