/** How the host wants its servers to be asked. */
export interface HostFetchOptions {
  /** The host's own `fetch`: token refresh, signing and the like belong there. Its newest is called each time. */
  fetch?: typeof globalThis.fetch;
  /** Sent to the origin of the address the host named, and to no other. */
  headers?: HeadersInit;
  /** Default `same-origin`, as `fetch` has it. */
  credentials?: RequestCredentials;
  /** Milliseconds an attempt may take, its body included; `Infinity` for no limit. Default 30,000. */
  timeout?: number;
  /** The largest answer that is read, in bytes; `Infinity` for no limit. Default 50 MB. */
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

/** Bytes of a megabyte, as limits are written. */
export const MEGABYTE = 1_000_000;
const DEFAULTS = { timeout: 30_000, maxBytes: 50 * MEGABYTE, retryDelay: 500 } as const;

/** One of the limits: as the host set it, or its default where that is no limit (not a number, zero, less). */
export function toLimit(name: keyof typeof DEFAULTS, options: HostFetchOptions): number {
  const set = options[name];
  return typeof set === 'number' && set > 0 ? set : DEFAULTS[name];
}
