import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cssProperties } from '../../../../src/theme/css-properties.ts';
import type { Contender } from '../contender.ts';
import { sumStep, type Funnel } from '../make-funnel.ts';

const numbers = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** Nothing but what is seen: name, bar by group, count, rate, loss, as a grid; no names for readers, no keys, no states. */
const template = (funnel: Funnel) => {
  const first = sumStep(funnel, 0);
  return html`<div role="grid" class="floor">
    ${repeat(
      funnel.steps,
      (step) => step,
      (step, index) => {
        const count = sumStep(funnel, index);
        const before = sumStep(funnel, Math.max(0, index - 1));
        return html`<div role="row" class="row">
          <div role="rowheader" class="label"><span>${index + 1}</span> <span>${step}</span></div>
          <div class="track">
            ${funnel.counts[index]!.map(
              (part, group) =>
                html`<div
                  role="gridcell"
                  class="segment g${group}"
                  ${cssProperties({ '--size': part / first })}
                >
                  ${numbers.format(part)}
                </div>`,
            )}
            <div role="gridcell" class="lost" ${cssProperties({ '--size': (before - count) / first })}></div>
          </div>
          <div role="gridcell" class="count">${numbers.format(count)}</div>
          <div role="gridcell" class="rate">${shares.format(count / before)} of step ${index}</div>
          <div role="gridcell" class="loss">${numbers.format(before - count)} lost</div>
        </div>`;
      },
    )}
  </div>`;
};

const STYLES = `
  .floor .row { display: grid; grid-template-columns: 170px 1fr 160px; gap: 4px 16px; }
  .floor .track { display: flex; block-size: 40px; }
  .floor .segment, .floor .lost { inline-size: calc(var(--size) * 100%); overflow: hidden; background: #0f90fe; }
  .floor .lost { background: #eee; }`;

/** A bare Lit rendering: what any Lit chart of this funnel costs at least. */
export const floor: Contender = {
  name: 'bare Lit',
  draw(room, funnel) {
    const root = room.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    render(template(funnel), root);
    return { update: (next) => render(template(next), root), remove: () => undefined };
  },
};
