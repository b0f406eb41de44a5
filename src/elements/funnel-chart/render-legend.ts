import { html, nothing } from 'lit';
import type { RowContext } from './render-cell.ts';

/** What colours, hatches and marks mean; each group with its rate over the whole funnel. */
export function renderLegend({ view, messages }: RowContext): unknown {
  const { chart } = messages;
  const items = [
    view.groups.length === 0 && (view.hasOpen || view.hasLost)
      ? renderItem('seg-1', chart.wordConverted)
      : nothing,
    ...view.groups.map((group, index) => renderGroup(index, group.label, view.groupRates[index] ?? '')),
    view.hasOpen ? renderItem('open', chart.wordOpen) : nothing,
    view.hasLost ? renderItem('lost', view.lossWord) : nothing,
    view.comparedPeriod ? renderItem('line', view.comparedPeriod) : nothing,
  ].filter((item) => item !== nothing);
  if (items.length === 0) return nothing;
  const textured = view.groups.length > 1 ? 'textured' : '';
  return html`<ul class="legend ${textured}" part="legend" aria-label=${chart.legend}>
    ${items}
  </ul>`;
}

function renderGroup(index: number, label: string, rate: string): unknown {
  return html`<li>
    <span class="swatch seg-${(index % 6) + 1}"></span
    ><bdi>${label}</bdi> ${rate ? html`<b>${rate}</b>` : nothing}
  </li>`;
}

function renderItem(kind: 'seg-1' | 'open' | 'lost' | 'line', label: string): unknown {
  return html`<li><span class="swatch ${kind}"></span><bdi>${label}</bdi></li>`;
}
