import { html, nothing, render, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Dataset, LocalizedText } from '../../src/engine/schema/index.ts';
import {
  ClientsRequestEvent,
  ErrorDetailEvent,
  ViewChangeEvent,
  type ClientsEnrollEvent,
  type ClientsStageChangeEvent,
  type ClientsTagEvent,
} from '../../src/events/index.ts';
import { PageLog, logStrings, renderLog, type LogEntry } from '../page/page-log.ts';
import { LANGUAGES, applyPreferences, writeQuery, type Preferences } from '../page/preferences.ts';
import { renderOption, renderShell, valueOf } from '../page/shell.ts';
import { toDataset } from '../studio/to-dataset.ts';
import { codesOf, wordOf, type Language } from '../studio/vocabulary.ts';
import { EVENT_NAMES } from './event-names.ts';
import { demoFunnels, findOwnFunnel } from './own-funnels.ts';
import { PERIOD_NAMES, type PeriodName } from './periods.ts';
import { renderMoodHint, renderMoods, renderSignIn } from './render-server.ts';
import { ServerMood, type Mood } from './server-mood.ts';
import { serverStringsOf } from './server-strings.ts';
import { stringsOf, type Strings } from './strings.ts';
import type { Answer, Change, StudioHost } from './studio-host.ts';
import {
  daysOf,
  hasLookback,
  keepChosen,
  moveEnd,
  periodNameOf,
  pickChosen,
  toChartView,
  toQuery,
  type NumbersFrom,
  type ViewState,
} from './view-state.ts';

/** Tag, stage or sequence codes with their names, as the list of people offers them. */
function toChoices(prefix: string): { id: string; name: Record<Language, string> }[] {
  const nameOf = (code: string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, wordOf(code, language)])) as Record<
      Language,
      string
    >;
  return codesOf(prefix).map((code) => ({ id: code, name: nameOf(code) }));
}

const TAGS = toChoices('tag-');
const STAGES = toChoices('stage-');
const SEQUENCES = toChoices('sequence-');

/** The made-up studio's page "Analytics > Funnels": pickers, the two elements, and what they told their host. */
export class BackOffice {
  readonly #root: HTMLElement;
  readonly #host: StudioHost;
  readonly #log = new PageLog();
  #preferences: Preferences;
  #state: ViewState;
  #dataset: Dataset;
  #apiFailed = false;
  #apiStarting: Promise<void> | undefined;
  /** Starts the simulated API; loaded only when the visitor asks for it. */
  readonly #startApi: (mood: ServerMood) => Promise<void>;
  readonly #server = new ServerMood();
  /** What the server answered with 401: asked again once the visitor has signed in. */
  #refused: ErrorDetailEvent[] = [];

  constructor(
    root: HTMLElement,
    host: StudioHost,
    options: { preferences: Preferences; state: ViewState; startApi: (mood: ServerMood) => Promise<void> },
  ) {
    this.#root = root;
    this.#host = host;
    this.#preferences = options.preferences;
    this.#state = options.state;
    this.#startApi = options.startApi;
    this.#dataset = toDataset(host.studio, options.preferences.language);
  }

  /** Draws the page and begins to listen. */
  async start(): Promise<void> {
    for (const name of EVENT_NAMES) this.#root.addEventListener(name, this.#receive);
    this.#host.addEventListener('change', this.#handOver);
    applyPreferences(this.#preferences);
    this.#server.mood = this.#state.mood;
    this.#host.refusal = this.#toRefusal();
    if (this.#state.numbers === 'api') await this.#switchNumbers('api');
    this.#render();
  }

  readonly #handOver = (): void => {
    this.#dataset = toDataset(this.#host.studio, this.#preferences.language);
    this.#render();
    // By address the element cannot know that the studio has changed.
    if (this.#state.numbers === 'api') this.#root.querySelector('funnel-chart')?.refresh();
  };

  readonly #receive = (event: Event): void => {
    const entry = this.#log.add(event);
    if (event instanceof ClientsRequestEvent) this.#answer(event, entry);
    // The address keeps what the visitor chose in the chart: it can be sent to somebody, and gone back to.
    if (event instanceof ViewChangeEvent) return this.#setState({ chosen: pickChosen(event.view) });
    if (event instanceof ErrorDetailEvent && event.code === 'unauthorized')
      this.#refused = [...this.#refused, event];
    this.#render();
  };

  /** Whatever was refused is asked again: the elements go on where they were. */
  readonly #signIn = (): void => {
    this.#server.signIn();
    const refused = this.#refused;
    this.#refused = [];
    for (const event of refused) event.retry();
    this.#render();
  };

  /** A mood shows in the answers of the server only, so the numbers come from there. */
  async #setMood(mood: Mood): Promise<void> {
    this.#server.mood = mood;
    this.#refused = [];
    this.#setState({ mood });
    this.#host.refusal = this.#toRefusal();
    if (this.#state.numbers === 'api') this.#root.querySelector('funnel-chart')?.refresh();
    else if (mood !== 'well') await this.#switchNumbers('api');
  }

  #toRefusal(): string | undefined {
    const { refused } = serverStringsOf(this.#preferences.language);
    return this.#state.mood === 'refusing' ? refused : undefined;
  }

  /** The host's part: the work is done here, the element only waits for it. */
  #answer(event: ClientsRequestEvent, entry: LogEntry): void {
    const answer = this.#host.apply(event, changeOf(event));
    event.waitUntil(answer);
    const note = (outcome: LogEntry['outcome']) => {
      entry.outcome = outcome;
      this.#render();
    };
    answer.then(
      ({ failed }: Answer) => note({ changed: event.count - failed.length }),
      (error: unknown) => note({ error: String(error) }),
    );
  }

  #setPreferences(preferences: Preferences): void {
    const isNewLanguage = preferences.language !== this.#preferences.language;
    this.#preferences = preferences;
    writeQuery({
      lang: preferences.language,
      theme: preferences.theme === 'system' ? undefined : preferences.theme,
    });
    applyPreferences(preferences);
    if (isNewLanguage) this.#changeLanguage();
    else this.#render();
  }

  /** The data's words change with the language, so filters on the old words would find nobody. */
  #changeLanguage(): void {
    this.#host.refusal = this.#toRefusal();
    this.#setState({ chosen: keepChosen(this.#state.chosen) });
    this.#handOver();
  }

  #setState(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    writeQuery(toQuery(this.#state));
    this.#render();
  }

  async #switchNumbers(numbers: NumbersFrom): Promise<void> {
    try {
      if (numbers === 'api') await (this.#apiStarting ??= this.#startApi(this.#server));
      this.#apiFailed = false;
      if (numbers === 'here') this.#server.mood = 'well';
      this.#setState({ numbers, ...(numbers === 'here' ? { mood: 'well' as const } : {}) });
      this.#host.refusal = this.#toRefusal();
    } catch {
      this.#apiStarting = undefined;
      this.#apiFailed = true;
      this.#setState({ numbers: 'here' });
    }
  }

  get #strings(): Strings {
    return stringsOf(this.#preferences.language);
  }

  #render(): void {
    const strings = this.#strings;
    const { language } = this.#preferences;
    const asOf = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeZone: this.#host.studio.timeZone,
    });
    document.title = `${strings.title} · Atelier Nord`;
    const shell = renderShell({
      page: 'index',
      preferences: this.#preferences,
      title: strings.title,
      lead: strings.lead(asOf.format(new Date(this.#host.studio.asOf))),
      main: html`
        ${this.#renderPickers(strings)} ${this.#renderChart(strings)} ${this.#renderEvents(strings)}
      `,
      onLanguage: (language) => this.#setPreferences({ ...this.#preferences, language }),
      onTheme: (theme) => this.#setPreferences({ ...this.#preferences, theme }),
    });
    render(shell, this.#root);
  }

  #renderPickers(strings: Strings): TemplateResult {
    const { funnel, numbers } = this.#state;
    const { language } = this.#preferences;
    return html`
      <section class="card pickers" aria-label=${strings.choices}>
        <div class="fields">
          <label class="field wide">
            <span>${strings.funnel}</span>
            <select name="funnel" @change=${(event: Event) => this.#pickFunnel(valueOf(event))}>
              ${demoFunnels.map(({ id, name }) => renderOption(id, textOf(name, language) ?? id, funnel))}
            </select>
          </label>
          ${this.#renderPeriod(strings)} ${hasLookback(this.#state) ? this.#renderLookback(strings) : nothing}
          <label class="field">
            <span>${strings.numbers}</span>
            <select
              name="numbers"
              @change=${(event: Event) => void this.#switchNumbers(valueOf(event) as NumbersFrom)}
            >
              ${Object.entries(strings.numbersFrom).map(([name, label]) => renderOption(name, label, numbers))}
            </select>
          </label>
          ${renderMoods(this.#state.mood, language, (mood) => void this.#setMood(mood))}
        </div>
        ${this.#apiFailed ? html`<p class="notice bad" role="status">${strings.apiFailed}</p>` : nothing}
        ${renderMoodHint(this.#state.mood, language)}
        ${renderSignIn(this.#refused.length > 0, language, this.#signIn)}
      </section>
    `;
  }

  #renderPeriod(strings: Strings): TemplateResult {
    const name = periodNameOf(this.#state);
    return html`
      <label class="field">
        <span>${strings.period}</span>
        <select name="period" @change=${(event: Event) => this.#pickPeriod(valueOf(event) as PeriodName)}>
          ${PERIOD_NAMES.map((period) => renderOption(period, strings.periods[period], name))}
        </select>
      </label>
      ${name === 'custom' ? html`${this.#renderDay('from', strings.from)} ${this.#renderDay('to', strings.to)}` : nothing}
    `;
  }

  #renderDay(name: 'from' | 'to', label: string): TemplateResult {
    const { custom } = this.#state;
    const change = (event: Event) => {
      if (valueOf(event)) this.#setState({ custom: moveEnd(custom, name, valueOf(event)) });
    };
    const min = name === 'to' ? custom.from : undefined;
    const max = name === 'from' ? custom.to : undefined;
    return html`
      <label class="field">
        <span>${label}</span>
        <input
          type="date"
          name=${name}
          .value=${custom[name]}
          min=${ifDefined(min)}
          max=${ifDefined(max)}
          @change=${change}
        />
      </label>
    `;
  }

  #renderLookback(strings: Strings): TemplateResult {
    const change = (event: Event) => {
      const days = Number(valueOf(event));
      if (days >= 1) this.#setState({ lookbackDays: Math.round(days) });
    };
    return html`
      <label class="field">
        <span>${strings.lookback}</span>
        <input
          type="number"
          name="lookback"
          min="1"
          max="730"
          .value=${String(this.#state.lookbackDays)}
          @change=${change}
        />
      </label>
    `;
  }

  #pickFunnel(funnel: string): void {
    this.#setState({ funnel, chosen: keepChosen(this.#state.chosen) });
  }

  /** A period of one's own begins with the one in force. */
  #pickPeriod(period: PeriodName): void {
    this.#setState({ custom: daysOf(this.#state, this.#host.studio.asOf), period });
  }

  #renderChart(strings: Strings): TemplateResult {
    const { funnel, numbers } = this.#state;
    const isApi = numbers === 'api';
    return html`
      <section class="widget" aria-label=${strings.chart}>
        <funnel-chart
          id="funnel"
          controls="filters view table breakdown compare explore export"
          .definition=${findOwnFunnel(funnel)}
          .view=${toChartView(this.#state, this.#host.studio.asOf)}
          time-zone=${this.#host.studio.timeZone}
          currency=${this.#host.studio.currency}
          src=${ifDefined(isApi ? `/api/funnels/${funnel}` : undefined)}
          .data=${isApi ? undefined : this.#dataset}
        ></funnel-chart>
        <funnel-step-drilldown
          for="funnel"
          allow-new-tags
          .tags=${TAGS}
          .leadStages=${STAGES}
          .sequences=${SEQUENCES}
        ></funnel-step-drilldown>
      </section>
    `;
  }

  #renderEvents(strings: Strings): TemplateResult {
    const { entries } = this.#log;
    const log = logStrings(this.#preferences.language);
    const clear = () => {
      this.#log.clear();
      this.#render();
    };
    return html`
      <section class="card" aria-labelledby="events-title">
        <div class="card-head">
          <h2 id="events-title">
            ${log.events} <span class="count">${log.eventCount(entries.length)}</span>
          </h2>
          <div class="fields">
            <label class="check">
              <input
                type="checkbox"
                name="fail-next"
                .checked=${live(this.#host.failsNext)}
                @change=${(event: Event) => (this.#host.failsNext = (event.target as HTMLInputElement).checked)}
              />
              <span>${log.failNext}</span>
            </label>
            <button type="button" class="button quiet" ?disabled=${entries.length === 0} @click=${clear}>
              ${log.clear}
            </button>
          </div>
        </div>
        <p class="hint">${log.eventsHint}</p>
        ${renderLog(entries, this.#preferences.language, strings.noEvents)}
      </section>
    `;
  }
}

function changeOf(event: ClientsRequestEvent): Change {
  if (event.type === 'clients-tag') return { tags: (event as ClientsTagEvent).tags };
  if (event.type === 'clients-stage-change') return { stage: (event as ClientsStageChangeEvent).stage };
  return { sequence: (event as ClientsEnrollEvent).sequence };
}

function textOf(text: LocalizedText | undefined, language: Language): string | undefined {
  return typeof text === 'string' ? text : (text?.[language] ?? text?.en);
}
