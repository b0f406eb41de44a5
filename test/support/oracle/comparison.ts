import type { OracleResult, OracleStep } from './oracle.ts';

/** Two answers to one question, reduced to what must agree; empty when they do. */
export function findDifferences(expected: OracleResult, actual: OracleResult): string[] {
  return [
    ...differing('steps', expected.steps.map(comparable), actual.steps.map(comparable)),
    ...differing('rows', sorted(expected.rows), sorted(actual.rows)),
    ...differing('groups', byName(expected.groups), byName(actual.groups)),
    ...differing('trend', expected.trend, actual.trend),
    ...differing('deadlines', expected.deadlines, actual.deadlines),
    ...differing('took', expected.took, actual.took),
    ...differing('timed', toTimed(expected.timed), toTimed(actual.timed)),
    ...differing('before', expected.before, actual.before),
    ...differing('comparison', expected.comparison?.map(counts), actual.comparison?.map(counts)),
  ];
}

function differing(where: string, expected: unknown, actual: unknown): string[] {
  const [left, right] = [JSON.stringify(expected), JSON.stringify(actual)];
  return left === right ? [] : [`${where}\n  oracle ${left}\n  other  ${right}`];
}

function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function comparable(step: OracleStep): unknown {
  const { id, entered, converted, open, dropped, skipped, outcomes, ids, time } = step;
  const names = Object.entries(ids)
    .filter(([name]) => name !== 'skipped')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id,
    entered,
    converted,
    open,
    dropped,
    skipped,
    outcomes,
    ids: Object.fromEntries(names),
    times: toTimes(time),
  };
}

function counts({ id, entered, converted, open, dropped }: OracleStep): unknown {
  return { id, entered, converted, open, dropped };
}

/** What a group of a breakdown says of a step. */
function ofGroup({ id, entered, converted, open, dropped, ids, time }: OracleStep): unknown {
  const names = ['entered', 'converted', 'open', 'dropped'].map((name) => ids[name]);
  return { id, entered, converted, open, dropped, ids: names, times: toTimes(time) };
}

function toTimes(time: OracleStep['time']): unknown {
  return time && [time.median, time.mean, time.p25, time.p75, time.p90].map((value) => rounded(value));
}

function toTimed({ count, mean }: OracleResult['timed']): unknown {
  return count > 0 && [count, rounded(mean)];
}

/** Sums in another order differ in the last digits. */
function rounded(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1000) / 1000;
}

function byName(groups: OracleResult['groups']): unknown {
  return groups
    ?.map(({ value, steps }) => ({ name: JSON.stringify(value), steps: steps.map(ofGroup) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
