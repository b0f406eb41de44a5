import type { Contender } from '../contender.ts';
import { STEPS, WINDOW_SECONDS, type Journeys } from '../journeys.ts';
import { toAnswer } from './sql.ts';

/** ClickHouse in the process (chdb), by its own `windowFunnel`. */
export const clickhouse: Contender = {
  name: 'ClickHouse (chdb)',
  load: async (journeys) => {
    const { Session } = await import('chdb');
    const session = new Session();
    session.query(
      'CREATE TABLE events (person Int32, kind UInt8, at Int32, source UInt8) ENGINE = MergeTree ORDER BY person',
    );
    for (const rows of toValues(journeys)) session.query(`INSERT INTO events VALUES ${rows}`);
    return {
      answer: ({ sources }) => {
        const steps = Array.from({ length: STEPS }, (_, step) =>
          step === 0 ? `kind = 0 AND source IN (${sources.join(', ')})` : `kind = ${step}`,
        );
        const rows = session.query(
          `SELECT person, level FROM (SELECT person, windowFunnel(${WINDOW_SECONDS})(toUInt32(at), ${steps.join(', ')}) AS level
           FROM events WHERE kind < ${STEPS} GROUP BY person) WHERE level > 0`,
          'JSONCompactColumns',
        );
        const [person = [], level = []] = JSON.parse(rows) as number[][];
        return toAnswer(person, level);
      },
      close: () => session.cleanup(),
    };
  },
};

/** The rows as text, a good many at a time. */
function* toValues({ person, kind, seconds, source }: Journeys): Generator<string> {
  const CHUNK = 200_000;
  for (let from = 0; from < person.length; from += CHUNK) {
    const rows: string[] = [];
    for (let row = from; row < Math.min(person.length, from + CHUNK); row++)
      rows.push(`(${person[row]},${kind[row]},${seconds[row]},${source[row]})`);
    yield rows.join(',');
  }
}
