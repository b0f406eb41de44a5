import type { BreakdownOption } from '../../../src/engine/schema/options.ts';
import { isMissing, readProperty } from './conditions.ts';
import { listAttempts } from './attempts.ts';
import { staticCandidates, type EventTest } from './candidates.ts';
import { byOrder } from './subjects.ts';
import { chooseReported, countingAttempts, isRemoved, reportSubject, toRow } from './verdict.ts';
import type { OracleEvent, ReportRow, Row, Run, Subject } from './types.ts';

/** One value a property, null for missing. */
export type GroupKey = Array<string | null>;

/** The rows of one group. */
export interface Group {
  /** The values; `other` for the merged rest. */
  key: GroupKey | 'other';
  rows: ReportRow[];
}

/** Divides the subjects by the values of one property or of several. */
export function divide(subjects: Subject[], run: Run, breakdown: BreakdownOption): Group[] {
  const groups = new Map<string, Group>();
  for (const subject of subjects) {
    for (const { key, rows } of groupsOfSubject(subject, run, breakdown)) {
      const name = JSON.stringify(key);
      const group = groups.get(name) ?? { key, rows: [] };
      groups.set(name, { key, rows: [...group.rows, ...rows] });
    }
  }
  const found = [...groups.values()].filter((group) => group.rows.length > 0);
  return breakdown.top === undefined ? found : mergeRest(found, breakdown.top);
}

function groupsOfSubject(
  subject: Subject,
  run: Run,
  breakdown: BreakdownOption,
): Array<Group & { key: GroupKey }> {
  const properties = [breakdown.property].flat();
  const attribution = breakdown.attribution ?? 'first-touch';
  if (attribution === 'all-events') return ownFunnels(subject, run, properties);
  if (typeof attribution === 'object') return byStepValue(subject, run, properties, attribution.step);
  const last = (attribution === 'last-touch') !== (run.plant === 'last-touch-for-first');
  return [{ key: touch(subject, run, properties, last), rows: reportSubject(subject, run) }];
}

function valuesOf(props: Row, person: Row, properties: string[]): GroupKey {
  return properties.map((name) => {
    const value = readProperty(name, props, person);
    return isMissing(value) ? null : String(value);
  });
}

function candidatesOfAllSteps(subject: Subject, run: Run): OracleEvent[] {
  const steps = run.steps.filter((step) => !step.absent);
  const all = new Set(steps.flatMap((step) => staticCandidates(subject, step, run)));
  return [...all].sort(byOrder);
}

/** `first-touch`, `last-touch`: each property's first or last non-empty value among all events of any step. */
function touch(subject: Subject, run: Run, properties: string[], last: boolean): GroupKey {
  const events = candidatesOfAllSteps(subject, run);
  return properties.map((name) => {
    const values = [{}, ...events.map((event) => event.props)]
      .map((props) => valuesOf(props, subject.person, [name])[0]!)
      .filter((value) => value !== null);
    return (last ? values.at(-1) : values[0]) ?? null;
  });
}

/** `all-events`: each value is a funnel of its own on the events that carry it. */
function ownFunnels(subject: Subject, run: Run, properties: string[]): Array<Group & { key: GroupKey }> {
  const nameOf = (event: OracleEvent) => JSON.stringify(valuesOf(event.props, event.person, properties));
  const names = new Set(candidatesOfAllSteps(subject, run).map(nameOf));
  return [...names].map((name) => {
    const carriesIt: EventTest = (event) => nameOf(event) === name;
    return { key: JSON.parse(name) as GroupKey, rows: reportSubject(subject, run, carriesIt) };
  });
}

/** `step`: the value on the event that fills the step; with several valid attempts in several groups. */
function byStepValue(
  subject: Subject,
  run: Run,
  properties: string[],
  id: string,
): Array<Group & { key: GroupKey }> {
  const index = run.steps.find((step) => step.id === id)!.index;
  const pool = countingAttempts(listAttempts(subject, run), run);
  if (isRemoved(pool, run)) return [];
  const usable = pool.filter((attempt) => run.onExclude === 'drop' || attempt.taints.length === 0);
  const reported = run.plant === 'step-value-of-reported-only' ? chooseReported(pool, run) : undefined;
  const converting = (reported ? [reported] : usable).filter((attempt) => attempt.kept[index] !== undefined);
  const nameOf = (match: unknown) => {
    const { props = {}, person = subject.person } = match as Partial<OracleEvent>;
    return JSON.stringify(valuesOf(props, person, properties));
  };
  const names = new Set(converting.map((attempt) => nameOf(attempt.kept[index])));
  return [...names].map((name) => {
    const own = converting.filter((attempt) => nameOf(attempt.kept[index]) === name);
    const attempt = chooseReported(own, run);
    return { key: JSON.parse(name) as GroupKey, rows: attempt ? [toRow(subject, attempt, own, run)] : [] };
  });
}

/** The largest groups by step 1, ties by name; the rest in one. */
function mergeRest(groups: Group[], top: number): Group[] {
  const sorted = [...groups].sort(
    (a, b) => b.rows.length - a.rows.length || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
  const rest = sorted.slice(top);
  if (rest.length === 0) return sorted;
  return [...sorted.slice(0, top), { key: 'other', rows: rest.flatMap((group) => group.rows) }];
}

function nameOf(group: Group): string {
  return group.key === 'other' ? '' : group.key.map((value) => value ?? '').join(' ');
}
