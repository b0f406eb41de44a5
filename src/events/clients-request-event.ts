import type { PeopleQuery, RunOptions } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';
import type { PeopleSegment } from './people-segment.ts';

/** A person's or a membership's id, as the host gave it. */
export type ClientId = string | number;

/** Of what the people of a rule are a part. */
export interface ClientsRuleScope {
  /** Id of the funnel. */
  funnel?: string;
  /** The model of a wheel: `lifecycle`, `engagement`, `flywheel`. */
  model?: string;
  filters?: RunOptions['filters'];
  range?: RunOptions['range'];
  /** The instant the people of a wheel stand at. */
  asOf?: string | number;
}

/** Who is meant, so that a million need no array. Source: contract.md, "select all". */
export interface ClientsRule extends ClientsRuleScope {
  segment?: PeopleSegment;
  /** `include`: the ids listed are meant. `exclude`: everybody of the segment but `exclude`. */
  mode: 'include' | 'exclude';
  /** The search text the selection was made under. */
  q?: string;
  exclude?: readonly ClientId[];
  /** Only those of the segment whose person has these values; null for missing. */
  where?: PeopleQuery['where'];
}

/** What every request about clients carries. */
export interface ClientsRequestDetail {
  /** The same for a request and its undoing. */
  requestId: string;
  /** The ids of the rows (subjects), up to 10,000; beyond, use `iterateIds()`. */
  ids?: readonly ClientId[];
  /** Distinct people, where the subject is a membership. */
  clientIds?: readonly ClientId[];
  /** The memberships, where the subject is one. */
  subjectIds?: readonly ClientId[];
  rule: ClientsRule;
  count: number;
  /** True when the same request is to be undone. */
  undo: boolean;
}

/** The live parts of a request, which are no plain data and so not in `detail`. */
export interface ClientsRequestControl {
  /** Aborted when the user cancels, or undoes while the request still runs. */
  signal: AbortSignal;
  /** All ids, in batches. */
  iterateIds: () => AsyncIterable<readonly ClientId[]>;
  /** Shows how far the host is; without effect once the request has ended. */
  report?: (progress: ClientsRequestProgress) => void;
}

/** How many of how many are done. */
export interface ClientsRequestProgress {
  done: number;
  /** Default: the request's `count`. */
  total?: number;
}

/**
 * The base of `clients-tag`, `clients-stage-change`, `clients-enroll`: the user asks, the host does.
 * A listener answers with `event.waitUntil(promise)`, or refuses with `preventDefault()`.
 */
export class ClientsRequestEvent<
  Detail extends ClientsRequestDetail = ClientsRequestDetail,
> extends DetailEvent<Detail> {
  readonly #control: ClientsRequestControl;
  readonly #answers: Promise<unknown>[] = [];

  constructor(type: string, detail: Detail, control: ClientsRequestControl) {
    super(type, detail, { cancelable: true });
    this.#control = control;
  }

  get requestId(): string {
    return this.detail.requestId;
  }
  get ids(): readonly ClientId[] | undefined {
    return this.detail.ids;
  }
  get clientIds(): readonly ClientId[] | undefined {
    return this.detail.clientIds;
  }
  get subjectIds(): readonly ClientId[] | undefined {
    return this.detail.subjectIds;
  }
  get rule(): ClientsRule {
    return this.detail.rule;
  }
  get count(): number {
    return this.detail.count;
  }
  get undo(): boolean {
    return this.detail.undo;
  }
  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** All ids of the request in batches, fetched as they are asked for. */
  iterateIds(): AsyncIterable<readonly ClientId[]> {
    return this.#control.iterateIds();
  }

  /** Tells how far a long request is, as often as one likes; shown beside the button that stops it. */
  reportProgress(progress: ClientsRequestProgress): void {
    this.#control.report?.(progress);
  }

  /**
   * The host's answer: resolves when done, with `{failed: [id or {id, reason}]}` when it was not for some, and rejects
   * when it failed for all. Only while the event is dispatched; after
   * that the widget has already judged whether anybody answered.
   * @throws DOMException `InvalidStateError` when the event is not being dispatched.
   */
  waitUntil(answer: Promise<unknown>): void {
    if (this.eventPhase === Event.NONE) {
      throw new DOMException('waitUntil() must be called while the event is dispatched', 'InvalidStateError');
    }
    this.#answers.push(answer);
  }

  /** Whether a listener has answered with `waitUntil()`. */
  get answered(): boolean {
    return this.#answers.length > 0;
  }

  /** Settles when every answer has: rejects with the first failure. */
  get done(): Promise<readonly unknown[]> {
    return Promise.all(this.#answers);
  }
}
