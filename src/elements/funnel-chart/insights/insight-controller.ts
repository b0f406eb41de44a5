import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { loadPart } from '../../../data/load-part.ts';
import type { InsightName } from '../../../events/view-change-event.ts';
import { adoptStyles } from '../../../theme/adopt-styles.ts';
import type { HeadTool } from '../render-head.ts';
import { ToolMenu } from '../tool-menu.ts';
import type { InsightActions, InsightContext } from './insight-context.ts';
import { INSIGHT_NAMES, isInsightName } from './insight-names.ts';
import type { InsightSection } from './insight-section.ts';

/**
 * The section under the rows that answers one further question: the only part of it that every chart loads. Code, words
 * and data come with the first section that is opened.
 */
export class InsightController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: InsightActions;
  readonly #menu: ToolMenu;
  #section: InsightSection | undefined;
  #load: 'none' | 'pending' | 'failed' = 'none';
  /** A section that the user opened has the focus once it is there. */
  #isWanted = false;

  constructor(host: ReactiveControllerHost & HTMLElement, actions: InsightActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
    this.#menu = new ToolMenu(host, {
      part: 'explore-button',
      toText: () => actions.words().explore,
      toItems: () =>
        INSIGHT_NAMES.map((id) => ({
          id,
          text: actions.words().insights[id],
          checked: actions.read()?.name === id,
        })),
      handlePick: (id) => isInsightName(id) && this.#open(id),
    });
  }

  hostUpdated(): void {
    if (!this.#isWanted || !this.#section) return;
    const heading = this.#host.shadowRoot?.querySelector<HTMLElement>('.insight h3');
    if (!heading) return;
    this.#isWanted = false;
    heading.focus({ preventScroll: true });
    heading.closest('.insight')?.scrollIntoView({ block: 'nearest' });
  }

  /** The button of the head with the menu of sections. */
  readonly tool: HeadTool = { control: 'explore', render: () => this.#menu.render() };

  /** Opens a section by the user's wish. */
  #open(insight: InsightName): void {
    this.#isWanted = true;
    this.#actions.change({ insight });
  }

  /** Closes it and gives the focus back to where it was opened. */
  readonly close = (): void => {
    this.#actions.change({ insight: undefined });
    this.#host.shadowRoot?.querySelector<HTMLElement>('[part="explore-button"]')?.focus();
  };

  /** The open section; nothing where none is. */
  render(): unknown {
    const context = this.#actions.read();
    if (!context) return nothing;
    if (this.#section) return this.#section.render(context);
    if (this.#load === 'none') void this.#fetch();
    return this.#renderWait(context);
  }

  /** As high as most sections, so that what is below moves little. */
  #renderWait({ localization }: InsightContext): unknown {
    const { chart, errors, retry } = localization.messages;
    if (this.#load !== 'failed')
      return html`<section class="insight" part="insight" aria-busy="true" aria-label=${chart.explore}>
        <p class="insight-wait">${chart.updating}</p>
      </section>`;
    return html`<section class="insight" part="insight" aria-label=${chart.explore}>
      <div class="banner error" part="banner" role="alert">
        <span>${errors.network}</span>
        <button type="button" class="button" @click=${this.#handleRetry}>${retry}</button>
      </div>
    </section>`;
  }

  readonly #handleRetry = (): void => {
    this.#load = 'none';
    this.#host.requestUpdate();
  };

  async #fetch(): Promise<void> {
    this.#load = 'pending';
    const part = await loadPart(() => import('./insight-section.ts')).catch(() => undefined);
    this.#load = part ? 'none' : 'failed';
    if (part) {
      adoptStyles(this.#host, part.insightStyles);
      this.#section = new part.InsightSection(this.#host, this.#actions, this.close);
    }
    this.#host.requestUpdate();
  }
}
