import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { placeBeside } from './place-beside.ts';

/** A line of a menu. */
export interface MenuItem {
  id: string;
  text: string;
  /** Whether it is the one that is on; absent for what only acts. */
  checked?: boolean;
}

/** What a menu button shows and does. */
export interface ToolMenuOptions {
  /** Part of the button: `explore-button`. */
  part: string;
  toText: () => string;
  /** Asked while the menu is open. */
  toItems: () => readonly MenuItem[];
  /** The focus is back on the button when it is called. */
  handlePick: (id: string, button: HTMLElement) => void;
}

/**
 * A button of the toolbar with a menu of things to choose. The platform keeps it in the top layer and closes it (Esc, a
 * press outside); ↑ ↓ Home End go along it. Its items are drawn only while it is open.
 */
export class ToolMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ToolMenuOptions;
  readonly #button = createRef<HTMLElement>();
  readonly #menu = createRef<HTMLElement>();
  #isOpen = false;
  /** Whether it was open when the pointer went down: the platform closes it before the click arrives. */
  #wasOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ToolMenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  /** The button and its menu. */
  render(): TemplateResult {
    const { part, toText, toItems } = this.#options;
    return html`<button
        type="button"
        class="button"
        part=${part}
        aria-haspopup="menu"
        aria-expanded=${this.#isOpen}
        ${ref(this.#button)}
        @pointerdown=${this.#handlePress}
        @click=${this.#handleClick}
        @keydown=${this.#handleButtonKey}
      >
        ${toText()}<span class="caret" aria-hidden="true"></span>
      </button>
      <div
        class="tool-menu panel"
        part="menu"
        popover="auto"
        role="menu"
        aria-label=${toText()}
        ${ref(this.#menu)}
        @keydown=${this.#handleMenuKey}
        @beforetoggle=${this.#handleBeforeToggle}
      >
        ${this.#isOpen ? toItems().map((item) => this.#renderItem(item)) : nothing}
      </div>`;
  }

  #renderItem({ id, text, checked }: MenuItem): TemplateResult {
    return html`<button
      type="button"
      class="tool-menu-item"
      role=${checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${checked ?? nothing}
      tabindex="-1"
      @click=${() => this.#pick(id)}
    >
      ${text}
    </button>`;
  }

  async #open(end: 'first' | 'last'): Promise<void> {
    this.#isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const [menu, button] = [this.#menu.value, this.#button.value];
    if (!menu?.isConnected || !button) return;
    menu.showPopover();
    placeBeside(menu, button);
    const items = this.#items;
    // The one that is on, where there is one: what it stands beside is read with it.
    const on = items.find((item) => item.ariaChecked === 'true');
    (on ?? items.at(end === 'first' ? 0 : -1))?.focus();
  }

  #pick(id: string): void {
    const button = this.#button.value;
    this.#menu.value?.hidePopover();
    if (!button) return;
    button.focus();
    this.#options.handlePick(id, button);
  }

  get #items(): HTMLElement[] {
    return [...(this.#menu.value?.querySelectorAll<HTMLElement>('.tool-menu-item') ?? [])];
  }

  readonly #handlePress = (): void => {
    this.#wasOpen = this.#isOpen;
  };

  readonly #handleClick = (): void => {
    if (!this.#wasOpen) void this.#open('first');
    this.#wasOpen = false;
  };

  readonly #handleButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.#open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  readonly #handleMenuKey = (event: KeyboardEvent): void => {
    // Tab leaves a menu as Esc does: the focus goes on from its button.
    if (event.key === 'Tab') this.#menu.value?.hidePopover();
    const items = this.#items;
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const next = toNext(event.key, at, items.length);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  /** Chromium does not give the focus back inside a shadow root, so this does. */
  readonly #handleBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') return;
    this.#isOpen = false;
    if (this.#menu.value?.matches(':focus-within')) this.#button.value?.focus();
    this.#host.requestUpdate();
  };
}

/** Where a key leads in a menu of so many; it goes round. */
function toNext(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
