import type { Dataset } from '../../src/engine/schema/index.ts';
import type { CampaignDay, Studio, StudioEvent, StudioPerson } from './studio.ts';
import { wordOf, type Language } from './vocabulary.ts';

/** A table by columns, the lightest form to hand over. */
type Columns = Record<string, unknown[]>;

/** Properties whose values are codes of the vocabulary. */
const WORDED = new Set(['source', 'campaign', 'channel', 'product', 'leadStage']);

type Rows = readonly (StudioEvent | CampaignDay)[];

/** Tables never change once made, so their columns are made once a language. */
const made = new WeakMap<Rows, Map<Language, Columns>>();

/** The studio as the dataset that is handed to `<funnel-chart>`, its words in the reader's language. */
export function toDataset(studio: Studio, language: Language): Dataset {
  const tables = Object.entries(studio.tables).map(([type, rows]) => [type, tableColumns(rows, language)]);
  return {
    version: 1,
    timeZone: studio.timeZone,
    currency: studio.currency,
    asOf: studio.asOf,
    people: peopleColumns(studio.people, language),
    tables: Object.fromEntries(tables) as Record<string, Columns>,
    campaigns: tableColumns(studio.campaigns, language),
    experiments: studio.experiments,
  };
}

function tableColumns(rows: Rows, language: Language): Columns {
  const known = made.get(rows) ?? new Map<Language, Columns>();
  made.set(rows, known);
  const columns = known.get(language) ?? toColumns(rows as unknown as Record<string, unknown>[], language);
  known.set(language, columns);
  return columns;
}

function peopleColumns(people: readonly StudioPerson[], language: Language): Columns {
  const columns = toColumns(people as unknown as Record<string, unknown>[], language);
  for (const list of ['tags', 'sequences']) {
    columns[list] = (columns[list] as string[][]).map((codes) => codes.map((code) => wordOf(code, language)));
  }
  return columns;
}

function toColumns(rows: readonly Record<string, unknown>[], language: Language): Columns {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...names].map((name) => [name, rows.map((row) => worded(name, row[name], language))]),
  );
}

function worded(name: string, value: unknown, language: Language): unknown {
  return WORDED.has(name) && typeof value === 'string' ? wordOf(value, language) : (value ?? null);
}
