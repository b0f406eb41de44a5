import { FunnelwheelError } from '../engine/error.ts';
import { BlobCollector } from './blob-collector.ts';
import type { LoadOptions } from './ask-options.ts';

/** Streams can be read once; what came of one is kept as long as the stream is. */
const collected = new WeakMap<ReadableStream<Uint8Array>, Promise<Blob>>();

/**
 * All bytes of a stream as a Blob, so that they can be sent again and read here and there. Asked again, it answers
 * the same.
 * @throws FunnelwheelError `invalid-file` where somebody has read the stream before, or it breaks off; rejects with the
 * signal's reason when aborted, and the stream is given up with it.
 */
export function collectStream(
  stream: ReadableStream<Uint8Array>,
  name: string,
  options: LoadOptions,
): Promise<Blob> {
  const known = collected.get(stream);
  if (known !== undefined) return known;
  const blob = collect(stream, name, options);
  collected.set(stream, blob);
  blob.catch(() => collected.delete(stream));
  return blob;
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  name: string,
  { signal, onProgress }: LoadOptions,
): Promise<Blob> {
  if (stream.locked) throw toError(name, 'its stream was read before: hand over a new one, or a Blob');
  const reader = stream.getReader();
  // What a stream that is given up fails with is of no interest any more.
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const collector = new BlobCollector();
  let loaded = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return collector.finish();
      // A copy: the host may use its buffer again for the next piece.
      collector.add(value.slice());
      loaded += value.byteLength;
      onProgress?.({ phase: 'fetch', table: name, loaded });
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw toError(name, `its stream broke off behind byte ${loaded}`, cause);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function toError(name: string, why: string, cause?: unknown): FunnelwheelError {
  return new FunnelwheelError('invalid-file', `${name}: ${why}`, { path: name, cause });
}
