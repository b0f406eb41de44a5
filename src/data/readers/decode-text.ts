import { FunnelwheelError } from '../../engine/error.ts';
import type { FileBytes } from './file-bytes.ts';

/** How the bytes of a text are read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Text, and whether it had to be read as Windows-1252 because it was no valid UTF-8. */
export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** So many characters are read before they are looked at: enough for the work to outweigh its beginning. */
const WINDOW_CHARACTERS = 1 << 20;

function findBom(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * The encodings to try, one after the other: a byte order mark decides, else UTF-8, else Windows-1252, which is what
 * spreadsheets in French still save as "CSV".
 */
function listEncodings(head: Uint8Array): TextEncoding[] {
  const marked = findBom(head);
  return marked === undefined ? ['utf-8', 'windows-1252'] : [marked];
}

function createDecoder(encoding: TextEncoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
}

/** Decodes a whole file's bytes; see {@link TextWindows} for one that is too long for that. */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const encoding of listEncodings(bytes)) {
    try {
      return { text: createDecoder(encoding).decode(bytes), encoding };
    } catch (error) {
      // A text that is longer than a string can be is told as that; what is no UTF-8 is tried otherwise.
      if (encoding !== 'utf-8' || !(error instanceof TypeError)) throw error;
    }
  }
  throw new FunnelwheelError('invalid-file', 'the bytes are no text');
}

/** The text of a file, window by window, without the byte order mark. */
export class TextWindows {
  readonly #file: FileBytes;

  constructor(file: FileBytes) {
    this.#file = file;
  }

  /** The encodings to try, one after the other. */
  encodings(): TextEncoding[] {
    return listEncodings(this.#file.head);
  }

  /**
   * Reads the file from its beginning. False where it turns out not to be of the encoding; then all that was taken of
   * it is void.
   */
  async read(encoding: TextEncoding, take: (text: string, isLast: boolean) => void): Promise<boolean> {
    const decoder = createDecoder(encoding);
    let held = '';
    for await (const chunk of this.#file.chunks()) {
      const text = decode(() => decoder.decode(chunk, { stream: true }));
      if (text === undefined) return false;
      held += text;
      if (held.length < WINDOW_CHARACTERS) continue;
      take(held, false);
      held = '';
    }
    const rest = decode(() => decoder.decode());
    if (rest === undefined) return false;
    take(held + rest, true);
    return true;
  }
}

function decode(run: () => string): string | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
