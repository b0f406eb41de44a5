import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FigureElement } from '../../controllers/figure-element.ts';
import { LoadController } from '../../controllers/load-controller.ts';
import { LoadEventsController } from '../../controllers/load-events-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type {
  ChannelBounds,
  ChannelHint,
  ChannelHistory,
  ChannelOptions,
  ChannelResult,
} from '../../engine/schema/index.ts';
import { ChannelErrorEvent } from '../../events/channel-error-event.ts';
import { ChannelLoadEvent } from '../../events/channel-load-event.ts';
import { ChannelViewChangeEvent, type ChannelReportView } from '../../events/channel-view-change-event.ts';
import {
  getChannelLocalization,
  type ChannelColumn,
  type ChannelMessages,
} from '../../i18n/figures-channels.ts';
import { layoutChannels, type ChannelSort, type ChannelView } from '../../layout/figures-channels-view.ts';
import { CHANNEL_OPENERS } from './channel-openers.ts';
import { channelStyles } from './channel-styles.ts';
import { COLUMNS, renderChannels, renderReference } from './render-channels.ts';

const DEFAULT_SORT = '-profit';

/**
 * What each channel costs and brings, and what to do about it: conversion, cost, revenue, what is left, the return
 * against 5 : 1, and the advice with its reason.
 *
 * Give it a finished `result` (the least: channels with a name and what is known of them), the address of one (`src`),
 * a dataset (`data`, `dataset-src`) or a `source` of your own; what is set by hand wins. What is unknown is shown as
 * unknown, never as 0.
 *
 * @element channel-report
 *
 * @fires {ChannelLoadEvent} channel-load - A result that was asked for is shown.
 * @fires {ChannelErrorEvent} channel-error - A result could not be had; 401 and 403 too, with `retry()`.
 * @fires {ChannelViewChangeEvent} view-change - The user sorted the channels, or opened or closed one.
 *
 * @slot title - A title in place of the heading.
 * @slot actions - Buttons of the host's, beside the title.
 * @slot empty - What to do where there is nothing to show.
 *
 * @csspart base - The card.
 * @csspart head - Title and period.
 * @csspart title - The title.
 * @csspart scope - The period.
 * @csspart summary - The sentence on top.
 * @csspart table - The channels.
 * @csspart row - One channel.
 * @csspart advice - What to do with it.
 * @csspart details - What a row opens to.
 * @csspart totals - The sums.
 * @csspart banner - A message above the figures.
 * @csspart state - A message in their place.
 * @csspart notes - The footnotes.
 */
export class ChannelReport extends FigureElement<ChannelOptions, ChannelResult, ChannelMessages> {
  static override styles = [...FigureElement.styles, channelStyles];

  /** Column to sort by, a minus in front for the largest first: `-profit` (default), `name`, `advice`, `ratio`… */
  @property() sort?: string = DEFAULT_SORT;
  /** Bounds of the advice; what is not named is the default. */
  @property({ attribute: false }) bounds?: ChannelBounds;
  /** What the host knows of its channels: names, kinds, and the sources their people carry. */
  @property({ attribute: false }) channels?: ChannelHint[];
  /** Advice that was followed before, so that a second failure is known as one. */
  @property({ attribute: false }) history?: ChannelHistory[];
  /** Ids of the channels whose details are shown. */
  @property({ attribute: false }) opened?: readonly string[] = [];

  static #hasTag = false;
  protected override readonly loader = new LoadController<ChannelOptions, ChannelResult>(
    this,
    () => this.toLoadInputs(),
    CHANNEL_OPENERS,
  );
  protected override readonly localization = new LocaleController(this, getChannelLocalization);
  #view: ChannelView | undefined;

  constructor() {
    super();
    new LoadEventsController(this, this.loader, {
      toLoadEvent: (result) => new ChannelLoadEvent({ result }),
      toErrorEvent: (error, retry) => new ChannelErrorEvent(error, retry),
      announce: () => this.announcer.announce(this.localization.messages.updated(this.summary)),
    });
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'channel-report'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(tag, ChannelReport.#hasTag ? class extends ChannelReport {} : ChannelReport);
    ChannelReport.#hasTag = true;
  }

  protected override get defaultHeading(): string {
    return this.localization.messages.title;
  }

  /** What the user sees, as plain data; set it to show that again. */
  @property({ attribute: false, noAccessor: true })
  get view(): ChannelReportView {
    const { sort = DEFAULT_SORT, opened } = this;
    return { sort, ...(opened?.length ? { opened } : {}) };
  }
  set view(view: ChannelReportView | undefined) {
    this.sort = view?.sort ?? DEFAULT_SORT;
    this.opened = view?.opened ?? [];
  }

  /** Cost, return and what to do, in a sentence or two. */
  override get summary(): string {
    return this.#view?.summary ?? '';
  }

  protected override get notes(): readonly string[] {
    return this.#view?.state === 'ready' ? this.#view.notes : [];
  }

  protected override toRequest(): ChannelOptions {
    const { channels } = this;
    return { ...this.toRange(), ...this.toNow(), ...(channels ? { channels } : {}) };
  }

  protected override layoutFigure(): void {
    const { result, bounds, history, currency } = this;
    const settings = { sort: this.#toSort(), bounds, history, currency };
    this.#view = result && layoutChannels(result, settings, this.localization.localization);
  }

  #toSort(): ChannelSort {
    const sort = this.sort || DEFAULT_SORT;
    const name = sort.replace(/^-/, '');
    const column = COLUMNS.find((known) => known === name);
    return column ? { column, descending: sort.startsWith('-') } : { column: 'profit', descending: true };
  }

  protected override renderFigure(): TemplateResult {
    const { messages } = this.localization;
    const view = this.#view!;
    if (view.state === 'nothing')
      return this.renderState(messages.nothing, messages.nothingHint, html`<slot name="empty"></slot>`);
    return html`${renderChannels(view, {
      messages,
      sort: this.#toSort(),
      open: new Set(this.opened),
      handleSort: this.#handleSort,
      handleToggle: this.#handleToggle,
    })}
    ${renderReference(view)}`;
  }

  /** The same column again turns round; numbers begin with the largest. */
  readonly #handleSort = (column: ChannelColumn): void => {
    const { column: current, descending } = this.#toSort();
    const isText = column === 'name' || column === 'advice';
    const turned = column === current ? !descending : !isText;
    this.sort = `${turned ? '-' : ''}${column}`;
    this.dispatchEvent(new ChannelViewChangeEvent(this.view));
    const { messages } = this.localization;
    this.announcer.announce(messages.sorted(messages.columns[column], turned));
  };

  readonly #handleToggle = (id: string): void => {
    const opened = this.opened ?? [];
    this.opened = opened.includes(id) ? opened.filter((other) => other !== id) : [...opened, id];
    this.dispatchEvent(new ChannelViewChangeEvent(this.view));
  };
}
