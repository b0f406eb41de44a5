import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeopleHost } from '../../controllers/people-host.ts';
import { FunnelwheelError } from '../../engine/error.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import type { ExplanationState } from './render-person.ts';

/** What a {@link PersonDetails} needs of its element. */
export interface PersonDetailsHost extends ReactiveControllerHost {
  readonly peopleHost: PeopleHost | undefined;
  /** Puts an explanation into words, one sentence a line. */
  toSentences(explanation: unknown): readonly string[];
}

/** The person whose details are open, and why they are counted where they are. */
export class PersonDetails implements ReactiveController {
  readonly #host: PersonDetailsHost;
  #abort: AbortController | undefined;
  #answer: { status: 'none' | 'loading' | 'failed' } | { status: 'ready'; value: unknown } = {
    status: 'none',
  };

  row: PersonRow | undefined;

  constructor(host: PersonDetailsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  /** In the words of the language the reader has now. */
  get explanation(): ExplanationState {
    const answer = this.#answer;
    if (answer.status !== 'ready') return { status: answer.status };
    const sentences = this.#host.toSentences(answer.value);
    return sentences.length > 0 ? { status: 'ready', sentences } : { status: 'none' };
  }

  open(row: PersonRow): void {
    this.row = row;
    void this.explain();
  }

  close(): void {
    this.#abort?.abort();
    this.row = undefined;
    this.#host.requestUpdate();
  }

  /** Asks the host why the person is counted here, where it can say. */
  async explain(): Promise<void> {
    this.#abort?.abort();
    const source = this.#host.peopleHost;
    const row = this.row;
    this.#answer = { status: source?.explain && row ? 'loading' : 'none' };
    this.#host.requestUpdate();
    if (!source?.explain || !row) return;
    const abort = (this.#abort = new AbortController());
    try {
      const value = await source.explain(row.id, { signal: abort.signal });
      if (abort.signal.aborted) return;
      this.#answer = value === undefined ? { status: 'none' } : { status: 'ready', value };
    } catch (error) {
      // Shown with a way to ask again, unless there is nobody to ask; an abort is nobody's error.
      if (abort.signal.aborted) return;
      const isUnable = FunnelwheelError.from(error).code === 'not-configured';
      this.#answer = { status: isUnable ? 'none' : 'failed' };
    }
    this.#host.requestUpdate();
  }
}
