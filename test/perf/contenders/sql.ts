import { KINDS, STEPS, WINDOW_SECONDS } from '../journeys.ts';

/**
 * The funnel in DuckDB's SQL: each start takes the earliest event of the next step by an ASOF join, step by step; the
 * furthest start of a person counts. Answers a row a person: id and number of steps done.
 */
export function toDuckSql(sources: readonly number[]): string {
  const starts = `l0 AS (SELECT person, seconds AS began, seconds FROM events WHERE kind = 0 AND source IN (${sources.join(', ')}))`;
  const levels = KINDS.slice(1, STEPS).map(
    (_, i) => `
    l${i + 1} AS (SELECT l.person, l.began, e.seconds FROM l${i} l
      ASOF JOIN (SELECT person, seconds FROM events WHERE kind = ${i + 1}) e
      ON l.person = e.person AND l.seconds <= e.seconds WHERE e.seconds <= l.began + ${WINDOW_SECONDS})`,
  );
  const reached = KINDS.slice(0, STEPS).map((_, i) => `SELECT person, ${i + 1} AS level FROM l${i}`);
  return `WITH ${[starts, ...levels].join(',')}
    SELECT person, max(level)::INTEGER AS level FROM (${reached.join(' UNION ALL ')}) GROUP BY person`;
}

/** Rows of person and level as the ids of each step. */
export function toAnswer(person: ArrayLike<number>, level: ArrayLike<number>): number[][] {
  const done: number[][] = Array.from({ length: STEPS }, () => []);
  for (let row = 0; row < person.length; row++) {
    for (let step = 0; step < level[row]!; step++) done[step]!.push(person[row]!);
  }
  return done.map((ids) => ids.sort((a, b) => a - b));
}
