import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../studio/vocabulary.ts';

/** One event as the page received it, its data already as text. */
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

/** The last events a page received, newest first. */
export class PageLog {
  #entries: readonly LogEntry[] = [];
  #count = 0;

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Notes an event; answers its entry, to which an outcome can be added. */
  add(event: Event): LogEntry {
    const detail = (event as Event & { detail?: object }).detail ?? {};
    const entry: LogEntry = {
      number: ++this.#count,
      time: new Date(),
      name: event.type,
      summary: summarise(detail),
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
  if (name === 'definition' || name === 'options') return '{…}';
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    return [...(value as unknown[]).slice(0, LONGEST_LIST), `… ${value.length - LONGEST_LIST} more`];
  }
  return value;
}

/** What of an event's data stands in its line; the rest is in the details. */
const TOLD = [
  'undo',
  'model',
  'step',
  'phase',
  'outside',
  'from',
  'to',
  'outcome',
  'tags',
  'stage',
  'sequence',
];
const COUNTED = ['count', 'total', 'code', 'view'];

function summarise(detail: object): string {
  const { result, page, ...rest } = detail as Record<string, unknown> & { page?: { total?: unknown } };
  if (result) return summariseResult(result);
  const all: Record<string, unknown> = { ...rest, total: page?.total ?? rest['total'] };
  const told = [...TOLD, ...COUNTED].filter((name) => all[name] !== undefined && all[name] !== false);
  return told.map((name) => `${name}: ${toWords(all[name])}`).join(' · ');
}

/** The counts of a funnel's steps, a wheel's phases, an activation rate, a test's variants, or of the channels. */
function summariseResult(result: object): string {
  const { steps, phases, acquired, activated, variants, channels } = result as Record<string, unknown> & {
    steps?: { converted?: number; count?: number }[];
    phases?: { count?: number | null }[];
    variants?: { exposed: number }[];
    channels?: unknown[];
  };
  if (phases) return phases.map(({ count }) => count ?? '?').join(' · ');
  if (acquired !== undefined) return `${String(activated)} / ${String(acquired)}`;
  if (variants) return variants.map(({ exposed }) => exposed).join(' · ');
  if (channels) return `× ${channels.length}`;
  return (steps ?? []).map((step) => step.converted ?? step.count ?? '?').join(' → ');
}

function toWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The words of the log. */
export interface LogStrings {
  events: string;
  eventsHint: string;
  noEvents: string;
  clear: string;
  failNext: string;
  eventCount(count: number): string;
  studioChanged(count: number): string;
}

const STRINGS: Record<Language, LogStrings> = {
  en: {
    events: 'What the host page received',
    eventsHint:
      'The elements ask; this page does the work. Every event, newest first, with the data it carried.',
    noEvents: 'Nothing yet.',
    clear: 'Clear',
    failNext: 'Let the next request fail for some',
    eventCount: (count) => (count === 1 ? '1 event' : `${count} events`),
    studioChanged: (count) => (count === 1 ? 'studio changed: 1 person' : `studio changed: ${count} people`),
  },
  fr: {
    events: 'Ce que la page hôte a reçu',
    eventsHint:
      'Les éléments demandent, cette page agit. Chaque événement, du plus récent au plus ancien, avec ses données.',
    noEvents: 'Rien pour l’instant.',
    clear: 'Effacer',
    failNext: 'Faire échouer en partie la prochaine demande',
    eventCount: (count) => (count > 1 ? `${count} événements` : `${count} événement`),
    studioChanged: (count) =>
      count > 1 ? `studio modifié : ${count} personnes` : `studio modifié : ${count} personne`,
  },
};

/** The log's words in a language. */
export function logStrings(language: Language): LogStrings {
  return STRINGS[language];
}

/** The log as a list; each entry opens to its data. `nothingYet` is said while it is empty. */
export function renderLog(
  entries: readonly LogEntry[],
  language: Language,
  nothingYet = STRINGS[language].noEvents,
): TemplateResult {
  if (entries.length === 0) return html`<p class="hint">${nothingYet}</p>`;
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  return html`
    <ol class="log" reversed>
      ${repeat(
        entries,
        ({ number }) => number,
        (entry) => html`
          <li>
            <details>
              <summary>
                <time>${clock.format(entry.time)}</time>
                <code>${entry.name}</code>
                <span class="log-summary">${entry.summary}</span>
                ${renderOutcome(entry, STRINGS[language])}
              </summary>
              <pre tabindex="0">${entry.data}</pre>
            </details>
          </li>
        `,
      )}
    </ol>
  `;
}

function renderOutcome({ outcome }: LogEntry, strings: LogStrings): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  if ('error' in outcome) return html`<span class="log-outcome bad">${outcome.error}</span>`;
  return html`<span class="log-outcome">${strings.studioChanged(outcome.changed)}</span>`;
}
