import { html, nothing } from 'lit';
import { getNumbersLocalization } from '../../../i18n/insight-numbers.ts';
import { layoutNumbers, type NumberBlock } from '../../../layout/insight-numbers.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';

/** For every number of the chart its formula, with its values. */
export const panel: InsightPanel = { render };

function render({ result, localization }: PanelContext): PanelContent {
  const words = getNumbersLocalization(localization.tag);
  const blocks = layoutNumbers(result, localization, words);
  return {
    title: words.messages.title,
    lead: words.messages.lead,
    body: html`<div class="formulas">${blocks.map(renderBlock)}</div>`,
  };
}

function renderBlock({ label, lines }: NumberBlock): unknown {
  return html`<h4>${label}</h4>
    <dl>
      ${lines.map(
        ({ kind, number, formula, words }) =>
          html`<div>
            <dt>${kind}</dt>
            <dd>
              <strong>${number}</strong>${formula ? html` <span class="terms">= ${formula}</span>` : nothing}
              <small>${words}</small>
            </dd>
          </div>`,
      )}
    </dl>`;
}
