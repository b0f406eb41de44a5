import { html, nothing, render, type TemplateResult } from 'lit';
import type { Dataset } from '../../src/engine/schema/index.ts';
import { applyPreferences, writeQuery, type Preferences } from '../page/preferences.ts';
import { renderShell } from '../page/shell.ts';
import { JOURNEY } from './journey.ts';
import { CHAIN_AS_OF, type Chain } from './make-chain.ts';
import { millionStrings, type MillionStrings } from './strings.ts';

/** When something began, and how long it took, in milliseconds. */
interface Timing {
  since: number;
  took?: number;
}

/** The page of a million people: a funnel, its list, and how long each step took. */
export class MillionPage {
  readonly #root: HTMLElement;
  readonly #people: number;
  readonly #dataMade: Timing = { since: performance.now() };
  #preferences: Preferences;
  #dataset: Dataset | undefined;
  #events = 0;
  #answered: Timing | undefined;
  #asked: Timing | undefined;

  constructor(root: HTMLElement, people: number, preferences: Preferences) {
    this.#root = root;
    this.#people = people;
    this.#preferences = preferences;
    root.addEventListener('view-change', () => (this.#asked = { since: performance.now() }));
    root.addEventListener('funnel-load', () => this.#handleLoad());
    applyPreferences(preferences);
    this.#update();
  }

  /** Hands the made-up people to the chart. */
  show({ people, leads, tables, events }: Chain): void {
    end(this.#dataMade);
    this.#events = events;
    this.#dataset = {
      version: 1,
      timeZone: 'Europe/Paris',
      asOf: CHAIN_AS_OF,
      people: { file: people, format: 'json' },
      tables: { lead: { file: leads, format: 'json' }, ...tables },
    };
    this.#answered = { since: performance.now() };
    this.#update();
  }

  #handleLoad(): void {
    end(this.#answered);
    end(this.#asked);
    this.#update();
  }

  #update(): void {
    const strings = millionStrings(this.#preferences.language);
    document.title = `${strings.title} · Atelier Nord`;
    const shell = renderShell({
      page: 'million',
      preferences: this.#preferences,
      title: strings.title,
      lead: strings.lead(this.#format(this.#people)),
      main: html`${this.#renderMeasured(strings)} ${this.#renderFunnel()}`,
      onLanguage: (language) => this.#setPreferences({ ...this.#preferences, language }),
      onTheme: (theme) => this.#setPreferences({ ...this.#preferences, theme }),
    });
    render(shell, this.#root);
  }

  #renderFunnel(): TemplateResult {
    return html`
      <section aria-label=${JOURNEY.name[this.#preferences.language]}>
        <funnel-chart
          id="journey"
          controls="filters breakdown view table"
          .definition=${JOURNEY}
          .data=${this.#dataset}
        ></funnel-chart>
      </section>
      <funnel-step-drilldown for="journey"></funnel-step-drilldown>
    `;
  }

  #renderMeasured(strings: MillionStrings): TemplateResult {
    const lines: [string, string | undefined][] = [
      [strings.made, this.#formatTook(this.#dataMade)],
      [strings.answered, this.#formatTook(this.#answered)],
      [strings.asked, this.#formatTook(this.#asked)],
    ];
    return html`
      <section class="card" aria-labelledby="measured-title" aria-busy=${this.#dataset === undefined}>
        <div class="card-head">
          <h2 id="measured-title">${strings.measured}</h2>
          <p class="hint">${this.#dataset ? strings.events(this.#format(this.#events)) : strings.making}</p>
        </div>
        <dl class="measured">
          ${lines.map(([term, took]) =>
            took === undefined
              ? nothing
              : html`<div>
                  <dt>${term}</dt>
                  <dd>${took}</dd>
                </div>`,
          )}
        </dl>
      </section>
    `;
  }

  #formatTook(timing: Timing | undefined): string | undefined {
    if (timing?.took === undefined) return undefined;
    const seconds = { style: 'unit', unit: 'second', maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.#preferences.language, seconds).format(timing.took / 1000);
  }

  #format(count: number): string {
    return new Intl.NumberFormat(this.#preferences.language).format(count);
  }

  #setPreferences(preferences: Preferences): void {
    this.#preferences = preferences;
    writeQuery({
      lang: preferences.language,
      theme: preferences.theme === 'system' ? undefined : preferences.theme,
    });
    applyPreferences(preferences);
    this.#update();
  }
}

/** Ends a timing that is under way. */
function end(timing: Timing | undefined): void {
  if (timing && timing.took === undefined) timing.took = performance.now() - timing.since;
}
