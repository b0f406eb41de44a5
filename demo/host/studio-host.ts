import type { ClientId, ClientsRequestEvent } from '../../src/events/index.ts';
import type { Studio, StudioPerson } from '../studio/studio.ts';

/** A change the back office is asked for. */
export type Change = { tags: readonly string[] } | { stage: string } | { sequence: string };

/** What a finished request answers; the widget marks the failed rows. */
export interface Answer {
  failed: ClientId[];
}

/** How long the made-up server thinks, in milliseconds. */
const DELAY = 700;

type Undo = () => void;

/** The back office behind the page: it changes the in-memory studio when the widgets ask for it. */
export class StudioHost extends EventTarget {
  readonly studio: Studio;
  /** When set, the next request fails for every third person, to show what the widget makes of it. */
  failsNext = false;
  #refusal: string | undefined;
  #asked = 0;
  readonly #people: Map<ClientId, StudioPerson>;
  readonly #done = new Map<string, Undo[]>();

  constructor(studio: Studio) {
    super();
    this.studio = studio;
    this.#people = new Map(studio.people.map((person) => [person.id, person]));
  }

  /** A person by id. */
  person(id: ClientId): StudioPerson | undefined {
    return this.#people.get(id);
  }

  /**
   * Why requests are refused; undefined where they are not. The first is refused whole, the next fails for some
   * people, and so on in turn; taking back is always possible.
   */
  get refusal(): string | undefined {
    return this.#refusal;
  }
  set refusal(reason: string | undefined) {
    if (this.#refusal === undefined) this.#asked = 0;
    this.#refusal = reason;
  }

  /**
   * Carries a request out, or takes it back. Rejects with the signal's reason when it was aborted
   * before that, and with the refusal where there is one.
   * Dispatches `change` when people have changed.
   */
  async apply(request: ClientsRequestEvent, change: Change): Promise<Answer> {
    const ids = await idsOf(request);
    await pause(DELAY, request.signal);
    if (!request.undo) this.#refuse();
    const failed = request.undo ? [] : this.#failing(ids);
    if (request.undo) this.#takeBack(request.requestId);
    else this.#carryOut(request.requestId, ids, failed, change);
    this.dispatchEvent(new Event('change'));
    return { failed };
  }

  #refuse(): void {
    if (this.#refusal === undefined) return;
    this.#asked += 1;
    if (this.#asked % 2 === 1) throw new Error(this.#refusal);
    this.failsNext = true;
  }

  #failing(ids: readonly ClientId[]): ClientId[] {
    const failing = this.failsNext ? ids.filter((_, index) => index % 3 === 2 || ids.length < 3) : [];
    this.failsNext = false;
    return failing;
  }

  #carryOut(requestId: string, ids: readonly ClientId[], failed: readonly ClientId[], change: Change): void {
    const people = ids.flatMap((id) => (failed.includes(id) ? [] : (this.#people.get(id) ?? [])));
    const undos = people.map((person) => changePerson(person, change));
    this.#done.set(requestId, [...(this.#done.get(requestId) ?? []), ...undos]);
  }

  #takeBack(requestId: string): void {
    this.#done.get(requestId)?.forEach((undo) => undo());
    this.#done.delete(requestId);
  }
}

/** The people of a request, however it names them. */
async function idsOf(request: ClientsRequestEvent): Promise<ClientId[]> {
  const named = request.clientIds ?? request.ids;
  if (named) return [...named];
  const ids: ClientId[] = [];
  for await (const batch of request.iterateIds()) ids.push(...batch);
  return ids;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
      once: true,
    });
  });
}

/** Changes one person; answers how to take exactly that back. */
function changePerson(person: StudioPerson, change: Change): Undo {
  if ('stage' in change) {
    const before = person.leadStage;
    person.leadStage = change.stage;
    return () => (person.leadStage = before);
  }
  const list = 'tags' in change ? 'tags' : 'sequences';
  const added = ('tags' in change ? change.tags : [change.sequence]).filter(
    (word) => !person[list].includes(word),
  );
  person[list] = [...person[list], ...added];
  return () => (person[list] = person[list].filter((word) => !added.includes(word)));
}
