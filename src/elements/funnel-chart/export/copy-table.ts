import { FunnelwheelError } from '../../../engine/error.ts';
import type { ClipboardTable } from '../../../layout/export/to-clipboard.ts';

/**
 * Puts a table on the clipboard, as text and as HTML: by the asynchronous clipboard, and where that is refused or is not
 * there (a page without HTTPS) by the old way. To be called within the user's act.
 * @throws FunnelwheelError `unsupported` where the browser allows neither
 */
export async function copyTable({ text, html }: ClipboardTable, near: ParentNode): Promise<void> {
  const isCopied = await writeClipboard(text, html).catch(() => copyBySelection({ text, html }, near));
  if (!isCopied)
    throw new FunnelwheelError('unsupported', 'the browser did not allow the clipboard to be written');
}

async function writeClipboard(text: string, html: string): Promise<true> {
  const toBlob = (content: string, type: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': toBlob(text, 'text/plain'),
    'text/html': toBlob(html, 'text/html'),
  });
  await navigator.clipboard.write([item]);
  return true;
}

/** Something selected is needed for the browser to copy; what it copies is set while it does. */
function copyBySelection({ text, html }: ClipboardTable, near: ParentNode): boolean {
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.value = text;
  near.append(field);
  const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  const handleCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', handleCopy, { capture: true, once: true });
  field.select();
  try {
    // Deprecated, and the only way left where there is no other.
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', handleCopy, { capture: true });
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
