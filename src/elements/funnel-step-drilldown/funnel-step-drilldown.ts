import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type { PeopleDescription, PeopleHost, PeopleSelectEvent } from '../../controllers/people-host.ts';
import { loadOnce, prepare } from '../../data/load-part.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { FunnelResult, PeoplePage } from '../../engine/schema/index.ts';
import { PeopleErrorEvent } from '../../events/people-error-event.ts';
import { PeopleLoadEvent } from '../../events/people-load-event.ts';
import type { PeopleSegment } from '../../events/people-segment.ts';
import { getCoreLocalization } from '../../i18n/core-localization.ts';
import type { CsvSeparator } from '../../layout/export/csv.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import type { Ability, ChoiceSource } from './choices.ts';
import { HostLink } from './host-link.ts';
import type { ListBody } from './list-body.ts';
import { Opening } from './opening.ts';
import { PeopleModel } from './people-model.ts';
import { panelStyles } from './styles/panel-styles.ts';

/** How long a list that opens waits for its code before it says so, ms (look.md, "Updates never blank the chart"). */
const PATIENCE = 150;

const loadBody = loadOnce(() => import('./list-body.ts'));

/** The ids in an attribute; undefined where it is missing. */
function parseColumns(value: string | null): readonly string[] | undefined {
  return value?.split(/\s+/).filter(Boolean);
}

/**
 * The people behind a part of a funnel or of a wheel: who they are, what comes next for them, and what to ask of the
 * host.
 *
 * It opens on the `funnel-step-select` or `wheel-phase-select` of its chart (`for`, or nested either way round),
 * unless that was prevented; or shows `segment` of that chart; or, alone, the `people` it is given.
 *
 * @element funnel-step-drilldown
 * @slot - a `<funnel-chart>`, where the list is to stand under the chart inside of it
 * @fires {ClientsSelectEvent} clients-select - the selection changed by an act of the user
 * @fires {ClientsTagEvent} clients-tag - the user asks to tag; cancelable, answer with `waitUntil()`
 * @fires {ClientsStageChangeEvent} clients-stage-change - the user asks for another lead stage; cancelable, answer with `waitUntil()`
 * @fires {ClientsEnrollEvent} clients-enroll - the user asks to enrol in a sequence; cancelable, answer with `waitUntil()`
 * @fires {PeopleLoadEvent} people-load - rows to be shown came; not for those fetched in the background
 * @fires {PeopleColumnsChangeEvent} people-columns-change - the user chose other columns
 * @fires {PeopleExportEvent} people-export - the user asks for a file of the people; cancelable, to be logged by the page
 * @fires {PeopleErrorEvent} people-error - rows could not be had
 *
 * @csspart base - the frame
 * @csspart header - title, count, close
 * @csspart heading - the path of the segment
 * @csspart count - how many people
 * @csspart close - the button that closes
 * @csspart breakdown - the people by the properties at hand
 * @csspart tools - search, order, filters
 * @csspart search - the search field
 * @csspart columns - the menu of columns
 * @csspart export - the button of the export
 * @csspart actions - the bar of the selection
 * @csspart action - a button of it
 * @csspart suggestions - what the chart advises for these people
 * @csspart suggestion - a request that it suggests
 * @csspart list - the grid
 * @csspart row - a row of it
 * @csspart cell - a cell of it
 * @csspart details - the details of one person
 * @csspart activity - what was asked of the host, and how it went
 * @csspart history - the requests made earlier
 * @csspart dialog - where a tag, a stage or a sequence is chosen
 * @csspart audience - whom the request reaches
 *
 * @cssprop [--fw-row-size=2.75rem] - height of a row; 2.25rem where compact, 4.5rem as cards
 * @cssprop [--fw-list-size=29rem] - largest height of the list
 * @cssprop [--fw-surface] - background
 * @cssprop [--fw-ink] - text
 * @cssprop [--fw-accent] - selection, bars, primary button
 */
export class FunnelStepDrilldown extends LitElement {
  static override styles = [tokenStyles, controlStyles, panelStyles];

  /** Defines the tag; does nothing where it is taken. */
  static define(tag = 'funnel-step-drilldown'): void {
    if (customElements.get(tag)) return;
    const isTaken = this.#isDefined;
    this.#isDefined = true;
    // A class can stand for one tag only: further names get a class of their own.
    customElements.define(tag, isTaken ? class extends FunnelStepDrilldown {} : this);
  }
  static #isDefined = false;

  /** The id of the chart whose parts it opens. */
  @property() for = '';
  /** BCP 47 tag; without one the closest `lang` decides. */
  @property() locale: string | undefined;
  /** *Now* for the days waited: ISO 8601. Default: the result's, else the clock. */
  @property({ attribute: 'as-of' }) asOf: string | undefined;
  /** Time zone of the dates shown. Default: the result's, else the reader's. */
  @property({ attribute: 'time-zone' }) timeZone: string | undefined;
  /** A title instead of the path. */
  @property() heading = '';
  /** What the user may do, separated by spaces: `tag stage enroll export`. Default: all. */
  @property() can: string | undefined;
  /** Why something is not allowed, by its word: its button is shown, but cannot be pressed. */
  @property({ attribute: false }) cannotReasons: Readonly<Partial<Record<Ability, string>>> = {};
  /**
   * The columns, by their ids: `source leadStage enteredAt waiting lastContactedAt next tags consent`, those of the
   * chart, and names of people's properties. Default: those that somebody fills. The user can choose others.
   */
  @property({ converter: { fromAttribute: parseColumns } }) columns: readonly string[] | undefined;
  /** What stands between two cells of an exported file. Default: what spreadsheets of the language expect. */
  @property({ attribute: 'csv-separator' }) csvSeparator: CsvSeparator | undefined;
  /** `compact` for rows of 36 px. */
  @property({ reflect: true }) density: 'regular' | 'compact' = 'regular';
  /** Whether a tag may be made by typing it. */
  @property({ type: Boolean, attribute: 'allow-new-tags' }) allowNewTags = false;
  /** Whether the list is shown. Set by opening a part of the chart, and by closing. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Tags to choose from: an array, or a function of the typed text. */
  @property({ attribute: false }) tags: ChoiceSource | undefined;
  /** Lead stages to choose from. */
  @property({ attribute: false }) leadStages: ChoiceSource | undefined;
  /** Sequences to choose from. */
  @property({ attribute: false }) sequences: ChoiceSource | undefined;
  /** A finished list of people, to be shown without a chart. */
  @property({ attribute: false }) people: PeoplePage | undefined;
  /** The part of the chart that is shown; set it to open one. */
  @property({ attribute: false }) segment: PeopleSegment | undefined;
  /** The result the people belong to, for the names of its steps. Default: the chart's. */
  @property({ attribute: false }) result: FunnelResult | undefined;

  readonly #localization = new LocaleController(this, getCoreLocalization);
  /** @internal */
  readonly model = new PeopleModel(this.#createModelHost());
  readonly #opening = new Opening(this, new HostLink(this));
  /** All that is seen of an open list. */
  #body: ListBody | undefined;
  /** Why it is not there. It is not asked for again before somebody wants it. */
  #failure: FunnelwheelError | undefined;
  /** Settles once it is there or failed, while that takes so long that it is told. */
  #late: Promise<void> | undefined;
  /** What the next update draws: scrolling draws rows only. */
  #scope: 'all' | 'rows' = 'all';

  /** Closes the list and gives the focus back to where it was opened from. */
  close(): void {
    this.#opening.close();
  }

  /** Fetches the people anew; where the chart can be computed anew, that too, so that both agree. */
  refresh(): void {
    this.#opening.refresh();
  }

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    // Lit asks for the first update before the fields of this class are there.
    if (#scope in this) this.#scope = 'all';
    super.requestUpdate(...change);
  }

  // What the controllers ask of this element. Not part of the public interface.

  /** @internal */
  requestRows(): void {
    const scope = this.isUpdatePending ? this.#scope : 'rows';
    this.requestUpdate();
    this.#scope = scope;
  }
  /** @internal */
  handlePeopleSelect(
    event: PeopleSelectEvent,
    source: PeopleHost | undefined,
    opener: HTMLElement | undefined,
  ): void {
    if (this.#failure) this.#retry();
    this.#opening.handlePeopleSelect(event, source, opener);
  }
  /** @internal */
  handlePeopleLoad(): void {
    this.requestUpdate();
    this.#opening.handlePeopleLoad();
  }
  /** @internal */
  describeBy(source: PeopleHost | undefined, segment: PeopleSegment): PeopleDescription | undefined {
    return this.#body?.describeBy(source, segment);
  }
  /** @internal */
  startOver(): void {
    this.#body?.startOver();
  }

  #createModelHost() {
    const getCollator = () => this.#body?.collator ?? new Intl.Collator();
    return {
      get collator() {
        return getCollator();
      },
      onChange: () => {
        if (this.#body) this.#body.handleModel();
        else this.requestUpdate();
      },
      onPage: (page: PeoplePage, offset: number) =>
        this.dispatchEvent(new PeopleLoadEvent({ segment: this.model.segment, page, offset })),
      onError: (error: unknown, retry: () => void) =>
        this.dispatchEvent(new PeopleErrorEvent(FunnelwheelError.from(error), retry)),
    };
  }

  /** Loads all that is seen of an open list. */
  protected loadBody(): ReturnType<typeof loadBody> {
    return loadBody();
  }

  /** Lit lets an update wait: a list that opens is drawn once it can be, or once it takes long. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const isShown = this.open || this.people !== undefined || this.segment !== undefined;
    if (!isShown || this.#body || this.#failure || this.#late) return super.scheduleUpdate();
    return this.#awaitBody().then(() => super.scheduleUpdate());
  }

  async #awaitBody(): Promise<void> {
    const fetched = this.#fetchBody();
    await Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    if (this.#body || this.#failure) return;
    this.#late = fetched.then(() => {
      this.#late = undefined;
      this.requestUpdate();
    });
  }

  /** What only says that the list is on its way is not all of an update. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.open || !this.#late) return isComplete;
    await this.#late;
    return super.getUpdateComplete();
  }

  async #fetchBody(): Promise<void> {
    try {
      const { ListBody } = await this.loadBody();
      this.#body = new ListBody(this, this.#opening);
    } catch (error) {
      this.#failure = FunnelwheelError.from(error);
      this.dispatchEvent(new PeopleErrorEvent(this.#failure, this.#retry));
    }
  }

  readonly #retry = (): void => {
    this.#failure = undefined;
    this.requestUpdate();
  };

  /** The button goes, with the focus on it. */
  readonly #handleRetry = (): void => {
    this.#retry();
    this.#opening.focusHeading();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('people') && this.people) this.#opening.showPeople(this.people);
    else if (changed.has('segment') || changed.has('for')) this.#opening.followSegment();
  }

  protected override update(changed: PropertyValues<this>): void {
    // Not in willUpdate: that comes before the controllers know of another language.
    this.#body?.follow(this.#scope === 'all');
    this.#opening.learnFrame();
    super.update(changed);
  }

  protected override firstUpdated(): void {
    // A press finds it there.
    prepare(() => this.loadBody());
  }

  protected override render(): TemplateResult {
    const isScrolled = this.#scope === 'rows';
    this.#scope = 'all';
    return html`<slot></slot
      >${this.open ? (this.#body?.render(isScrolled) ?? this.#renderWithoutBody()) : nothing}`;
  }

  /** In place of an open list whose part of the package is on its way, or did not come. */
  #renderWithoutBody(): TemplateResult {
    const { messages, tag } = this.#localization;
    const { retry, close, errors, loadingPeople } = messages;
    const told = this.#failure
      ? html`<div class="banner error" role="alert">
          <span id="heading" tabindex="-1">${errors.network}</span>
          <button type="button" class="button" @click=${this.#handleRetry}>${retry}</button>
          ${this.#renderClose(close)}
        </div>`
      : html`<div class="banner" role="status">
          <span id="heading" tabindex="-1">${loadingPeople}</span>
          ${this.#renderClose(close)}
        </div>`;
    return html`<section class="base" part="base" lang=${tag} aria-labelledby="heading">${told}</section>`;
  }

  #renderClose(word: string): unknown {
    if (this.people !== undefined) return nothing;
    return html`<button type="button" class="button" @click=${() => this.close()}>${word}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-step-drilldown': FunnelStepDrilldown;
  }
}
