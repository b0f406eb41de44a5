import {
  ClientsEnrollEvent,
  ClientsStageChangeEvent,
  ClientsTagEvent,
  type ClientId,
  type ClientsRequestControl,
  type ClientsRequestDetail,
  type ClientsRequestEvent,
} from '../../events/index.ts';
import {
  advanceRequest,
  computeRequestTarget,
  isUnderWay,
  parseFailed,
  startRequest,
  type RequestRecord,
  type RequestStep,
} from './request-lifecycle.ts';
import { isSelected, type Selection } from './selection.ts';

/** What a request says of the people it is about. */
export type RequestAudience = Pick<
  ClientsRequestDetail,
  'ids' | 'clientIds' | 'subjectIds' | 'rule' | 'count'
>;

/** What a {@link RequestDesk} needs of its owner. */
export interface RequestDeskHost {
  /** Sends the event up; listeners run meanwhile. */
  dispatchEvent(event: Event): boolean;
  describe(selection: Selection, signal: AbortSignal): Promise<RequestAudience>;
  iterateIds(selection: Selection, signal: AbortSignal): ClientsRequestControl['iterateIds'];
  /** A request began, or went on. */
  onRequest(record: RequestRecord): void;
}

function createEvent(
  record: RequestRecord,
  detail: ClientsRequestDetail,
  control: ClientsRequestControl,
): ClientsRequestEvent {
  const [first] = record.values;
  switch (record.kind) {
    case 'tag':
      return new ClientsTagEvent({ ...detail, tags: record.values.map((value) => value.value) }, control);
    case 'stage':
      return new ClientsStageChangeEvent({ ...detail, stage: first?.value ?? '' }, control);
    case 'enroll':
      return new ClientsEnrollEvent({ ...detail, sequence: first?.value ?? '' }, control);
  }
}

async function* iterateOnce(ids: readonly ClientId[]): AsyncGenerator<readonly ClientId[]> {
  yield await Promise.resolve(ids);
}

/**
 * Sends the user's requests to the host and follows them: what was asked, how it ended, undoing and trying again.
 * Nothing is done here; a host that does not answer leaves everything as it was. Source: contract.md, "Events out".
 */
export class RequestDesk {
  readonly #host: RequestDeskHost;
  readonly #runs = new Map<string, AbortController>();
  readonly #audiences = new Map<string, RequestAudience>();
  #records: readonly RequestRecord[] = [];

  constructor(host: RequestDeskHost) {
    this.#host = host;
  }

  /** Every request made, newest first. */
  get records(): readonly RequestRecord[] {
    return this.#records;
  }

  /** Sends a new request. */
  async submit(request: Pick<RequestRecord, 'kind' | 'values' | 'selection' | 'count'>): Promise<void> {
    const record = startRequest({ ...request, id: crypto.randomUUID() });
    this.#records = [record, ...this.#records];
    this.#host.onRequest(record);
    await this.#run(record);
  }

  /** Sends a request again: for those it failed for, or for all. */
  retry(id: string): Promise<void> {
    return this.#begin(id, { type: 'retry' });
  }

  /** Stops a request that runs, or asks for the inverse of one that is done. */
  async undo(id: string): Promise<void> {
    const record = this.#find(id);
    if (record && isUnderWay(record)) this.cancel(id);
    else await this.#begin(id, { type: 'undo' });
  }

  /** Aborts the signal of a request that runs. */
  cancel(id: string): void {
    this.#runs.get(id)?.abort();
    this.#advance(id, { type: 'cancel' });
  }

  /** Stops showing on the rows how a request ended. */
  unmark(id: string): void {
    this.#advance(id, { type: 'unmark' });
  }

  /** Aborts all that runs. */
  cancelAll(): void {
    for (const record of this.#records) if (isUnderWay(record)) this.cancel(record.id);
  }

  #find(id: string): RequestRecord | undefined {
    return this.#records.find((record) => record.id === id);
  }

  #advance(id: string, step: RequestStep): RequestRecord | undefined {
    const before = this.#find(id);
    const after = before && advanceRequest(before, step);
    if (!after || after === before) return undefined;
    this.#records = this.#records.map((record) => (record === before ? after : record));
    this.#host.onRequest(after);
    return after;
  }

  async #begin(id: string, step: RequestStep): Promise<void> {
    const record = this.#advance(id, step);
    if (record && isUnderWay(record)) await this.#run(record);
  }

  async #run(record: RequestRecord): Promise<void> {
    const controller = new AbortController();
    this.#runs.set(record.id, controller);
    const step = await this.#ask(record, controller.signal);
    // A later run of the same request has taken over: this answer is no longer anybody's.
    if (this.#runs.get(record.id) !== controller) return;
    this.#runs.delete(record.id);
    this.#advance(record.id, step);
  }

  /** Whom a request to be undone was for, where that is all of them: by now the same rule may mean others. */
  #recall({ id, phase, failed, undoFailed }: RequestRecord) {
    if (phase !== 'undoing' || failed.length > 0 || undoFailed.length > 0) return undefined;
    const audience = this.#audiences.get(id);
    return audience?.ids ? { ...audience, ids: audience.ids } : undefined;
  }

  /** Whom a request asks for: of those it was for when it was made, where it goes to some of them only. */
  #computeTarget(record: RequestRecord): Selection {
    const target = computeRequestTarget(record);
    const ids = record.phase === 'undoing' ? this.#audiences.get(record.id)?.ids : undefined;
    if (!ids || target.mode === 'include') return target;
    return { mode: 'include', ids: new Set(ids.filter((id) => isSelected(target, id))) };
  }

  async #ask(record: RequestRecord, signal: AbortSignal): Promise<RequestStep> {
    try {
      const target = this.#computeTarget(record);
      const known = this.#recall(record);
      const audience = known ?? (await this.#host.describe(target, signal));
      // A retry for those it failed for must not stand for all, nor an undoing.
      if (target === record.selection) this.#audiences.set(record.id, audience);
      if (signal.aborted) return { type: 'cancel' };
      const detail = { ...audience, requestId: record.id, undo: record.phase === 'undoing' };
      const event = createEvent(record, detail, {
        signal,
        iterateIds: known?.ids ? () => iterateOnce(known.ids) : this.#host.iterateIds(target, signal),
        report: ({ done, total = audience.count }) => {
          if (!signal.aborted) this.#advance(record.id, { type: 'progress', done, total });
        },
      });
      this.#host.dispatchEvent(event);
      if (event.defaultPrevented) return { type: 'refuse' };
      if (!event.answered) return { type: 'ignore' };
      return { type: 'resolve', failed: parseFailed(await event.done) };
    } catch {
      // The host rejected: why is its own affair; that it failed is shown, with a way to try again.
      return { type: 'reject' };
    }
  }
}
