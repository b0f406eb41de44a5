/** As long as a browser may take to begin to read what it is given to save. */
const READ_WITHIN_MS = 60_000;

/** Hands a file to the browser, to be saved under its name. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
  link.click();
  // Not at once: the browser may only begin to read it now.
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
