import {
  columnFromArray,
  tableFromColumns,
  tableToIPC,
  timestamp,
  utf8,
  dictionary,
  bool,
  float64,
  TimeUnit,
} from '@uwdata/flechette';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DatasetTableSource } from '../../src/engine/schema/dataset.ts';

/** A row of a made-up studio's events; null is missing. */
export interface StudioEvent {
  person: string | null;
  type: string;
  /** Epoch ms. */
  at: number | null;
  amount: number | null;
  intro: boolean | null;
  mood: string | null;
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TYPES = ['lead', 'purchase', 'booking', 'check-in'];
const MOODS = ['plain', 'with, comma', 'with "quotes"', 'é\nline', '; and \t tab', null, null];

/** Events of so many rows, some of which cannot be used: without a person, without a date. */
export function makeEvents(rows: number, seed = 7): StudioEvent[] {
  const random = seeded(seed);
  const maybe = <T>(value: T, share: number) => (random() < share ? null : value);
  return Array.from({ length: rows }, () => ({
    person: maybe(`p${Math.floor(random() * (rows / 6))}`, 0.01),
    type: TYPES[Math.floor(random() * TYPES.length)]!,
    at: maybe(Date.UTC(2026, 0, 1) + Math.floor(random() * 200 * 86_400) * 1000, 0.01),
    amount: maybe(Math.floor(random() * 10_000) / 100, 0.4),
    intro: maybe(random() < 0.5, 0.5),
    mood: MOODS[Math.floor(random() * MOODS.length)] ?? null,
  }));
}

const NAMES = ['person', 'type', 'at', 'amount', 'intro', 'mood'] as const;

function columnsOf(events: readonly StudioEvent[]) {
  return Object.fromEntries(NAMES.map((name) => [name, events.map((event) => event[name])]));
}

/** Events with their dates as text, which JSON and CSV have. */
const withText = (events: readonly StudioEvent[]) =>
  events.map((event) => ({ ...event, at: event.at === null ? null : new Date(event.at).toISOString() }));

export function toCsv(events: readonly StudioEvent[], delimiter = ','): string {
  const cell = (value: unknown) => {
    const text = value === null ? '' : String(value);
    return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = withText(events).map((event) => NAMES.map((name) => cell(event[name])).join(delimiter));
  return [NAMES.join(delimiter), ...lines].join('\n');
}

export function toNdjson(events: readonly StudioEvent[]): string {
  return withText(events)
    .map((event) => JSON.stringify(event))
    .join('\n');
}

export function toArrow(events: readonly StudioEvent[], format: 'file' | 'stream'): Uint8Array<ArrayBuffer> {
  const { person, type, at, amount, intro, mood } = columnsOf(events);
  const table = tableFromColumns({
    person: columnFromArray(person as string[], utf8()),
    type: columnFromArray(type as string[], dictionary(utf8())),
    at: columnFromArray(at as number[], timestamp(TimeUnit.MILLISECOND, 'UTC')),
    amount: columnFromArray(amount as number[], float64()),
    intro: columnFromArray(intro as boolean[], bool()),
    mood: columnFromArray(mood as string[], dictionary(utf8())),
  });
  return tableToIPC(table, { format }) as Uint8Array<ArrayBuffer>;
}

export function toParquet(events: readonly StudioEvent[]): ArrayBuffer {
  const { person, type, at, amount, intro, mood } = columnsOf(events);
  const dates = (at as (number | null)[]).map((ms) => (ms === null ? null : new Date(ms)));
  return parquetWriteBuffer({
    rowGroupSize: 150,
    columnData: [
      { name: 'person', data: person!, type: 'STRING' },
      { name: 'type', data: type!, type: 'STRING' },
      { name: 'at', data: dates, type: 'TIMESTAMP' },
      { name: 'amount', data: amount!, type: 'DOUBLE' },
      { name: 'intro', data: intro!, type: 'BOOLEAN' },
      { name: 'mood', data: mood!, type: 'STRING' },
    ],
  });
}

async function gzip(bytes: BlobPart): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

const streamOf = (bytes: BlobPart) => new Blob([bytes]).stream();

/** The same events through every door; each call makes them anew, as a stream can be read once. */
export const DOORS: Readonly<
  Record<string, (events: readonly StudioEvent[]) => DatasetTableSource | Promise<DatasetTableSource>>
> = {
  'arrays of objects': (events) => events.map((event) => ({ ...event })),
  columns: (events) => columnsOf(events),
  'JSON, objects': (events) => ({ file: new File([JSON.stringify(withText(events))], 'events.json') }),
  'JSON, columns': (events) => ({ file: new File([JSON.stringify(columnsOf(events))], 'events.json') }),
  NDJSON: (events) => ({ file: new File([toNdjson(events)], 'events.ndjson') }),
  'NDJSON, gzipped, as a stream': async (events) => ({ file: streamOf(await gzip(toNdjson(events))) }),
  'CSV with commas': (events) => ({ file: new File([toCsv(events)], 'events.csv') }),
  'CSV with semicolons and a byte order mark': (events) => ({
    file: new Blob([`\uFEFF${toCsv(events, ';')}`]),
  }),
  'CSV with tabs, as a stream': (events) => ({ file: streamOf(toCsv(events, '\t')), format: 'csv' }),
  'CSV, gzipped, as bytes': async (events) => ({ file: await gzip(toCsv(events)) }),
  'Arrow, a file': (events) => ({ file: new File([toArrow(events, 'file')], 'events.arrow') }),
  'Arrow, a stream of it, as bytes': (events) => ({ file: toArrow(events, 'stream') }),
  'Arrow, as a stream': (events) => ({ file: streamOf(toArrow(events, 'stream')) }),
  Parquet: (events) => ({ file: new File([toParquet(events)], 'events.parquet') }),
  'Parquet, as a buffer': (events) => ({ file: toParquet(events) }),
  'Parquet, gzipped, as a stream': async (events) => ({ file: streamOf(await gzip(toParquet(events))) }),
};
