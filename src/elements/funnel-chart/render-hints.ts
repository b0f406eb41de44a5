import { html, nothing } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';

/** What the line above the rows depends on. */
export interface HintContext {
  localization: ChartLocalization;
  view: FunnelViewModel;
  mode: 'count' | 'rate';
  /** Properties it was to be broken down by, in words, of which the figures hold no groups; else empty. */
  missingGroups: string;
  /** Says by itself what its bars are measured against. */
  hasOwnAxis: boolean;
  handleRate: () => void;
}

/** What the figures lack; what bars are measured against; where some are too short to see, the way to the view in which they are not. */
export function renderHint(context: HintContext): unknown {
  const { chart } = context.localization.messages;
  const { missingGroups } = context;
  return [
    missingGroups ? html`<p class="axis">${chart.noGroups(missingGroups)}</p>` : nothing,
    context.hasOwnAxis ? nothing : renderAxis(context),
  ];
}

function renderAxis({ localization, view, mode, handleRate }: HintContext): unknown {
  const { chart } = localization.messages;
  if (mode === 'rate') return html`<p class="axis">${chart.rateAxis}</p>`;
  if (!view.hasEnlarged) return nothing;
  return html`<p class="axis" data-focus-zone="hint">
    ${chart.tooShort}
    <button type="button" class="text-button" @click=${handleRate}>${chart.viewRate}</button>
  </p>`;
}
