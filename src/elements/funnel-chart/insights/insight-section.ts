import { initialState, Task, TaskStatus } from '@lit/task';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadPart } from '../../../data/load-part.ts';
import { FunnelwheelError } from '../../../engine/error.ts';
import type { InsightName } from '../../../events/view-change-event.ts';
import { getInsightLocalization, type InsightLocalization } from '../../../i18n/insight-common.ts';
import { closeIcon } from '../icons.ts';
import { type InsightActions, type InsightContext } from './insight-context.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { MarksController } from './marks-controller.ts';

export { insightStyles } from './insight-styles.ts';

interface PanelPart {
  panel: InsightPanel;
}

/** The panels, each loaded when it is first opened. */
const PANELS: Partial<Record<InsightName, () => Promise<PanelPart>>> = {
  trend: () => import('./trend-panel.ts'),
  time: () => import('./time-panel.ts'),
  lapsing: () => import('./lapsing-panel.ts'),
  money: () => import('./money-panel.ts'),
  'what-if': () => import('./what-if-panel.ts'),
  factors: () => import('./factors-panel.ts'),
  numbers: () => import('./numbers-panel.ts'),
  differences: () => import('./differences-panel.ts'),
};

interface Loaded extends PanelPart {
  name: InsightName;
}

/** What was worked out for the question that is open. */
interface Answer extends Loaded {
  answer: unknown;
}

/** The frame of every section: heading, pickers, close; waiting and failing; marks that are read and opened. */
export class InsightSection {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: InsightActions;
  readonly #close: () => void;
  readonly #marks: MarksController;
  /** Grows to ask the same again. */
  #tries = 0;
  readonly #panels: Task<[InsightName | undefined, number], Loaded>;
  readonly #answers: Task<[Loaded | undefined, InsightContext['result'] | undefined, string, number], Answer>;

  constructor(host: ReactiveControllerHost & HTMLElement, actions: InsightActions, close: () => void) {
    this.#host = host;
    this.#actions = actions;
    this.#close = close;
    this.#marks = new MarksController(host, {
      hint: () => {
        const context = actions.read();
        return context?.interactive
          ? getInsightLocalization(context.localization.tag).messages.opensList
          : '';
      },
      open: ({ segment, count }) => segment && actions.open(segment, count),
    });
    this.#panels = new Task(host, {
      args: () => [actions.read()?.name, this.#tries],
      task: async ([name]) => {
        const load = name && PANELS[name];
        return load ? { name, ...(await loadPart(load)) } : initialState;
      },
    });
    this.#answers = new Task(host, {
      args: () => this.#toArguments(),
      task: ([loaded, result], { signal }) =>
        loaded && result ? this.#answer(loaded, signal) : initialState,
    });
  }

  render(context: InsightContext): TemplateResult {
    const words = getInsightLocalization(context.localization.tag);
    const { messages } = words;
    const name = context.localization.messages.chart.insights[context.name];
    const panelContext: PanelContext = {
      ...context,
      change: this.#actions.change,
      preview: this.#actions.preview,
    };
    // An answer to the question before stays, dimmed, while the next one is worked out.
    const last = this.#answers.value?.name === context.name ? this.#answers.value : undefined;
    const isFailed = this.#error !== undefined;
    const isBusy = !isFailed && (this.#panel === undefined || this.#answers.status === TaskStatus.PENDING);
    const content = last && !isFailed ? last.panel.render(panelContext, last.answer) : undefined;
    this.#marks.set(content?.marks ?? []);
    return html`<section
      class="insight ${isBusy ? 'waiting' : ''}"
      part="insight"
      lang=${words.tag}
      aria-labelledby="insight-name insight-title"
      aria-busy=${isBusy}
      data-focus-zone="insight"
      @click=${this.#marks.handleClick}
      @keydown=${this.#marks.handleKeydown}
      @focusin=${this.#marks.handleFocusin}
      @focusout=${this.#marks.handleFocusout}
      @pointermove=${this.#marks.handlePointermove}
      @pointerleave=${this.#marks.handlePointerleave}
    >
      <div class="insight-head">
        <hgroup>
          <p class="kicker" id="insight-name">${name}</p>
          <h3 id="insight-title" tabindex="-1">
            ${content?.title ?? (isFailed ? messages.failed : messages.loading)}
          </h3>
        </hgroup>
        <button type="button" class="icon-button" aria-label=${messages.close(name)} @click=${this.#close}>
          <svg viewBox="0 0 20 20" aria-hidden="true">${closeIcon}</svg>
        </button>
      </div>
      <div class="insight-controls">
        ${this.#panel?.panel.renderControls?.(panelContext, last?.answer) ?? nothing}
      </div>
      ${isFailed ? this.#renderFailure(words) : nothing}
      ${content ? renderContent(content) : isFailed ? nothing : html`<div class="insight-wait"></div>`}
    </section>`;
  }

  #renderFailure({ messages }: InsightLocalization): TemplateResult {
    const error = this.#error;
    const isUnable = error instanceof FunnelwheelError && error.code === 'not-configured';
    if (isUnable) return html`<p class="insight-lead" role="status">${messages.unanswered}</p>`;
    const code = error instanceof FunnelwheelError ? error.code : 'internal';
    const why = this.#actions.read()?.localization.messages.errors[code];
    return html`<div class="banner error" part="banner" role="alert">
      <span>${why}</span>
      <button type="button" class="button" @click=${this.#handleRetry}>${messages.retry}</button>
    </div>`;
  }

  get #error(): unknown {
    const failed = [this.#panels, this.#answers].find(({ status }) => status === TaskStatus.ERROR);
    return failed?.error;
  }

  /** The code of the open section, once it is there. */
  get #panel(): Loaded | undefined {
    const { value } = this.#panels;
    return value && value.name === this.#actions.read()?.name ? value : undefined;
  }

  /** What the open question depends on. */
  #toArguments(): [Loaded | undefined, InsightContext['result'] | undefined, string, number] {
    const context = this.#actions.read();
    const loaded = this.#panel;
    if (!context || !loaded) return [undefined, undefined, '', 0];
    return [loaded, context.result, loaded.panel.toQuestion?.(context) ?? '', this.#tries];
  }

  async #answer({ name, panel }: Loaded, signal: AbortSignal): Promise<Answer> {
    const context = this.#actions.read();
    return { name, panel, answer: context && (await panel.ask?.(context, this.#actions.ask, signal)) };
  }

  readonly #handleRetry = (): void => {
    this.#tries += 1;
    this.#host.requestUpdate();
  };
}

function renderContent({ lead, body, notes = [] }: PanelContent): TemplateResult {
  return html`${lead ? html`<p class="insight-lead">${lead}</p>` : nothing} ${body ?? nothing}
  ${
    notes.length > 0
      ? html`<ul class="insight-notes">
          ${notes.map((note) => html`<li>${note}</li>`)}
        </ul>`
      : nothing
  }`;
}
