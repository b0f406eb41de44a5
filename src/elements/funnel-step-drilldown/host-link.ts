import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FunnelLoadEvent, FunnelStepSelectEvent } from '../../events/index.ts';
import { isPeopleSource, type PeopleSource } from './people-source.ts';

/** What a {@link HostLink} needs of its element. */
export interface HostLinkOwner extends ReactiveControllerHost, HTMLElement {
  /** The id of the chart, where it is neither around nor inside. */
  for: string;
  /** A part of the chart was opened. `opener` had the focus. */
  handleStepSelect(
    event: FunnelStepSelectEvent,
    source: PeopleSource | undefined,
    opener: HTMLElement | undefined,
  ): void;
  /** The chart shows other numbers. */
  handleFunnelLoad(event: FunnelLoadEvent): void;
}

/** The element that has the focus, inside shadow roots too. */
export function findActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/**
 * Finds the chart an element belongs to (`for`, or nested either way round) and listens to it. At the root of the
 * tree, so that it does not matter which of the two comes first or is replaced later.
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
    this.#root.addEventListener('funnel-step-select', this.#handleSelect);
    this.#root.addEventListener('funnel-load', this.#handleLoad);
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('funnel-step-select', this.#handleSelect);
    this.#root?.removeEventListener('funnel-load', this.#handleLoad);
    this.#root = undefined;
  }

  /** The chart, as far as it is there and can be asked for people. */
  get element(): HTMLElement | undefined {
    const owner = this.#owner;
    if (owner.for) {
      const root = owner.getRootNode();
      return root instanceof Document || root instanceof ShadowRoot
        ? (root.getElementById(owner.for) ?? undefined)
        : undefined;
    }
    for (let node = owner.parentElement; node; node = node.parentElement)
      if (isPeopleSource(node)) return node;
    return [...owner.querySelectorAll<HTMLElement>('*')].find((node) => isPeopleSource(node));
  }

  get source(): PeopleSource | undefined {
    const element: unknown = this.element;
    return isPeopleSource(element) ? element : undefined;
  }

  #isOurs(target: EventTarget | null): target is HTMLElement {
    if (!(target instanceof HTMLElement)) return false;
    const owner = this.#owner;
    return owner.for ? target.id === owner.for : target.contains(owner) || owner.contains(target);
  }

  readonly #handleSelect = (event: Event): void => {
    const target = event.target;
    if (!this.#isOurs(target)) return;
    const opener = findActiveElement();
    // Listeners further out, or added later, may still prevent it: judge once the event has passed all of them.
    setTimeout(() => {
      if (event.defaultPrevented || !this.#root) return;
      const source: unknown = target;
      this.#owner.handleStepSelect(
        event as FunnelStepSelectEvent,
        isPeopleSource(source) ? source : undefined,
        opener,
      );
    });
  };

  readonly #handleLoad = (event: Event): void => {
    if (this.#isOurs(event.target)) this.#owner.handleFunnelLoad(event as FunnelLoadEvent);
  };
}
