import { html, nothing } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { toCounted } from '../../layout/step-words.ts';

/** What the bar of the selection does. */
export interface SelectionContext {
  localization: ChartLocalization;
  selected: ReadonlySet<string>;
  handleOpen: () => void;
  handleClear: () => void;
}

/** How many cells are marked, and the way to their people. */
export function renderSelection({
  localization,
  selected,
  handleOpen,
  handleClear,
}: SelectionContext): unknown {
  if (selected.size === 0) return nothing;
  const { chart } = localization.messages;
  return html`<div class="selection" part="selection" data-focus-zone="selection">
    <span>${chart.selected(toCounted(selected.size, localization))}</span>
    <button type="button" class="button primary" @click=${handleOpen}>${chart.openSelected}</button>
    <button type="button" class="button" @click=${handleClear}>${chart.clearSelection}</button>
  </div>`;
}
