import { FunnelwheelError } from '../../engine/error.ts';

/** The formats a file can have. `arrow` is Arrow IPC, as a file (Feather) or a stream. */
export type FileFormat = 'csv' | 'json' | 'ndjson' | 'arrow' | 'parquet';

/** What is known of a file beside its bytes. */
export interface FileHint {
  name: string;
  /** Settles it; else the bytes, the name and the content type are asked. */
  format?: FileFormat;
  /** Of a CSV; guessed when absent. */
  delimiter?: string;
}

/** How many of a file's first bytes its format is told by. */
export const HEAD_BYTES = 4096;

const HTML = /^\s*<(!doctype|html|head|body)/i;
const MAGIC: readonly (readonly [format: FileFormat, bytes: readonly number[]])[] = [
  ['parquet', [...'PAR1'].map((letter) => letter.charCodeAt(0))],
  ['arrow', [...'ARROW1'].map((letter) => letter.charCodeAt(0))],
  // A stream of Arrow begins with the mark of a message.
  ['arrow', [0xff, 0xff, 0xff, 0xff]],
];
const NAMES: readonly (readonly [format: FileFormat, name: RegExp, type: RegExp])[] = [
  ['parquet', /\.(parquet|pq)$/, /parquet/],
  ['arrow', /\.(arrows?|feather|ipc)$/, /apache\.arrow/],
  ['ndjson', /\.(ndjson|jsonl)$/, /ndjson|jsonl|json-?lines|json-seq/],
  ['json', /\.json$/, /json/],
  ['csv', /\.(csv|tsv|txt)$/, /csv|tab-separated|excel/],
];

/** Whether bytes begin a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The format a name or a MIME type says, if any; `.gz` and a query behind the name say nothing. */
export function guessFormat(name: string, type = ''): FileFormat | undefined {
  const path = name
    .replace(/[?#].*$/, '')
    .toLowerCase()
    .replace(/\.gz$/, '');
  const mime = type.toLowerCase();
  return (NAMES.find(([, known]) => known.test(path)) ?? NAMES.find(([, , known]) => known.test(mime)))?.[0];
}

/**
 * The format of a file, from its first bytes (unpacked), its name and its content type.
 * @throws FunnelwheelError `invalid-file` for a web page.
 */
export function detectFormat(head: Uint8Array, hint: FileHint, type: string): FileFormat {
  const binary = MAGIC.find(([, bytes]) => bytes.every((byte, place) => head[place] === byte));
  if (hint.format !== undefined) return hint.format;
  if (binary !== undefined) return binary[0];
  const start = new TextDecoder().decode(head);
  if (HTML.test(start))
    throw new FunnelwheelError('invalid-file', `${hint.name} is a web page, not a table`, {
      path: hint.name,
    });
  return guessFormat(hint.name, type) ?? guessTextFormat(start);
}

function guessTextFormat(start: string): FileFormat {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'csv';
  const end = text.indexOf('\n');
  return end > 0 && isJson(text.slice(0, end)) ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
