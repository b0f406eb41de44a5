import type { ReactiveController } from 'lit';
import type { RequestDialog, RequestDialogHost } from './request-dialog.ts';
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

  open(kind: RequestKind): void {
    this.#opener = this.#host.renderRoot.querySelector<HTMLElement>(`[data-act="${kind}"]`) ?? undefined;
    this.#dialog.open(kind);
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
