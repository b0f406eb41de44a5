import { FunnelwheelError } from '../engine/error.ts';
import { BlobCollector } from './blob-collector.ts';
import { MEGABYTE, toLimit, type HostFetchOptions, type HostRequest } from './host-request.ts';
import { untilAborted } from './until-aborted.ts';

/** What came of one attempt. `pause` is what the server asks for, in milliseconds. */
export type Attempt = { body: Blob } | { error: FunnelwheelError; isSafeToRepeat: boolean; pause?: number };

/** The longest time a timer can be set to. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * GETs an address once, within the time-out; the body included. The host's `fetch` need not heed its signal.
 * @throws FunnelwheelError `invalid-options` for headers that are none; rejects with the request's reason when aborted.
 */
export async function attemptFetch(request: HostRequest, options: HostFetchOptions): Promise<Attempt> {
  const init = toInit(request, options);
  const timeout = toLimit('timeout', options);
  const stop = new AbortController();
  const onAbort = () => stop.abort(request.signal.reason);
  const timer = setTimeout(() => stop.abort(timedOut(timeout)), Math.min(timeout, LONGEST_TIMER));
  request.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const exchange = converse({ ...request, signal: stop.signal }, options, init);
    return await untilAborted(exchange, stop.signal);
  } catch (cause) {
    return toFailure(cause, request.signal, stop.signal);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', onAbort);
  }
}

/** Asks, and reads the answer. */
async function converse(
  request: HostRequest,
  options: HostFetchOptions,
  init: RequestInit,
): Promise<Attempt> {
  const ask = options.fetch ?? globalThis.fetch;
  const response: unknown = await ask(request.url, { ...init, signal: request.signal });
  if (!isResponse(response))
    throw new FunnelwheelError('invalid-options', 'the fetch of the host gave no Response', {
      path: 'fetchOptions.fetch',
    });
  if (!response.ok) return refuse(response);
  return { body: await readBody(response, toLimit('maxBytes', options), request) };
}

/** A Response, or what a host's own `fetch` gives in its place. */
function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'ok' in value && 'headers' in value;
}

function toInit({ accept }: HostRequest, options: HostFetchOptions): RequestInit {
  const headers = toHeaders(options.headers);
  if (!headers.has('accept')) headers.set('accept', accept);
  const credentials = options.credentials === undefined ? {} : { credentials: options.credentials };
  return { method: 'GET', headers, ...credentials };
}

function toHeaders(headers: HeadersInit | undefined): Headers {
  try {
    return new Headers(headers);
  } catch (cause) {
    // The message of the platform may hold a token: it stays in the cause.
    throw new FunnelwheelError('invalid-options', 'the headers of the host are not valid', {
      path: 'fetchOptions.headers',
      cause,
    });
  }
}

function timedOut(timeout: number): FunnelwheelError {
  return new FunnelwheelError('timeout', `no answer within ${timeout / 1000} s`);
}

function toFailure(cause: unknown, asked: AbortSignal, stopped: AbortSignal): Attempt {
  if (asked.aborted) throw asked.reason;
  if (stopped.aborted) return { error: FunnelwheelError.from(stopped.reason), isSafeToRepeat: false };
  if (cause instanceof FunnelwheelError) return { error: cause, isSafeToRepeat: false };
  return {
    error: new FunnelwheelError('network', 'the server could not be reached', { cause }),
    isSafeToRepeat: true,
  };
}

async function refuse(response: Response): Promise<Attempt> {
  const { status } = response;
  await drop(response.body);
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

async function readBody(response: Response, maxBytes: number, request: HostRequest): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  const total = toLength(response.headers);
  if (total !== undefined && total > maxBytes) return refuseSize(response.body, maxBytes);
  if (response.bodyUsed || response.body?.locked === true) throw usedUp();
  if (response.body === null) return new Blob([], { type });
  const reader = response.body.getReader();
  const stopReading = () => void drop(reader);
  request.signal.addEventListener('abort', stopReading, { once: true });
  const collector = new BlobCollector();
  let loaded = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return collector.finish(type);
      collector.add(value);
      loaded += value.byteLength;
      if (loaded > maxBytes) return await refuseSize(reader, maxBytes);
      request.onProgress?.(loaded, total);
    }
  } finally {
    request.signal.removeEventListener('abort', stopReading);
  }
}

/** The announced length of the body; a compressed one says nothing about what will be read. */
function toLength(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  const isPlain = (headers.get('content-encoding') ?? 'identity') === 'identity';
  return length !== null && /^\d+$/.test(length) && isPlain ? Number(length) : undefined;
}

function usedUp(): FunnelwheelError {
  return new FunnelwheelError('invalid-options', 'the fetch of the host has read the answer: give a clone', {
    path: 'fetchOptions.fetch',
  });
}

async function refuseSize(body: { cancel(): Promise<void> } | null, maxBytes: number): Promise<never> {
  await drop(body);
  throw new FunnelwheelError('too-large', `the answer is larger than ${maxBytes / MEGABYTE} MB`, {
    value: maxBytes,
  });
}

/** Leaves the rest of a body unread. */
async function drop(body: { cancel(): Promise<void> } | null): Promise<void> {
  // One that was read, or broke off, cannot be dropped and need not be: what it was about is known already.
  await body?.cancel().catch(() => undefined);
}
