import { css } from 'lit';

/** The table with its bars, its cards where it is narrow, and what a row opens to. */
export const channelStyles = css`
  th,
  td {
    padding: 0.6rem 0.6rem;
    vertical-align: top;
  }
  :is(th, td).name,
  :is(th, td).advice,
  .details td {
    text-align: start;
  }
  th:first-of-type {
    padding-inline-start: 0;
  }
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: 0.25rem;
    vertical-align: bottom;
  }
  .sort-label {
    display: none;
  }
  .sort {
    display: inline-flex;
    gap: 0.25em;
    align-items: baseline;
    min-block-size: 1.75rem;
    padding: 0.1rem 0.25rem;
    margin-inline: -0.25rem;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    font-size: 0.75rem;
    white-space: nowrap;
    cursor: pointer;
  }
  .sort:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  [aria-sort]:not([aria-sort='none']) .sort {
    color: var(--_ink);
    font-weight: 700;
  }
  .arrow:empty {
    display: none;
  }
  small {
    display: block;
    color: var(--_ink-2);
    font-size: 0.75rem;
    font-weight: 400;
  }
  .number {
    font-weight: 600;
    white-space: nowrap;
  }
  .hint {
    color: var(--_ink-2);
    cursor: help;
  }
  .bad .number {
    color: var(--_down);
  }
  .ratio.good .number {
    color: var(--_up);
  }

  .name {
    display: table-cell;
    min-inline-size: 8.5rem;
  }
  th.name .text {
    font-size: 0.875rem;
    font-weight: 650;
  }
  tbody .name {
    position: relative;
    padding-inline-start: 28px;
  }
  .toggle {
    position: absolute;
    inset-inline-start: 0;
    display: inline-grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    margin-block-start: -2px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    vertical-align: top;
    cursor: pointer;
  }
  .toggle:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .toggle svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    transition: rotate 150ms;
  }
  :host(:dir(rtl)) .toggle svg {
    scale: -1 1;
  }
  .toggle[aria-expanded='true'] svg {
    rotate: 90deg;
  }

  .bar {
    display: block;
    position: relative;
    block-size: 8px;
    margin-block-start: 0.3rem;
    background: linear-gradient(var(--_rule), var(--_rule)) 0 100% / 100% 1px no-repeat;
  }
  .bar::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--_bar) * 100%);
    min-inline-size: 1px;
    border-radius: 1px;
    background: var(--_seg-1);
    content: '';
    transition: inline-size 280ms ease-out;
  }
  :is(th, td).conversion,
  :is(th, td).ratio {
    min-inline-size: 6.5rem;
  }
  .bar.cut::before {
    clip-path: polygon(0 0, calc(100% - 6px) 0, 100% 50%, calc(100% - 6px) 100%, 0 100%);
  }
  :host(:dir(rtl)) .bar.cut::before {
    clip-path: polygon(100% 0, 6px 0, 0 50%, 6px 100%, 100% 100%);
  }
  .ratio .bar::after,
  .key .mark {
    position: absolute;
    inset-block: -3px;
    inset-inline-start: calc(var(--_reference) * 100% - 1px);
    inline-size: 2px;
    background: var(--_ink);
    content: '';
  }
  .ratio .bar::before {
    background: var(--_edge);
  }
  .ratio.good .bar::before {
    background: var(--_up);
  }
  .ratio.bad .bar::before {
    background: var(--_down);
  }
  .key {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    margin: 0.75rem 0 0;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .key .mark {
    position: static;
    block-size: 14px;
  }

  .advice {
    min-inline-size: 15rem;
  }
  :host(:dir(rtl)) :is(thead th, tbody th, td):is(.name, .advice) {
    text-align: right;
  }
  :host(:dir(rtl)) .reason {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .advice .pill {
    border-radius: var(--_radius-s);
    white-space: nowrap;
  }
  .pill:is(.strengthen, .keep, .continue) {
    color: var(--_up);
  }
  .pill:is(.cancel, .leave) {
    border-color: var(--_down);
    background: var(--_down);
    color: var(--_surface);
  }
  .pill.strengthen {
    border-color: var(--_up);
    background: var(--_up);
    color: var(--_surface);
  }
  .pill.other-audience {
    color: var(--_warn);
    background: var(--_warn-soft);
  }
  .pill:is(.wait, .unknown) {
    color: var(--_ink-2);
  }
  .reason {
    display: block;
    margin-block-start: 0.2rem;
    color: var(--_ink-2);
    text-wrap: pretty;
  }

  tbody.open > tr:first-child > * {
    border-block-end-color: transparent;
  }
  .details td {
    padding: 0 0 0.9rem;
  }
  .details-body {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0.75rem 2rem;
    padding: 0.75rem 1rem;
    margin-inline-start: 24px;
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
  }
  .chain {
    display: grid;
    grid-template-columns: max-content minmax(3rem, 1fr) max-content max-content;
    gap: 0.3rem 0.75rem;
    align-items: center;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chain li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: center;
  }
  .chain .bar {
    margin: 0;
  }
  .chain strong,
  .chain .share {
    text-align: end;
  }
  .chain .share {
    min-inline-size: 3.5rem;
    color: var(--_ink-2);
  }
  dl,
  .details-body p {
    margin: 0;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.15rem;
  }
  dt {
    color: var(--_ink-2);
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  .details-body p {
    margin-block-start: 0.4rem;
    color: var(--_ink-2);
  }

  tfoot :is(th, td) {
    border: 0;
  }
  tfoot > tr:first-child :is(th, td) {
    border-block-start: 2px solid var(--_edge);
  }

  @container fw-figure (inline-size < 900px) {
    table,
    thead,
    tbody,
    tfoot,
    tr,
    :is(th, td) {
      display: block;
    }
    :is(th, td) {
      padding: 0;
      border: 0;
    }
    tbody .name {
      padding-inline-start: 28px;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.5rem;
      align-items: center;
      padding-block-end: 0.5rem;
    }
    .sort-label {
      display: block;
      color: var(--_ink-2);
      font-size: 0.75rem;
    }
    .sort {
      min-block-size: 24px;
      margin: 0;
      padding: 0.1rem 0.5rem;
      border: 1px solid var(--_rule);
    }
    tbody,
    tfoot {
      padding-block: 0.85rem;
      border-block-start: 1px solid var(--_rule);
    }
    tfoot {
      border-block-start: 2px solid var(--_edge);
    }
    tfoot > tr:first-child :is(th, td) {
      border: 0;
    }
    tfoot > tr + tr {
      padding-block-start: 0.85rem;
    }
    tbody > tr:first-child,
    tfoot > tr {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr)) minmax(0, 1.2fr) minmax(0, 1.2fr);
      gap: 0.5rem 1rem;
    }
    tbody .name,
    tbody .advice,
    tfoot .name {
      grid-column: 1 / -1;
    }
    .name {
      order: -2;
    }
    .advice {
      order: -1;
    }
    thead th,
    thead th:is(.conversion, .ratio),
    thead .name,
    thead .advice {
      order: 0;
      min-inline-size: 0;
    }
    :is(tbody, tfoot) td:not(.advice, .void, .details td) {
      text-align: start;
    }
    td[data-label]:not(.advice)::before {
      display: block;
      color: var(--_ink-2);
      font-size: 0.75rem;
      content: attr(data-label);
    }
    .advice .reason {
      display: inline;
      margin-inline-start: 0.4rem;
    }
    .details td {
      padding-block-start: 0.6rem;
    }
    .details-body {
      margin: 0;
    }
    .void {
      display: none !important;
    }
  }
  @container fw-figure (inline-size < 620px) {
    tbody > tr:first-child,
    tfoot > tr {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .details-body {
      grid-template-columns: minmax(0, 1fr);
      padding: 0.6rem 0.75rem;
    }
    .chain {
      grid-template-columns: max-content minmax(1rem, 1fr) max-content max-content;
      gap: 0.3rem 0.5rem;
    }
    .chain .share {
      min-inline-size: 2.75rem;
    }
    .advice .reason {
      display: block;
      margin: 0.2rem 0 0;
    }
  }

  @media (forced-colors: active) {
    .bar::before,
    .bar::after,
    .ratio .bar::after,
    .key .mark {
      forced-color-adjust: none;
    }
    .bar::before,
    .ratio .bar::before,
    .ratio.good .bar::before,
    .ratio.bad .bar::before {
      background: Highlight;
    }
    .ratio .bar::after,
    .key .mark {
      background: CanvasText;
    }
    .advice .pill {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }

  @media print {
    .bar::before,
    .bar::after,
    .pill {
      print-color-adjust: exact;
    }
    thead .arrow,
    .toggle {
      display: none;
    }
    tbody {
      break-inside: avoid;
    }
  }
`;
