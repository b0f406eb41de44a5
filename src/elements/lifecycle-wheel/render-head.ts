import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WheelModel } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';

/** What head and pickers need. */
export interface HeadContext {
  localization: WheelLocalization;
  view: WheelViewModel | undefined;
  model: WheelModel;
  metric: string;
  compare: string;
  busy: boolean;
  has: (control: string) => boolean;
  handleModel: (model: WheelModel) => void;
  handleMetric: (metric: string) => void;
  handleCompare: (compare: string) => void;
  handleHelp: (event: Event) => void;
}

const MODELS: readonly WheelModel[] = ['lifecycle', 'engagement', 'flywheel'];

/** Title, scope, and the pickers the host wants the user to have. */
export function renderHead(context: HeadContext): TemplateResult {
  const { view, localization, busy, model, has, handleHelp } = context;
  const { wheel } = localization;
  const isReady = view?.state === 'ready';
  return html`<header class="head" part="head">
    <div class="titles">
      <h2 id="title" part="title"><slot name="title">${view?.title ?? wheel.title[model]}</slot></h2>
      <p class="scope" part="scope">
        ${view?.scope ?? ''} ${busy && view ? html`<span class="updating">${wheel.updating}</span>` : nothing}
      </p>
    </div>
    <div class="tools" part="tools">
      ${has('model') ? renderModels(context) : nothing}
      ${isReady && has('metric') ? renderMetric(context) : nothing}
      ${has('compare') && model !== 'flywheel' ? renderCompare(context) : nothing}
      ${
        isReady
          ? html`<button
              type="button"
              class="icon-button"
              aria-label=${wheel.help}
              aria-haspopup="dialog"
              @click=${handleHelp}
            >
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7" />
              </svg>
            </button>`
          : nothing
      }
      <slot name="actions"></slot>
    </div>
  </header>`;
}

function renderModels({ localization, model, handleModel }: HeadContext): TemplateResult {
  const { wheel } = localization;
  return html`<fieldset class="switch" part="model-switch" role="radiogroup" aria-label=${wheel.model}>
    ${MODELS.map(
      (value) =>
        html`<label>
          <input
            type="radio"
            name="model"
            .checked=${live(model === value)}
            @change=${() => handleModel(value)}
          />${wheel.modelName[value]}
        </label>`,
    )}
  </fieldset>`;
}

function renderMetric({ localization, view, metric, handleMetric }: HeadContext): unknown {
  const metrics = view?.metrics ?? [];
  if (metrics.length < 2) return nothing;
  return html`<label class="select">
    ${localization.wheel.metric}
    <select
      class="field"
      @change=${(event: Event) => handleMetric((event.target as HTMLSelectElement).value)}
    >
      ${metrics.map(({ id, name }) => html`<option value=${id} ?selected=${metric === id}>${name}</option>`)}
    </select>
  </label>`;
}

/** The flywheel is always compared with the period before it. */
function renderCompare({ localization, compare, handleCompare }: HeadContext): TemplateResult {
  return html`<label class="select">
    <input
      type="checkbox"
      .checked=${live(compare !== '')}
      @change=${(event: Event) => handleCompare((event.target as HTMLInputElement).checked ? 'previous' : '')}
    />
    ${localization.wheel.comparePrevious}
  </label>`;
}
