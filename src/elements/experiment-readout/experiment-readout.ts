import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FigureElement } from '../../controllers/figure-element.ts';
import { LoadController } from '../../controllers/load-controller.ts';
import { LoadEventsController } from '../../controllers/load-events-controller.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type { Readout } from '../../engine/experiments/readout.ts';
import type {
  Experiment,
  ExperimentOptions,
  ExperimentResult,
  ReadoutPlan,
} from '../../engine/schema/index.ts';
import { ExperimentErrorEvent } from '../../events/experiment-error-event.ts';
import { ExperimentLoadEvent } from '../../events/experiment-load-event.ts';
import {
  ExperimentViewChangeEvent,
  type ExperimentReadoutView,
} from '../../events/experiment-view-change-event.ts';
import { getExperimentLocalization, type ExperimentMessages } from '../../i18n/figures-experiment.ts';
import { toLocalizedText } from '../../i18n/localized-text.ts';
import { layoutExperiment, type ExperimentView } from '../../layout/figures-experiment-view.ts';
import { EXPERIMENT_OPENERS } from './experiment-openers.ts';
import { experimentStyles } from './experiment-styles.ts';
import { ReadoutMemo } from './readout-memo.ts';
import { renderRemarks, renderSteps, renderTests, renderVariants } from './render-variants.ts';

/**
 * What an A/B test says: the variants with their intervals on one scale, one sentence that needs no statistics, what is
 * missing, and the tests for those who want them.
 *
 * Give it a finished `result` (the least: variants with `exposed` and `converted`), the address of one (`src`), a
 * dataset (`data`, `dataset-src`) with an experiment, or a `source` of your own; what is set by hand wins.
 *
 * @element experiment-readout
 *
 * @fires {ExperimentLoadEvent} experiment-load - A result that was asked for is shown.
 * @fires {ExperimentErrorEvent} experiment-error - A result could not be had; 401 and 403 too, with `retry()`.
 * @fires {ExperimentViewChangeEvent} view-change - The user chose another step.
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
 * @csspart variants - The variants on their scale.
 * @csspart variant - One variant.
 * @csspart remarks - What to bear in mind.
 * @csspart tests - The details of the tests.
 * @csspart banner - A message above the figures.
 * @csspart state - A message in their place.
 * @csspart notes - The footnotes.
 */
export class ExperimentReadout extends FigureElement<
  ExperimentOptions,
  ExperimentResult,
  ExperimentMessages
> {
  static override styles = [...FigureElement.styles, experimentStyles];

  /** Id of an experiment of the dataset, or of the server's. Default: the dataset's only one. */
  @property() experiment?: string;
  /** Id of the step that is read. Default: the experiment's own, else the last. */
  @property() step?: string;
  /** An experiment of the host's own; wins over `experiment`. */
  @property({ attribute: false }) definition?: Experiment;
  /** How sure one wants to be, and the smallest difference worth finding. */
  @property({ attribute: false }) plan?: ReadoutPlan;

  static #hasTag = false;
  protected override readonly loader = new LoadController<ExperimentOptions, ExperimentResult>(
    this,
    () => this.toLoadInputs(),
    EXPERIMENT_OPENERS,
  );
  protected override readonly localization = new LocaleController(this, getExperimentLocalization);
  readonly #memo = new ReadoutMemo();
  #readout: Readout | undefined;
  #view: ExperimentView | undefined;

  constructor() {
    super();
    new LoadEventsController(this, this.loader, {
      toLoadEvent: (result) => new ExperimentLoadEvent({ result }),
      toErrorEvent: (error, retry) => new ExperimentErrorEvent(error, retry),
      announce: () => this.announcer.announce(this.localization.messages.updated(this.summary)),
    });
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'experiment-readout'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(
      tag,
      ExperimentReadout.#hasTag ? class extends ExperimentReadout {} : ExperimentReadout,
    );
    ExperimentReadout.#hasTag = true;
  }

  /** What the user sees, as plain data; set it to show that again. */
  @property({ attribute: false, noAccessor: true })
  get view(): ExperimentReadoutView {
    return this.step ? { step: this.step } : {};
  }
  set view(view: ExperimentReadoutView | undefined) {
    // Unset, not kept: a view without a step is the default one.
    Object.assign(this, { step: view?.step });
  }

  /** Everything that was worked out of the shown result, as plain data. */
  get readout(): Readout | undefined {
    return this.#readout;
  }

  protected override get defaultHeading(): string {
    const { messages, tag } = this.localization;
    return toLocalizedText(this.result?.name, tag) || this.result?.id || messages.title;
  }

  /** What came out, in a sentence or two. */
  override get summary(): string {
    return this.#view?.summary ?? '';
  }

  protected override get notes(): readonly string[] {
    return this.#view?.state === 'ready' ? this.#view.notes : [];
  }

  protected override toRequest(): ExperimentOptions {
    const experiment = this.definition ?? this.experiment;
    return { ...(experiment ? { experiment } : {}), ...this.toRange(), ...this.toNow() };
  }

  protected override layoutFigure(): void {
    const { result, plan, step } = this;
    const options = { ...(plan ? { plan } : {}), ...(step ? { primary: step } : {}) };
    this.#readout = this.#memo.read(result, options);
    this.#view = this.#readout && layoutExperiment(this.#readout, this.localization.localization);
  }

  protected override renderFigure(): TemplateResult {
    const { messages } = this.localization;
    const view = this.#view;
    if (view?.state !== 'ready')
      return this.renderState(messages.noData, messages.noDataHint, html`<slot name="empty"></slot>`);
    return html`${renderSteps(view, messages, this.#handleStep)} ${renderVariants(view)}
    ${renderRemarks(view.remarks, messages)} ${renderTests(view, messages)}`;
  }

  readonly #handleStep = (step: string): void => {
    this.step = step;
    this.dispatchEvent(new ExperimentViewChangeEvent(this.view));
    void this.updateComplete.then(() => this.announcer.announce(this.summary));
  };
}
