import { FunnelwheelError } from '../../error.ts';
import { parseInstant } from '../../dataset/instant.ts';
import { valueAt, type CellValue } from '../../dataset/column.ts';
import type { EventKind } from '../../dataset/store.ts';
import type { PeoplePage, PeopleQuery, PersonRow, Segment } from '../../schema/index.ts';
import { compileWhere, type RowPredicate } from '../match/condition.ts';
import { present } from '../../present.ts';
import { findStep } from '../plan/find-step.ts';
import type { PlanStep } from '../plan/plan.ts';
import { Verdict, type Report } from './report-attempts.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { baseOf, matchMs } from './tally.ts';

/** Columns of a person that a row names itself, or that are dates of the journey. */
const NAMED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'email',
  'phone',
  'source',
  'leadStage',
  'tags',
  'consent',
  'lastContactedAt',
  'createdAt',
  'leadCreatedAt',
  'convertedToCustomerAt',
  'isCustomer',
  'referredBy',
]);
const DEFAULT_LIMIT = 100;
const NEWEST_FIRST = { by: 'enteredAt', descending: true } as const;

/** Rows of the report in a segment. */
function rowsOfSegment(context: RunContext, report: Report, segment: Segment): number[] {
  const step = findStep(context.plan, segment.step, 'segment.step');
  const verdicts = report.verdict[step.index]!;
  const holds = verdictTest(step, segment.outcome, report);
  const rows: number[] = [];
  for (let r = 0; r < verdicts.length; r++) {
    if (verdicts[r] !== Verdict.NotEntered && holds(r)) rows.push(r);
  }
  return rows;
}

function verdictTest(step: PlanStep, outcome: string, report: Report): (row: number) => boolean {
  const verdicts = report.verdict[step.index]!;
  const wanted = VERDICTS.get(outcome);
  if (outcome === 'entered') return () => true;
  if (wanted !== undefined) return (row) => verdicts[row] === wanted;
  const index = step.outcomes.findIndex(({ id }) => id === outcome);
  if (index < 0) {
    throw new FunnelwheelError(
      'invalid-options',
      `segment.outcome: "${outcome}" is none of step "${step.id}"`,
      {
        path: 'segment.outcome',
        value: outcome,
      },
    );
  }
  return (row) => report.outcome[step.index]![row] === index;
}

const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['converted', Verdict.Converted],
  ['open', Verdict.Open],
  ['pending', Verdict.Open],
  ['dropped', Verdict.Dropped],
  ['skipped', Verdict.Skipped],
]);

/** The rows of a list in its order, and how many the segment has before the search. */
interface Arranged {
  rows: readonly number[];
  segmentTotal: number;
}

/** Lists kept at most; the one used longest ago goes first. */
const KEPT_LISTS = 4;

/** The lists of one run that were asked for last: a list is asked for page by page, and arranged once. */
export class ArrangedLists {
  readonly #lists = new Map<string, Arranged>();

  /** The list of a segment under a query, whichever page of it is wanted. */
  get(segment: Segment, { offset: _, limit: __, ...query }: PeopleQuery, arrange: () => Arranged): Arranged {
    const key = JSON.stringify([segment, query]);
    const list = this.#lists.get(key) ?? arrange();
    // Deleted and set again, so that the map's order is that of use.
    this.#lists.delete(key);
    this.#lists.set(key, list);
    if (this.#lists.size > KEPT_LISTS) this.#lists.delete(this.#lists.keys().next().value!);
    return list;
  }
}

/** A page of the people of a segment. */
export function computePeople(
  context: RunContext,
  report: Report,
  lists: ArrangedLists,
  segment: Segment,
  query: PeopleQuery = {},
): PeoplePage {
  const list = new PeopleList(context, report, findStep(context.plan, segment.step, 'segment.step'), segment);
  const { rows, segmentTotal } = lists.get(segment, query, () => {
    const inSegment = rowsOfSegment(context, report, segment);
    const found = list.filter(inSegment, query);
    return { rows: list.sort(found, query.sort ?? NEWEST_FIRST), segmentTotal: inSegment.length };
  });
  const offset = query.offset ?? 0;
  const end = offset + (query.limit ?? DEFAULT_LIMIT);
  return {
    people: rows.slice(offset, end).map((row) => list.toRow(row)),
    total: rows.length,
    segmentTotal,
    cursor: end < rows.length ? String(end) : null,
  };
}

/** Distinct ids of everybody in a segment who fulfils a query; in its order where it has one, else in the data's. */
export function computeIds(
  context: RunContext,
  report: Report,
  segment: Segment,
  query: PeopleQuery = {},
): (string | number)[] {
  const list = new PeopleList(context, report, findStep(context.plan, segment.step, 'segment.step'), segment);
  const found = list.filter(rowsOfSegment(context, report, segment), query);
  const rows = query.sort ? list.sort(found, query.sort) : found;
  const { view, store } = context;
  const idOf = (subject: number) =>
    query.as === 'client' ? store.persons.idOf(view.personOf(subject)) : view.idOf(subject);
  return [...new Set(rows.map((row) => idOf(report.rows.subject[row]!)))];
}

/** A kind whose future events are worth telling, and which of them. */
interface PlannedKind {
  kind: EventKind;
  test: RowPredicate;
}

class PeopleList {
  readonly #planned = new Map<number, readonly PlannedKind[]>();
  readonly #context: RunContext;
  readonly #report: Report;
  readonly #step: PlanStep;
  readonly #segment: Segment;

  constructor(context: RunContext, report: Report, step: PlanStep, segment: Segment) {
    this.#context = context;
    this.#report = report;
    this.#step = step;
    this.#segment = segment;
  }

  /** Rows that fulfil the query. */
  filter(rows: number[], query: PeopleQuery): number[] {
    const needle = fold(query.q ?? '');
    const excluded = new Set(query.exclude?.map(String));
    const wheres = Object.entries(query.where ?? {});
    if (needle === '' && excluded.size === 0 && wheres.length === 0) return rows;
    return rows.filter((row) => {
      if (excluded.has(String(this.#id(row)))) return false;
      if (!wheres.every(([property, value]) => this.#hasValue(row, property, value))) return false;
      return needle === '' || this.#searchText(row).includes(needle);
    });
  }

  /** Rows in an order; equals as they are in the data. */
  sort(rows: readonly number[], { by, descending }: NonNullable<PeopleQuery['sort']>): number[] {
    // A key is worked out once a row, not once a comparison.
    const keys = rows.map((row) => this.#sortKey(row, by));
    const sign = descending ? -1 : 1;
    const places = [...rows.keys()].sort(
      (a, b) => compareKeys(keys[a], keys[b], sign) || rows[a]! - rows[b]!,
    );
    return places.map((place) => rows[place]!);
  }

  toRow(row: number): PersonRow {
    const { view, store } = this.#context;
    const subject = this.#report.rows.subject[row]!;
    const text = (property: string) => asText(this.#person(row, property));
    const tags = this.#person(row, 'tags');
    return {
      id: view.idOf(subject),
      ...(view.subject === 'membership' ? { clientId: store.persons.idOf(view.personOf(subject)) } : {}),
      ...present({ name: text('name'), email: text('email'), phone: text('phone') }),
      ...present({
        source: text('source'),
        leadStage: text('leadStage'),
        consent: toConsent(this.#person(row, 'consent')),
      }),
      ...(tags === undefined ? {} : { tags: toTags(tags) }),
      enteredAt: toIso(this.#enteredAt(row)),
      lastContactedAt: toIso(this.#lastContact(row)),
      matched: this.#matched(row),
      next: this.#next(row),
      properties: this.#properties(row),
    };
  }

  #sortKey(row: number, by: string): string | number | undefined {
    if (by === 'enteredAt') return this.#enteredAt(row);
    if (by === 'lastContactedAt') return this.#lastContact(row);
    if (by === 'next') return this.#nextStep(row)?.index;
    const value = by === 'id' ? this.#id(row) : this.#person(row, by);
    return typeof value === 'number' ? value : value === undefined ? undefined : fold(String(value));
  }

  #id(row: number): string | number {
    return this.#context.view.idOf(this.#report.rows.subject[row]!);
  }

  #person(row: number, property: string): CellValue | undefined {
    const { store, view } = this.#context;
    return store.personValue(view.personOf(this.#report.rows.subject[row]!), property);
  }

  #hasValue(row: number, property: string, value: string | number | boolean | null): boolean {
    const own = this.#person(row, property);
    if (value === null || own === undefined) return value === null && own === undefined;
    return (property === 'tags' ? toTags(own) : [own]).some((entry) => String(entry) === String(value));
  }

  #searchText(row: number): string {
    const parts = ['name', 'email', 'phone', 'tags'].map((property) => this.#person(row, property) ?? '');
    return fold([this.#id(row), ...parts].join('\n'));
  }

  /** When they came to stand here: those who did the step by doing it, the others by its base. */
  #enteredAt(row: number): number | undefined {
    const attempt = this.#report.rows.attempt[row]!;
    const did =
      this.#report.verdict[this.#step.index]![row] === Verdict.Converted &&
      this.#segment.outcome !== 'entered';
    if (did || this.#step.index === 0) return matchMs(this.#context, this.#report, attempt, this.#step.index);
    const base = baseOf(this.#context, this.#report, attempt, this.#step.index);
    return base === NONE ? undefined : matchMs(this.#context, this.#report, attempt, base);
  }

  /** The latest contact up to now. */
  #lastContact(row: number): number | undefined {
    const { store, view, now } = this.#context;
    const kind = store.persons.kinds.get('contact');
    if (!kind) return undefined;
    const person = view.personOf(this.#report.rows.subject[row]!);
    for (let i = kind.off[person + 1]! - 1; i >= kind.off[person]!; i--) {
      const ms = store.toMs(kind.time[i]!);
      if (ms <= now) return ms;
    }
    return undefined;
  }

  #matched(row: number): Record<string, string | null> {
    const attempt = this.#report.rows.attempt[row]!;
    return Object.fromEntries(
      this.#context.plan.steps.map((step) => [
        step.id,
        toIso(matchMs(this.#context, this.#report, attempt, step.index)),
      ]),
    );
  }

  #nextStep(row: number): PlanStep | undefined {
    const waiting = this.#context.plan.steps.find(({ index }) => {
      const verdict = this.#report.verdict[index]![row];
      return verdict === Verdict.Open || verdict === Verdict.Dropped;
    });
    const ended = waiting && this.#report.outcome[waiting.index]![row]! >= 0;
    return ended ? undefined : waiting;
  }

  #next(row: number): PersonRow['next'] {
    const step = this.#nextStep(row);
    if (!step) return null;
    return {
      step: step.id,
      ...present({ name: step.name, action: step.action }),
      scheduledAt: toIso(this.#scheduled(row, step)),
    };
  }

  /** The nearest event after now that would be the step, or a booking that takes place after now. */
  #scheduled(row: number, step: PlanStep): number | undefined {
    const subject = this.#report.rows.subject[row]!;
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
    planned = [...this.#context.view.kinds.values()].flatMap((kind) => {
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

  #properties(row: number): NonNullable<PersonRow['properties']> {
    const names = this.#context.store.summary.personProperties.filter((property) => !NAMED.has(property));
    return Object.fromEntries(names.map((property) => [property, this.#person(row, property) ?? null]));
  }
}

/** Lower case without accents, so that "Zoe" finds "Zoë". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Missing last, whichever the direction. */
function compareKeys(a: string | number | undefined, b: string | number | undefined, sign: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (a === b) return 0;
  return (a < b ? -1 : 1) * sign;
}

function asText(value: CellValue | undefined): string | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
}

function toTags(value: CellValue): string[] {
  if (Array.isArray(value)) return value;
  return String(value)
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** A consent arrives as an object, which a column keeps as JSON. */
function toConsent(value: CellValue | undefined): PersonRow['consent'] | undefined {
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
  try {
    const { email, sms } = JSON.parse(value) as { email?: unknown; sms?: unknown };
    return present({
      email: email === undefined ? undefined : email === true,
      sms: sms === undefined ? undefined : sms === true,
    });
  } catch {
    // A cell that merely begins like an object is no consent; what the host wrote stays readable as its own column.
    return undefined;
  }
}

function toIso(ms: number | undefined): string | null {
  return ms === undefined || !Number.isFinite(ms) ? null : new Date(ms).toISOString();
}
