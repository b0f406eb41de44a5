import { valueAt, type Column } from '../../dataset/column.ts';
import type { CandidateColumn } from '../match/candidates.ts';
import { personProperty } from '../match/condition.ts';
import type { ValueTuple } from '../match/lanes.ts';
import type { FunnelMatcher } from '../match/match-funnel.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { findStep } from '../plan/find-step.ts';
import type { Report } from './report-attempts.ts';

type Touch = 'first-touch' | 'last-touch';
type Value = ValueTuple[number];

/** Property that asks whether the reported attempt did a step: `step.intro` is true or false. */
export const STEP_DONE = 'step.';

/** Each row's values by touch: the first or last that is not empty among all events matching any step. */
export function touchValues(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  touch: Touch,
): ValueTuple[] {
  const readers = properties.map((property) => toReader(matcher, report, property, touch));
  const { length } = report.rows.subject;
  const values: ValueTuple[] = [];
  for (let row = 0; row < length; row++) values.push(readers.map((read) => read(row)));
  return values;
}

function toReader(
  matcher: FunnelMatcher,
  report: Report,
  property: string,
  touch: Touch,
): (row: number) => Value {
  const { context } = matcher;
  const { subject } = report.rows;
  const ofPerson = personProperty(property);
  if (ofPerson !== undefined) {
    const column = context.store.personColumn(ofPerson);
    return (row) => valueAt(column, context.view.personOf(subject[row]!)) ?? null;
  }
  if (property.startsWith(STEP_DONE)) return doneReader(context, report, property.slice(STEP_DONE.length));
  const sources = matcher.staticColumns().map(({ off, time, seq, kind, row, kinds }) => ({
    ...{ off, time, seq, kind, row },
    properties: kinds.map((one) => one.column(property)),
  }));
  const isFirst = touch === 'first-touch';
  return (row) => {
    let best: Found | undefined;
    for (const source of sources) best = findIn(source, subject[row]!, isFirst, best);
    return best?.value ?? null;
  };
}

function doneReader(context: RunContext, report: Report, id: string): (row: number) => boolean {
  const { index } = findStep(context.plan, id, 'breakdown.property');
  return (row) => report.matching.attempts.match[index]![report.rows.attempt[row]!] !== NONE;
}

/** Candidates of a step, and the property by their kinds. */
interface Source extends Omit<CandidateColumn, 'day' | 'kinds'> {
  properties: readonly (Column | undefined)[];
}

interface Found {
  value: Value;
  time: number;
  seq: number;
}

/** The first or last value of a source, unless what was found before comes first. */
function findIn(
  source: Source,
  subject: number,
  isFirst: boolean,
  best: Found | undefined,
): Found | undefined {
  const from = source.off[subject]!;
  const to = source.off[subject + 1]!;
  // Entries are in order of time, so the first value from the right end is the one.
  for (let n = 0; n < to - from; n++) {
    const i = isFirst ? from + n : to - 1 - n;
    const time = source.time[i]!;
    if (best && !isBeyond(best, source, i, isFirst)) return best;
    const value = valueAt(source.properties[source.kind[i]!], source.row[i]!);
    if (value !== undefined) return { value, time, seq: source.seq[i]! };
  }
  return best;
}

/** Whether an entry is earlier (or later) than what was found. */
function isBeyond(best: Found, { time, seq }: Source, i: number, isFirst: boolean): boolean {
  const difference = time[i]! - best.time || seq[i]! - best.seq;
  return isFirst ? difference < 0 : difference > 0;
}
