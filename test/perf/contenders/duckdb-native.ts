import { DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT, type DuckDBConnection } from '@duckdb/node-api';
import type { Contender } from '../contender.ts';
import type { Journeys } from '../journeys.ts';
import { toAnswer, toDuckSql } from './sql.ts';

/** Rows a chunk; the most DuckDB takes. */
const CHUNK = 2048;

/** DuckDB as a native library, with as many threads as it likes. */
export const duckdbNative: Contender = {
  name: 'DuckDB native',
  load: async (journeys) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      'CREATE TABLE events (person INTEGER, kind UTINYINT, seconds INTEGER, source UTINYINT)',
    );
    await fill(connection, journeys);
    return {
      answer: async ({ sources }) => {
        const reader = await connection.runAndReadAll(toDuckSql(sources));
        const [person = [], level = []] = reader.getColumns() as number[][];
        return toAnswer(person, level);
      },
      close: () => connection.closeSync(),
    };
  },
};

async function fill(
  connection: DuckDBConnection,
  { person, kind, seconds, source }: Journeys,
): Promise<void> {
  const appender = await connection.createAppender('events');
  const chunk = DuckDBDataChunk.create([INTEGER, UTINYINT, INTEGER, UTINYINT]);
  for (let from = 0; from < person.length; from += CHUNK) {
    const part = (column: ArrayLike<number>) =>
      Array.prototype.slice.call(column, from, from + CHUNK) as number[];
    chunk.setColumns([part(person), part(kind), part(seconds), part(source)]);
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}
