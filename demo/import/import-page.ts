import { html, nothing, render, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RejectedRow } from '../../src/engine/dataset/store-input.ts';
import { FunnelwheelError, type ErrorCode } from '../../src/engine/error.ts';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { applyPreferences, writeQuery, type Preferences } from '../page/preferences.ts';
import { renderShell, valueOf } from '../page/shell.ts';
import { renderFileForm } from './file-form.ts';
import { openImportFile, type ImportFile } from './import-file.ts';
import {
  fitPlan,
  isReversed,
  suggestPlan,
  toDataset,
  toDefinition,
  toJson,
  usableFiles,
  type ImportPlan,
} from './import-plan.ts';
import { renderPlanForm } from './plan-form.ts';
import { stringsOf, type Strings } from './strings.ts';
import { countUsed, summarizeFiles, type FilesSummary } from './summarize-files.ts';

/** The page where visitors see a funnel of files of their own. */
export class ImportPage {
  readonly #root: HTMLElement;
  #preferences: Preferences;
  #files: ImportFile[] = [];
  /** Files that could not be read, and why. */
  #failures: { name: string; code: ErrorCode }[] = [];
  #timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  #known: FilesSummary | undefined;
  #problem: ErrorCode | undefined;
  #plan: ImportPlan | undefined;
  #dataset: Dataset | undefined;
  #definition: FunnelDefinition | undefined;
  #copyState: 'copied' | 'failed' | undefined;
  #isOver = false;
  #reading = 0;
  /** The file that is being read, and how far. */
  #underWay: { name: string; share: number; rows: number; stop: AbortController } | undefined;

  constructor(root: HTMLElement, preferences: Preferences) {
    this.#root = root;
    this.#preferences = preferences;
    applyPreferences(preferences);
    this.#render();
  }

  /** Takes files as if they had been dropped; settles when the funnel's data is known. */
  async addFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        this.#files = [...this.#files, await this.#open(file)];
      } catch (error) {
        if (this.#underWay?.stop.signal.aborted) break;
        this.#failures = [...this.#failures, { name: file.name, code: FunnelwheelError.from(error).code }];
      }
    }
    this.#underWay = undefined;
    await this.#readAgain();
  }

  #open(file: File): Promise<ImportFile> {
    const stop = new AbortController();
    this.#underWay = { name: file.name, share: 0, rows: 0, stop };
    this.#render();
    return openImportFile(file, {
      signal: stop.signal,
      onProgress: ({ loaded, total, rows = 0 }) => {
        this.#underWay = { name: file.name, share: total > 0 ? loaded / total : 1, rows, stop };
        this.#render();
      },
    });
  }

  /** Reads what the files hold as they are mapped now; a later call makes an earlier one's answer void. */
  async #readAgain(): Promise<void> {
    const reading = ++this.#reading;
    const dataset = usableFiles(this.#files).some(({ role }) => role === 'events')
      ? toDataset(this.#files, this.#timeZone)
      : undefined;
    this.#render();
    try {
      const known = dataset && (await summarizeFiles(dataset));
      if (reading === this.#reading) this.#know(dataset, known, undefined);
    } catch (error) {
      if (reading === this.#reading) this.#know(undefined, undefined, FunnelwheelError.from(error).code);
    }
  }

  #know(dataset: Dataset | undefined, known: FilesSummary | undefined, problem?: ErrorCode): void {
    this.#dataset = dataset;
    this.#known = known;
    this.#problem = problem;
    if (known) this.#setPlan(this.#plan ? fitPlan(this.#plan, known.summary) : suggestPlan(known.summary));
    else this.#render();
  }

  #setPlan(plan: ImportPlan): void {
    this.#plan = plan;
    this.#definition = toDefinition(plan, this.#strings.funnelName);
    this.#copyState = undefined;
    this.#render();
  }

  #setFile(changed: ImportFile): void {
    this.#files = this.#files.map((file) => (file.key === changed.key ? changed : file));
    void this.#readAgain();
  }

  #removeFile(removed: ImportFile): void {
    this.#files = this.#files.filter((file) => file.key !== removed.key);
    void this.#readAgain();
  }

  #setPreferences(preferences: Preferences): void {
    this.#preferences = preferences;
    writeQuery({
      lang: preferences.language,
      theme: preferences.theme === 'system' ? undefined : preferences.theme,
    });
    applyPreferences(preferences);
    if (this.#plan) this.#setPlan(this.#plan);
    else this.#render();
  }

  async #addSample(): Promise<void> {
    const names = ['clients.csv', 'evenements.csv'];
    const urls = [
      new URL('../samples/clients.csv', import.meta.url),
      new URL('../samples/evenements.csv', import.meta.url),
    ];
    const blobs = await Promise.all(urls.map(async (url) => (await fetch(url)).blob()));
    this.#failures = [];
    await this.addFiles(blobs.map((blob, index) => new File([blob], names[index] ?? '')));
  }

  get #strings(): Strings {
    return stringsOf(this.#preferences.language);
  }

  #render(): void {
    const strings = this.#strings;
    document.title = `${strings.title} · funnelwheel`;
    const shell = renderShell({
      page: 'import',
      preferences: this.#preferences,
      title: strings.title,
      lead: strings.lead,
      main: html`
        ${this.#renderFiles(strings)} ${this.#known ? this.#renderPlan(strings, this.#known) : nothing}
        ${this.#known && this.#plan && !isReversed(this.#plan) ? this.#renderFunnel(strings, this.#plan) : nothing}
      `,
      onLanguage: (language) => this.#setPreferences({ ...this.#preferences, language }),
      onTheme: (theme) => this.#setPreferences({ ...this.#preferences, theme }),
    });
    render(shell, this.#root);
  }

  #renderFiles(strings: Strings): TemplateResult {
    return html`
      <section class="card" aria-labelledby="files-title">
        <h2 id="files-title">${strings.files}</h2>
        ${this.#renderDrop(strings)} ${this.#renderUnderWay(strings)}
        ${this.#failures.map(
          ({ name, code }) => html`
            <p class="notice bad" role="status">
              ${strings.unreadable(name, strings.unreadableWhy[code] ?? strings.unreadableOther)}
            </p>
          `,
        )}
        ${this.#files.length > 0 ? html`<p class="hint">${strings.columnsHint}</p>` : nothing}
        ${repeat(
          this.#files,
          ({ key }) => key,
          (file) =>
            renderFileForm(file, {
              strings,
              language: this.#preferences.language,
              used: this.#known && countUsed(file, this.#files, this.#known),
              change: (changed) => this.#setFile(changed),
              remove: (removed) => this.#removeFile(removed),
            }),
        )}
        ${
          this.#files.filter(({ role }) => role === 'people').length > 1
            ? html`<p class="notice" role="status">${strings.onePeopleFile}</p>`
            : nothing
        }
        ${this.#files.length > 0 ? this.#renderTimeZone(strings) : nothing}
        ${
          this.#problem
            ? html`<p class="notice bad" role="status">
                ${strings.unusable[this.#problem] ?? strings.unusableOther}
              </p>`
            : nothing
        }
        ${this.#known ? this.#renderKnown(strings, this.#known) : nothing}
      </section>
    `;
  }

  #renderDrop(strings: Strings): TemplateResult {
    const over = (isOver: boolean) => (event: DragEvent) => {
      event.preventDefault();
      if (isOver === this.#isOver) return;
      this.#isOver = isOver;
      this.#render();
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      this.#isOver = false;
      void this.addFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const pick = (event: Event) => {
      const input = event.target as HTMLInputElement;
      void this.addFiles([...(input.files ?? [])]).then(() => (input.value = ''));
    };
    return html`
      <div
        class=${this.#isOver ? 'drop over' : 'drop'}
        @dragover=${over(true)}
        @dragleave=${over(false)}
        @drop=${drop}
      >
        <p>
          ${strings.drop}
          <label class="file-picker">
            <input
              type="file"
              name="files"
              multiple
              accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.arrow,.arrows,.feather,.parquet,.gz"
              @change=${pick}
            />
            <span>${strings.choose}</span>
          </label>
        </p>
        <p class="hint">${strings.formats}</p>
        <button type="button" class="button" name="sample" @click=${() => void this.#addSample()}>
          ${strings.sample}
        </button>
      </div>
    `;
  }

  #renderUnderWay(strings: Strings): TemplateResult | typeof nothing {
    if (this.#underWay === undefined) return nothing;
    const { name, share, rows, stop } = this.#underWay;
    const number = new Intl.NumberFormat(this.#preferences.language);
    const percent = new Intl.NumberFormat(this.#preferences.language, { style: 'percent' });
    const counted = rows > 0 ? strings.rows({ n: rows, text: number.format(rows) }) : '';
    return html`
      <div class="under-way">
        <label>
          <span>${strings.reading(name)}</span>
          <progress max="1" .value=${share}></progress>
        </label>
        <span>${[percent.format(share), counted].filter((text) => text !== '').join(' · ')}</span>
        <button type="button" class="button" @click=${() => stop.abort()}>${strings.cancel}</button>
      </div>
    `;
  }

  #renderTimeZone(strings: Strings): TemplateResult {
    const pick = (event: Event) => {
      this.#timeZone = valueOf(event);
      void this.#readAgain();
    };
    return html`
      <label class="field zone">
        <span>${strings.timeZone}</span>
        <input name="time-zone" list="zones" .value=${this.#timeZone} @change=${pick} />
        <datalist id="zones">
          ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
        </datalist>
      </label>
    `;
  }

  #renderKnown(strings: Strings, { summary, rejected }: FilesSummary): TemplateResult {
    const { language } = this.#preferences;
    const number = new Intl.NumberFormat(language);
    const count = (n: number) => ({ n, text: number.format(n) });
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: summary.timeZone });
    const date = (iso: string | undefined) => (iso ? day.format(new Date(iso)) : '–');
    return html`
      <p class="notice found" role="status">
        ${strings.found(count(summary.people), count(summary.events), date(summary.from), date(summary.to))}
      </p>
      ${rejected.count > 0 ? renderRejected(strings, rejected) : nothing}
    `;
  }

  #renderPlan(strings: Strings, { summary }: FilesSummary): TemplateResult {
    if (!this.#plan) return html``;
    return html`
      <section class="card" aria-labelledby="steps-title">
        <h2 id="steps-title">${strings.steps}</h2>
        ${renderPlanForm(this.#plan, {
          strings,
          language: this.#preferences.language,
          summary,
          change: (plan) => this.#setPlan(plan),
        })}
      </section>
    `;
  }

  #renderFunnel(strings: Strings, plan: ImportPlan): TemplateResult {
    return html`
      <section class="widget" aria-label=${strings.funnel}>
        <funnel-chart
          id="result"
          from=${ifDefined(plan.from || undefined)}
          to=${ifDefined(plan.to || undefined)}
          breakdown=${ifDefined(plan.breakdown || undefined)}
          .definition=${this.#definition}
          .data=${this.#dataset}
        ></funnel-chart>
        <funnel-step-drilldown for="result" can="export"></funnel-step-drilldown>
      </section>
      ${this.#renderJson(strings, plan)}
    `;
  }

  #renderJson(strings: Strings, plan: ImportPlan): TemplateResult {
    const json = toJson(this.#files, this.#timeZone, plan, strings.funnelName);
    const copy = async () => {
      this.#copyState = await navigator.clipboard.writeText(json).then(
        () => 'copied' as const,
        () => 'failed' as const,
      );
      this.#render();
    };
    return html`
      <section class="card" aria-labelledby="json-title">
        <div class="card-head">
          <h2 id="json-title">${strings.json}</h2>
          <button type="button" class="button" name="copy" @click=${() => void copy()}>
            ${strings.copy}
          </button>
        </div>
        <p class="hint">${strings.jsonHint}</p>
        <p class="hint" role="status">
          ${this.#copyState === 'copied' ? strings.copied : this.#copyState === 'failed' ? strings.copyFailed : nothing}
        </p>
        <pre tabindex="0">${json}</pre>
      </section>
    `;
  }
}

function renderRejected(strings: Strings, { count, rows }: FilesSummary['rejected']): TemplateResult {
  const why = ({ code, reason }: RejectedRow) =>
    code === 'malformed' ? strings.malformed[reason ?? ''] : strings.reasons[code];
  return html`
    <details class="rejected" open>
      <summary>${strings.rejected(count)}</summary>
      ${rows.length < count ? html`<p class="hint">${strings.rejectedFirst(rows.length)}</p>` : nothing}
      <div class="preview" role="region" tabindex="0" aria-label=${strings.rejected(count)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${strings.rejectedFile}</th>
              <th scope="col">${strings.rejectedLine}</th>
              <th scope="col">${strings.rejectedWhy}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`
                <tr>
                  <td>${row.table}</td>
                  <td class="number">${row.line ?? row.row + 1}</td>
                  <td>
                    ${why(row) ?? strings.reasons[row.code]}
                    ${row.value && row.code !== 'malformed' ? html`<code>${row.value}</code>` : nothing}
                  </td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
