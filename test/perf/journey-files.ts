import {
  columnFromArray,
  dictionary,
  int32,
  tableFromColumns,
  tableToIPC,
  timestamp,
  TimeUnit,
  utf8,
} from '@uwdata/flechette';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { BASE, KINDS, type Journeys } from './journeys.ts';

/** The first events of journeys as a file of each format, dates as instants or, where there are none, as text. */
export function toJourneyFiles({ person, kind, seconds, source }: Journeys, count: number): File[] {
  const rows = Array.from({ length: count }, (_, row) => ({
    person: person[row]!,
    type: KINDS[kind[row]!]!,
    at: new Date((BASE + seconds[row]!) * 1000),
    source: source[row]!,
  }));
  const columns = {
    person: rows.map((row) => row.person),
    type: rows.map((row) => row.type as string),
    at: rows.map((row) => row.at),
    source: rows.map((row) => row.source),
  };
  const csv = rows.map((row) => `${row.person},${row.type},${row.at.toISOString()},${row.source}`);
  const arrow = tableFromColumns({
    person: columnFromArray(columns.person, int32()),
    type: columnFromArray(columns.type, dictionary(utf8())),
    at: columnFromArray(columns.at.map(Number), timestamp(TimeUnit.MILLISECOND, 'UTC')),
    source: columnFromArray(columns.source, int32()),
  });
  const parquet = parquetWriteBuffer({
    columnData: [
      { name: 'person', data: columns.person, type: 'INT32' },
      { name: 'type', data: columns.type, type: 'STRING' },
      { name: 'at', data: columns.at, type: 'TIMESTAMP' },
      { name: 'source', data: columns.source, type: 'INT32' },
    ],
  });
  return [
    new File([tableToIPC(arrow, { format: 'stream' }) as Uint8Array<ArrayBuffer>], 'events.arrow'),
    new File([parquet], 'events.parquet'),
    new File([['person,type,at,source', ...csv].join('\n')], 'events.csv'),
    new File([JSON.stringify(columns)], 'columns.json'),
    new File([rows.map((row) => JSON.stringify(row)).join('\n')], 'events.ndjson'),
    new File([JSON.stringify(rows)], 'objects.json'),
  ];
}
