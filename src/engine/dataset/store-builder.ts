import { FunnelwheelError } from '../error.ts';
import type { Calendar } from './calendar.ts';
import { readCampaigns } from './campaigns.ts';
import { cellAt } from './cells.ts';
import { weaveColumn, type Column } from './column.ts';
import { DATED_COLUMNS, placeOfDated } from './dated-columns.ts';
import { EventBuffer } from './event-buffer.ts';
import { NONE, readPersons, readTypes } from './event-columns.ts';
import { layOut, weave, type EventRows, type RowFormat } from './event-rows.ts';
import { isWholeSecond, parseInstant, readInstants, type Instant } from './instant.ts';
import { RejectionLog } from './rejection-log.ts';
import { Store, type EventKind, type StoreParts } from './store.ts';
import type { AppendInput, InputEventTable, InputTable } from './store-input.ts';
import { summarizeStore } from './summarize-store.ts';
import { toId, toKind, type PropertySource } from './to-kind.ts';

const LARGEST_INT32 = 2 ** 31 - 2;

/** A cell of a row, where it is to be told that it cannot be used. */
interface Cell {
  table: InputTable;
  row: number;
  column: string;
}

/**
 * Adds tables to what a store holds: gathers their rows, lays them out, and weaves them among the rows there are.
 * What the new rows do not touch is shared with the store before.
 */
export class StoreBuilder {
  readonly #before: StoreParts;
  readonly #calendar: Calendar;
  readonly #log = new RejectionLog();
  readonly #buffers = new Map<string, EventBuffer>();
  /** Type → whose dated column was read anew; their event of before is of no more use. */
  readonly #redated = new Map<string, Set<number>>();
  readonly #ids;
  #people;
  #tables;
  #campaigns;
  #hasChangedPeople = false;

  constructor(before: StoreParts) {
    this.#before = before;
    this.#calendar = before.calendar;
    this.#ids = before.people.ids.extend(before.people.count);
    this.#people = before.people;
    this.#tables = before.tables;
    this.#campaigns = before.campaigns;
  }

  /** @throws FunnelwheelError `no-usable-rows`, `invalid-dataset` */
  add(input: AppendInput): Store {
    const people = input.people && this.#addPeople(input.people);
    input.events?.forEach((table) => this.#addEvents(table));
    this.#people = this.#people.extend(this.#ids);
    if (input.people) this.#addDatedColumns(input.people, people!);
    if (input.campaigns) this.#addCampaigns(input.campaigns);
    return this.#finish(input);
  }

  /** A table that was given rows, none of which can be used, is a mistake: better told than half an answer. */
  #refuseUnusable(table: InputTable, accepted: number): void {
    if (table.length === 0 || accepted > 0) return;
    const first = this.#log.firstOf(table);
    const where = first ? `line ${first.line ?? first.row + 1}: ${first.code}` : 'all rows are malformed';
    throw new FunnelwheelError('no-usable-rows', `no row of ${table.name} can be used (${where})`, {
      path: table.name,
    });
  }

  /** Whom each row is about; −1 for a row that cannot be used. */
  #addPeople(table: InputTable): Int32Array {
    const ids = table.columns['id'];
    const personOf = new Int32Array(table.length).fill(-1);
    const { count: known } = this.#before.people;
    const seen = new Uint8Array(known + table.length);
    let accepted = 0;
    for (let row = 0; row < table.length; row++) {
      const id = toId(cellAt(ids, row));
      if (id === undefined) {
        this.#log.add(table, row, 'missing-id', 'id');
        continue;
      }
      const person = this.#ids.add(id);
      if (seen[person] === 1) this.#log.add(table, row, 'duplicate-id', 'id', id);
      else {
        personOf[row] = person;
        seen[person] = 1;
        accepted++;
        if (person < known) this.#hasChangedPeople = true;
      }
    }
    this.#refuseUnusable(table, accepted);
    this.#people = this.#people.add(table, personOf, this.#ids);
    return personOf;
  }

  #addCampaigns(table: InputTable): void {
    const rows = readCampaigns(table, this.#calendar, this.#log);
    this.#refuseUnusable(table, rows.length);
    this.#campaigns = [...this.#campaigns, ...rows];
  }

  #addEvents(table: InputEventTable): void {
    const { person: people, at: dates } = table.columns;
    const { codes, types } = readTypes(table);
    const { ms, dayOnly } = readInstants(dates, table.length, this.#calendar);
    const persons = readPersons(people, codes, ms, (id) => this.#ids.add(id));
    const counts = countTypes(codes, persons, types.length);
    const buffers = types.map((type, code) => this.#reserve(type, counts[code]!));
    gatherRows({ codes, persons, ms, dayOnly, start: this.#tables.length }, buffers);
    const accepted = counts.reduce((sum, count) => sum + count, 0);
    if (accepted < table.length) this.#rejectEvents(table, codes, persons);
    this.#refuseUnusable(table, accepted);
    this.#tables = this.#tables.add(table);
  }

  #rejectEvents(table: InputEventTable, codes: Int32Array, persons: Int32Array): void {
    for (let row = 0; row < table.length; row++)
      if (persons[row] === NONE) this.#rejectEvent(table, row, codes[row] !== NONE);
  }

  /** Tells the first thing that a row of events lacks. */
  #rejectEvent(table: InputEventTable, row: number, hasType: boolean): void {
    if (!hasType) this.#log.add(table, row, 'missing-type', 'type');
    else if (toId(cellAt(table.columns['person'], row)) === undefined)
      this.#log.add(table, row, 'missing-person', 'person');
    else this.#readDate({ table, row, column: 'at' }, cellAt(table.columns['at'], row), true);
  }

  #readDate({ table, row, column }: Cell, date: unknown, required: boolean): Instant | undefined {
    if (date === undefined || date === null || date === '' || Number.isNaN(date)) {
      if (required) this.#log.add(table, row, 'missing-date', column);
      return undefined;
    }
    const instant = parseInstant(date, this.#calendar);
    if (!instant) this.#log.add(table, row, 'invalid-date', column, date);
    return instant;
  }

  /** The buffer of a type with room for so many more; undefined where it needs none. */
  #reserve(type: string, count: number): EventBuffer | undefined {
    if (count === 0) return undefined;
    const buffer = this.#bufferOf(type);
    buffer.reserve(count);
    return buffer;
  }

  #bufferOf(type: string): EventBuffer {
    const known = this.#buffers.get(type);
    if (known) return known;
    const buffer = new EventBuffer();
    this.#buffers.set(type, buffer);
    return buffer;
  }

  /** A row of the same type and person in a table replaces the person's own date. */
  #addDatedColumns(table: InputTable, personOf: Int32Array): void {
    for (const [place, [column, type]] of DATED_COLUMNS.entries()) {
      const dates = table.columns[column];
      if (!dates) continue;
      const replaced = this.#buffers.get(type)?.persons();
      const redated = new Set<number>();
      this.#redated.set(type, redated);
      for (let row = 0; row < table.length; row++) {
        const person = personOf[row]!;
        if (person < 0) continue;
        redated.add(person);
        const instant = this.#readDate({ table, row, column }, cellAt(dates, row), false);
        if (!instant || replaced?.has(person) || this.#hasOwnEvent(type, person)) continue;
        this.#bufferOf(type).push(person, instant.ms, placeOfDated(person, place), instant.dayOnly);
      }
    }
  }

  /** Whether the store has an event of a table, of a type and a person. */
  #hasOwnEvent(type: string, person: number): boolean {
    const kind = this.#before.kinds.get(type);
    if (!kind || person >= this.#before.people.count) return false;
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++)
      if (kind.seq[row]! >= 0) return true;
    return false;
  }

  #finish({ asOf, experiments }: AppendInput): Store {
    const before = this.#before;
    const format = this.#chooseFormat();
    const source = { tables: this.#tables, people: this.#people };
    const kinds = new Map<string, EventKind>();
    for (const type of new Set([...before.kinds.keys(), ...this.#buffers.keys()])) {
      const kind = this.#toKind(type, format, source);
      if (kind) kinds.set(type, kind);
      // One type's raw rows are given back before the next is laid out.
      this.#buffers.delete(type);
    }
    const { base, unit } = format;
    const summary = summarizeStore(
      { people: this.#people, kinds, base, unit },
      {
        ...before.summary,
        rejected: this.#log.after(before.summary.rejected),
        ...(asOf === undefined ? {} : { asOf: this.#readAsOf(asOf) }),
      },
    );
    return new Store({
      ...source,
      calendar: this.#calendar,
      base,
      unit,
      summary,
      kinds,
      campaigns: this.#campaigns,
      experiments: experiments ?? before.experiments,
    });
  }

  /**
   * Whole seconds in 32 bits where the data allows it; milliseconds else (speed.md, "Layout"). A store keeps its first
   * instant as tick 0; only when new data does not fit into its seconds are its rows written anew.
   */
  #chooseFormat(): RowFormat {
    const spans = [...this.#buffers.values()].map(({ ms, length }) => spanOf(ms, length));
    const first = Math.min(...spans.map((span) => span.first));
    const last = Math.max(...spans.map((span) => span.last));
    const whole = spans.every((span) => span.whole);
    const { kinds } = this.#before;
    const base = kinds.size > 0 ? this.#before.base : first > last ? 0 : first;
    const reach = first > last ? 0 : Math.max(Math.abs(first - base), Math.abs(last - base));
    const fits = whole && reach / 1000 <= LARGEST_INT32 && (kinds.size === 0 || this.#before.unit === 1000);
    return { base, unit: fits ? 1000 : 1, wideTime: !fits, wideSeq: this.#tables.length > LARGEST_INT32 };
  }

  #toKind(type: string, format: RowFormat, source: PropertySource): EventKind | undefined {
    const kind = this.#before.kinds.get(type);
    const added = this.#buffers.get(type);
    if (!kind) {
      const rows = added && layOut(added, source.people.count, format);
      return rows && rows.time.length > 0 ? toKind(type, rows, source) : undefined;
    }
    const old = rescale(kind, this.#before.unit / format.unit);
    const redated = this.#redated.get(type);
    if (!redated && !added) return this.#extendKind(kind, old, source);
    const rows = layOut(added ?? new EventBuffer(), source.people.count, format);
    return this.#weaveKind(kind, old, rows, format, source);
  }

  /** The rows of before, for more people. */
  #extendKind(kind: EventKind, rows: EventRows, source: PropertySource): EventKind {
    const off = new Int32Array(source.people.count + 1).fill(kind.count);
    off.set(rows.off);
    const columns = this.#isStale(kind) ? [] : definedColumns(kind);
    return toKind(kind.type, { ...rows, off }, source, columns);
  }

  #weaveKind(
    kind: EventKind,
    old: EventRows,
    added: EventRows,
    format: RowFormat,
    source: PropertySource,
  ): EventKind | undefined {
    const redated = this.#redated.get(kind.type);
    const drops = (row: number, person: number) =>
      old.seq[row]! < 0 && (redated?.has(person) === true || hasTableRow(added, person));
    const { rows, origin } = weave(old, added, format, kind.fromPerson === null ? null : drops);
    if (origin.length === 0) return undefined;
    const isWhole = origin.length === old.time.length + added.time.length;
    const woven = toKind(kind.type, rows, source);
    // A value that only a dropped row had must not stay in a dictionary.
    if (!isWhole || this.#isStale(kind)) return woven;
    const columns = definedColumns(kind).map(([name, column]): [string, Column] => [
      name,
      weaveColumn(column, origin, (row) => woven.readCell(row, name)),
    ]);
    return toKind(kind.type, rows, source, columns);
  }

  /** Whether encoded properties may be out of date: events of dated columns carry their person's. */
  #isStale(kind: EventKind): boolean {
    return this.#hasChangedPeople && kind.fromPerson !== null;
  }

  #readAsOf(asOf: string | number): string {
    const instant = parseInstant(asOf, this.#calendar);
    if (!instant) {
      throw new FunnelwheelError('invalid-dataset', 'asOf: not an instant', { path: 'asOf', value: asOf });
    }
    const { ms, dayOnly } = instant;
    // A day alone means the data of that whole day.
    return new Date(dayOnly ? this.#calendar.endOfDay(this.#calendar.dayOf(ms)) : ms).toISOString();
  }
}

/** A table of events as numbers, and the place of its first row. */
interface NumberedRows {
  codes: Int32Array;
  persons: Int32Array;
  ms: Float64Array;
  dayOnly: Uint8Array | null;
  start: number;
}

/** How many rows of each type can be used. */
function countTypes(codes: Int32Array, persons: Int32Array, types: number): Int32Array {
  const counts = new Int32Array(types);
  for (let row = 0; row < codes.length; row++) if (persons[row] !== NONE) counts[codes[row]!]!++;
  return counts;
}

function gatherRows(rows: NumberedRows, buffers: readonly (EventBuffer | undefined)[]): void {
  const { codes, persons, ms, dayOnly, start } = rows;
  for (let row = 0; row < codes.length; row++) {
    if (persons[row] === NONE) continue;
    buffers[codes[row]!]!.push(persons[row]!, ms[row]!, start + row, dayOnly !== null && dayOnly[row] === 1);
  }
}

function definedColumns(kind: EventKind): [string, Column][] {
  return [...kind.encoded].flatMap(([name, column]) => (column ? [[name, column]] : []));
}

/** The first and last of some instants, and whether all are whole seconds. */
function spanOf(ms: Float64Array, length: number): { first: number; last: number; whole: boolean } {
  let first = Infinity;
  let last = -Infinity;
  let whole = true;
  for (let i = 0; i < length; i++) {
    const instant = ms[i]!;
    if (instant < first) first = instant;
    if (instant > last) last = instant;
    if (!isWholeSecond(instant)) whole = false;
  }
  return { first, last, whole };
}

function hasTableRow({ off, seq }: EventRows, person: number): boolean {
  for (let row = off[person]!; row < off[person + 1]!; row++) if (seq[row]! >= 0) return true;
  return false;
}

/** The same rows with their ticks `factor` times as fine. */
function rescale({ off, time, seq, dayOnly }: EventKind, factor: number): EventRows {
  const scaled = factor === 1 ? time : Float64Array.from(time, (tick) => tick * factor);
  return { off, time: scaled, seq, dayOnly };
}
