import { html, nothing, type TemplateResult } from 'lit';
import type { ExportFormat } from '../../../events/chart-export-event.ts';
import { EXPORT_MESSAGES, type ExportMessages } from '../../../i18n/export-messages.ts';
import type { ChartLocalization } from '../../../i18n/chart-localization.ts';
import { closeIcon } from '../icons.ts';

/** How the last export went. */
export interface ExportOutcome {
  format: ExportFormat;
  /** The name of the file that was saved; absent where none was. */
  file?: string;
  /** Whether it did not work, and whether something forbids it for good. */
  failed?: 'refused' | 'failed';
}

/** What the user can do about it. */
export interface ExportActions {
  handlePick: (format: ExportFormat) => void;
  handleDismiss: () => void;
}

/** An outcome as a sentence; empty where there is nothing to say. */
export function toOutcomeText(
  { format, file, failed }: ExportOutcome,
  { messages }: ChartLocalization,
): string {
  const words = EXPORT_MESSAGES[messages.language];
  if (failed === 'refused') return format === 'copy' ? words.copyRefused : words.pngRefused;
  if (failed) return words.failed;
  if (file) return words.saved(file);
  return format === 'copy' ? words.copied : '';
}

/** The outcome, with what can be done instead where it did not work. */
export function renderOutcome(
  outcome: ExportOutcome,
  localization: ChartLocalization,
  actions: ExportActions,
): unknown {
  const text = toOutcomeText(outcome, localization);
  if (!text) return nothing;
  const { messages } = localization;
  return html`<div class="banner ${outcome.failed ? 'warn' : ''}" part="banner" data-focus-zone="export">
    <span>${text}</span>
    ${outcome.failed ? renderInstead(outcome, EXPORT_MESSAGES[messages.language], messages.retry, actions) : nothing}
    <button type="button" class="icon-button" aria-label=${messages.close} @click=${actions.handleDismiss}>
      <svg viewBox="0 0 20 20" aria-hidden="true">${closeIcon}</svg>
    </button>
  </div>`;
}

function renderInstead(
  { format, failed }: ExportOutcome,
  words: ExportMessages,
  retry: string,
  { handlePick }: ExportActions,
): TemplateResult {
  const other = format === 'copy' ? 'csv' : 'svg';
  const next = failed === 'refused' ? other : format;
  const text = failed !== 'refused' ? retry : other === 'csv' ? words.saveCsv : words.saveSvg;
  return html`<button type="button" class="button" @click=${() => handlePick(next)}>${text}</button>`;
}
