import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  isPeopleHost,
  PEOPLE_LOAD_EVENTS,
  PEOPLE_SELECT_EVENTS,
  type PeopleHost,
  type PeopleSelectEvent,
} from '../../controllers/people-host.ts';

/** What a {@link HostLink} needs of its element. */
export interface HostLinkOwner extends ReactiveControllerHost, HTMLElement {
  /** The id of the people's host, where it is neither around nor inside. */
  for: string;
  /** A part of the host was opened. `opener` had the focus. */
  handlePeopleSelect(
    event: PeopleSelectEvent,
    source: PeopleHost | undefined,
    opener: HTMLElement | undefined,
  ): void;
  /** The host shows other numbers. */
  handlePeopleLoad(): void;
}

/** The element that has the focus, inside shadow roots too. */
export function findActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/**
 * Finds the host of people an element belongs to (`for`, or nested either way round) and listens to it. At the
 * root of the tree, so that it does not matter which of the two comes first or is replaced later.
 */
export class HostLink implements ReactiveController {
  readonly #owner: HostLinkOwner;
  #root: Node | undefined;

  constructor(owner: HostLinkOwner) {
    this.#owner = owner;
    owner.addController(this);
  }

  hostConnected(): void {
    this.#root = this.#owner.getRootNode();
    for (const name of PEOPLE_SELECT_EVENTS) this.#root.addEventListener(name, this.#handleSelect);
    for (const name of PEOPLE_LOAD_EVENTS) this.#root.addEventListener(name, this.#handleLoad);
  }

  hostDisconnected(): void {
    for (const name of PEOPLE_SELECT_EVENTS) this.#root?.removeEventListener(name, this.#handleSelect);
    for (const name of PEOPLE_LOAD_EVENTS) this.#root?.removeEventListener(name, this.#handleLoad);
    this.#root = undefined;
  }

  /** The host, as far as it is there and can be asked for people. */
  get element(): HTMLElement | undefined {
    const owner = this.#owner;
    if (owner.for) {
      const root = owner.getRootNode();
      return root instanceof Document || root instanceof ShadowRoot
        ? (root.getElementById(owner.for) ?? undefined)
        : undefined;
    }
    for (let node = owner.parentElement; node; node = node.parentElement) if (isPeopleHost(node)) return node;
    return [...owner.querySelectorAll<HTMLElement>('*')].find((node) => isPeopleHost(node));
  }

  get source(): PeopleHost | undefined {
    const element: unknown = this.element;
    return isPeopleHost(element) ? element : undefined;
  }

  #isOurs(target: EventTarget | null): target is HTMLElement {
    if (!(target instanceof HTMLElement)) return false;
    const owner = this.#owner;
    return owner.for ? target.id === owner.for : target.contains(owner) || owner.contains(target);
  }

  readonly #handleSelect = (event: PeopleSelectEvent): void => {
    const target = event.target;
    if (!event.segment || !this.#isOurs(target)) return;
    const opener = findActiveElement();
    // Listeners further out, or added later, may still prevent it: judge once the event has passed all of them.
    setTimeout(() => {
      if (event.defaultPrevented || !this.#root) return;
      const source: unknown = target;
      this.#owner.handlePeopleSelect(event, isPeopleHost(source) ? source : undefined, opener);
    });
  };

  readonly #handleLoad = (event: Event): void => {
    if (this.#isOurs(event.target)) this.#owner.handlePeopleLoad();
  };
}
