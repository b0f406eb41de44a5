import { html, nothing, type TemplateResult } from 'lit';
import { rawCellAt } from '../../src/data/readers/raw-cells.ts';
import { renderOption, valueOf } from '../page/shell.ts';
import {
  REQUIRED,
  columnsOf,
  countRows,
  missingOf,
  withRole,
  type ImportFile,
  type Role,
} from './import-file.ts';
import type { Strings } from './strings.ts';

/** What the form of one file needs from its page. */
export interface FileFormHost {
  strings: Strings;
  language: string;
  /** How many of its rows are used, where that can be told. */
  used: number | undefined;
  change: (file: ImportFile) => void;
  remove: (file: ImportFile) => void;
}

const PREVIEWED = 3;
const ROLES: readonly Role[] = ['people', 'events', 'ignore'];

/** What a file was taken for, to be corrected. */
export function renderFileForm(file: ImportFile, host: FileFormHost): TemplateResult {
  const { strings, language } = host;
  const { name } = file.file;
  const number = new Intl.NumberFormat(language);
  const count = (n: number) => ({ n, text: number.format(n) });
  const rows = strings.rows(count(countRows(file)));
  const { used = countRows(file) } = host;
  const counts = used === countRows(file) ? rows : `${rows}, ${strings.used(count(used))}`;
  return html`
    <section class="file" aria-label=${name}>
      <div class="card-head">
        <h3>${name} <span class="count">${counts}</span></h3>
        <button
          type="button"
          class="button quiet"
          aria-label=${strings.remove(name)}
          @click=${() => host.remove(file)}
        >
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
        </button>
      </div>
      <div class="fields">
        <label class="field">
          <span>${strings.holds}</span>
          <select
            name="role"
            @change=${(event: Event) => host.change(withRole(file, valueOf(event) as Role))}
          >
            ${ROLES.map((role) => renderOption(role, strings.roles[role], file.role))}
          </select>
        </label>
        ${file.role === 'ignore' ? nothing : renderColumns(file, file.role, host)}
      </div>
      ${renderMissing(file, strings)} ${file.role === 'ignore' ? nothing : renderPreview(file, strings)}
    </section>
  `;
}

function renderColumns(file: ImportFile, role: Exclude<Role, 'ignore'>, host: FileFormHost): TemplateResult {
  const shown = columnsOf(role).filter((name) => REQUIRED[role].includes(name) || file.columns[name]);
  const rest = columnsOf(role).filter((name) => !shown.includes(name) && host.strings.column[name]);
  return html`
    ${shown.map((name) => renderColumn(file, name, REQUIRED[role].includes(name), host))}
    ${role === 'events' ? renderType(file, host) : nothing}
    ${file.dateOrder ? renderDateOrder(file, host) : nothing} ${renderMore(file, rest, host)}
  `;
}

function renderColumn(
  file: ImportFile,
  name: string,
  isRequired: boolean,
  host: FileFormHost,
): TemplateResult {
  const { strings } = host;
  const header = file.columns[name] ?? '';
  const pick = (event: Event) =>
    host.change({ ...file, columns: withColumn(file.columns, name, valueOf(event)) });
  return html`
    <label class="field">
      <span
        >${strings.column[name] ?? name}${isRequired ? html` <em>(${strings.required})</em>` : nothing}</span
      >
      <select name=${`column-${name}`} @change=${pick}>
        ${renderOption('', strings.noColumn, header)}
        ${file.table.headers.map((one) => renderOption(one, one, header))}
      </select>
    </label>
  `;
}

/** One column less or more; a column of theirs means one thing only. */
function withColumn(columns: ImportFile['columns'], name: string, header: string): Record<string, string> {
  const others = Object.entries(columns).filter(([other, theirs]) => other !== name && theirs !== header);
  return Object.fromEntries(header === '' ? others : [...others, [name, header]]);
}

function renderType(file: ImportFile, host: FileFormHost): TemplateResult {
  const { strings } = host;
  const column = 'column' in file.type ? file.type.column : '';
  const pick = (event: Event) => {
    const header = valueOf(event);
    host.change({ ...file, type: header === '' ? { all: file.guess.type ?? '' } : { column: header } });
  };
  return html`
    <label class="field">
      <span>${strings.typeColumn} <em>(${strings.required})</em></span>
      <select name="type-column" @change=${pick}>
        ${renderOption('', strings.sameForAll, column)}
        ${file.table.headers.map((one) => renderOption(one, one, column))}
      </select>
    </label>
    ${
      'all' in file.type
        ? html`
            <label class="field">
              <span>${strings.typeAll}</span>
              <input
                name="type-all"
                .value=${file.type.all}
                @change=${(event: Event) => host.change({ ...file, type: { all: valueOf(event) } })}
              />
            </label>
          `
        : nothing
    }
  `;
}

function renderDateOrder(file: ImportFile, host: FileFormHost): TemplateResult {
  const { strings } = host;
  const pick = (event: Event) => host.change({ ...file, dateOrder: valueOf(event) as 'dmy' | 'mdy' });
  return html`
    <label class="field">
      <span>${strings.dateOrder}</span>
      <select name="date-order" @change=${pick}>
        ${(['dmy', 'mdy'] as const).map((order) => renderOption(order, strings.dateOrders[order], file.dateOrder ?? 'dmy'))}
      </select>
    </label>
  `;
}

/** A menu that adds a column we know and found no header for: it takes the first header that is free. */
function renderMore(
  file: ImportFile,
  names: readonly string[],
  host: FileFormHost,
): TemplateResult | typeof nothing {
  const { strings } = host;
  const free = file.guess.unmatched.find((header) => !Object.values(file.columns).includes(header));
  if (names.length === 0 || free === undefined) return nothing;
  const add = (event: Event) => {
    const name = valueOf(event);
    (event.target as HTMLSelectElement).value = '';
    if (name) host.change({ ...file, columns: { ...file.columns, [name]: free } });
  };
  return html`
    <label class="field">
      <span>${strings.moreColumns}</span>
      <select name="more-columns" @change=${add}>
        <option value="">+</option>
        ${names.map((name) => renderOption(name, strings.column[name] ?? name, ''))}
      </select>
    </label>
  `;
}

function renderMissing(file: ImportFile, strings: Strings): TemplateResult | typeof nothing {
  const missing = missingOf(file).map((name) => strings.column[name] ?? name);
  if (missing.length === 0) return nothing;
  return html`<p class="notice bad" role="status">${strings.missing(missing.join(', '))}</p>`;
}

function renderPreview({ table }: ImportFile, strings: Strings): TemplateResult {
  const rows = Array.from({ length: Math.min(PREVIEWED, table.length) }, (_, row) => row);
  return html`
    <div class="preview" role="region" tabindex="0" aria-label=${`${strings.firstRows}: ${table.name}`}>
      <table>
        <thead>
          <tr>
            ${table.headers.map((header) => html`<th scope="col">${header}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`
              <tr>
                ${table.headers.map((header) => html`<td>${String(rawCellAt(table.columns[header], row) ?? '')}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}
