import { valueAt, type CellValue } from '../../dataset/column.ts';
import { gather, toPlaces } from '../../dataset/gather.ts';
import type { EventKind } from '../../dataset/store.ts';
import type { Where } from '../../schema/index.ts';
import {
  compileWhere,
  eventWhere,
  personProperty,
  testPersonWhere,
  type CodeTest,
  type RowPredicate,
} from './condition.ts';
import type { PlanCondition, PlanStep } from '../plan/plan.ts';
import type { RunContext, Span } from './run-context.ts';
import { SwitchFilter } from './switches.ts';

/**
 * The events that may fill a step, grouped by lane (a subject, or a subject with one value of a held property),
 * each lane's in order of instant, table, row.
 */
export interface CandidateColumn {
  /** Entries of lane `l` are `off[l]` to `off[l + 1] - 1`. */
  off: Int32Array;
  /** Ticks. */
  time: Int32Array | Float64Array;
  seq: Int32Array | Float64Array;
  /** 1 where only the day is known; null when nowhere. */
  day: Uint8Array | null;
  kinds: readonly EventKind[];
  /** Which of `kinds`, and the row in it. */
  kind: Uint16Array;
  row: Int32Array;
}

/** A candidate's property; `person.x` is the person's. */
export function candidateValue(
  column: CandidateColumn,
  index: number,
  property: string,
  subject: number,
  context: RunContext,
): CellValue | undefined {
  const ofPerson = personProperty(property);
  if (ofPerson !== undefined) return context.store.personValue(context.view.personOf(subject), ofPerson);
  return valueAt(column.kinds[column.kind[index]!]!.column(property), column.row[index]!);
}

/** The entries of a column that `keep` wants, by entry and lane. */
export function filterColumn(
  column: CandidateColumn,
  keep: (index: number, lane: number) => boolean,
): CandidateColumn {
  const lanes = column.off.length - 1;
  const off = new Int32Array(lanes + 1);
  const kept: number[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = column.off[lane]!; i < column.off[lane + 1]!; i++) if (keep(i, lane)) kept.push(i);
    off[lane + 1] = kept.length;
  }
  return pickEntries(column, off, Int32Array.from(kept));
}

/** Some entries of a column under other lanes. */
export function pickEntries(column: CandidateColumn, off: Int32Array, entries: Int32Array): CandidateColumn {
  return {
    off,
    time: gather(column.time, entries),
    seq: gather(column.seq, entries),
    day: column.day && gather(column.day, entries),
    kinds: column.kinds,
    kind: gather(column.kind, entries),
    row: gather(column.row, entries),
  };
}

/** One kind with what its rows must fulfil. */
interface KindFilter {
  kind: EventKind;
  test: RowPredicate | null;
}

/** Finds the candidates of steps and of exclusions in one run. */
export class CandidateFinder {
  readonly #context: RunContext;
  readonly #switches: SwitchFilter;

  constructor(context: RunContext) {
    this.#context = context;
    this.#switches = new SwitchFilter(context);
  }

  /** What may fill a step by type, conditions and absolute date rule, whichever of them is picked. */
  findStatic(step: PlanStep): CandidateColumn {
    return this.#collect(this.#filters(step.conditions, step), this.#context.spanOf(step));
  }

  /**
   * What a step picks from: for `last` the events of any date, for `first-ever` the very first event alone (the
   * conditions are tested on it afterwards), else what {@link findStatic} gives.
   */
  findPool(step: PlanStep): CandidateColumn {
    if (step.pick === 'first-ever') return this.#findFirstEver(step);
    return step.pick === 'last'
      ? this.#collect(this.#filters(step.conditions, step), EVER)
      : this.findStatic(step);
  }

  /** What may fill a step, picked from its pool lane by lane. */
  pick(step: PlanStep, pool: CandidateColumn): CandidateColumn {
    if (step.nth !== undefined) return keepNth(pool, step.nth);
    if (step.pick !== 'last') return pool;
    const span = this.#toTicks(this.#context.spanOf(step));
    return filterColumn(pool, (i, lane) => i === pool.off[lane + 1]! - 1 && within(pool.time[i]!, span));
  }

  /**
   * Who passes a step of absence: subjects who fulfil its conditions on the person and have none of its events.
   * 1 for those who pass.
   */
  findAbsent(step: PlanStep): Uint8Array {
    const { plan, options, view } = this.#context;
    const shared = [plan.where, options.filters?.[step.id]];
    const conditions = step.conditions.map(({ types, where }) => ({ types, where: eventWhere(where) }));
    const filters = this.#filters(conditions, undefined, false, eventWhere(shared));
    const found = this.#collect(filters, this.#context.spanOf(step));
    const ofPerson = testPersonWhere(
      [...shared, ...step.conditions.flatMap(({ where }) => where)],
      this.#context,
    );
    const passed = new Uint8Array(view.count);
    for (let subject = 0; subject < view.count; subject++)
      if (found.off[subject] === found.off[subject + 1] && ofPerson(subject)) passed[subject] = 1;
    return passed;
  }

  /** The events of an exclusion, at any date up to now. */
  findExcluded(condition: PlanCondition): CandidateColumn {
    return this.#collect(this.#filters([condition]), EVER);
  }

  /** A subject's whole stream for strict order: table rows in the range that meet the global conditions. */
  findStream(): CandidateColumn {
    const column = this.#collect(this.#filters([{ types: null, where: [] }]), this.#context.range);
    return filterColumn(column, (i) => column.kinds[column.kind[i]!]!.fromPerson?.[column.row[i]!] !== 1);
  }

  /** The very first event of the step's types, which then must fulfil everything else. */
  #findFirstEver(step: PlanStep): CandidateColumn {
    const types = step.conditions.map(({ types }) => ({ types, where: [] }));
    const all = this.#collect(this.#filters(types, undefined, false), EVER);
    const first = filterColumn(all, (i, lane) => i === all.off[lane]);
    return this.#keepFulfilling(first, step);
  }

  #keepFulfilling(column: CandidateColumn, step: PlanStep): CandidateColumn {
    const filters = this.#filters(step.conditions, step);
    const span = this.#toTicks(this.#context.spanOf(step));
    return filterColumn(column, (i, lane) => {
      const kind = column.kinds[column.kind[i]!]!;
      const filter = filters.find((candidate) => candidate.kind === kind);
      if (!filter || !within(column.time[i]!, span)) return false;
      return filter.test === null || filter.test(column.row[i]!, lane);
    });
  }

  /** For each kind that any of the conditions names, what its rows must fulfil. */
  #filters(
    conditions: readonly PlanCondition[],
    step?: PlanStep,
    global = true,
    extra: readonly Where[] = [],
  ): KindFilter[] {
    const { plan, options, view } = this.#context;
    const shared = [global ? plan.where : undefined, step && options.filters?.[step.id], ...extra];
    const filters: KindFilter[] = [];
    for (const kind of view.kinds.values()) {
      const tests = conditions
        .filter(({ types }) => types === null || types.includes(kind.type))
        .map(({ where }) => compileWhere([...where, ...shared], kind, this.#context))
        .filter((test) => test !== false);
      if (tests.length === 0) continue;
      filters.push({ kind, test: and(anyOf(tests), this.#switches.forKind(kind)) });
    }
    return filters;
  }

  #collect(filters: readonly KindFilter[], span: Span): CandidateColumn {
    const ticks = this.#toTicks({ from: span.from, to: Math.min(span.to, this.#context.now) });
    const { count } = this.#context.view;
    return filters.length === 1
      ? collectOne(filters[0]!, ticks, count)
      : collectSeveral(filters, ticks, count);
  }

  #toTicks(span: Span): Span {
    const { store } = this.#context;
    return { from: Math.ceil((span.from - store.base) / store.unit), to: store.toTick(span.to) };
  }
}

const EVER: Span = { from: -Infinity, to: Infinity };

function within(tick: number, span: Span): boolean {
  return tick >= span.from && tick <= span.to;
}

function keepNth(column: CandidateColumn, nth: number): CandidateColumn {
  return filterColumn(column, (i, lane) => i === column.off[lane]! + nth - 1);
}

function anyOf(tests: readonly (RowPredicate | null)[]): RowPredicate | null {
  if (tests.includes(null)) return null;
  const all = tests as readonly RowPredicate[];
  return all.length === 1 ? all[0]! : (row, subject) => all.some((test) => test(row, subject));
}

function and(a: RowPredicate | null, b: RowPredicate | null): RowPredicate | null {
  if (a === null) return b;
  return b === null ? a : (row, subject) => a(row, subject) && b(row, subject);
}

/** The rows of one kind that fulfil a filter; the kind's own arrays where all of them do. */
function collectOne({ kind, test }: KindFilter, ticks: Span, subjects: number): CandidateColumn {
  const isOpen = kind.count === 0 || (ticks.from <= kind.span[0] && ticks.to >= kind.span[1]);
  if (test === null && isOpen) return new KindColumn(kind, kind.off, null);
  if (test?.byCode && isOpen) return collectByCode(kind, test.byCode, subjects);
  const off = new Int32Array(subjects + 1);
  const found = new Int32Array(kind.count);
  let length = 0;
  for (let subject = 0; subject < subjects; subject++) {
    const end = kind.off[subject + 1]!;
    for (let row = kind.off[subject]!; row < end; row++) {
      if ((isOpen || within(kind.time[row]!, ticks)) && (test === null || test(row, subject)))
        found[length++] = row;
    }
    off[subject + 1] = length;
  }
  return new KindColumn(kind, off, length === kind.count ? null : found.slice(0, length));
}

/**
 * The rows whose code fulfils a condition: one pass over the codes and one over the subjects, without a branch that
 * depends on the data, which a processor would guess wrong half of the time.
 */
function collectByCode(kind: EventKind, { codes, mask }: CodeTest, subjects: number): CandidateColumn {
  const found = new Int32Array(kind.count + 1);
  const before = new Int32Array(kind.count + 1);
  const all = kind.time;
  const time = all instanceof Int32Array ? new Int32Array(kind.count + 1) : new Float64Array(kind.count + 1);
  let length = 0;
  for (let row = 0; row < codes.length; row++) {
    found[length] = row;
    time[length] = all[row]!;
    length += mask[codes[row]!]!;
    before[row + 1] = length;
  }
  const off = new Int32Array(subjects + 1);
  for (let subject = 1; subject <= subjects; subject++) off[subject] = before[kind.off[subject]!]!;
  return length === kind.count
    ? new KindColumn(kind, kind.off, null)
    : new KindColumn(kind, off, found.subarray(0, length), time.subarray(0, length));
}

/** Entries of one kind. Matching looks at offsets and times alone; the rest is gathered when it is asked for. */
class KindColumn implements CandidateColumn {
  readonly off: Int32Array;
  readonly time: CandidateColumn['time'];
  readonly kinds: readonly EventKind[];
  readonly #kind: EventKind;
  /** Rows of the kind, where not all of them are in it. */
  readonly #rows: Int32Array | null;
  #row: Int32Array | undefined;
  #numbers: Uint16Array | undefined;
  #seq: CandidateColumn['seq'] | undefined;
  #day: Uint8Array | null | undefined;

  constructor(kind: EventKind, off: Int32Array, rows: Int32Array | null, time?: CandidateColumn['time']) {
    this.off = off;
    this.kinds = [kind];
    this.#kind = kind;
    this.#rows = rows;
    this.time = time ?? (rows ? gather(kind.time, rows) : kind.time);
  }

  get row(): Int32Array {
    return (this.#row ??= this.#rows ?? toPlaces(this.time.length));
  }

  get kind(): Uint16Array {
    return (this.#numbers ??= new Uint16Array(this.time.length));
  }

  get seq(): CandidateColumn['seq'] {
    return (this.#seq ??= this.#rows ? gather(this.#kind.seq, this.#rows) : this.#kind.seq);
  }

  get day(): Uint8Array | null {
    if (this.#day === undefined) {
      const { dayOnly } = this.#kind;
      this.#day = dayOnly && this.#rows ? gather(dayOnly, this.#rows) : dayOnly;
    }
    return this.#day;
  }
}

function collectSeveral(filters: readonly KindFilter[], ticks: Span, subjects: number): CandidateColumn {
  const kinds = filters.map(({ kind }) => kind);
  const collector = new Collector(kinds, subjects);
  for (let subject = 0; subject < subjects; subject++) {
    filters.forEach(({ kind, test }, k) => {
      for (let row = kind.off[subject]!; row < kind.off[subject + 1]!; row++) {
        if (within(kind.time[row]!, ticks) && (test === null || test(row, subject))) collector.add(k, row);
      }
    });
    collector.endSubject();
  }
  return collector.finish();
}

/** Gathers entries subject by subject and brings those of several kinds into one order. */
class Collector {
  readonly #kinds: readonly EventKind[];
  readonly #off: Int32Array;
  readonly #kind: number[] = [];
  readonly #row: number[] = [];
  #subject = 0;
  #begin = 0;

  constructor(kinds: readonly EventKind[], subjects: number) {
    this.#kinds = kinds;
    this.#off = new Int32Array(subjects + 1);
  }

  add(kind: number, row: number): void {
    this.#kind.push(kind);
    this.#row.push(row);
  }

  endSubject(): void {
    const end = this.#row.length;
    if (this.#kinds.length > 1 && end - this.#begin > 1) this.#sortFrom(this.#begin);
    this.#off[++this.#subject] = end;
    this.#begin = end;
  }

  #sortFrom(begin: number): void {
    const entries = this.#row.slice(begin).map((row, i) => ({ row, kind: this.#kind[begin + i]! }));
    const time = (entry: { kind: number; row: number }) => this.#kinds[entry.kind]!.time[entry.row]!;
    const seq = (entry: { kind: number; row: number }) => this.#kinds[entry.kind]!.seq[entry.row]!;
    entries.sort((a, b) => time(a) - time(b) || seq(a) - seq(b));
    entries.forEach((entry, i) => {
      this.#row[begin + i] = entry.row;
      this.#kind[begin + i] = entry.kind;
    });
  }

  finish(): CandidateColumn {
    const row = Int32Array.from(this.#row);
    const kind = Uint16Array.from(this.#kind);
    const length = row.length;
    const wide = this.#kinds.some((source) => source.time instanceof Float64Array);
    const time = wide ? new Float64Array(length) : new Int32Array(length);
    const seq = new Float64Array(length);
    const dated = this.#kinds.some((source) => source.dayOnly !== null);
    const day = dated ? new Uint8Array(length) : null;
    for (let i = 0; i < length; i++) {
      const source = this.#kinds[kind[i]!]!;
      time[i] = source.time[row[i]!]!;
      seq[i] = source.seq[row[i]!]!;
      if (day && source.dayOnly) day[i] = source.dayOnly[row[i]!]!;
    }
    return { off: this.#off, time, seq, day, kinds: this.#kinds, kind, row };
  }
}
