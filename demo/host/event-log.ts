import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FunnelResult, PeoplePage } from '../../src/engine/schema/index.ts';
import type { Strings } from './strings.ts';

/** The events of both elements. */
export const EVENT_NAMES = [
  'funnel-load',
  'funnel-error',
  'funnel-step-select',
  'view-change',
  'clients-select',
  'clients-tag',
  'clients-stage-change',
  'clients-enroll',
  'people-load',
  'people-error',
] as const;

/** One event as it came, its data already as text. */
export interface LogEntry {
  number: number;
  time: Date;
  name: string;
  summary: string;
  data: string;
  /** What the host did about it, once it has: how many people were changed, or why it could not. */
  outcome?: { changed: number } | { error: string };
}

const KEPT = 60;
const LONGEST_LIST = 8;

/** The last events the page received, newest first. */
export class EventLog {
  #entries: readonly LogEntry[] = [];
  #count = 0;

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Notes an event; answers its entry, to which an outcome can be added. */
  add(event: Event): LogEntry {
    const detail = (event as Event & { detail?: unknown }).detail ?? {};
    const entry: LogEntry = {
      number: ++this.#count,
      time: new Date(),
      name: event.type,
      summary: summarise(detail as Record<string, unknown>),
      data: JSON.stringify(detail, shorten, 2),
    };
    this.#entries = [entry, ...this.#entries].slice(0, KEPT);
    return entry;
  }

  clear(): void {
    this.#entries = [];
  }
}

/** Long lists are cut and rows of people are not printed: the log is for the shape of the data. */
function shorten(name: string, value: unknown): unknown {
  if (name === 'people' && Array.isArray(value)) return `(${value.length})`;
  if (name === 'definition') return '{…}';
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    return [...(value as unknown[]).slice(0, LONGEST_LIST), `… ${value.length - LONGEST_LIST} more`];
  }
  return value;
}

const TOLD = [
  'undo',
  'step',
  'outcome',
  'tags',
  'stage',
  'sequence',
  'count',
  'total',
  'code',
  'view',
] as const;

function summarise(detail: Record<string, unknown>): string {
  const { result, page } = detail as { result?: FunnelResult; page?: PeoplePage };
  if (result) return result.steps.map((step) => step.converted ?? step.count ?? '?').join(' → ');
  const all: Record<string, unknown> = { ...detail, total: page?.total };
  const told = TOLD.filter((name) => all[name] !== undefined && all[name] !== false);
  return told.map((name) => `${name}: ${toWords(all[name])}`).join(' · ');
}

function toWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function renderOutcome({ outcome }: LogEntry, strings: Strings): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  if ('error' in outcome) return html`<span class="log-outcome bad">${outcome.error}</span>`;
  return html`<span class="log-outcome">${strings.studioChanged(outcome.changed)}</span>`;
}

/** The log as a list; each entry opens to its data. */
export function renderLog(entries: readonly LogEntry[], strings: Strings, locale: string): TemplateResult {
  if (entries.length === 0) return html`<p class="hint">${strings.noEvents}</p>`;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  return html`
    <ol class="log" reversed>
      ${repeat(
        entries,
        (entry) => entry.number,
        (entry) => html`
          <li>
            <details>
              <summary>
                <time>${clock.format(entry.time)}</time>
                <code>${entry.name}</code>
                <span class="log-summary">${entry.summary}</span>
                ${renderOutcome(entry, strings)}
              </summary>
              <pre tabindex="0">${entry.data}</pre>
            </details>
          </li>
        `,
      )}
    </ol>
  `;
}
