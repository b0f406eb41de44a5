import type { ReactiveControllerHost } from 'lit';
import type { PeopleDescription, PeopleHost, PeopleSelectEvent } from '../../controllers/people-host.ts';
import type { PeoplePage } from '../../engine/schema/index.ts';
import type { PeopleSegment } from '../../events/index.ts';
import type { HostLink } from './host-link.ts';
import type { PeopleModel } from './people-model.ts';

/** What an {@link Opening} needs of its element. */
export interface OpeningHost extends ReactiveControllerHost, HTMLElement {
  readonly model: PeopleModel;
  readonly renderRoot: HTMLElement | DocumentFragment;
  open: boolean;
  segment: PeopleSegment | undefined;
  people: PeoplePage | undefined;
  /** What a host of people says about a segment now. */
  describeBy(source: PeopleHost | undefined, segment: PeopleSegment): PeopleDescription | undefined;
  /** Forgets the search, the selection and where the list stood. */
  startOver(): void;
}

/** What is shown and why: opens on the events of the people's host or by a property, and closes again. */
export class Opening {
  readonly #host: OpeningHost;
  readonly #link: HostLink;
  #opener: HTMLElement | undefined;
  #shown: PeopleSegment | undefined;
  /** What the names in the segment refer to; undefined until the host told it. */
  #frame: string | undefined;

  /** How many people the cell said it has, until the list is fetched anew. */
  expected: number | undefined;

  constructor(host: OpeningHost, link: HostLink) {
    this.#host = host;
    this.#link = link;
  }

  /** A part of the host was opened. */
  handlePeopleSelect(
    event: PeopleSelectEvent,
    source: PeopleHost | undefined,
    opener: HTMLElement | undefined,
  ): void {
    if (!event.segment) return;
    this.#opener = opener;
    this.expected = event.count;
    this.#show(event.selection ?? event.segment, source);
    this.focusHeading();
  }

  /** The host shows other numbers. */
  handlePeopleLoad(): void {
    const { open, segment, people, model } = this.#host;
    if (!open || !segment || people) return;
    const description = this.#host.describeBy(this.#link.source, segment);
    this.expected = description?.count;
    const isOther =
      this.#frame !== undefined && description !== undefined && this.#frame !== description.frame;
    this.#frame = description?.frame ?? this.#frame;
    if (isOther && !description.exists) this.#leave();
    else if (isOther) this.#showAnew(segment);
    else model.refresh();
  }

  get #hasFocus(): boolean {
    const { renderRoot } = this.#host;
    return renderRoot instanceof ShadowRoot && renderRoot.activeElement !== null;
  }

  /** Closes as the segment is gone. The focus is elsewhere, where the other funnel was chosen, and stays there. */
  #leave(): void {
    if (this.#hasFocus) return this.close();
    this.#end();
  }

  /** The same names mean other people now: the list begins again. */
  #showAnew(segment: PeopleSegment): void {
    const hasFocus = this.#hasFocus;
    this.#show(segment, this.#link.source);
    if (hasFocus) this.focusHeading();
  }

  #show(segment: PeopleSegment, source: PeopleHost | undefined): void {
    const host = this.#host;
    host.segment = this.#shown = segment;
    host.open = true;
    host.startOver();
    this.#frame = host.describeBy(source, segment)?.frame;
    if (source) host.model.open(source, segment);
    else host.model.close();
  }

  /** Takes up what the host says of the segment, where the list was opened before it could say anything. */
  learnFrame(): void {
    const { segment } = this.#host;
    if (segment && this.#shown === segment)
      this.#frame ??= this.#host.describeBy(this.#link.source, segment)?.frame;
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
    const opener = this.#opener;
    const { segment } = this.#host;
    this.#end();
    if (opener?.isConnected) opener.focus();
    else if (!this.#link.source?.focusSegment?.(segment)) this.#link.element?.focus();
  }

  #end(): void {
    const host = this.#host;
    this.#opener = undefined;
    host.open = false;
    host.segment = this.#shown = undefined;
    host.startOver();
    host.model.close();
  }

  /** Fetches the people anew; where the chart can be computed anew, that too. */
  refresh(): void {
    const { model } = this.#host;
    this.expected = undefined;
    model.source?.refresh?.();
    model.refresh();
  }

  /** Puts the focus on the title, once what is to be shown is drawn. */
  focusHeading(): void {
    void this.#host.updateComplete.then(() => this.#focusHeading());
  }

  #focusHeading(): void {
    const { renderRoot } = this.#host;
    renderRoot.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
    renderRoot.querySelector('.base')?.scrollIntoView({ block: 'nearest' });
  }
}
