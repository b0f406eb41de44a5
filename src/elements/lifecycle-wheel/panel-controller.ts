import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { WheelResult } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';

import type * as PanelContent from './render-panel.ts';

/** What the popover shows: the keys, or how it is counted. */
export type PanelKind = 'help' | 'rules';

/** Space kept to the edges of the window. */
const MARGIN = 8;

/** The wheel's popover, opened beside the button that asked for it and closed by the platform. Its content comes late. */
export class PanelController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #content: typeof PanelContent | undefined;
  #kind: PanelKind | undefined;
  #button: HTMLElement | undefined;
  #hadFocus = false;
  /** What was open when the pointer went down: the platform closes it before the click arrives. */
  #openOnPress: PanelKind | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#kind = undefined;
  }

  /** The popover, open or not; the host puts it in its template once and for all. */
  render(result: WheelResult | undefined, localization: WheelLocalization): TemplateResult {
    const { wheel, messages } = localization;
    return html`<div
      class="popover panel"
      part="panel"
      popover
      role="dialog"
      tabindex="0"
      aria-label=${this.#kind === 'rules' ? wheel.rules : wheel.helpTitle}
      @beforetoggle=${this.#handleBeforeToggle}
      @toggle=${this.#handleToggle}
    >
      ${this.#kind && (this.#content ? this.#content.renderPanel(this.#kind, result, localization) : html`<p role="alert">${messages.errors.network}</p>`)}
    </div>`;
  }

  /** For `pointerdown` anywhere in the wheel. */
  readonly handlePress = (): void => {
    this.#openOnPress = this.#kind;
  };

  /** Opens a panel beside its button, or closes it where it was open. */
  async toggle(kind: PanelKind, button: HTMLElement): Promise<void> {
    if (this.#openOnPress === kind) {
      this.#openOnPress = undefined;
      return;
    }
    // Where it does not come, the panel says so, and the next opening tries again.
    this.#content ??= await loadPart(() => import('./render-panel.ts')).catch(() => undefined);
    this.#kind = kind;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#host.isConnected) this.#show(button);
  }

  #show(button: HTMLElement): void {
    const popover = this.#host.shadowRoot?.querySelector<HTMLElement>('[popover]');
    if (!popover) return;
    this.#button = button;
    popover.showPopover();
    place(popover, button.getBoundingClientRect());
    popover.focus();
  }

  readonly #handleBeforeToggle = (event: Event): void => {
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    // Content that went while it had the focus leaves it on the body: that counts as the panel's.
    this.#hadFocus =
      document.activeElement === document.body || (event.target as HTMLElement).contains(focused);
  };

  /** Chromium does not give the focus back inside of a shadow root, so this does. */
  readonly #handleToggle = (event: Event): void => {
    const popover = event.target as HTMLElement;
    if (popover.matches(':popover-open')) return;
    this.#kind = undefined;
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    if (this.#hadFocus && (!focused || popover.contains(focused))) this.#button?.focus();
  };
}

function place(popover: HTMLElement, anchor: DOMRect): void {
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + MARGIN / 2;
  const fits = below + height <= window.innerHeight - MARGIN;
  const above = Math.min(anchor.top - height - MARGIN / 2, window.innerHeight - height - MARGIN);
  const top = fits ? below : Math.max(MARGIN, above);
  const left = Math.max(MARGIN, Math.min(anchor.left, window.innerWidth - width - MARGIN));
  popover.style.setProperty('--_top', `${top}px`);
  popover.style.setProperty('--_left', `${left}px`);
}
