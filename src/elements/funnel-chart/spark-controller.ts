import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { loadPart } from '../../data/load-part.ts';
import { adoptStyles } from '../../theme/adopt-styles.ts';
import type * as SparkPart from './render-spark.ts';

/**
 * The chart as a small card, and the whole of it in a dialog over the page where its link has no address to lead
 * to. The card is loaded when it is first wanted; until then there is an empty frame.
 */
export class SparkController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #part: typeof SparkPart | undefined;
  #isAsked = false;
  #isExpanded = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isExpanded = false;
  }

  /** Whether the whole chart is open in a dialog. */
  get isExpanded(): boolean {
    return this.#isExpanded;
  }

  render(context: Omit<SparkPart.SparkContext, 'handleExpand' | 'expanded'>): unknown {
    if (!this.#part) {
      void this.#load();
      return html`<section class="chart spark" part="base spark" aria-busy="true"></section>`;
    }
    return this.#part.renderSpark({
      ...context,
      expanded: this.#isExpanded,
      handleExpand: this.#handleExpand,
    });
  }

  /** The dialog around the whole chart; nothing while it is closed. */
  renderDialog(chart: () => TemplateResult, label: string): unknown {
    if (!this.#isExpanded) return nothing;
    return html`<dialog class="expanded" part="dialog" aria-label=${label} @close=${this.#handleClose}>
      <button type="button" class="icon-button shut" aria-label=${label} @click=${this.collapse}>✕</button>
      <div class="expanded-chart">${chart()}</div>
    </dialog>`;
  }

  /** Closes the dialog; the platform gives the focus back. */
  readonly collapse = (): void => this.#host.shadowRoot?.querySelector('dialog')?.close();

  readonly #handleExpand = async (): Promise<void> => {
    this.#isExpanded = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector('dialog')?.showModal();
  };

  readonly #handleClose = (): void => {
    this.#isExpanded = false;
    this.#host.requestUpdate();
  };

  async #load(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const part = await loadPart(() => import('./render-spark.ts')).catch(() => undefined);
    this.#isAsked = part !== undefined;
    this.#part = part;
    if (!part) return;
    adoptStyles(this.#host, part.sparkStyles);
    this.#host.requestUpdate();
  }
}
