import { findDeadline } from './find-deadline.ts';
import { segmentTest } from './segment-test.ts';
import { parseInstant } from '../../dataset/instant.ts';
import { valueAt } from '../../dataset/column.ts';
import { gather } from '../../dataset/gather.ts';
import type { EventKind } from '../../dataset/store.ts';
import type { PeoplePage, PeopleQuery, PersonRow, Segment } from '../../schema/index.ts';
import { compileWhere, type RowPredicate } from '../match/condition.ts';
import type { ArrangedLists } from '../../people/arranged-lists.ts';
import { cutPage, PersonRows, type RowAccess, type SortKey } from '../../people/person-rows.ts';
import { toIso } from '../../people/to-iso.ts';
import { present } from '../../present.ts';
import { findStep } from '../plan/find-step.ts';
import type { PlanStep } from '../plan/plan.ts';
import { rowsThatDid, Verdict, type Report } from './report.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { baseOf, matchMs } from './tally.ts';

/** A segment, the report that has its people (that of its group, where it is of one), and its path in the question. */
export interface SegmentPart {
  segment: Segment;
  report: Report;
  path: string;
}

/** A part with the step of its plan. */
interface Part extends SegmentPart {
  step: PlanStep;
}

function toPart(context: RunContext, part: SegmentPart): Part {
  return { ...part, step: findStep(context.plan, part.segment.step, `${part.path}.step`) };
}

/** Rows of the report in a segment, ascending. */
function rowsOfSegment(context: RunContext, part: Part): Int32Array {
  const { report, step, segment } = part;
  if (segment.outcome === 'converted' && !segment.took && !segment.period)
    return rowsThatDid(report, step.index);
  const holds = segmentTest(context, part);
  const rows = new Int32Array(report.rows.subject.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (holds(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** A page of the people of a segment, or of any of several. */
export function computePeople(
  context: RunContext,
  parts: readonly SegmentPart[],
  lists: ArrangedLists,
  query: PeopleQuery = {},
): PeoplePage {
  const list = new PeopleList(context, parts);
  const segments = parts.map(({ segment }) => segment);
  const { rows, segmentTotal } = lists.get(segments, query, () => {
    const inSegment = list.listEntries();
    return { rows: list.sort(list.filter(inSegment, query), query.sort), segmentTotal: inSegment.length };
  });
  const { page, cursor } = cutPage(rows, query);
  return { people: page.map((row) => list.toRow(row)), total: rows.length, segmentTotal, cursor };
}

/** Distinct ids of everybody in a segment who fulfils a query; in its order where it has one, else in the data's. */
export function computeIds(
  context: RunContext,
  parts: readonly SegmentPart[],
  query: PeopleQuery = {},
): (string | number)[] {
  const { view, store } = context;
  const asked = query.as === 'client' ? store.persons : view;
  const subjects = listSubjects(context, parts, query);
  if (asked !== view) return asked.idsOf(distinct(subjects.map(view.personOf), asked.count));
  const isOnce = parts.length === 1 && parts[0]!.report.chain !== null;
  return asked.idsOf(isOnce ? subjects : distinct(subjects, asked.count));
}

/** The subjects of everybody in a segment who fulfils a query; one may be in it several times. */
function listSubjects(context: RunContext, parts: readonly SegmentPart[], query: PeopleQuery): Int32Array {
  const [first, ...others] = parts;
  // Nothing is listed on the way: there may be a million of them.
  if (first && others.length === 0 && isAsIs(query))
    return gather(first.report.rows.subject, rowsOfSegment(context, toPart(context, first)));
  const list = new PeopleList(context, parts);
  const found = list.filter(list.listEntries(), query);
  return Int32Array.from(query.sort ? list.sort(found, query.sort) : found, (entry) => list.subjectOf(entry));
}

/** Indexes below `count`, each once, where it is met first. */
function distinct(indexes: Int32Array, count: number): Int32Array {
  const isTold = new Uint8Array(count);
  const told = new Int32Array(indexes.length);
  let length = 0;
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i]!;
    told[length] = index;
    length += 1 - isTold[index]!;
    isTold[index] = 1;
  }
  return told.subarray(0, length);
}

/** Whether a query neither narrows nor sorts. */
function isAsIs({ q, where, exclude, sort }: PeopleQuery): boolean {
  return q === undefined && where === undefined && exclude === undefined && sort === undefined;
}

/** A kind whose future events are worth telling, and which of them. */
interface PlannedKind {
  kind: EventKind;
  test: RowPredicate;
}

/** Where an entry of a list comes from: a row of the report of one of its parts. */
interface Origin {
  part: Part;
  row: number;
}

/**
 * The entries of a list are numbers, so that long ones are cheap to keep and to sort: `row × parts + part`, which of
 * one part is its row.
 */
class PeopleList {
  readonly #planned = new Map<number, readonly PlannedKind[]>();
  readonly #context: RunContext;
  readonly #parts: readonly Part[];
  readonly #rows: PersonRows;

  constructor(context: RunContext, parts: readonly SegmentPart[]) {
    this.#context = context;
    this.#parts = parts.map((part) => toPart(context, part));
    const { store, view, now } = context;
    const access: RowAccess = {
      idOf: (entry) => view.idOf(this.subjectOf(entry)),
      personOf: (entry) => view.personOf(this.subjectOf(entry)),
      keyOf: (entry, by) => this.#keyOf(this.#originOf(entry), by),
    };
    this.#rows = new PersonRows(store, access, now);
  }

  /** Everybody, in the order of the data: the rows of a segment, or each subject of several once. */
  listEntries(): number[] {
    const [first, ...others] = this.#parts;
    if (first && others.length === 0) return [...rowsOfSegment(this.#context, first)];
    const entries = new Map<number, number>();
    this.#parts.forEach((part, index) => {
      const own = new Map<number, number>();
      for (const row of rowsOfSegment(this.#context, part))
        own.set(part.report.rows.subject[row]!, this.#toEntry(row, index));
      for (const [subject, entry] of own) if (!entries.has(subject)) entries.set(subject, entry);
    });
    return [...entries].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  }

  /** Dense index of the subject of an entry. */
  subjectOf(entry: number): number {
    const [only] = this.#parts;
    if (this.#parts.length === 1) return only!.report.rows.subject[entry]!;
    const { part, row } = this.#originOf(entry);
    return part.report.rows.subject[row]!;
  }

  #toEntry(row: number, part: number): number {
    return row * this.#parts.length + part;
  }

  #originOf(entry: number): Origin {
    const index = entry % this.#parts.length;
    return { part: this.#parts[index]!, row: (entry - index) / this.#parts.length };
  }

  /** Entries that fulfil the query. */
  filter(entries: number[], query: PeopleQuery): number[] {
    return this.#rows.filter(entries, query);
  }

  /** Entries in an order; equals stay as they came. */
  sort(entries: readonly number[], sort: PeopleQuery['sort']): number[] {
    return this.#rows.sort(entries, sort);
  }

  /** The row of a page. Who is in several segments stands as in the first of them, by the latest attempt there. */
  toRow(entry: number): PersonRow {
    const { view, store } = this.#context;
    const origin = this.#originOf(entry);
    const subject = this.subjectOf(entry);
    return {
      id: view.idOf(subject),
      ...(view.subject === 'membership' ? { clientId: store.persons.idOf(view.personOf(subject)) } : {}),
      ...this.#rows.describe(entry),
      enteredAt: toIso(this.#enteredAt(origin)),
      ...this.#toDeadline(origin),
      matched: this.#matched(origin),
      next: this.#next(origin),
    };
  }

  #keyOf(origin: Origin, by: string): SortKey | null {
    if (by === 'enteredAt') return this.#enteredAt(origin);
    if (by === 'deadline') return this.#deadline(origin);
    return by === 'next' ? this.#nextStep(origin)?.index : null;
  }

  /** When they came to stand here: those who did the step by doing it, the others by its base. */
  #enteredAt({ part: { report, step, segment }, row }: Origin): number | undefined {
    const attempt = report.rows.attempt[row]!;
    const did = report.verdict[step.index]![row] === Verdict.Converted && segment.outcome !== 'entered';
    if (did || step.index === 0) return matchMs(this.#context, report, attempt, step.index);
    const base = baseOf(this.#context, report, attempt, step.index);
    return base === NONE ? undefined : matchMs(this.#context, report, attempt, base);
  }

  /** Of somebody open at the segment's step, or at the one that is their next. */
  #deadline(origin: Origin): number | undefined {
    const { part, row } = origin;
    const isOpen = ({ index }: PlanStep) => part.report.verdict[index]![row] === Verdict.Open;
    const step = isOpen(part.step) ? part.step : this.#context.plan.steps.find(isOpen);
    return step && findDeadline(this.#context, part.report, row, step);
  }

  #toDeadline(origin: Origin): Pick<PersonRow, 'deadline'> {
    const deadline = this.#deadline(origin);
    return deadline === undefined ? {} : { deadline: toIso(deadline) };
  }

  #matched({ part: { report }, row }: Origin): Record<string, string | null> {
    const attempt = report.rows.attempt[row]!;
    return Object.fromEntries(
      this.#context.plan.steps.map((step) => [
        step.id,
        toIso(matchMs(this.#context, report, attempt, step.index)),
      ]),
    );
  }

  #nextStep({ part: { report }, row }: Origin): PlanStep | undefined {
    const waiting = this.#context.plan.steps.find(({ index }) => {
      const verdict = report.verdict[index]![row];
      return verdict === Verdict.Open || verdict === Verdict.Dropped;
    });
    const ended = waiting && report.outcome[waiting.index]![row]! >= 0;
    return ended ? undefined : waiting;
  }

  #next(origin: Origin): PersonRow['next'] {
    const step = this.#nextStep(origin);
    if (!step) return null;
    return {
      step: step.id,
      ...present({ name: step.name, action: step.action }),
      scheduledAt: toIso(this.#scheduled(origin, step)),
    };
  }

  /** The nearest event after now that would be the step, or a booking that takes place after now. */
  #scheduled({ part: { report }, row }: Origin, step: PlanStep): number | undefined {
    const subject = report.rows.subject[row]!;
    let nearest: number | undefined;
    for (const { kind, test } of this.#plannedKinds(step)) {
      for (let i = kind.off[subject]!; i < kind.off[subject + 1]!; i++) {
        const ms = this.#takesPlaceAt(kind, i);
        if (ms > this.#context.now && (nearest === undefined || ms < nearest) && test(i, subject))
          nearest = ms;
      }
    }
    return nearest;
  }

  /** Bookings of any kind, and the step's own events as far as they fulfil its conditions. */
  #plannedKinds(step: PlanStep): readonly PlannedKind[] {
    let planned = this.#planned.get(step.index);
    if (planned) return planned;
    planned = [...this.#context.view.kinds.values()].flatMap((kind): PlannedKind[] => {
      if (kind.type === 'booking') return [{ kind, test: () => true }];
      const tests = step.conditions
        .filter(({ types }) => types === null || types.includes(kind.type))
        .map(({ where }) => compileWhere(where, kind, this.#context));
      const test: RowPredicate = (i, subject) =>
        tests.some((candidate) => candidate === null || (candidate !== false && candidate(i, subject)));
      return tests.length > 0 ? [{ kind, test }] : [];
    });
    this.#planned.set(step.index, planned);
    return planned;
  }

  #takesPlaceAt(kind: EventKind, row: number): number {
    const { store } = this.#context;
    const status = valueAt(kind.column('status'), row);
    if (status === 'late-cancel' || status === 'no-show') return -Infinity;
    return (
      parseInstant(valueAt(kind.column('eventAt'), row), store.calendar)?.ms ?? store.toMs(kind.time[row]!)
    );
  }
}
