import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { FunnelResult } from '../../engine/schema/index.ts';
import type { AskFilterValues } from './filter-offers-controller.ts';
import type { AskBreakdowns } from './breakdown-offers.ts';
import type { BreakdownContext } from './render-breakdown.ts';
import type { FilterContext } from './render-filters.ts';
import type { Panel } from './panel.ts';
import { adoptStyles } from '../../theme/adopt-styles.ts';
import { placeBeside } from './place-beside.ts';
import type { PanelContent } from './render-panel.ts';

/** What panels ask of the source when they open. */
export interface PanelQuestions {
  filterValues: AskFilterValues;
  breakdowns: AskBreakdowns;
}

/** What the panels are about. */
export type PanelContext = FilterContext & { breakdown: BreakdownContext };

/**
 * The chart's popover: opened beside the button that asked for it, closed by the platform (Esc, a click outside).
 * What it holds is loaded when it is first opened.
 */
export class PanelController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ask: PanelQuestions;
  #content: PanelContent | undefined;
  #panel: Panel | undefined;
  #button: HTMLElement | undefined;
  /** Whether the panel held the focus when it began to close. */
  #hadFocus = false;
  /** What was open when the pointer went down: the platform closes it before the click arrives. */
  #openOnPress: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, ask: PanelQuestions) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#panel = undefined;
  }

  /** The popover, open or not; the host puts it in its template once and for all. */
  render(result: FunnelResult | undefined, context: PanelContext): TemplateResult {
    return html`<div
      class="popover panel"
      part="panel"
      popover="auto"
      role="dialog"
      tabindex="-1"
      aria-label=${toLabel(this.#panel, context)}
      @beforetoggle=${this.#handleBeforeToggle}
      @toggle=${this.#handleToggle}
    >
      ${this.#panel && this.#renderContent(this.#panel, result, context)}
    </div>`;
  }

  #renderContent(panel: Panel, result: FunnelResult | undefined, context: PanelContext): unknown {
    if (this.#content) return this.#content.render(panel, result, context);
    return html`<p role="alert">${context.localization.messages.errors.network}</p>`;
  }

  /** Closes the popover. */
  readonly close = (): void => this.#host.shadowRoot?.querySelector<HTMLElement>('.popover')?.hidePopover();

  /** For `pointerdown` anywhere in the chart. */
  readonly handlePress = (): void => {
    this.#openOnPress = this.#panel && keyOf(this.#panel);
  };

  /** For `beforetoggle` on the popover. */
  readonly #handleBeforeToggle = (event: Event): void => {
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    // Content that went while it had the focus leaves it on the body: that counts as the panel's.
    const isNowhere = document.activeElement === document.body;
    this.#hadFocus = isNowhere || (event.target as HTMLElement).contains(focused);
  };

  /** For `toggle` on the popover. Chromium does not give focus back inside a shadow root, so this does. */
  readonly #handleToggle = (event: Event): void => {
    const popover = event.target as HTMLElement;
    if (popover.matches(':popover-open')) return;
    this.#panel = undefined;
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    if (this.#hadFocus && (!focused || popover.contains(focused))) this.#button?.focus();
  };

  /** Opens a panel beside its button, or closes it where it was open. */
  async toggle(panel: Panel, button: HTMLElement): Promise<void> {
    if (this.#openOnPress === keyOf(panel)) {
      this.#openOnPress = undefined;
      return;
    }
    await this.#load();
    this.#panel = panel;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#host.isConnected) this.#show(button);
  }

  async #load(): Promise<void> {
    if (this.#content) return;
    // Where it does not come, the panel says so, and the next opening tries again.
    const part = await loadPart(() => import('./render-panel.ts')).catch(() => undefined);
    if (!part || this.#content) return;
    adoptStyles(this.#host, part.panelStyles);
    this.#content = new part.PanelContent(this.#host, this.#ask);
  }

  #show(button: HTMLElement): void {
    const popover = this.#host.shadowRoot?.querySelector<HTMLElement>('.popover');
    if (!popover) return;
    this.#button = button;
    popover.showPopover();
    placeBeside(popover, button);
    (popover.querySelector<HTMLElement>('input, select, button') ?? popover).focus();
  }
}

function toLabel(panel: Panel | undefined, { localization, steps }: PanelContext): string {
  const { chart } = localization.messages;
  if (panel?.kind === 'rules') return chart.rules;
  if (panel?.kind === 'breakdown') return chart.breakdownBy;
  if (panel?.kind !== 'filters' && panel?.kind !== 'menu') return chart.helpTitle;
  const label = steps.find(({ id }) => id === panel.step)?.label ?? '';
  return panel.kind === 'menu' ? chart.rowMenu(label) : chart.filterStep(label);
}

function keyOf(panel: Panel): string {
  return 'step' in panel ? `${panel.kind}/${panel.step}` : panel.kind;
}
