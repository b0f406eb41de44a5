import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CoreLocalization, Formats } from '../i18n/index.ts';

/** An element that can be told its locale; without one the page's `lang` decides. */
export type LocalizedHost = ReactiveControllerHost & HTMLElement & { locale?: string | null | undefined };

/** What an element's words must have: their language, and the formats that go with it. */
export type LocalizedWords = Pick<CoreLocalization, 'tag' | 'format'> & { messages: object };

/**
 * Words and formats for an element: its `locale` property, else the closest `lang` (through shadow roots), else
 * English. Read at render time, and rendered again when a `lang` above changes.
 */
export class LocaleController<Words extends LocalizedWords = CoreLocalization> implements ReactiveController {
  readonly #host: LocalizedHost;
  #observer: MutationObserver | undefined;
  readonly #localize: (tag: string | null | undefined) => Words;
  #current: Words;

  /** `localize` says which texts the element needs: `getChartLocalization`, or another element's. */
  constructor(host: LocalizedHost, localize: (tag: string | null | undefined) => Words) {
    this.#host = host;
    this.#localize = localize;
    this.#current = localize(null);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#handleLangChange());
    for (const root of rootsAbove(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  hostUpdate(): void {
    this.#resolve();
  }

  /** The texts, in the element's language. */
  get messages(): Words['messages'] {
    return this.#current.messages;
  }

  /** Numbers, dates and lists, by the element's locale. */
  get format(): Formats {
    return this.#current.format;
  }

  /** The BCP 47 tag in use; set it as `lang` on the rendered text. */
  get tag(): string {
    return this.#current.tag;
  }

  /** Words and formats in one, for pure functions. */
  get localization(): Words {
    return this.#current;
  }

  #resolve(): void {
    const tag = this.#host.locale || closestLang(this.#host);
    this.#current = this.#localize(tag);
  }

  #handleLangChange(): void {
    const before = this.#current.tag;
    this.#resolve();
    if (this.#current.tag !== before) this.#host.requestUpdate();
  }
}

/** The value of the nearest `lang` at or above an element, out of shadow roots too. */
export function closestLang(element: Element): string | undefined {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const lang = node.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

function parentOf(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function rootsAbove(element: Element): Node[] {
  const roots: Node[] = [];
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}
