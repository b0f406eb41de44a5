import { html, type TemplateResult } from 'lit';
import type { ChannelHint } from '../../src/engine/schema/index.ts';
import { periodOf } from '../host/periods.ts';
import type { StudioHost } from '../host/studio-host.ts';
import { writeQuery, type Preferences } from '../page/preferences.ts';
import { renderOption, valueOf } from '../page/shell.ts';
import { StudioPage } from '../page/studio-page.ts';
import { type Language, wordOf } from '../studio/vocabulary.ts';
import {
  FIGURES_PERIODS,
  PRESETS,
  toFiguresQuery,
  type FiguresPeriod,
  type FiguresState,
  type Preset,
} from './figures-state.ts';
import { figuresStrings, type FiguresStrings } from './strings.ts';

const EVENT_NAMES = [
  'activation-load',
  'activation-error',
  'channel-load',
  'channel-error',
  'experiment-load',
  'experiment-error',
  'view-change',
];

/** What sort of channel each of the studio's campaigns is. */
const CHANNEL_KINDS = {
  google: 'search-ads',
  instagram: 'social-ads',
  forum: 'forum-banner',
  'site-banner': 'site-banner',
  influencer: 'influencer',
  remarketing: 'remarketing',
} as const;

/** Made once: a new list at every render of the page would be a change of the report's. */
const CHANNELS = { en: listChannels('en'), fr: listChannels('fr') };

function listChannels(language: Language): ChannelHint[] {
  const known = Object.entries(CHANNEL_KINDS);
  return known.map(([code, kind]) => ({ id: wordOf(code, language), kind }));
}

/** A share of new leads the studio would like to see in a class. */
const TARGET = '0.35';

/** The made-up studio's page of figures: the activation rate, the channels, the A/B test. */
export class FiguresPage extends StudioPage {
  protected readonly page = 'figures';
  #state: FiguresState;

  constructor(root: HTMLElement, host: StudioHost, preferences: Preferences, state: FiguresState) {
    super(root, host, preferences, EVENT_NAMES);
    this.#state = state;
  }

  protected override get hasLists(): boolean {
    return false;
  }

  protected describe(): { title: string; lead: string } {
    return figuresStrings(this.language);
  }

  protected renderMain(): TemplateResult {
    const strings = figuresStrings(this.language);
    const { from, to } = periodOf(this.#state.period, this.host.studio.asOf);
    return html`
      ${this.#renderPickers(strings)}
      <activation-rate
        preset=${this.#state.preset}
        from=${from}
        to=${to}
        interval="month"
        within="30d"
        target=${TARGET}
        .data=${this.dataset}
      ></activation-rate>
      <channel-report
        from=${from}
        to=${to}
        sort="-profit"
        .channels=${CHANNELS[this.language]}
        .data=${this.dataset}
      ></channel-report>
      <experiment-readout experiment="landing-page" .data=${this.dataset}></experiment-readout>
    `;
  }

  #setState(change: Partial<FiguresState>): void {
    this.#state = { ...this.#state, ...change };
    writeQuery(toFiguresQuery(this.#state));
    this.update();
  }

  #renderPickers(strings: FiguresStrings): TemplateResult {
    const { period, preset } = this.#state;
    return html`
      <section class="card pickers" aria-label=${strings.choices}>
        <div class="fields">
          <label class="field">
            <span>${strings.period}</span>
            <select
              name="period"
              @change=${(event: Event) => this.#setState({ period: valueOf(event) as FiguresPeriod })}
            >
              ${FIGURES_PERIODS.map((name) => renderOption(name, strings.periods[name], period))}
            </select>
          </label>
          <label class="field">
            <span>${strings.preset}</span>
            <select
              name="preset"
              @change=${(event: Event) => this.#setState({ preset: valueOf(event) as Preset })}
            >
              ${PRESETS.map((name) => renderOption(name, strings.presets[name], preset))}
            </select>
          </label>
        </div>
      </section>
    `;
  }
}
