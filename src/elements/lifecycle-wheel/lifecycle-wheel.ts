import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { LoadEventsController } from '../../controllers/load-events-controller.ts';
import { LoadingElement } from '../../controllers/loading-element.ts';
import { LocaleController } from '../../controllers/locale-controller.ts';
import type { PeopleDescription, PeopleHost } from '../../controllers/people-host.ts';
import type { WheelMarks } from '../../controllers/wheel-chart-link.ts';
import { WheelController } from '../../controllers/wheel-controller.ts';
import { loadOnce, prepare } from '../../data/load-part.ts';
import type { AskOptions, SubjectId } from '../../data/ask-options.ts';
import type { WheelRequest, WheelSource } from '../../data/wheel-source.ts';
import type { PeopleQuery } from '../../engine/index.ts';
import type { PeoplePage } from '../../engine/schema/index.ts';
import type {
  PersonPlace,
  WheelModel,
  WheelOptions,
  WheelResult,
  WheelSegment,
} from '../../engine/schema/wheel.ts';
import { PeopleMoveEvent } from '../../events/people-move-event.ts';
import { WheelErrorEvent } from '../../events/wheel-error-event.ts';
import { WheelLoadEvent } from '../../events/wheel-load-event.ts';
import { WheelPhaseSelectEvent } from '../../events/wheel-phase-select-event.ts';
import { type WheelView, WheelViewChangeEvent } from '../../events/wheel-view-change-event.ts';
import type { Localization } from '../../i18n/index.ts';
import { getWheelLocalization, type WheelLocalization } from '../../i18n/wheel-localization.ts';
import { PEOPLE_METRIC } from '../../layout/wheel-gauges.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import { controlStyles, tokenStyles } from '../../theme/tokens.ts';
import { ChartLinkController } from './chart-link-controller.ts';
import type { ClientController } from './client-controller.ts';
import type { ClientView, WheelPerson } from './client-view.ts';
import { PanelController } from './panel-controller.ts';
import { PointingController } from './pointing-controller.ts';
import { renderBody, toSceneInput } from './render-body.ts';
import { renderMarks, renderNotes, renderSummary } from './render-extras.ts';
import { type HeadContext, renderHead } from './render-head.ts';
import { renderBanners, renderPlaceholder, type StateContext } from './render-states.ts';
import { StageController } from './stage-controller.ts';
import { StopsController } from './stops-controller.ts';
import { lifecycleWheelStyles } from './styles/lifecycle-wheel-styles.ts';
import { ViewModelMemo } from './view-model-memo.ts';
import { findPlace, toPlaceKey } from './wheel-places.ts';

/** What shows one person: few wheels do. */
const loadClient = loadOnce(() => import('./client-controller.ts'));

/** What is said of people: no wheel needs it before a list or a funnel asks. */
const loadPeopleWords = loadOnce(async () => {
  const [people, reasons] = await Promise.all([
    import('../../controllers/wheel-people.ts'),
    import('../../i18n/wheel-reasons.ts'),
  ]);
  return { ...people, ...reasons };
});

/**
 * Where a studio's people stand in their cycle, and who moved: the lifecycle of a member, the engagement index, or
 * the marketing flywheel.
 *
 * Give it a finished `result`, the address of one (`src`), a dataset (`data`, `dataset-src`) or a `source` of your
 * own; what is set by hand wins. Sectors are equal; lengths along the arc and widths of arrows are true to scale; a
 * list says the same numbers in words.
 *
 * @element lifecycle-wheel
 *
 * @fires {WheelLoadEvent} wheel-load - A result that was asked for is shown.
 * @fires {WheelErrorEvent} wheel-error - A result could not be had; 401 and 403 come here too, with `retry()`.
 * @fires {WheelPhaseSelectEvent} wheel-phase-select - The user opened a phase, a movement, or a place outside. Cancelable.
 * @fires {PeopleMoveEvent} people-move - Two instants were compared, and people changed phase between them.
 * @fires {WheelViewChangeEvent} view-change - The user changed the model, the measure or the comparison.
 *
 * @slot - A `<funnel-step-drilldown>` that lists the people of what was opened.
 * @slot title - A title in place of the model's name.
 * @slot actions - Buttons of the host's, at the end of the tools.
 * @slot notice - What to do about a notice.
 * @slot empty - What to do when nobody is on the wheel.
 *
 * @csspart base - The card.
 * @csspart head - Title, scope and tools.
 * @csspart title - The title.
 * @csspart scope - Who, when, compared with what.
 * @csspart tools - The tools.
 * @csspart model-switch - The switch between the three models.
 * @csspart summary - The sentence that says how the whole stands.
 * @csspart wheel - The drawing.
 * @csspart track - What a gauge is drawn on.
 * @csspart gauge - A phase's measure along the arc.
 * @csspart mark - The part of a gauge that is marked from elsewhere on the page.
 * @csspart previous - The value before.
 * @csspart target - The target.
 * @csspart friction - The triangle on a sector's leaving edge.
 * @csspart flow - An arrow.
 * @csspart centre - The middle.
 * @csspart label - Name and number beside a sector.
 * @csspart legend - What arcs, widths and tones mean.
 * @csspart phases - The list of phases.
 * @csspart phase - One phase in it.
 * @csspart metrics - A phase's metrics.
 * @csspart marks - Who is marked from the funnel.
 * @csspart flows - The list of movements.
 * @csspart outside - Those who are in no phase.
 * @csspart qualification - MQL, SAL and SQL.
 * @csspart client - The person who is shown.
 * @csspart banner - A message above the wheel.
 * @csspart state - A message in its place.
 * @csspart notes - The footnotes.
 * @csspart panel - The panel of keys or rules.
 *
 * @cssprop --fw-surface - Background.
 * @cssprop --fw-ink - Text.
 * @cssprop --fw-ink-2 - Quiet text.
 * @cssprop --fw-rule - Lines.
 * @cssprop --fw-accent - Chosen options and links.
 * @cssprop --fw-gauge - Gauges; default: the accent.
 * @cssprop --fw-flow-move - Arrows of progress; also `-enter`, `-decline`, `-leave`, `-return`, `-bring`.
 * @cssprop --fw-warn - Friction.
 * @cssprop --fw-focus - Focus ring.
 * @cssprop --fw-radius - Rounding of the card.
 * @cssprop --fw-font - Font family.
 */
export class LifecycleWheel
  extends LoadingElement<WheelRequest, WheelResult, WheelSource>
  implements PeopleHost<WheelSegment, PersonPlace>
{
  static override styles = [tokenStyles, controlStyles, ...lifecycleWheelStyles];

  /** Which cycle. A result that was handed over says its own. */
  @property() model: WheelModel = 'lifecycle';
  /** What the gauges measure: `people`, `days`, or the id of a metric. */
  @property() metric: string = PEOPLE_METRIC;
  /** `previous`, or the earlier instant to compare with. */
  @property() compare?: string;
  /** Id of a person: they are shown in the middle, with the reasons of their place. */
  @property() client?: string;
  /** Id of the `<funnel-chart>` it speaks to, where that is neither around nor inside. */
  @property() for = '';
  /** Which pickers the user gets: any of `model`, `metric`, `compare`. */
  @property() controls?: string = '';
  /** Nothing can be opened: the lists are text. */
  @property({ type: Boolean }) readonly = false;
  /** Thresholds, targets, friction, filters; `lifecycle.md`'s where absent. */
  @property({ attribute: false }) options?: WheelOptions;
  /** The place of a person the host knows already, with their name; wins over asking for `client`. */
  @property({ attribute: false }) person?: WheelPerson;
  /** Where some people are on the wheel, such as those of a funnel's segment. */
  @property({ attribute: false }) marks?: WheelMarks;

  static #hasTag = false;
  readonly #localization = new LocaleController<WheelLocalization>(this, getWheelLocalization);
  readonly #announcer = new AnnouncerController(this);
  protected override readonly loader = new WheelController(this, () => this.toLoadInputs());
  readonly #panel = new PanelController(this);
  readonly #stage = new StageController(this);
  readonly #stops = new StopsController(this, {
    clear: () => this.#link.clear(),
    help: (from) => void this.#panel.toggle('help', from),
  });
  readonly #pointing = new PointingController(this, (key) => this.#point(key));
  readonly #link = new ChartLinkController(this, this.loader);
  #client: ClientController | undefined;
  readonly #model = new ViewModelMemo();
  #peopleWords: Awaited<ReturnType<typeof loadPeopleWords>> | undefined;
  #isEveryFlowShown = false;
  #opened: string | undefined;

  constructor() {
    super();
    // The last of the controllers: what it tells the host is drawn by then.
    new LoadEventsController(this, this.loader, {
      toLoadEvent: (result) => this.#toLoadEvent(result),
      toErrorEvent: (error, retry) => new WheelErrorEvent(error, retry),
      announce: () => this.#announcer.announce(this.#localization.localization.wheel.updated(this.summary)),
    });
  }

  /** Registers the element under a tag; a tag that is taken stays as it is (another version on the page). */
  static define(tag = 'lifecycle-wheel'): void {
    if (customElements.get(tag)) return;
    // One class can have one tag only: further ones get a class of their own.
    customElements.define(tag, LifecycleWheel.#hasTag ? class extends LifecycleWheel {} : LifecycleWheel);
    LifecycleWheel.#hasTag = true;
  }

  /** What the user sees, as plain data; give it back to restore it. */
  @property({ attribute: false, noAccessor: true })
  get view(): WheelView {
    const { model, metric, compare } = this;
    return { model, ...(metric === PEOPLE_METRIC ? {} : { metric }), ...(compare ? { compare } : {}) };
  }
  set view({ model = 'lifecycle', metric = PEOPLE_METRIC, compare }: WheelView) {
    Object.assign(this, { model, metric, compare });
  }

  /** The summary in words, as it is shown. */
  get summary(): string {
    return this.#view?.summary.text ?? '';
  }

  /** A page of the people of a phase, a movement, or a place outside. */
  async people(segment: WheelSegment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    await this.#awaitPeopleWords();
    return this.loader.people(segment, query, options);
  }

  /** All ids of them, in pages. */
  ids(segment: WheelSegment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    return this.loader.ids(segment, query, options);
  }

  /** Where a person is, and why. */
  async explain(id: SubjectId, options: AskOptions): Promise<PersonPlace> {
    await this.#awaitPeopleWords();
    return this.loader.person(id, options);
  }

  /** The reasons in words. */
  describeExplanation(place: PersonPlace, localization: Localization, timeZone?: string): readonly string[] {
    const { messages, format } = localization;
    const describe = this.#peopleWords?.describePlaceReason;
    return place.reasons.flatMap((reason) => describe?.(reason, messages.language, format, timeZone) ?? []);
  }

  /** What a list says about the people it shows. */
  describePeople(segment: WheelSegment, localization: Localization): PeopleDescription | undefined {
    return this.result && this.#peopleWords?.describeWheelPeople(this.result, segment, localization);
  }

  /** Loads what is said of people. */
  protected loadPeopleWords(): ReturnType<typeof loadPeopleWords> {
    return loadPeopleWords();
  }

  /** Whoever is told of people has waited for it. */
  async #awaitPeopleWords(): Promise<void> {
    this.#peopleWords ??= await this.loadPeopleWords();
  }

  /** Puts the focus on what stands for a segment; without one, on what was opened last. False where it is gone. */
  focusSegment(segment?: WheelSegment): boolean {
    const key = segment ? toPlaceKey(segment) : this.#opened;
    if (key === undefined) return false;
    return this.#stops.focusKey(key);
  }

  get #view(): WheelViewModel | undefined {
    return this.#model.view;
  }

  protected override toRequest(): WheelRequest {
    const { model, compare, asOf, options } = this;
    const all: WheelOptions = {
      ...options,
      ...(asOf ? { asOf: toInstant(asOf) } : {}),
      ...(compare ? { comparedTo: compare } : {}),
    };
    return { model, ...(Object.keys(all).length > 0 ? { options: all } : {}) };
  }

  /** Lit lets an update wait: the first person is drawn once they can be. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.#client || !this.#isOfClient) return super.scheduleUpdate();
    return this.#openClient().then(() => super.scheduleUpdate());
  }

  async #openClient(): Promise<void> {
    // Where it does not come, the card says so, and the next update tries again.
    const part = await this.loadClient().catch(() => undefined);
    if (part) this.#client = new part.ClientController(this, this.loader);
  }

  /** Loads what shows one person. */
  protected loadClient(): ReturnType<typeof loadClient> {
    return loadClient();
  }

  protected override update(changed: PropertyValues): void {
    // Not in willUpdate: that comes before the controllers know of the change.
    const { summary } = this.loader;
    const options = {
      localization: this.#localization.localization,
      metric: this.metric,
      marks: this.marks,
      current: this.#client?.person?.phase,
      asOfIsClock: summary !== undefined && summary.asOf === undefined && !this.asOf,
    };
    this.#model.layout(this.result, options, this.currency);
    super.update(changed);
  }

  protected override firstUpdated(): void {
    // A list that opens finds its title there.
    prepare(() => this.#awaitPeopleWords());
  }

  override render(): TemplateResult {
    const view = this.#view;
    const busy = this.loader.status === 'pending';
    const states = this.#toStateContext();
    const placeholder = renderPlaceholder(states);
    const { localization } = this.#localization;
    return html`<section
        class="wheel ${busy ? 'busy' : ''}"
        part="base"
        lang=${localization.tag}
        aria-labelledby="title"
        aria-busy=${busy}
        @pointerdown=${this.#panel.handlePress}
      >
        ${renderHead(this.#toHeadContext(busy))} ${renderBanners(states)}
        ${placeholder === nothing && view ? this.#renderWheel(view) : placeholder}
        ${view ? renderNotes(view, localization.wheel.rules, this.#handleRules) : nothing}
        ${this.#panel.render(this.result, localization)} ${this.#announcer.render()}
      </section>
      <slot></slot>`;
  }

  #renderWheel(view: WheelViewModel): TemplateResult {
    const { localization } = this.#localization;
    const person = this.#client?.person;
    const client = this.#client?.layout(view, localization);
    const context = {
      localization,
      view,
      scene: this.#stage.layout(toSceneInput(view, client), [view, person]),
      interactive: !this.readonly,
      client,
      clientCard: this.#renderClient(client, view),
      isEveryFlowShown: this.#isEveryFlowShown,
      handleFlows: this.#handleFlows,
    };
    return html`${client ? nothing : renderSummary(view)}
      ${renderMarks(this.marks, localization, () => this.#link.clear())}
      <div
        class="content"
        @click=${this.#handleClick}
        @keydown=${this.#stops.handleKeydown}
        @focusin=${this.#handleFocusin}
        @focusout=${this.#pointing.handleLeave}
        @pointerover=${this.#pointing.handlePoint}
        @pointerleave=${this.#pointing.handleLeave}
      >
        ${renderBody(context)}
      </div>`;
  }

  #renderClient(client: ClientView | undefined, { timeZone }: WheelViewModel): unknown {
    const { localization } = this.#localization;
    if (this.#client) return this.#client.render(client, localization, timeZone);
    return this.#isOfClient
      ? html`<p class="client" role="alert">${localization.messages.errors.network}</p>`
      : nothing;
  }

  /** Whether a person is to be shown. */
  get #isOfClient(): boolean {
    return (this.client ?? this.person) !== undefined;
  }

  #toHeadContext(busy: boolean): HeadContext {
    const controls = this.controls?.split(/\s+/);
    return {
      localization: this.#localization.localization,
      view: this.#view,
      model: this.result?.model ?? this.model,
      metric: this.metric,
      // A result that was handed over may be compared without having been asked to.
      compare: this.compare ?? (this.result?.comparedTo ? 'previous' : ''),
      busy,
      has: (control) => controls?.includes(control) ?? false,
      handleModel: (model) => this.#change({ model, metric: PEOPLE_METRIC }),
      handleMetric: (metric) => this.#change({ metric }),
      handleCompare: (compare) => this.#change({ compare: compare || undefined }),
      handleHelp: this.#handleHelp,
    };
  }

  #toStateContext(): StateContext {
    const { status, error } = this.loader;
    return {
      localization: this.#localization.localization,
      status,
      result: this.result,
      error,
      view: this.#view,
      handleRetry: this.#handleRetry,
    };
  }

  /** The user's wish: takes it over and tells the host. */
  #change(
    change: Partial<Pick<LifecycleWheel, 'model' | 'metric'>> & { compare?: string | undefined },
  ): void {
    Object.assign(this, change);
    this.dispatchEvent(new WheelViewChangeEvent(this.view));
  }

  #toLoadEvent(result: WheelResult): Event {
    const { model, movements, movementTotal, comparedTo, asOf } = result;
    if (movements && movements.length > 0 && comparedTo !== undefined && comparedTo !== null) {
      const total = movementTotal ?? movements.length;
      const event = new PeopleMoveEvent({ model, movements, total, comparedTo, asOf });
      // After the load itself: a host that reacts to a move wants the result to be there.
      queueMicrotask(() => this.dispatchEvent(event));
    }
    return new WheelLoadEvent({ result });
  }

  #point(key: string | undefined): void {
    this.#link.point(key === undefined ? undefined : findPlace(this.#view, key)?.segment);
  }

  #open(key: string): void {
    const place = findPlace(this.#view, key);
    const { result } = this;
    if (!place || !result || this.readonly) return;
    this.#opened = key;
    const { segment, count } = place;
    const phase = 'phase' in segment ? segment.phase : undefined;
    const flow = 'from' in segment ? segment : undefined;
    this.#link.open(segment);
    this.dispatchEvent(new WheelPhaseSelectEvent({ model: result.model, phase, flow, segment, count }));
  }

  readonly #handleClick = (event: Event): void => {
    const target = event.composedPath()[0];
    const key =
      target instanceof Element ? target.closest('[data-open]')?.getAttribute('data-open') : undefined;
    if (!key) return;
    // The picture itself takes no focus: its twin in the list does, so that closing a list leads back there.
    if (!(target as Element).closest('button')) this.#stops.focusKey(key, { preventScroll: true });
    this.#open(key);
  };

  readonly #handleFocusin = (event: Event): void => {
    this.#stops.handleFocusin(event);
    this.#pointing.handlePoint(event);
  };

  readonly #handleFlows = (): void => {
    this.#isEveryFlowShown = !this.#isEveryFlowShown;
    this.requestUpdate();
  };

  readonly #handleRetry = (): void => this.retry();
  readonly #handleHelp = (event: Event): void => {
    void this.#panel.toggle('help', event.currentTarget as HTMLElement);
  };
  readonly #handleRules = (event: Event): void => {
    void this.#panel.toggle('rules', event.currentTarget as HTMLElement);
  };
}

/** An attribute is text: a number of digits alone is epoch milliseconds. */
function toInstant(text: string): string | number {
  return /^\d{9,}$/.test(text) ? Number(text) : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'lifecycle-wheel': LifecycleWheel;
  }
}
