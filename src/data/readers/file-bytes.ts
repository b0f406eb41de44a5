import { FunnelwheelError } from '../../engine/error.ts';
import { BlobCollector } from '../blob-collector.ts';
import { HEAD_BYTES, isGzip } from './file-format.ts';

/** Who hears how far a file is read, and how it is given up. */
export interface ReadOptions {
  signal?: AbortSignal;
  /** Bytes of the file as it lies there (packed, where it is), and rows where they are counted on the way. */
  onProgress?: (progress: { loaded: number; total: number; rows?: number }) => void;
}

/** Bytes that are taken from a file at once. */
const CHUNK_BYTES = 1 << 21;

/** The bytes of a file, piece by piece; unpacked on the way where it is gzipped. It can be read more than once. */
export class FileBytes {
  readonly name: string;
  /** Content type, as the Blob has it. */
  readonly type: string;
  /** The first bytes, unpacked. */
  readonly head: Uint8Array;
  /** Rows read so far, for who reads to say. */
  rows: number | undefined;
  readonly #file: Blob;
  readonly #isPacked: boolean;
  readonly #options: ReadOptions;

  private constructor(file: Blob, name: string, options: ReadOptions, isPacked: boolean, head: Uint8Array) {
    this.#file = file;
    this.name = name;
    this.type = file.type;
    this.#options = options;
    this.#isPacked = isPacked;
    this.head = head;
  }

  /** @throws FunnelwheelError `invalid-file` where it is packed and the bytes are damaged. */
  static async open(file: Blob, name: string, options: ReadOptions = {}): Promise<FileBytes> {
    const start = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    if (!isGzip(start)) return new FileBytes(file, name, options, false, start);
    const { signal } = options;
    const packed = new FileBytes(file, name, { ...(signal ? { signal } : {}) }, true, start);
    const first = await packed.chunks().next();
    return new FileBytes(file, name, options, true, first.value?.slice(0, HEAD_BYTES) ?? new Uint8Array());
  }

  /**
   * The bytes in order. Between two pieces the event loop turns, so that a cancellation is heard.
   * @throws FunnelwheelError `invalid-file` for damaged gzip; the signal's reason when aborted.
   */
  chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
    return this.#isPacked ? this.#unpacked() : this.#slices();
  }

  /** All of it. @throws FunnelwheelError `too-large` where the browser has no room for it. */
  async all(): Promise<Uint8Array<ArrayBuffer>> {
    const file = await this.toBlob();
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (cause) {
      this.#options.signal?.throwIfAborted();
      throw new FunnelwheelError('too-large', `${this.name} does not fit into memory`, {
        path: this.name,
        cause,
      });
    }
  }

  /** The bytes as a file of its own, for who reads here and there. */
  async toBlob(): Promise<Blob> {
    if (!this.#isPacked) return this.#file;
    const collector = new BlobCollector();
    for await (const chunk of this.chunks()) collector.add(chunk);
    return collector.finish();
  }

  /** Tells how much of the file was read by who reads here and there. */
  tell(loaded: number): void {
    this.#options.signal?.throwIfAborted();
    const rows = this.rows === undefined ? {} : { rows: this.rows };
    this.#options.onProgress?.({ loaded, total: this.#file.size, ...rows });
  }

  async *#slices(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
    const { size } = this.#file;
    for (let start = 0; start < size; start += CHUNK_BYTES) {
      this.tell(start);
      yield new Uint8Array(await this.#file.slice(start, start + CHUNK_BYTES).arrayBuffer());
    }
    this.tell(size);
  }

  async *#unpacked(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
    if (typeof DecompressionStream === 'undefined')
      throw new FunnelwheelError('unsupported', `${this.name}: gzip cannot be unpacked here`, {
        path: this.name,
      });
    const slices = this.#slices();
    const source = new ReadableStream<BufferSource>({
      async pull(controller) {
        try {
          const { done, value } = await slices.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(error);
        }
      },
    });
    const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
    let unpacked = 0;
    try {
      for (;;) {
        const { done, value } = await this.#readPacked(reader, unpacked);
        if (done) return undefined;
        unpacked += value.length;
        yield value;
      }
    } finally {
      // Left early, or after a failure that was told already.
      await reader.cancel().catch(() => undefined);
    }
  }

  async #readPacked(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, unpacked: number) {
    try {
      return await reader.read();
    } catch (cause) {
      this.#options.signal?.throwIfAborted();
      const why = `its gzip is damaged or ends too early, behind byte ${unpacked} of what was unpacked`;
      throw new FunnelwheelError('invalid-file', `${this.name}: ${why}`, { path: this.name, cause });
    }
  }
}
