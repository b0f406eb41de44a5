import type { ReactiveControllerHost } from 'lit';
import type { PeoplePage, Segment } from '../../engine/schema/index.ts';
import type { FunnelLoadEvent, FunnelStepSelectEvent } from '../../events/index.ts';
import { getSegmentCount } from './audience.ts';
import type { HostLink } from './host-link.ts';
import type { PeopleModel } from './people-model.ts';
import type { PeopleSource } from './people-source.ts';

/** What an {@link Opening} needs of its element. */
export interface OpeningHost extends ReactiveControllerHost, HTMLElement {
  readonly model: PeopleModel;
  readonly renderRoot: HTMLElement | DocumentFragment;
  open: boolean;
  segment: Segment | undefined;
  people: PeoplePage | undefined;
  /** Forgets the search, the selection and where the list stood. */
  startOver(): void;
}

/** What is shown and why: opens on the chart's events or the host's properties, and closes again. */
export class Opening {
  readonly #host: OpeningHost;
  readonly #link: HostLink;
  #opener: HTMLElement | undefined;
  #shown: Segment | undefined;

  /** How many people the cell said it has, until the list is fetched anew. */
  expected: number | undefined;

  constructor(host: OpeningHost, link: HostLink) {
    this.#host = host;
    this.#link = link;
  }

  /** A part of the chart was opened. */
  handleStepSelect(
    event: FunnelStepSelectEvent,
    source: PeopleSource | undefined,
    opener: HTMLElement | undefined,
  ): void {
    this.#opener = opener;
    this.expected = event.count;
    this.#show(event.segment, source);
    void this.#host.updateComplete.then(() => this.#focusHeading());
  }

  /** The chart shows other numbers. */
  handleFunnelLoad(event: FunnelLoadEvent): void {
    const { open, segment, people, model } = this.#host;
    if (!open || !segment || people) return;
    this.expected = getSegmentCount(event.result, segment);
    model.refresh();
  }

  #show(segment: Segment, source: PeopleSource | undefined): void {
    const host = this.#host;
    host.segment = this.#shown = segment;
    host.open = true;
    host.startOver();
    if (source) host.model.open(source, segment);
    else host.model.close();
  }

  /** Shows people that were handed over; what is searched and selected stays when they are handed over anew. */
  showPeople(page: PeoplePage): void {
    const { model, open } = this.#host;
    const isFirst = !open || !model.isLocal;
    const { query } = model;
    if (isFirst) this.#host.startOver();
    this.#host.open = true;
    model.openRows(page);
    if (!isFirst) model.setQuery(query);
  }

  /** The host set the segment: shows it, once the chart is there to be asked. */
  followSegment(): void {
    const { segment, people, open } = this.#host;
    if (segment === this.#shown || people) return;
    if (!segment) return void (open && this.close());
    this.expected = undefined;
    const { element } = this.#link;
    this.#show(segment, this.#link.source);
    if (!element || this.#link.source || !element.localName.includes('-')) return;
    void customElements.whenDefined(element.localName).then(() => {
      if (this.#host.segment === segment) this.#show(segment, this.#link.source);
    });
  }

  /** Closes the list and gives the focus back to where it was opened from. */
  close(): void {
    const host = this.#host;
    const opener = this.#opener;
    const { segment } = host;
    this.#opener = undefined;
    host.open = false;
    host.segment = this.#shown = undefined;
    host.startOver();
    host.model.close();
    if (opener?.isConnected) opener.focus();
    else if (!this.#link.source?.focusSegment?.(segment)) this.#link.element?.focus();
  }

  /** Fetches the people anew; where the chart can be computed anew, that too. */
  refresh(): void {
    const { model } = this.#host;
    this.expected = undefined;
    model.source?.refresh?.();
    model.refresh();
  }

  #focusHeading(): void {
    const { renderRoot } = this.#host;
    renderRoot.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
    renderRoot.querySelector('.base')?.scrollIntoView({ block: 'nearest' });
  }
}
