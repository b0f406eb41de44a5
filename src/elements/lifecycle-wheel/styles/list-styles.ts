import { css } from 'lit';

/** The lists beside and under the wheel, and the messages in its place. */
export const listStyles = css`
  .phases,
  .flows ul,
  .outside ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .phases {
    display: grid;
    align-content: start;
  }
  .phase {
    padding-block: 0.5rem 0.6rem;
    border-block-start: 1px solid var(--_rule);
  }
  .phase .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.25rem 0.5rem;
    inline-size: 100%;
    padding: 0.25rem 0.35rem;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    text-align: start;
  }
  button.row {
    cursor: pointer;
  }
  button.row:hover,
  .phase[data-lit] .row,
  li[data-lit] > .row {
    background: var(--_surface-2);
  }
  .row .badge {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.375rem;
    block-size: 1.375rem;
    border: 1.5px solid var(--_edge);
    border-radius: 999px;
    font-size: 0.75rem;
    font-weight: 700;
  }
  .row .badge::before {
    content: attr(data-number) / '';
  }
  .phase.current .row .badge {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }
  .phase .name {
    font-weight: 600;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .phase .count {
    font-weight: 700;
    font-size: 0.9375rem;
  }
  .bar {
    position: relative;
    grid-column: 1 / -1;
    block-size: 0.5rem;
    border: 1px solid var(--_edge);
    border-radius: 2px;
    background: var(--_surface-2);
  }
  .bar > * {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
  }
  .bar .fill {
    inline-size: var(--_gauge, 0);
    background: var(--_gauge-fill);
    transition: inline-size 250ms;
  }
  .bar .mark {
    inset-block: 30%;
    inline-size: var(--_mark, 0);
    background: var(--_ink);
    box-shadow: 0 0 0 1px var(--_surface);
  }
  .bar .tick {
    inset-block: -3px;
    inset-inline-start: var(--_previous, 0);
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--_previous-ink, var(--_ink));
    box-shadow: 0 0 0 1px var(--_surface);
  }
  .details {
    display: grid;
    gap: 0.15rem;
    padding-inline: 0.35rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .details p {
    margin: 0;
  }
  .balance.residual {
    color: var(--_ink);
    font-weight: 600;
  }
  .marks,
  .marked {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    color: var(--_ink);
    font-weight: 600;
  }
  .marks {
    flex-wrap: wrap;
    margin-block-end: 0;
    font-size: 0.8125rem;
  }
  .mark-sign {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.3rem;
    background: var(--_ink);
  }
  .friction-line {
    color: var(--_warn);
  }
  .friction-sign {
    vertical-align: -0.1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .friction-line.high {
    font-weight: 600;
  }
  .friction-line.unmeasured {
    color: var(--_ink-2);
  }
  .more summary {
    inline-size: fit-content;
    min-block-size: 24px;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .more ul {
    margin: 0;
    padding-inline-start: 1.1rem;
  }
  .metrics,
  .qualification dl {
    margin: 0.15rem 0;
  }
  .metrics > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .metrics dd,
  .qualification dd {
    margin: 0;
  }
  .metrics strong {
    color: var(--_ink);
  }
  .metrics small,
  .qualification small {
    font-size: 0.75rem;
  }
  .met {
    color: var(--_up);
  }
  .unmet {
    color: var(--_down);
  }

  .below,
  .lists {
    display: grid;
    align-content: start;
    gap: 1rem;
    min-inline-size: 0;
  }
  .flows ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 0 1.75rem;
  }
  .below:not(:has(*)) {
    display: none;
  }
  .flows .row,
  .outside .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 0.6rem;
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.2rem 0.35rem;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    font-size: 0.8125rem;
    text-align: start;
  }
  .outside .row {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .flows .count,
  .outside .count {
    font-weight: 700;
  }
  .flows .count[data-sign]::before {
    content: attr(data-sign) '\\a0' / '';
  }
  .flows .kind {
    display: block;
    margin-block-start: -0.3rem;
    padding-inline-start: 1.25rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .outside .rule {
    margin: -0.3rem 0 0.2rem;
    padding-inline: 0.35rem;
    color: var(--_ink-2);
    font-size: 0.75rem;
  }
  .flows .path,
  .outside .name {
    overflow-wrap: anywhere;
  }
  :host(:dir(rtl)) .flows .arrow {
    display: inline-block;
    scale: -1 1;
  }
  .sign {
    --_tone: var(--_flow-move);
    inline-size: 0.3rem;
    block-size: 1.4rem;
    border-radius: 2px;
    background: var(--_tone);
  }
  .sign.decline {
    --_tone: var(--_flow-decline);
  }
  .sign.leave {
    --_tone: var(--_flow-leave);
    background: repeating-linear-gradient(var(--_tone) 0 4px, transparent 4px 7px);
  }
  .sign.return {
    --_tone: var(--_flow-return);
  }
  .sign.bring {
    --_tone: var(--_flow-bring);
    background: radial-gradient(circle, var(--_tone) 55%, transparent 60%) 0 0 / 0.3rem 0.4rem;
  }
  .qualification dl {
    display: grid;
    gap: 0.2rem;
    font-size: 0.8125rem;
  }
  .qualification dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }
  .qualification dt small {
    color: var(--_ink-2);
  }
  .qualification dd {
    font-weight: 700;
  }

  .client {
    padding: 0.75rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.8125rem;
  }
  .client .who {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .client .who strong {
    display: block;
    font-size: 0.9375rem;
  }
  .client p,
  .client ul,
  .client ol {
    margin: 0.25rem 0 0;
  }
  .client ul,
  .client ol {
    padding-inline-start: 1.2rem;
  }
  .client h3 {
    margin-block: 0.6rem 0;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5rem auto;
    align-items: center;
    gap: 0.2rem 0.6rem;
    margin-block-start: 0.25rem;
  }
  .parts .bar {
    grid-column: auto;
  }
  .parts .value {
    text-align: end;
  }

  .outline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1.5rem;
  }
  .outline .ring {
    flex: none;
    inline-size: min(15rem, 100%);
    aspect-ratio: 1;
    border: 1.6rem solid var(--_surface-2);
    border-radius: 50%;
    outline: 1px solid var(--_rule);
    outline-offset: -1px;
  }
  .outline .lines {
    display: grid;
    flex: 1 1 12rem;
    gap: 1.25rem;
  }
  .outline .lines div {
    block-size: 0.75rem;
    inline-size: calc(var(--_size) * 100%);
    border-radius: 2px;
    background: var(--_surface-2);
  }

  .popover {
    position: fixed;
    inset: auto;
    inset-block-start: var(--_top, 0);
    left: var(--_left, 0);
    inline-size: min(28rem, calc(100vw - 1rem));
    max-block-size: min(28rem, calc(100vh - 1rem));
    margin: 0;
    padding: 0.9rem;
    overflow: auto;
    font-size: 0.8125rem;
  }
  .popover:focus {
    outline: none;
    box-shadow: var(--_shadow);
  }
  .popover h3 {
    color: var(--_ink);
  }
  .popover h4 {
    margin: 0.75rem 0 0.25rem;
    font-size: 0.8125rem;
  }
  .popover dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.3rem 1rem;
    margin: 0;
  }
  .popover .keys {
    grid-template-columns: minmax(auto, 7.5rem) 1fr;
  }
  .popover dd {
    margin: 0;
    color: var(--_ink-2);
  }
  .popover ol,
  .popover ul {
    margin: 0;
    padding-inline-start: 1.4rem;
    color: var(--_ink-2);
  }

  @container (620px <= inline-size < 900px) {
    .phases {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 1.75rem;
    }
  }

  @media (forced-colors: active) {
    .bar,
    .sign {
      forced-color-adjust: none;
    }
    .bar .mark {
      background: Highlight;
    }
    .phase.current .row .badge {
      forced-color-adjust: none;
    }
    button.row:hover {
      outline: 1px solid Highlight;
    }
  }
  @media print {
    .phase,
    .flows li {
      break-inside: avoid;
    }
    .bar {
      print-color-adjust: exact;
    }
    .popover {
      display: none;
    }
  }
`;
