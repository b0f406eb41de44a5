import type { DatasetDefaults } from '../data/dataset-sources.ts';
import type { LoadOnce } from '../data/load-part.ts';
import type { HostFetchOptions } from '../data/host-fetch.ts';
import type { Dataset } from '../engine/schema/index.ts';
import type { DatasetSourceOptions } from '../worker/loaded-dataset.ts';

/** Where an element's numbers come from and which are wanted, as the element holds it. */
export interface LoadInputs<Request, S> {
  /** A source of the host's own; wins over everything. */
  source?: S | undefined;
  /** A finished result. */
  result?: unknown;
  /** A dataset to compute from. */
  data?: Dataset | undefined;
  /** The address of a finished result. */
  src?: string | undefined;
  /** The address of a dataset. */
  datasetSrc?: string | undefined;
  /** What a dataset by address does not say itself. */
  defaults?: DatasetDefaults | undefined;
  workerUrl?: string | undefined;
  readersUrl?: string | undefined;
  /** Milliseconds a computation may give no sign of life. */
  patience?: number | undefined;
  /** How the host wants its servers to be asked. */
  fetchOptions?: HostFetchOptions | undefined;
  request: Request;
}

/** How each way in becomes a source of an element's kind. */
export interface SourceOpeners<S> {
  /** Nothing is set: what checks a result can come while the host still gets it. */
  expectResult(): void;
  /**
   * Brings what the element needs beside a result to show it. It comes while the result does, wherever that comes
   * from, and a load that lacks it has failed. @throws FunnelwheelError `network`
   */
  loadBeside?: LoadOnce<unknown>;
  openResult(result: unknown, options: HostFetchOptions): S;
  openSrc(options: HostFetchOptions & { src: string }): S;
  openDataset(options: DatasetSourceOptions): S;
}

/** The way in that was chosen. */
export interface ChosenWay<S> {
  /** What the source is made of: the same parts need no new source. */
  key: readonly unknown[];
  open(): S;
}

/** One way in: what was set for it, what else its source is made of, and how it is opened. */
interface Way<S> {
  name: string;
  given: unknown;
  how: readonly unknown[];
  open(): S;
}

/**
 * The way in that wins: what is set by hand before what is fetched. A change of what is not used changes nothing.
 * Undefined where nothing is set.
 */
export function chooseWay<Request, S>(
  read: () => LoadInputs<Request, S>,
  openers: SourceOpeners<S>,
): ChosenWay<S> | undefined {
  const way = listWays(read, openers).find(({ given }) => isSet(given));
  return way && { key: [way.name, way.given, ...way.how], open: way.open };
}

/** All ways in, in the order of their precedence (contract.md: what a host sets by hand wins). */
function listWays<Request, S>(read: () => LoadInputs<Request, S>, openers: SourceOpeners<S>): Way<S>[] {
  const inputs = read();
  const { source, result, data, src = '', datasetSrc = '' } = inputs;
  const { defaults, workerUrl, readersUrl, patience, fetchOptions } = inputs;
  const asked = toLiveOptions(fetchOptions, () => read().fetchOptions);
  const engine = {
    ...asked,
    ...(workerUrl ? { workerUrl } : {}),
    ...(readersUrl ? { readersUrl } : {}),
    ...(patience ? { patience } : {}),
  };
  const how = toFetchKey(fetchOptions);
  const ofFile = defaults ? { defaults } : {};
  return [
    { name: 'source', given: source, how: [], open: () => source as S },
    { name: 'result', given: result, how: [how], open: () => openers.openResult(result, asked) },
    {
      name: 'data',
      given: data,
      how: [workerUrl, readersUrl, how],
      open: () => openers.openDataset({ ...engine, data: data as Dataset }),
    },
    { name: 'src', given: src, how: [how], open: () => openers.openSrc({ ...asked, src }) },
    {
      name: 'dataset-src',
      given: datasetSrc,
      how: [toText(defaults), workerUrl, readersUrl, how],
      open: () => openers.openDataset({ ...engine, ...ofFile, src: datasetSrc }),
    },
  ];
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/**
 * What of the fetch options asks for a new load. The host's functions are not: one written in place is another
 * each time a framework renders, and would load without end. The newest is called, see {@link toLiveOptions}.
 */
function toFetchKey(options: HostFetchOptions | undefined): string {
  if (options === undefined) return '';
  const { fetch, headers, ...rest } = options;
  return toText([fetch !== undefined, toHeaderList(headers), rest]);
}

function toHeaderList(headers: HeadersInit | undefined): unknown {
  // What is no headers at all is refused with the first request.
  if (typeof headers !== 'object' || headers === null) return headers;
  return Symbol.iterator in headers ? [...headers] : Object.entries(headers);
}

/** Plain data as text, to be compared. What cannot be written is refused by who takes it, with a word about it. */
export function toText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    return String(error);
  }
}

/** The options with the host's `fetch` as it is when a request is made. */
function toLiveOptions(
  options: HostFetchOptions = {},
  readNow: () => HostFetchOptions | undefined,
): HostFetchOptions {
  if (options.fetch === undefined) return options;
  return { ...options, fetch: (...args) => (readNow()?.fetch ?? globalThis.fetch)(...args) };
}
