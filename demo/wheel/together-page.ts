import { html, nothing, type TemplateResult } from 'lit';
import type { FunnelStepDrilldown } from '../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { funnelCatalog } from '../../src/catalog/index.ts';
import { periodOf } from '../host/periods.ts';
import type { StudioHost } from '../host/studio-host.ts';
import { SEQUENCES, STAGES, TAGS } from '../page/people-choices.ts';
import { writeQuery, type Preferences } from '../page/preferences.ts';
import { renderOption, valueOf } from '../page/shell.ts';
import { StudioPage } from '../page/studio-page.ts';
import { wheelStrings, type WheelStrings } from './strings.ts';
import { MODELS, type Model } from './wheel-state.ts';

const EVENT_NAMES = [
  'funnel-load',
  'funnel-error',
  'funnel-step-select',
  'highlight-change',
  'wheel-load',
  'wheel-error',
  'wheel-phase-select',
  'view-change',
];

/** What the visitor looks at. */
export interface TogetherState {
  funnel: string;
  model: Model;
  /** Whether what is opened lists its people, too. */
  hasLists: boolean;
}

/** The state an address stands for; what it does not know is the default. */
export function readTogetherState(query: URLSearchParams): TogetherState {
  const funnels = funnelCatalog.map(({ id }) => id);
  return {
    funnel: funnels.find((id) => id === query.get('funnel')) ?? funnels[0] ?? '',
    model: MODELS.find((model) => model === query.get('model')) ?? 'lifecycle',
    hasLists: query.get('lists') === 'on',
  };
}

/** The made-up studio's page of funnel and wheel, on the same data: what is opened in one is marked in the other. */
export class TogetherPage extends StudioPage {
  protected readonly page = 'together';
  #state: TogetherState;

  constructor(root: HTMLElement, host: StudioHost, preferences: Preferences, state: TogetherState) {
    super(root, host, preferences, EVENT_NAMES);
    this.#state = state;
  }

  protected override get hasLists(): boolean {
    return this.#state.hasLists;
  }

  protected describe(): { title: string; lead: string } {
    return wheelStrings(this.language).together;
  }

  /** One list at a time: what is opened last. */
  protected override handleEvent(event: Event): void {
    if (event.type === 'funnel-step-select') this.#close('wheel');
    if (event.type === 'wheel-phase-select') this.#close('funnel');
  }

  #close(element: string): void {
    const list = this.root.querySelector<FunnelStepDrilldown>(`funnel-step-drilldown[for=${element}]`);
    if (list) list.open = false;
  }

  protected renderMain(): TemplateResult {
    const strings = wheelStrings(this.language);
    const { from, to } = periodOf('twelve-months', this.host.studio.asOf);
    return html`
      ${this.#renderPickers(strings)}
      <section class="together" aria-label=${strings.together.title}>
        <funnel-chart
          id="funnel"
          funnel=${this.#state.funnel}
          from=${from}
          to=${to}
          .data=${this.dataset}
        ></funnel-chart>
        <lifecycle-wheel
          id="wheel"
          for="funnel"
          model=${this.#state.model}
          compare="previous"
          .data=${this.dataset}
        ></lifecycle-wheel>
      </section>
      ${this.hasLists ? ['funnel', 'wheel'].map((element) => this.#renderList(element)) : nothing}
    `;
  }

  #renderList(element: string): TemplateResult {
    return html`
      <funnel-step-drilldown
        for=${element}
        allow-new-tags
        .tags=${TAGS}
        .leadStages=${STAGES}
        .sequences=${SEQUENCES}
      ></funnel-step-drilldown>
    `;
  }

  #setState(change: Partial<TogetherState>): void {
    this.#state = { ...this.#state, ...change };
    const { funnel, model, hasLists } = this.#state;
    writeQuery({
      funnel,
      model: model === 'lifecycle' ? undefined : model,
      lists: hasLists ? 'on' : undefined,
    });
    this.update();
  }

  #renderPickers(strings: WheelStrings): TemplateResult {
    const { funnel, model } = this.#state;
    const nameOf = (name: (typeof funnelCatalog)[number]['name'], id: string) =>
      typeof name === 'string' ? name : (name?.[this.language] ?? id);
    return html`
      <section class="card pickers" aria-label=${strings.choices}>
        <div class="fields">
          <label class="field wide">
            <span>${strings.together.funnel}</span>
            <select name="funnel" @change=${(event: Event) => this.#setState({ funnel: valueOf(event) })}>
              ${funnelCatalog.map(({ id, name }) => renderOption(id, nameOf(name, id), funnel))}
            </select>
          </label>
          <label class="field">
            <span>${strings.model}</span>
            <select
              name="model"
              @change=${(event: Event) => this.#setState({ model: valueOf(event) as Model })}
            >
              ${MODELS.map((name) => renderOption(name, strings.models[name], model))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              name="lists"
              .checked=${this.hasLists}
              @change=${(event: Event) => this.#setState({ hasLists: (event.target as HTMLInputElement).checked })}
            />
            <span>${strings.together.lists}</span>
          </label>
        </div>
        <p class="hint">${strings.together.hint}</p>
      </section>
    `;
  }
}
