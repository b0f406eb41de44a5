import {
  CHANNEL_MEASURES,
  ChannelKindSchema,
  type ChannelKind,
  type ChannelMeasure,
} from '../schema/figures-channels.ts';
import type { Calendar } from './calendar.ts';
import { cellAt } from './cells.ts';
import { parseInstant } from './instant.ts';
import type { RejectionLog } from './rejection-log.ts';
import type { InputTable } from './store-input.ts';

/** What a channel reported of one day; a measure that is absent is unknown, which is never 0. */
export interface CampaignRow {
  channel: string;
  /** Epoch ms; of a day, its start. */
  ms: number;
  kind?: ChannelKind;
  /** Whom it was shown to, where the host tells its tries apart. */
  audience?: string;
  measures: Partial<Record<ChannelMeasure, number>>;
}

/** A refund may make these negative; nothing else can be. */
const SIGNED: ReadonlySet<ChannelMeasure> = new Set(['revenue', 'margin']);

/** Reads the rows of a table of campaigns; those that cannot be used are told to the log and left out. */
export function readCampaigns(table: InputTable, calendar: Calendar, log: RejectionLog): CampaignRow[] {
  const rows: CampaignRow[] = [];
  for (let row = 0; row < table.length; row++) {
    const read = readRow(table, row, calendar, log);
    if (read) rows.push(read);
  }
  return rows;
}

function readRow(
  table: InputTable,
  row: number,
  calendar: Calendar,
  log: RejectionLog,
): CampaignRow | undefined {
  const channel = readText(table, 'channel', row);
  if (channel === undefined) return reject(log, table, row, 'missing-channel', 'channel');
  const date = cell(table, 'date', row);
  if (date === undefined) return reject(log, table, row, 'missing-date', 'date');
  const instant = parseInstant(date, calendar);
  if (!instant) return reject(log, table, row, 'invalid-date', 'date', date);
  const measures = readMeasures(table, row, log);
  return (
    measures && { channel, ms: instant.ms, measures, ...readKind(table, row), ...readAudience(table, row) }
  );
}

function readMeasures(
  table: InputTable,
  row: number,
  log: RejectionLog,
): CampaignRow['measures'] | undefined {
  const measures: CampaignRow['measures'] = {};
  for (const name of CHANNEL_MEASURES) {
    const value = cell(table, name, row);
    if (value === undefined) continue;
    const number = toNumber(value);
    if (number === undefined || (number < 0 && !SIGNED.has(name))) {
      return reject(log, table, row, 'invalid-number', name, value);
    }
    measures[name] = number;
  }
  return measures;
}

function reject(log: RejectionLog, ...reason: Parameters<RejectionLog['add']>): undefined {
  log.add(...reason);
  return undefined;
}

function readKind(table: InputTable, row: number): Pick<CampaignRow, 'kind'> {
  const kind = ChannelKindSchema.options.find((known) => known === readText(table, 'kind', row));
  return kind === undefined ? {} : { kind };
}

function readAudience(table: InputTable, row: number): Pick<CampaignRow, 'audience'> {
  const audience = readText(table, 'audience', row);
  return audience === undefined ? {} : { audience };
}

/** A cell of a column by its own name; undefined for null, NaN and an empty cell. */
function cell({ columns }: InputTable, name: string, row: number): unknown {
  const value = Object.hasOwn(columns, name) ? cellAt(columns[name], row) : undefined;
  return value === null || value === '' || Number.isNaN(value) ? undefined : value;
}

function readText(table: InputTable, name: string, row: number): string | undefined {
  const value = cell(table, name, row);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
