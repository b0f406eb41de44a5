/** Text, and whether it had to be read as Windows-1252 because it was no valid UTF-8. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

function findBom(bytes: Uint8Array): DecodedText['encoding'] | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Decodes a file's bytes: a byte order mark decides, else UTF-8, else Windows-1252, which is what spreadsheets
 * in French still save as "CSV".
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = findBom(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
