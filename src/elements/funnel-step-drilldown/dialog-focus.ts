import type { ReactiveController } from 'lit';
import type { RequestDialog, RequestDialogHost } from './request-dialog.ts';
import type { ChosenValue } from './choices.ts';
import type { RequestKind } from './request-lifecycle.ts';

/** What a {@link DialogFocus} needs of its element. */
export interface DialogFocusHost extends RequestDialogHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Opens and closes the page's dialog as its state says, and gives the focus back to the button it came from. */
export class DialogFocus implements ReactiveController {
  readonly #host: DialogFocusHost;
  readonly #dialog: RequestDialog;
  #shown: RequestKind | undefined;
  #opener: HTMLElement | undefined;

  constructor(host: DialogFocusHost, dialog: RequestDialog) {
    this.#host = host;
    this.#dialog = dialog;
    host.addController(this);
  }

  /** Opens the dialog from the button that has the focus; `chosen` is what was suggested. */
  open(kind: RequestKind, chosen?: readonly ChosenValue[]): void {
    const root = this.#host.renderRoot;
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    const button = active?.closest('[data-act]') ?? root.querySelector(`[data-act="${kind}"]`);
    this.#opener = button instanceof HTMLElement ? button : undefined;
    this.#dialog.open(kind, chosen);
  }

  hostUpdated(): void {
    const element = this.#host.renderRoot.querySelector('dialog');
    const { kind } = this.#dialog;
    if (kind === this.#shown) return;
    this.#shown = kind;
    if (kind && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('#choice')?.focus();
    } else if (!kind) {
      if (element?.open) element.close();
      this.#opener?.focus();
      this.#opener = undefined;
    }
  }
}
