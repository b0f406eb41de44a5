import { html, nothing, type TemplateResult } from 'lit';
import type { ExportState } from './export-controller.ts';
import { formatPeople, getSubject, type PeopleContext } from './people-text.ts';

/** Everything an export is told by. */
export interface ExportView {
  context: PeopleContext;
  state: ExportState | undefined;
  onStop(): void;
  onRetry(): void;
  onDismiss(): void;
}

/** How an export stands, as a sentence. */
export function formatExport(context: PeopleContext, { phase, done, total, file }: ExportState): string {
  const { messages, format } = context.localization;
  const words = messages.people;
  if (phase === 'running') return words.exportRunning(format.number(done), format.number(total));
  if (phase === 'done') return words.exportDone(formatPeople(context, done, getSubject(context)), file);
  return phase === 'failed' ? words.exportFailed : words.exportStopped;
}

function renderEnd(view: ExportView, phase: ExportState['phase']): TemplateResult {
  const { messages } = view.context.localization;
  return html`${
      phase === 'done'
        ? nothing
        : html`<button type="button" class="button" @click=${() => view.onRetry()}>${messages.retry}</button>`
    }
    <button
      type="button"
      class="icon-button"
      aria-label=${messages.people.dismiss}
      @click=${() => view.onDismiss()}
    >
      <span class="icon-close" aria-hidden="true"></span>
    </button>`;
}

/** The file that is being written, or how that went. */
export function renderExport(view: ExportView): TemplateResult | typeof nothing {
  const { context, state } = view;
  if (!state) return nothing;
  const isRunning = state.phase === 'running';
  const text = formatExport(context, state);
  return html`<div
    part="activity"
    class="banner activity export ${state.phase === 'failed' ? 'error' : ''} phase-${state.phase}"
    role="group"
    aria-labelledby="export-text"
    data-request="export"
    tabindex="-1"
  >
    <span class="activity-text" id="export-text">${text}</span>
    ${
      isRunning
        ? html`<progress
              max=${state.total}
              .value=${Math.min(state.done, state.total)}
              aria-label=${text}
            ></progress>
            <button type="button" class="button" @click=${() => view.onStop()}>
              ${context.localization.messages.people.stop}
            </button>`
        : renderEnd(view, state.phase)
    }
  </div>`;
}
