import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FigureElement } from '../../controllers/figure-element.ts';
import { LoadController } from '../../controllers/load-controller.ts';
import { LoadEventsController } from '../../controllers/load-events-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type {
  ActivationInterval,
  ActivationOptions,
  ActivationResult,
  Benchmark,
  Deed,
} from '../../engine/schema/index.ts';
import { ActivationErrorEvent } from '../../events/activation-error-event.ts';
import { ActivationLoadEvent } from '../../events/activation-load-event.ts';
import { getActivationLocalization, type ActivationMessages } from '../../i18n/figures-activation.ts';
import { layoutActivation, type ActivationView } from '../../layout/figures-activation-view.ts';
import { ACTIVATION_OPENERS } from './activation-openers.ts';
import { parseWithin } from './activation-within.ts';
import { activationStyles } from './activation-styles.ts';
import { renderCourse, renderPeriods } from './render-course.ts';
import { listColumns, renderRate } from './render-rate.ts';

/**
 * How many of those who showed interest did the deed that counts: activated ÷ acquired, against a target and a
 * benchmark, and its course over time.
 *
 * Give it a finished `result` (the least: `{acquired, activated}`), the address of one (`src`), a dataset (`data`,
 * `dataset-src`) or a `source` of your own; what is set by hand wins.
 *
 * @element activation-rate
 *
 * @fires {ActivationLoadEvent} activation-load - A result that was asked for is shown.
 * @fires {ActivationErrorEvent} activation-error - A result could not be had; 401 and 403 too, with `retry()`.
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
 * @csspart rate - The big figure with what it is compared with.
 * @csspart value - The big figure.
 * @csspart formula - The formula in words.
 * @csspart gauge - The bar of the rate.
 * @csspart target - How it stands against the target.
 * @csspart benchmark - How it stands against the benchmark.
 * @csspart course - The course over time.
 * @csspart table - The numbers as a table.
 * @csspart banner - A message above the figures.
 * @csspart state - A message in their place.
 * @csspart notes - The footnotes.
 */
export class ActivationRate extends FigureElement<ActivationOptions, ActivationResult, ActivationMessages> {
  static override styles = [...FigureElement.styles, activationStyles];

  /** A ready pair of acquired and activated: `first-class` (default), `first-booking`, `first-purchase`, `cart`… */
  @property() preset?: string;
  /** Periods of the course. */
  @property() interval?: ActivationInterval;
  /** How long people have to activate: `30d`, `6w`, `2m`, or `period` for the period they were acquired in. */
  @property() within?: string;
  /** The rate to be reached, from 0 to 1; anything else is none. Wins over the result's. */
  @property({ type: Number }) target?: number;
  /** Who counts as acquired: an event and conditions; wins over the preset's. */
  @property({ attribute: false }) acquired?: Deed;
  /** Who counts as activated; wins over the preset's. */
  @property({ attribute: false }) activated?: Deed;
  /** What others reach, from 0 to 1, with who says so. Wins over the result's. */
  @property({ attribute: false }) benchmark?: Benchmark;

  static #hasTag = false;
  protected override readonly loader = new LoadController<ActivationOptions, ActivationResult>(
    this,
    () => this.toLoadInputs(),
    ACTIVATION_OPENERS,
  );
  protected override readonly localization = new LocaleController(this, getActivationLocalization);
  #view: ActivationView | undefined;

  constructor() {
    super();
    new LoadEventsController(this, this.loader, {
      toLoadEvent: (result) => new ActivationLoadEvent({ result }),
      toErrorEvent: (error, retry) => new ActivationErrorEvent(error, retry),
      announce: () => this.announcer.announce(this.localization.messages.updated(this.summary)),
    });
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'activation-rate'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(tag, ActivationRate.#hasTag ? class extends ActivationRate {} : ActivationRate);
    ActivationRate.#hasTag = true;
  }

  protected override get defaultHeading(): string {
    return this.localization.messages.title;
  }

  /** The rate in one sentence. */
  override get summary(): string {
    return this.#view?.state === 'ready' ? this.#view.summary : '';
  }

  protected override get notes(): readonly string[] {
    return this.#view?.notes ?? [];
  }

  protected override toRequest(): ActivationOptions {
    const { preset, interval, within, acquired, activated } = this;
    return {
      ...(preset ? { preset } : {}),
      ...(acquired ? { acquired } : {}),
      ...(activated ? { activated } : {}),
      ...(within ? { within: parseWithin(within) } : {}),
      ...this.toRange(),
      ...this.toNow(),
      ...(interval ? { interval } : {}),
    };
  }

  protected override layoutFigure(): void {
    const { result, target, benchmark } = this;
    const own = {
      ...(isShare(target) ? { target } : {}),
      ...(isShare(benchmark?.value) ? { benchmark } : {}),
    };
    this.#view = result && layoutActivation({ ...result, ...own }, this.localization.localization);
  }

  protected override renderFigure(): TemplateResult {
    const { messages } = this.localization;
    const view = this.#view!;
    const { interval = 'month' } = this.result!;
    if (view.state === 'unknown') return this.renderState(messages.unknownAcquired, messages.unknownHint);
    if (view.state === 'nobody')
      return this.renderState(messages.nobody, messages.nobodyHint, html`<slot name="empty"></slot>`);
    return html`${renderRate(view)} ${view.course ? renderCourse(view.course) : nothing}
    ${view.course ? renderPeriods(view.rows, listColumns(messages, interval), messages.asTable) : nothing}`;
  }
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
