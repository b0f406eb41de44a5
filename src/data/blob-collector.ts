/** So many bytes are held before they are given to the browser's store of Blobs, which may put them on its disk. */
const HELD_BYTES = 8_000_000;

/** Makes bytes that come piece by piece into one Blob, without holding them all in the page's own memory. */
export class BlobCollector {
  readonly #parts: Blob[] = [];
  #held: BlobPart[] = [];
  #heldBytes = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#held.push(bytes);
    this.#heldBytes += bytes.byteLength;
    if (this.#heldBytes >= HELD_BYTES) this.#putDown();
  }

  finish(type = ''): Blob {
    this.#putDown();
    return new Blob(this.#parts, { type });
  }

  #putDown(): void {
    this.#parts.push(new Blob(this.#held));
    this.#held = [];
    this.#heldBytes = 0;
  }
}
