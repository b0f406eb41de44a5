import type { ReadNotice } from './raw-table.ts';

/** The names of a table's columns, one for each position of the header record. */
export interface HeaderNames {
  names: string[];
  notices: ReadNotice[];
}

function findFreeName(base: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}

/**
 * Makes a header record into distinct, non-empty column names, and tells what it changed: an empty header
 * becomes `column 3` (its position), a repeated one `date 2`.
 */
export function toHeaderNames(cells: readonly string[]): HeaderNames {
  const names: string[] = [];
  const notices: ReadNotice[] = [];
  const taken = new Set(cells.map((cell) => cell.trim()));
  const used = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const header = cell.trim();
    const wanted = header === '' ? `column ${index + 1}` : header;
    const isFree = header === '' ? !taken.has(wanted) && !used.has(wanted) : !used.has(wanted);
    const name = isFree ? wanted : findFreeName(wanted, new Set([...taken, ...used]));
    used.add(name);
    names.push(name);
    if (header === '') notices.push({ code: 'header-missing', column: name });
    else if (name !== header) notices.push({ code: 'header-renamed', column: name, header });
  }
  return { names, notices };
}
