import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the chart's one popover shows. */
export type Panel = { kind: 'help' } | { kind: 'filters'; step: string };

/** Space kept to the edges of the window. */
const MARGIN = 8;

/**
 * The chart's popover: opened beside the button that asked for it, closed by the platform (Esc, a click outside).
 */
export class PanelController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #panel: Panel | undefined;
  #button: HTMLElement | undefined;
  /** Whether the panel held the focus when it began to close. */
  #hadFocus = false;
  /** What was open when the pointer went down: the platform closes it before the click arrives. */
  #openOnPress: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#panel = undefined;
  }

  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** For `pointerdown` anywhere in the chart. */
  readonly handlePress = (): void => {
    this.#openOnPress = this.#panel && keyOf(this.#panel);
  };

  /** For `beforetoggle` on the popover. */
  readonly handleBeforeToggle = (event: Event): void => {
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    this.#hadFocus = (event.target as HTMLElement).contains(focused);
  };

  /** For `toggle` on the popover. Chromium does not give focus back inside a shadow root, so this does. */
  readonly handleToggle = (event: Event): void => {
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
    this.#panel = panel;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#show(button);
  }

  #show(button: HTMLElement): void {
    const popover = this.#host.shadowRoot?.querySelector<HTMLElement>('[popover]');
    if (!popover) return;
    this.#button = button;
    popover.showPopover();
    place(popover, button.getBoundingClientRect());
    (popover.querySelector<HTMLElement>('input, button') ?? popover).focus();
  }
}

function keyOf(panel: Panel): string {
  return panel.kind === 'help' ? 'help' : `filters/${panel.step}`;
}

function place(popover: HTMLElement, anchor: DOMRect): void {
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + MARGIN / 2;
  const fits = below + height <= window.innerHeight - MARGIN;
  const top = fits
    ? below
    : Math.max(MARGIN, Math.min(anchor.top - height - MARGIN / 2, window.innerHeight - height - MARGIN));
  const left = Math.max(MARGIN, Math.min(anchor.left, window.innerWidth - width - MARGIN));
  popover.style.setProperty('--_top', `${top}px`);
  popover.style.setProperty('--_left', `${left}px`);
}
