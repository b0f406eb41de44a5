/** Every code there is. */
export const ERROR_CODES = [
  'invalid-definition',
  'invalid-dataset',
  'invalid-result',
  'invalid-options',
  'invalid-mapping',
  'invalid-file',
  'no-usable-rows',
  'unknown-funnel',
  'unknown-step',
  'unknown-subject',
  'not-configured',
  'unsupported',
  'network',
  'timeout',
  'http',
  'unauthorized',
  'forbidden',
  'too-large',
  'not-json',
  'worker-failed',
  'internal',
] as const;

/** What went wrong, as a stable word a host can switch on. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The pieces of a {@link FunnelwheelError} that cross the worker's port as plain data. */
export interface ErrorDetail {
  code: ErrorCode;
  message: string;
  path?: string;
  value?: unknown;
  status?: number;
}

/** What else is known of the failure. */
export interface ErrorContext {
  /** Where in the input: `steps[2].where.kind`, or a table and line. Empty for the input as a whole. */
  path?: string;
  /** The offending value, as given. */
  value?: unknown;
  /** HTTP status, where there is one. */
  status?: number;
  cause?: unknown;
}

/**
 * The one error type of the package. `message` is plain English for developers; what users read is made
 * from `code` by the elements, in their language.
 */
export class FunnelwheelError extends Error {
  readonly code: ErrorCode;
  readonly path: string;
  readonly value: unknown;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, context: ErrorContext = {}) {
    super(message, 'cause' in context ? { cause: context.cause } : undefined);
    this.name = 'FunnelwheelError';
    this.code = code;
    this.path = context.path ?? '';
    this.value = context.value;
    this.status = context.status;
  }

  /** Plain data that survives structured clone; give it back to {@link FunnelwheelError.from}. */
  toDetail(): ErrorDetail {
    const { code, message, path, value, status } = this;
    return {
      code,
      message,
      path,
      ...(isPlain(value) ? { value } : {}),
      ...(status === undefined ? {} : { status }),
    };
  }

  /** Rebuilds an error from {@link toDetail}, or wraps anything else as `internal`. */
  static from(thrown: unknown): FunnelwheelError {
    if (thrown instanceof FunnelwheelError) return thrown;
    if (isDetail(thrown)) return new FunnelwheelError(thrown.code, thrown.message, thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new FunnelwheelError('internal', message, { cause: thrown });
  }
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Errors of others have codes too (a DOMException, Node's own); only ours are taken for what they say. */
function isDetail(value: unknown): value is ErrorDetail {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value))
    return false;
  return (ERROR_CODES as readonly unknown[]).includes(value.code) && typeof value.message === 'string';
}
