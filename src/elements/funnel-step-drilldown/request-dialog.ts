import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalizedText } from '../../engine/schema/index.ts';
import { findChoice, loadChoices, type ChoiceSource } from './choices.ts';
import type { ChosenValue } from './choices.ts';
import type { RequestKind } from './request-lifecycle.ts';

/** What the dialog needs of the element it belongs to. */
export interface RequestDialogHost extends ReactiveControllerHost {
  getChoices(kind: RequestKind): ChoiceSource | undefined;
  canCreate(kind: RequestKind): boolean;
  toText(name: LocalizedText): string;
  /** The user confirmed. */
  submitRequest(kind: RequestKind, values: readonly ChosenValue[]): void;
}

/** One line of the list of choices; `isNew` is a tag that does not exist yet. */
export interface DialogOption extends ChosenValue {
  isNew: boolean;
}

/** How the choices stand: being asked for, here, or not to be had. */
export type ChoicesState = 'loading' | 'ready' | 'failed';

/**
 * The state of the dialog in which a tag, a stage or a sequence is chosen: a text, the choices that fit it, one
 * active line, and what was chosen. Several tags can be chosen, one stage or sequence.
 */
export class RequestDialog implements ReactiveController {
  readonly #host: RequestDialogHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The question that is asked now; an older one is given up. */
  #question = new AbortController();
  #found: readonly ChosenValue[] = [];

  kind: RequestKind | undefined;
  text = '';
  chosen: readonly ChosenValue[] = [];
  /** The line that Enter takes; -1 is none. */
  active = -1;
  state: ChoicesState = 'loading';
  /** The user confirmed without having chosen. */
  isMissing = false;

  constructor(host: RequestDialogHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens for a kind of request; `chosen` is taken already, as it was suggested. */
  open(kind: RequestKind, chosen: readonly ChosenValue[] = []): void {
    this.kind = kind;
    this.chosen = chosen;
    this.isMissing = false;
    this.type('', 0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#question.abort();
    this.kind = undefined;
    this.#host.requestUpdate();
  }

  /** Whether more than one can be chosen. */
  get isMultiple(): boolean {
    return this.kind === 'tag';
  }

  /** The choices that fit the text, and a new tag where that is allowed. */
  get options(): readonly DialogOption[] {
    const found = this.#found.map((choice) => ({ ...choice, isNew: false }));
    const label = this.text.trim();
    const isNew = label !== '' && this.kind !== undefined && this.#host.canCreate(this.kind);
    const exists = findChoice([...this.#found, ...this.chosen], label) !== undefined;
    return isNew && !exists ? [...found, { value: label, label, isNew: true }] : found;
  }

  isChosen(value: string): boolean {
    return this.chosen.some((choice) => choice.value === value);
  }

  /** Takes the typed text; a function of the host is asked once the user pauses. */
  type(text: string, delay = 200): void {
    this.text = text;
    this.active = -1;
    clearTimeout(this.#timer);
    const source = this.kind && this.#host.getChoices(this.kind);
    if (typeof source === 'function' && delay > 0) this.#timer = setTimeout(() => void this.#search(), delay);
    else void this.#search();
    this.#host.requestUpdate();
  }

  /** Asks again for the choices. */
  retry(): void {
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#question.abort();
    const { signal } = (this.#question = new AbortController());
    const source = (this.kind && this.#host.getChoices(this.kind)) ?? [];
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      const found = await loadChoices(source, this.text, (name) => this.#host.toText(name), signal);
      if (signal.aborted) return;
      this.#found = found;
      this.state = 'ready';
    } catch {
      // What the host's function failed with is its own; the user sees that it failed and can ask again.
      if (signal.aborted) return;
      this.#found = [];
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** Takes a choice, or lets go of it. */
  choose(choice: ChosenValue): void {
    const { isNew: _, ...value } = { isNew: false, ...choice };
    if (!this.isMultiple) this.chosen = [value];
    else if (this.isChosen(choice.value)) this.remove(choice.value);
    else this.chosen = [...this.chosen, value];
    this.isMissing = false;
    if (this.text !== '') this.type('', 0);
    this.#host.requestUpdate();
  }

  remove(value: string): void {
    this.chosen = this.chosen.filter((choice) => choice.value !== value);
    this.#host.requestUpdate();
  }

  /** Moves the active line; round at both ends. */
  move(by: 1 | -1): void {
    const count = this.options.length;
    if (count === 0) return;
    const from = this.active < 0 && by < 0 ? 0 : this.active;
    this.active = (from + by + count) % count;
    this.#host.requestUpdate();
  }

  /** What Enter does in the field: takes the active line, or the one the text names; without either, confirms. */
  accept(): void {
    const options = this.options;
    const named = findChoice(options, this.text);
    const choice = options[this.active] ?? named ?? (this.text.trim() ? options[0] : undefined);
    if (choice) this.choose(choice);
    else this.confirm();
  }

  /** Sends the request, if something was chosen. A text that names a choice counts as chosen. */
  confirm(): void {
    const named = findChoice(this.options, this.text);
    if (named && !this.isChosen(named.value)) this.choose(named);
    this.isMissing = this.chosen.length === 0;
    this.#host.requestUpdate();
    if (this.isMissing || !this.kind) return;
    const { kind, chosen } = this;
    this.close();
    this.#host.submitRequest(kind, chosen);
  }
}
