import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Dataset } from '../../src/engine/schema/index.ts';
import {
  ClientsRequestEvent,
  type ClientsEnrollEvent,
  type ClientsStageChangeEvent,
  type ClientsTagEvent,
} from '../../src/events/index.ts';
import type { Answer, Change, StudioHost } from '../host/studio-host.ts';
import { toDataset } from '../studio/to-dataset.ts';
import type { Language } from '../studio/vocabulary.ts';
import { PageLog, logStrings, renderLog, type LogEntry, type LogStrings } from './page-log.ts';
import { applyPreferences, writeQuery, type Preferences } from './preferences.ts';
import { renderShell, type Page } from './shell.ts';

/** What every page of lists listens to besides its own elements. */
const PEOPLE_EVENTS = [
  'clients-select',
  'clients-tag',
  'clients-stage-change',
  'clients-enroll',
  'people-load',
  'people-error',
];

/**
 * A page of the studio's back office: the frame, language and theme, the studio as a dataset, the requests that the
 * host carries out, and the log of what it received. A page says what it shows.
 */
export abstract class StudioPage {
  /** The page's place in the navigation. */
  protected abstract readonly page: Page;
  protected readonly root: HTMLElement;
  protected readonly host: StudioHost;
  /** The studio, its words in the reader's language. */
  protected dataset: Dataset;
  #preferences: Preferences;
  readonly #log = new PageLog();
  readonly #events: readonly string[];

  /** @param events the types the page notes, besides those of lists of people */
  constructor(root: HTMLElement, host: StudioHost, preferences: Preferences, events: readonly string[]) {
    this.root = root;
    this.host = host;
    this.#preferences = preferences;
    this.#events = [...events, ...PEOPLE_EVENTS];
    this.dataset = toDataset(host.studio, preferences.language);
  }

  /** The title and the line under it. */
  protected abstract describe(): { title: string; lead: string };
  /** Everything below the heading. */
  protected abstract renderMain(): TemplateResult;
  /** Whether the page lists people, who can be tagged, moved and enrolled. */
  protected get hasLists(): boolean {
    return true;
  }
  /** Called with every event the page notes, before it is drawn. */
  protected handleEvent(_event: Event): void {}

  protected get language(): Language {
    return this.#preferences.language;
  }

  /** A day of the studio, as the reader writes it. */
  protected formatDay(instant: string): string {
    const { timeZone } = this.host.studio;
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeZone }).format(new Date(instant));
  }

  /** Draws the page and begins to listen. */
  start(): void {
    for (const name of this.#events) this.root.addEventListener(name, this.#receive);
    this.host.addEventListener('change', this.#handOver);
    applyPreferences(this.#preferences);
    this.update();
  }

  /** Draws what has changed. */
  protected update(): void {
    const { title, lead } = this.describe();
    document.title = `${title} · Atelier Nord`;
    const shell = renderShell({
      page: this.page,
      preferences: this.#preferences,
      title,
      lead,
      main: html`${this.renderMain()} ${this.#renderEvents()}`,
      onLanguage: (language) => this.#setPreferences({ ...this.#preferences, language }),
      onTheme: (theme) => this.#setPreferences({ ...this.#preferences, theme }),
    });
    render(shell, this.root);
  }

  readonly #handOver = (): void => {
    this.dataset = toDataset(this.host.studio, this.language);
    this.update();
  };

  readonly #receive = (event: Event): void => {
    const entry = this.#log.add(event);
    if (event instanceof ClientsRequestEvent) this.#answer(event, entry);
    this.handleEvent(event);
    this.update();
  };

  /** The host's part: the work is done here, the element only waits for it. */
  #answer(event: ClientsRequestEvent, entry: LogEntry): void {
    const answer = this.host.apply(event, changeOf(event));
    event.waitUntil(answer);
    const note = (outcome: LogEntry['outcome']) => {
      entry.outcome = outcome;
      this.update();
    };
    answer.then(
      ({ failed }: Answer) => note({ changed: event.count - failed.length }),
      (error: unknown) => note({ error: String(error) }),
    );
  }

  #setPreferences(preferences: Preferences): void {
    const isNewLanguage = preferences.language !== this.language;
    this.#preferences = preferences;
    writeQuery({
      lang: preferences.language,
      theme: preferences.theme === 'system' ? undefined : preferences.theme,
    });
    applyPreferences(preferences);
    if (isNewLanguage) this.#handOver();
    else this.update();
  }

  #renderEvents(): TemplateResult {
    const { entries } = this.#log;
    const strings = logStrings(this.language);
    const clear = () => {
      this.#log.clear();
      this.update();
    };
    return html`
      <section class="card" aria-labelledby="events-title">
        <div class="card-head">
          <h2 id="events-title">
            ${strings.events} <span class="count">${strings.eventCount(entries.length)}</span>
          </h2>
          <div class="fields">
            ${this.hasLists ? this.#renderFailing(strings) : nothing}
            <button type="button" class="button quiet" ?disabled=${entries.length === 0} @click=${clear}>
              ${strings.clear}
            </button>
          </div>
        </div>
        <p class="hint">${strings.eventsHint}</p>
        ${renderLog(entries, this.language)}
      </section>
    `;
  }

  #renderFailing(strings: LogStrings): TemplateResult {
    const take = (event: Event) => (this.host.failsNext = (event.target as HTMLInputElement).checked);
    return html`
      <label class="check">
        <input type="checkbox" name="fail-next" .checked=${live(this.host.failsNext)} @change=${take} />
        <span>${strings.failNext}</span>
      </label>
    `;
  }
}

function changeOf(event: ClientsRequestEvent): Change {
  if (event.type === 'clients-tag') return { tags: (event as ClientsTagEvent).tags };
  if (event.type === 'clients-stage-change') return { stage: (event as ClientsStageChangeEvent).stage };
  return { sequence: (event as ClientsEnrollEvent).sequence };
}
