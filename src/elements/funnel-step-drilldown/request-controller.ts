import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeopleDescription } from '../../controllers/people-host.ts';
import type { ClientsRule } from '../../events/index.ts';
import { computeAudience, type Audience } from './audience.ts';
import { toHostPart } from './host-stream.ts';
import type { PeopleModel } from './people-model.ts';
import { RequestDesk, type RequestAudience } from './request-desk.ts';
import type { ChosenValue } from './choices.ts';
import { computeRemaining, type RequestKind, type RequestRecord } from './request-lifecycle.ts';
import type { SelectionController } from './selection-controller.ts';
import { isSelected, type PersonId, type Selection } from './selection.ts';

/** Most ids that travel with an event; beyond, it is the rule and `iterateIds()`. Source: contract.md. */
const MOST_IDS = 10_000;
/** How long a finished request is told of in full, with its undoing. Source: contract.md, "Undo". */
const UNDO_MS = 10_000;

/** What a {@link RequestController} needs of its element. */
export interface RequestHost extends ReactiveControllerHost {
  readonly model: PeopleModel;
  /** What is said about the people shown. */
  readonly description: PeopleDescription | undefined;
  dispatchEvent(event: Event): boolean;
  /** A request began, or went on: to be read out. */
  announceRequest(record: RequestRecord): void;
}

/** Phases there is nothing left to decide about. */
const ENDED: readonly RequestRecord['phase'][] = ['done', 'undone', 'cancelled'];
/** Phases after which people are not what they were. */
const CHANGED: readonly RequestRecord['phase'][] = ['done', 'partial', 'undone', 'undo-partial'];

/** What is asked of the host for the selected people: whom it is for, how it goes, what is told of it. */
export class RequestController implements ReactiveController {
  readonly #host: RequestHost;
  readonly #selection: SelectionController;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** How far each request was when it was last told of. */
  readonly #told = new Map<string, RequestRecord['phase']>();
  readonly desk: RequestDesk;

  /** Requests that are told of in full. */
  prominent: ReadonlySet<string> = new Set();

  constructor(host: RequestHost, selection: SelectionController) {
    this.#host = host;
    this.#selection = selection;
    host.addController(this);
    this.desk = new RequestDesk({
      dispatchEvent: (event) => host.dispatchEvent(event),
      describe: (meant, signal) => this.#describe(meant, signal),
      iterateIds: (meant, signal) => () => this.#iterateIds(meant, signal),
      onRequest: (record) => this.#handleRequest(record),
    });
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.prominent = new Set();
  }

  submit(kind: RequestKind, values: readonly ChosenValue[]): void {
    const { value: selection, count } = this.#selection;
    void this.desk.submit({ kind, values, selection, count });
  }

  /** Whom a selection reaches, as far as the rows at hand tell. */
  computeAudience(selection: Selection): Audience {
    return computeAudience(selection, this.#host.model.knownRows, this.#selection.population);
  }

  toRule(selection: Selection): ClientsRule {
    const { description, model } = this.#host;
    return {
      ...description?.rule,
      ...(model.segment ? { segment: model.segment } : {}),
      mode: selection.mode,
      ...toHostPart(selection.within),
      ...(selection.mode === 'exclude' ? { exclude: [...selection.ids] } : {}),
    };
  }

  async #describe(selection: Selection, signal: AbortSignal): Promise<RequestAudience> {
    const audience = this.computeAudience(selection);
    const ids = audience.count <= MOST_IDS ? await this.#collectIds(selection, signal) : undefined;
    const isMembership = this.#host.description?.subject === 'membership';
    return {
      rule: this.toRule(selection),
      count: audience.count,
      ...(ids ? { ids } : {}),
      ...(isMembership && ids ? { subjectIds: ids } : {}),
      ...(isMembership && audience.clientIds ? { clientIds: audience.clientIds } : {}),
    };
  }

  async #collectIds(selection: Selection, signal: AbortSignal): Promise<PersonId[]> {
    const ids = new Set<PersonId>();
    for await (const batch of this.#iterateIds(selection, signal)) for (const id of batch) ids.add(id);
    return [...ids];
  }

  async *#iterateIds(selection: Selection, signal: AbortSignal): AsyncGenerator<PersonId[]> {
    if (selection.mode === 'include') return yield [...selection.ids];
    const batches = this.#host.model.iterateSegmentIds(signal, selection.within);
    for await (const batch of batches) yield batch.filter((id) => isSelected(selection, id));
  }

  #handleRequest(record: RequestRecord): void {
    this.#host.requestUpdate();
    // Where only the marks on the rows changed, there is nothing new to tell.
    if (this.#told.get(record.id) === record.phase) return;
    this.#told.set(record.id, record.phase);
    this.#feature(record);
    this.#selection.follow(computeRemaining(this.#selection.value, record));
    if (CHANGED.includes(record.phase)) this.#host.model.refresh();
    this.#host.announceRequest(record);
  }

  /** Tells of a request in full: for ten seconds after it was done, until it is dismissed where it failed. */
  #feature(record: RequestRecord): void {
    clearTimeout(this.#timers.get(record.id));
    this.prominent = new Set([...this.prominent, record.id]);
    if (!ENDED.includes(record.phase)) return;
    const timer = setTimeout(() => this.dismiss(record.id), UNDO_MS);
    this.#timers.set(record.id, timer);
  }

  /** Tells of a request in the list of what was done only. */
  dismiss(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.prominent = new Set([...this.prominent].filter((other) => other !== id));
    this.desk.unmark(id);
    this.#host.requestUpdate();
  }
}
