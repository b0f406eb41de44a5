import { FunnelwheelError } from '../engine/error.ts';
import { decodeText } from './readers/decode-text.ts';
import { parseJson } from './readers/json.ts';

/** How the host wants its servers to be asked. */
export interface HostFetchOptions {
  /** The host's own `fetch`: token refresh, signing and the like belong there. */
  fetch?: typeof globalThis.fetch;
  /** Sent to the origin of the address the host named, and to no other. */
  headers?: HeadersInit;
  /** Default `same-origin`, as `fetch` has it. */
  credentials?: RequestCredentials;
  /** Milliseconds an attempt may take, its body included. Default 30,000. */
  timeout?: number;
  /** The largest answer that is read, in bytes. Default 50 MB. */
  maxBytes?: number;
  /** Milliseconds before the first of at most two repetitions; doubled for the second. Default 500. */
  retryDelay?: number;
}

/** One GET request. */
export interface HostRequest {
  url: string;
  signal: AbortSignal;
  accept: string;
  /** Bytes so far, and in total where the server says so. */
  onProgress?: (loaded: number, total?: number) => void;
}

const MEGABYTE = 1_000_000;
const DEFAULTS = { timeout: 30_000, maxBytes: 50 * MEGABYTE, retryDelay: 500 } as const;
const MAX_RETRIES = 2;
/** A server that asks for a longer pause is not waited for: the user is told, and can try again. */
const LONGEST_PAUSE = 30_000;
const JSON_TYPE = /^(application|text)\/([\w.+-]+\+)?json\b/i;

/** What came of one attempt. */
type Attempt = { body: Blob } | { error: FunnelwheelError; isSafeToRepeat: boolean; pause?: number };

/**
 * GETs an address the way the host wants it. Failures of the network, 408, 429 and 5xx are repeated at most twice,
 * after a growing pause or the one in `Retry-After`.
 * @throws FunnelwheelError `network`, `timeout`, `unauthorized`, `forbidden`, `http` (with `status`), `too-large`;
 * rejects with the signal's reason when it is aborted.
 */
export async function fetchFromHost(request: HostRequest, options: HostFetchOptions = {}): Promise<Blob> {
  for (let retry = 0; ; retry += 1) {
    request.signal.throwIfAborted();
    const attempt = await attemptFetch(request, options);
    if ('body' in attempt) return attempt.body;
    const pause = attempt.pause ?? (options.retryDelay ?? DEFAULTS.retryDelay) * 2 ** retry;
    if (!attempt.isSafeToRepeat || retry >= MAX_RETRIES || pause > LONGEST_PAUSE) throw attempt.error;
    await waitFor(pause, request.signal);
  }
}

/**
 * GETs JSON.
 * @throws FunnelwheelError as {@link fetchFromHost}, and `not-json` for another content type or text that is none.
 */
export async function fetchJson(
  request: Omit<HostRequest, 'accept'>,
  options: HostFetchOptions = {},
): Promise<unknown> {
  const body = await fetchFromHost({ ...request, accept: 'application/json' }, options);
  if (body.type !== '' && !JSON_TYPE.test(body.type)) {
    throw new FunnelwheelError('not-json', `the answer is ${body.type}, not JSON`, { value: body.type });
  }
  return parseJson(decodeText(new Uint8Array(await body.arrayBuffer())).text, 'the answer');
}

/** The same options without headers and credentials where an address is of another origin than the host's own. */
export function limitToOrigin(options: HostFetchOptions, from: string, to: string): HostFetchOptions {
  if (originOf(from) === originOf(to)) return options;
  const { headers: _, credentials: __, ...rest } = options;
  return { ...rest, credentials: 'omit' };
}

/** An address made absolute against a base, or against the page; as it is where there is neither. */
export function resolveUrl(url: string, base?: string): string {
  const page = (globalThis as { document?: { baseURI: string } }).document?.baseURI;
  const absolute =
    base === undefined ? page : URL.canParse(base, page) ? new URL(base, page).href : undefined;
  return URL.canParse(url, absolute) ? new URL(url, absolute).href : url;
}

function originOf(url: string): string | undefined {
  const absolute = resolveUrl(url);
  return URL.canParse(absolute) ? new URL(absolute).origin : undefined;
}

async function attemptFetch(request: HostRequest, options: HostFetchOptions): Promise<Attempt> {
  const timeout = options.timeout ?? DEFAULTS.timeout;
  const stop = new AbortController();
  const onAbort = () => stop.abort(request.signal.reason);
  const timer = setTimeout(() => stop.abort(timedOut(timeout)), timeout);
  request.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const response = await send(request, options, stop.signal);
    if (!response.ok) return await refuse(response);
    return { body: await readBody(response, options.maxBytes ?? DEFAULTS.maxBytes, request) };
  } catch (cause) {
    return fail(cause, request.signal, stop.signal);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', onAbort);
  }
}

function send(
  { url, accept }: HostRequest,
  options: HostFetchOptions,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers(options.headers);
  if (!headers.has('accept')) headers.set('accept', accept);
  const credentials = options.credentials === undefined ? {} : { credentials: options.credentials };
  const ask = options.fetch ?? globalThis.fetch;
  return ask(url, { method: 'GET', headers, signal, ...credentials });
}

function timedOut(timeout: number): FunnelwheelError {
  return new FunnelwheelError('timeout', `no answer within ${timeout / 1000} s`);
}

function fail(cause: unknown, asked: AbortSignal, stopped: AbortSignal): Attempt {
  if (asked.aborted) throw asked.reason;
  if (stopped.aborted) return { error: FunnelwheelError.from(stopped.reason), isSafeToRepeat: false };
  if (cause instanceof FunnelwheelError) return { error: cause, isSafeToRepeat: false };
  return {
    error: new FunnelwheelError('network', 'the server could not be reached', { cause }),
    isSafeToRepeat: true,
  };
}

async function refuse(response: Response): Promise<Attempt> {
  await response.body?.cancel();
  const { status } = response;
  const code = status === 401 ? 'unauthorized' : status === 403 ? 'forbidden' : 'http';
  const error = new FunnelwheelError(code, `the server answered ${status}`, { status });
  const pause = toPause(response.headers.get('retry-after'));
  const isSafeToRepeat = status === 408 || status === 429 || status >= 500;
  return { error, isSafeToRepeat, ...(pause === undefined ? {} : { pause }) };
}

/** Milliseconds of a `Retry-After`, which is seconds or a date. */
function toPause(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}

async function readBody(response: Response, maxBytes: number, { onProgress }: HostRequest): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  const announced = Number(response.headers.get('content-length') ?? NaN);
  const total = Number.isNaN(announced) ? undefined : announced;
  if (total !== undefined && total > maxBytes) return stopReading(response.body, maxBytes);
  if (response.body === null) return new Blob([], { type });
  const reader = response.body.getReader();
  const chunks: BlobPart[] = [];
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type });
    chunks.push(value);
    loaded += value.byteLength;
    if (loaded > maxBytes) return stopReading(reader, maxBytes);
    onProgress?.(loaded, total);
  }
}

async function stopReading(body: { cancel(): Promise<void> } | null, maxBytes: number): Promise<never> {
  await body?.cancel();
  throw new FunnelwheelError('too-large', `the answer is larger than ${maxBytes / MEGABYTE} MB`, {
    value: maxBytes,
  });
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
