import { html, nothing, type TemplateResult } from 'lit';
import type { StudioHost } from '../host/studio-host.ts';
import type { StudioPerson } from '../studio/studio.ts';
import type { WheelStrings } from './strings.ts';

/** Names offered while the visitor types. */
const OFFERED = 12;

/** A field to find one client by name or number, and the button that leaves them. */
export class ClientPicker {
  readonly #host: StudioHost;
  readonly #change: (client: number | undefined) => void;
  #typed = '';
  #client: number | undefined;

  /** @param change called with the client that was picked, or nothing; draws the page again */
  constructor(host: StudioHost, change: (client: number | undefined) => void) {
    this.#host = host;
    this.#change = change;
  }

  render(strings: WheelStrings): TemplateResult {
    const offers = this.#client === undefined ? this.#find() : [];
    return html`
      <label class="field">
        <span>${strings.client}</span>
        <input
          name="client"
          type="search"
          list="clients"
          autocomplete="off"
          placeholder=${strings.clientHint}
          .value=${this.#typed}
          @input=${this.#type}
        />
      </label>
      <datalist id="clients">
        ${offers.map((person) => html`<option value=${labelOf(person)}></option>`)}
      </datalist>
      ${
        this.#client === undefined
          ? nothing
          : html`
              <button type="button" class="button quiet" @click=${() => this.#take('')}>
                ${strings.clearClient}
              </button>
            `
      }
    `;
  }

  readonly #type = (event: Event): void => this.#take((event.target as HTMLInputElement).value);

  #take(typed: string): void {
    this.#typed = typed;
    const id = Number(/(\d+)\s*$/.exec(typed)?.[1]);
    this.#client = this.#host.person(id)?.id;
    this.#change(this.#client);
  }

  #find(): StudioPerson[] {
    const asked = plain(this.#typed);
    if (asked.length < 2) return [];
    return this.#host.studio.people
      .filter((person) => plain(labelOf(person)).includes(asked))
      .slice(0, OFFERED);
  }
}

function labelOf({ name, id }: StudioPerson): string {
  return `${name} · ${id}`;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
