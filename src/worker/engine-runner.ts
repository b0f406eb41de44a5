import { getFunnel } from '../catalog/index.ts';
import { readDatasetFile, resolveFiles } from '../data/dataset-sources.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { LoadProgress, SubjectId } from '../data/ask-options.ts';
import { readSources, type ReadingOptions, type StoreInputReading } from '../data/to-store-input.ts';
import {
  FunnelSession,
  FunnelwheelError,
  appendToStore,
  createStore,
  removePeople,
  type PeopleQuery,
} from '../engine/index.ts';
import type { Store } from '../engine/dataset/store.ts';
import type { Rejected } from '../engine/dataset/store-input.ts';
import type { FunnelDefinition, RunOptions, FunnelSegment } from '../engine/schema/index.ts';
import { answerFigureQuestion, isFigureQuestion } from './figure-questions.ts';
import { IdPages } from './id-pages.ts';
import { nextTurn } from '../data/pace.ts';
import { unpackDataset } from './packed-dataset.ts';
import type {
  FromEngine,
  Funnel,
  PackedChange,
  PackedDataset,
  Question,
  Send,
  ToEngine,
} from './protocol.ts';
import { isWheelQuestion, WheelDesk } from './wheel-questions.ts';

type Job = Extract<ToEngine, { kind: 'load' | 'change' | 'ask' }>;

/** How many rejected rows are kept one by one; all are counted. */
const REJECTED_KEPT = 100;
/**
 * The engine behind messages: the same code in the worker and on the page's own thread. It holds one session a
 * dataset, and does one thing at a time in the order it was asked, so a question never overtakes its dataset.
 */
export class EngineRunner {
  readonly #send: Send<FromEngine>;
  readonly #onWork: (work: Promise<void>) => void;
  readonly #sessions = new Map<number, DatasetSession>();
  /** Why a dataset could not be loaded, for those who still ask it. */
  readonly #failures = new Map<number, FunnelwheelError>();
  readonly #files = new Map<string, (file: Blob | FunnelwheelError) => void>();
  #queue: Job[] = [];
  #current: { seq: number; abort: AbortController } | undefined;

  /** `onWork` is told of work that begins, and when it ends. */
  constructor(send: Send<FromEngine>, onWork: (work: Promise<void>) => void = () => undefined) {
    this.#send = send;
    this.#onWork = onWork;
  }

  receive(message: ToEngine): void {
    switch (message.kind) {
      case 'load':
      case 'change':
      case 'ask':
        this.#queue.push(message);
        if (this.#current === undefined) this.#onWork(this.#drain());
        return;
      case 'cancel':
        this.#queue = this.#queue.filter((job) => job.seq !== message.seq);
        if (this.#current?.seq === message.seq) this.#current.abort.abort();
        return;
      case 'release':
        this.#sessions.delete(message.dataset);
        this.#failures.delete(message.dataset);
        return;
      case 'file':
        return this.#takeFile(message);
      case 'ping':
        return this.#send({ kind: 'pong' });
    }
  }

  /** Forgets everything; what is under way ends without an answer. */
  stop(): void {
    this.#queue = [];
    this.#current?.abort.abort();
    this.#sessions.clear();
  }

  async #drain(): Promise<void> {
    this.#current = { seq: -1, abort: new AbortController() };
    // A turn of the event loop before each job lets the cancellations that already wait be heard first.
    for (await nextTurn(); this.#queue.length > 0; await nextTurn()) {
      const job = this.#queue.shift();
      if (job !== undefined) await this.#run(job);
    }
    this.#current = undefined;
  }

  async #run(job: Job): Promise<void> {
    const abort = new AbortController();
    this.#current = { seq: job.seq, abort };
    try {
      const value = await this.#answerJob(job, abort.signal);
      if (!abort.signal.aborted) this.#send({ kind: 'done', seq: job.seq, value }, toTransfer(value));
    } catch (thrown) {
      const error = FunnelwheelError.from(thrown);
      if (abort.signal.aborted) return;
      if (job.kind === 'load') this.#failures.set(job.dataset, error);
      this.#send({ kind: 'failed', seq: job.seq, error: error.toDetail() });
    }
  }

  async #answerJob(job: Job, signal: AbortSignal): Promise<unknown> {
    if (job.kind === 'ask') return this.#answer(job);
    return job.kind === 'load' ? this.#load(job, signal) : this.#change(job, signal);
  }

  async #load(job: Job & { kind: 'load' }, signal: AbortSignal): Promise<DatasetSummary> {
    const options = this.#toReadingOptions(job, signal);
    const { input, ...told } = await readPacked(job.packed, options);
    signal.throwIfAborted();
    options.onProgress({ phase: 'index' });
    let state: DatasetState = { store: createStore(input), told };
    for (const change of job.changes) state = await applyChange(state, change, options);
    return this.#keep(job.dataset, state);
  }

  async #change(job: Job & { kind: 'change' }, signal: AbortSignal): Promise<DatasetSummary> {
    const { state } = this.#sessionOf(job.dataset);
    const changed = await applyChange(state, job.change, this.#toReadingOptions(job, signal));
    return this.#keep(job.dataset, changed);
  }

  #toReadingOptions({ seq, readers }: Job & { kind: 'load' | 'change' }, signal: AbortSignal) {
    return {
      fetchFile: (url: string) => this.#fetchFile(seq, url, signal),
      onProgress: (progress: LoadProgress) => this.#send({ kind: 'progress', seq, progress }),
      signal,
      readers,
    };
  }

  #keep(dataset: number, state: DatasetState): DatasetSummary {
    const { store, told } = state;
    this.#sessions.set(dataset, new DatasetSession(state));
    const { notices } = told;
    return { ...store.summary, rejected: mergeRejected(store.summary.rejected, told), notices };
  }

  #answer({ dataset, question }: Job & { kind: 'ask' }): unknown {
    return this.#sessionOf(dataset).answer(question);
  }

  #sessionOf(dataset: number): DatasetSession {
    const session = this.#sessions.get(dataset);
    if (session !== undefined) return session;
    throw this.#failures.get(dataset) ?? new FunnelwheelError('internal', `dataset ${dataset} is not loaded`);
  }

  #fetchFile(seq: number, url: string, signal: AbortSignal): Promise<Blob> {
    const key = `${seq} ${url}`;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      this.#files.set(key, (file) => (file instanceof FunnelwheelError ? reject(file) : resolve(file)));
      this.#send({ kind: 'need-file', seq, url });
    });
  }

  #takeFile({ seq, url, file, error }: ToEngine & { kind: 'file' }): void {
    const key = `${seq} ${url}`;
    const take = this.#files.get(key);
    this.#files.delete(key);
    take?.(file ?? FunnelwheelError.from(error));
  }
}

/** What the readers left out or changed, of all that a dataset was made of. */
type Told = Pick<StoreInputReading, 'malformed' | 'notices'>;

/** A dataset as it stands. */
interface DatasetState {
  store: Store;
  told: Told;
}

/** The dataset with what was added, or without who was removed; the one before stays as it is. */
async function applyChange(
  { store, told }: DatasetState,
  change: PackedChange,
  options: ReadingOptions & { signal: AbortSignal },
): Promise<DatasetState> {
  if (change.kind === 'remove') return { store: removePeople(store, change.ids), told };
  const { input, ...more } = await readPacked(inZoneOf(store, change.packed), options);
  options.signal.throwIfAborted();
  options.onProgress?.({ phase: 'index' });
  const { timeZone: _, currency: __, ...addition } = input;
  return { store: appendToStore(store, addition), told: joinTold(told, more) };
}

function inZoneOf({ summary }: Store, packed: PackedDataset): PackedDataset {
  if (!('sources' in packed)) return packed;
  const settings = { ...packed.sources.settings, timeZone: summary.timeZone };
  return { ...packed, sources: { ...packed.sources, settings } };
}

function joinTold(before: Told, after: Told): Told {
  const rows = [...before.malformed.rows, ...after.malformed.rows].slice(0, REJECTED_KEPT);
  const count = before.malformed.count + after.malformed.count;
  return { malformed: { count, rows }, notices: [...before.notices, ...after.notices] };
}

/** A session and what is kept between its questions. */
class DatasetSession {
  readonly state: DatasetState;
  readonly #store: Store;
  readonly #session: FunnelSession;
  readonly #wheels: WheelDesk;
  readonly #ids = new IdPages();

  constructor(state: DatasetState) {
    const { store } = state;
    this.state = state;
    this.#store = store;
    this.#session = new FunnelSession(store);
    this.#wheels = new WheelDesk(store, this.#session);
  }

  answer(question: Question): unknown {
    if (isFigureQuestion(question)) return answerFigureQuestion(this.#store, question);
    if (isWheelQuestion(question)) return this.#wheels.answer(question);
    const session = this.#session;
    const definition = toDefinition(question.args[0]);
    switch (question.method) {
      case 'compute':
        return session.compute(definition, question.args[1]);
      case 'people':
        return session.people(definition, question.args[1], question.args[2], question.args[3]);
      case 'ids':
        return this.#pageOfIds(definition, question.args[1], question.args[2], question.args[3]);
      case 'explain':
        return session.explain(definition, question.args[1], question.args[2]);
      case 'filterValues':
        return session.filterValues(definition, question.args[1], question.args[2], question.args[3]);
      case 'timeToConvert':
        return session.timeToConvert(definition, question.args[1], question.args[2]);
      case 'factors':
        return session.factors(definition, question.args[1], question.args[2]);
      case 'breakdownProperties':
        return session.breakdownProperties(definition);
    }
  }

  #pageOfIds(
    definition: FunnelDefinition,
    options: RunOptions,
    segment: FunnelSegment,
    query: PeopleQuery,
  ): SubjectId[] | Float64Array {
    const list = (rest: PeopleQuery) => this.#session.ids(definition, options, segment, rest);
    return this.#ids.page([definition, options, segment], query, list);
  }
}

function toDefinition(funnel: Funnel): FunnelDefinition {
  return typeof funnel === 'string' ? getFunnel(funnel) : funnel;
}

async function readPacked(packed: PackedDataset, options: ReadingOptions): Promise<StoreInputReading> {
  const dataset = unpackDataset(packed);
  if ('sources' in dataset) return readSources(dataset.sources, options);
  const { file, name, defaults } = dataset;
  const { signal, onProgress } = options;
  onProgress?.({ phase: 'read', table: name });
  const blob = typeof file === 'string' ? await requireFetch(options)(file) : file;
  const sources = await readDatasetFile(blob, name, defaults, signal ? { signal } : {});
  return readSources(typeof file === 'string' ? resolveFiles(sources, file) : sources, options);
}

function requireFetch({ fetchFile }: ReadingOptions): (url: string) => Promise<Blob> {
  if (fetchFile !== undefined) return fetchFile;
  throw new FunnelwheelError('unsupported', 'files by URL cannot be fetched here');
}

/** What the files' readers and the store left out, as one list in the order of tables and lines. */
function mergeRejected(rejected: Rejected, { malformed }: Told): Rejected {
  const rows = [...malformed.rows, ...rejected.rows];
  const tables = [...new Set(rows.map((row) => row.table))];
  rows.sort(
    (a, b) => tables.indexOf(a.table) - tables.indexOf(b.table) || (a.line ?? a.row) - (b.line ?? b.row),
  );
  return { count: rejected.count + malformed.count, rows: rows.slice(0, REJECTED_KEPT) };
}

function toTransfer(value: unknown): Transferable[] {
  return value instanceof Float64Array ? [value.buffer] : [];
}
