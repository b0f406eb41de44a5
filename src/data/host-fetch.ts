import { FunnelwheelError } from '../engine/error.ts';
import { attemptFetch } from './fetch-attempt.ts';
import { toLimit, type HostFetchOptions, type HostRequest } from './host-request.ts';
import { decodeText } from './readers/decode-text.ts';
import { parseJson } from './readers/json.ts';

export type { HostFetchOptions, HostRequest } from './host-request.ts';

const MAX_RETRIES = 2;
/** A server that asks for a longer pause is not waited for: the user is told, and can try again. */
const LONGEST_PAUSE = 30_000;
const JSON_TYPE = /^(application|text)\/([\w.+-]+\+)?json\b/i;

/**
 * GETs an address the way the host wants it. Failures of the network, 408, 429 and 5xx are repeated at most twice,
 * after a growing pause or the one in `Retry-After`.
 * @throws FunnelwheelError `network`, `timeout`, `unauthorized`, `forbidden`, `http` (with `status`), `too-large`,
 * `invalid-options`; rejects with the signal's reason when it is aborted.
 */
export async function fetchFromHost(request: HostRequest, options: HostFetchOptions = {}): Promise<Blob> {
  for (let retry = 0; ; retry += 1) {
    request.signal.throwIfAborted();
    const attempt = await attemptFetch(request, options);
    if ('body' in attempt) return attempt.body;
    const pause = attempt.pause ?? toLimit('retryDelay', options) * 2 ** retry;
    if (!attempt.isSafeToRepeat || retry >= MAX_RETRIES || pause > LONGEST_PAUSE) throw attempt.error;
    await waitFor(pause, request.signal);
  }
}

/**
 * GETs JSON.
 * @throws FunnelwheelError as {@link fetchFromHost}, and `not-json` for another content type, for nothing at all, and
 * for text that is none.
 */
export async function fetchJson(
  request: Omit<HostRequest, 'accept'>,
  options: HostFetchOptions = {},
): Promise<unknown> {
  const body = await fetchFromHost({ ...request, accept: 'application/json' }, options);
  if (body.size === 0) throw new FunnelwheelError('not-json', 'the answer is empty');
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
