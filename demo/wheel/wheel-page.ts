import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { WheelFlow, WheelResult } from '../../src/engine/schema/wheel.ts';
import type { PeopleMoveEvent } from '../../src/events/people-move-event.ts';
import type { StudioHost } from '../host/studio-host.ts';
import { SEQUENCES, STAGES, TAGS } from '../page/people-choices.ts';
import { writeQuery, type Preferences } from '../page/preferences.ts';
import { renderOption, valueOf } from '../page/shell.ts';
import { StudioPage } from '../page/studio-page.ts';
import { ClientPicker } from './client-picker.ts';
import { renderMoves } from './move-log.ts';
import { wheelStrings, type WheelStrings } from './strings.ts';
import { MODELS, monthsBefore, toWheelQuery, type Model, type WheelState } from './wheel-state.ts';

const EVENT_NAMES = ['wheel-load', 'wheel-error', 'wheel-phase-select', 'people-move', 'view-change'];

/** The made-up studio's page of the wheel: the three models, two dates, one client, and who moved. */
export class WheelPage extends StudioPage {
  protected readonly page = 'wheel';
  readonly #picker: ClientPicker;
  #state: WheelState;
  #client: number | undefined;
  #flows: readonly WheelFlow[] = [];
  #movements: PeopleMoveEvent['movements'] = [];

  constructor(root: HTMLElement, host: StudioHost, preferences: Preferences, state: WheelState) {
    super(root, host, preferences, EVENT_NAMES);
    this.#state = state;
    this.#picker = new ClientPicker(host, (client) => {
      this.#client = client;
      this.update();
    });
  }

  protected describe(): { title: string; lead: string } {
    const { title, lead } = wheelStrings(this.language);
    return { title, lead: lead(this.formatDay(this.host.studio.asOf)) };
  }

  protected override handleEvent(event: Event): void {
    if (event.type === 'people-move') this.#movements = (event as PeopleMoveEvent).movements;
    if (event.type === 'wheel-load')
      this.#flows = (event as Event & { result: WheelResult }).result.flows ?? [];
  }

  protected renderMain(): TemplateResult {
    const strings = wheelStrings(this.language);
    const { model, asOf, comparedTo, isCompared } = this.#state;
    return html`
      ${this.#renderPickers(strings)}
      <section class="widget" aria-label=${strings.wheel}>
        <lifecycle-wheel
          id="wheel"
          model=${model}
          as-of=${ifDefined(asOf === this.#lastDay ? undefined : asOf)}
          compare=${ifDefined(isCompared ? comparedTo : undefined)}
          client=${ifDefined(this.#client)}
          controls="metric"
          .data=${this.dataset}
        ></lifecycle-wheel>
        <funnel-step-drilldown
          for="wheel"
          allow-new-tags
          .tags=${TAGS}
          .leadStages=${STAGES}
          .sequences=${SEQUENCES}
        ></funnel-step-drilldown>
      </section>
      ${renderMoves(isCompared ? this.#flows : [], this.#movements, this.host, this.language)}
    `;
  }

  #setState(change: Partial<WheelState>): void {
    if (change.model && change.model !== this.#state.model) this.#flows = [];
    this.#state = { ...this.#state, ...change };
    writeQuery(toWheelQuery(this.#state, this.#lastDay));
    this.update();
  }

  get #lastDay(): string {
    return this.host.studio.asOf.slice(0, 10);
  }

  #renderPickers(strings: WheelStrings): TemplateResult {
    const { model, asOf, comparedTo, isCompared } = this.#state;
    return html`
      <section class="card pickers" aria-label=${strings.choices}>
        <div class="fields">
          <label class="field wide">
            <span>${strings.model}</span>
            <select
              name="model"
              @change=${(event: Event) => this.#setState({ model: valueOf(event) as Model })}
            >
              ${MODELS.map((name) => renderOption(name, strings.models[name], model))}
            </select>
          </label>
          ${this.#renderDay('as-of', strings.asOf, asOf, this.#lastDay, (day) =>
            this.#setState({ asOf: day, comparedTo: day > comparedTo ? comparedTo : monthsBefore(day, 3) }),
          )}
          <label class="check">
            <input
              type="checkbox"
              name="compare"
              .checked=${isCompared}
              @change=${(event: Event) => this.#setState({ isCompared: (event.target as HTMLInputElement).checked })}
            />
            <span>${strings.compare}</span>
          </label>
          ${
            isCompared
              ? this.#renderDay('compared-to', strings.comparedTo, comparedTo, asOf, (day) =>
                  this.#setState({ comparedTo: day }),
                )
              : nothing
          }
          ${this.#picker.render(strings)}
        </div>
      </section>
    `;
  }

  #renderDay(
    name: string,
    label: string,
    value: string,
    max: string,
    change: (day: string) => void,
  ): TemplateResult {
    const take = (event: Event) => {
      const day = valueOf(event);
      if (day !== '' && day <= max) change(day);
    };
    return html`
      <label class="field">
        <span>${label}</span>
        <input type="date" name=${name} .value=${value} max=${max} @change=${take} />
      </label>
    `;
  }
}
