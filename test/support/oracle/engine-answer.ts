import { createStore, FunnelSession } from '../../../src/engine/index.ts';
import type { InputEventTable, InputTable, StoreInput } from '../../../src/engine/index.ts';
import type { ResultStep, StepCount } from '../../../src/engine/schema/result.ts';
import type { RunOptions, Segment } from '../../../src/engine/schema/options.ts';
import { TOOK, toDeadline, type OracleResult, type OracleStep } from './oracle.ts';
import type { RandomCase } from './random-cases.ts';
import { toTables } from './subjects.ts';
import type { OracleDataset, Row } from './types.ts';

/** The real engine's answer to a case, through its public interface alone, in the oracle's form. */
export function askEngine(
  { dataset, definition, options }: RandomCase,
  session: FunnelSession = openSession(dataset),
): OracleResult {
  const result = session.compute(definition, options);
  const idsOf = (segment: Segment) =>
    [...session.ids(definition, options, segment)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
  const first = { step: definition.steps[0]!.id, outcome: 'converted' };
  const page = session.people(definition, options, first, { limit: 1000 });
  return {
    steps: result.steps.map((step, i) => toOracleStep(step, definition.steps[i]!.id, idsOf)),
    rows: page.people.map((row) => ({ id: row.id, matched: toInstants(row.matched ?? {}, definition) })),
    ...(result.breakdown && {
      groups: result.breakdown.groups
        .filter((group) => group.steps[0]?.converted)
        .map((group) => ({
          value: toKey(group.value),
          steps: group.steps.map((step, i) =>
            toOracleStep(step, definition.steps[i]!.id, (segment) =>
              idsOf({ ...segment, group: group.value }),
            ),
          ),
        })),
    }),
    deadlines: definition.steps
      .flatMap(({ id: step }) =>
        session
          .people(definition, options, { step, outcome: 'open' }, { limit: 1000, sort: { by: 'deadline' } })
          .people.map(({ id, deadline }) =>
            toDeadline(step, id, deadline == null ? NaN : toInstant(deadline)),
          ),
      )
      .sort(),
    took: [...TOOK, undefined].map((max, i) => {
      const bounds = { ...(i > 0 && { min: TOOK[i - 1]! }), ...(max !== undefined && { max }) };
      const [from, to] = [definition.steps[0]!.id, definition.steps.at(-1)!.id];
      return idsOf({ step: to, outcome: 'converted', took: { from, ...bounds } });
    }),
    timed: toTimed(session, definition, options),
    ...(result.trend && {
      trend: result.trend.periods
        .filter((period) => period.entered > 0)
        .map(({ start, entered, converted }) => {
          const { interval, from, to } = result.trend!;
          const between = (outcome: string) =>
            idsOf({ step: to, outcome, period: { interval, start, from } });
          const ids = {
            entered: between('entered'),
            converted: between('converted'),
            open: between('open'),
            dropped: between('dropped'),
          };
          return { start: toInstant(start), entered, converted, ids };
        }),
    }),
    ...(result.comparison?.range && { before: result.comparison.range as RunOptions['range'] }),
    ...(result.comparison && {
      comparison: result.comparison.steps.map((step, i) =>
        toOracleStep(step, definition.steps[i]!.id, () => []),
      ),
    }),
  };
}

/** A histogram from the first step to the last; a funnel of one step has none, and each of its people took no time. */
function toTimed(
  session: FunnelSession,
  definition: RandomCase['definition'],
  options: RunOptions,
): OracleResult['timed'] {
  const [from, to] = [definition.steps[0]!.id, definition.steps.at(-1)!.id];
  if (from === to)
    return {
      count: session.people(definition, options, { step: to, outcome: 'converted' }, { limit: 0 })
        .segmentTotal!,
      mean: 0,
    };
  const { count, mean } = session.timeToConvert(definition, options, { from, to }).summary;
  return { count: count!, mean: mean! };
}

/** A session on a dataset, for several questions. */
export function openSession(dataset: OracleDataset): FunnelSession {
  return new FunnelSession(createStore(toStoreInput(dataset)));
}

/** A dataset as the engine takes it. */
export function toStoreInput(dataset: OracleDataset): StoreInput {
  return {
    timeZone: dataset.timeZone,
    ...(dataset.asOf === undefined ? {} : { asOf: dataset.asOf }),
    people: toInputTable('people', dataset.people),
    events: toTables(dataset).map(toEventTable),
  };
}

function toInputTable(name: string, rows: Row[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    length: rows.length,
    columns: Object.fromEntries(names.map((column) => [column, rows.map((row) => row[column])])),
  };
}

/** A table of one type says it once; a mixed one has a column of it. */
function toEventTable(rows: Row[], index: number): InputEventTable {
  const table = toInputTable(`events ${index}`, rows);
  const types = new Set(rows.map((row) => row['type']));
  if (types.size !== 1) return table;
  const { type: _, ...columns } = table.columns;
  return { ...table, columns, type: [...types][0] as string };
}

function toOracleStep(
  step: ResultStep | StepCount,
  id: string,
  idsOf: (segment: Segment) => Array<string | number>,
): OracleStep {
  const outcomes = ('outcomes' in step ? (step.outcomes as ResultStep['outcomes']) : undefined) ?? [];
  const names = ['entered', 'converted', 'open', 'dropped', ...outcomes.map((outcome) => outcome.id)];
  const skipped = ('skipped' in step ? (step.skipped as number) : undefined) ?? 0;
  return {
    id,
    entered: step.entered ?? 0,
    converted: step.converted ?? 0,
    open: step.open ?? 0,
    dropped: step.dropped ?? 0,
    skipped,
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome.id, outcome.count])),
    ids: Object.fromEntries(names.map((outcome) => [outcome, idsOf({ step: id, outcome })])),
    time: toTimes(step.time),
  };
}

function toTimes(time: ResultStep['time']): OracleStep['time'] {
  if (!time || time.median == null) return undefined;
  const { p25, median, p75, p90, mean } = time;
  return { seconds: [], p25: p25!, median, p75: p75!, p90: p90!, mean: mean! };
}

function toInstant(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value);
}

function toInstants(matched: Record<string, string | number | null>, definition: RandomCase['definition']) {
  const entries = definition.steps.flatMap(({ id }): Array<[string, number]> => {
    const instant = matched[id];
    return instant == null ? [] : [[id, toInstant(instant)]];
  });
  return Object.fromEntries(entries);
}

function toKey(value: unknown): Array<string | null> | 'other' {
  if (Array.isArray(value)) return value.map((one: unknown) => (one == null ? null : String(one)));
  if (typeof value === 'object' && value !== null) return 'other';
  return [value == null ? null : String(value as string)];
}
