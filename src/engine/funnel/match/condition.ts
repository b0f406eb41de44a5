import { parseInstant } from '../../dataset/instant.ts';
import { valueAt, type CellValue, type Column } from '../../dataset/column.ts';
import type { EventKind } from '../../dataset/store.ts';
import type { Operators, Scalar, Where } from '../../schema/index.ts';
import type { RunContext } from './run-context.ts';

/** True when a row (of a kind, of a subject) fulfils a condition. */
export interface RowPredicate {
  (row: number, subject: number): boolean;
  /** The same as a look-up, where the row's code alone decides. */
  readonly byCode?: CodeTest;
}

/** Which rows fulfil a condition: those whose code has a 1. */
export interface CodeTest {
  codes: Uint8Array | Uint16Array | Uint32Array;
  mask: Uint8Array;
}

/** Prefix of properties that are read from the person. */
const PERSON = 'person.';
const TOKENS: ReadonlySet<unknown> = new Set(['$from', '$to', '$now']);

/** The name without the prefix when a property is the person's; undefined when it is the event's. */
export function personProperty(property: string): string | undefined {
  return property.startsWith(PERSON) ? property.slice(PERSON.length) : undefined;
}

/**
 * Compiles conditions for the rows of one kind. A condition on a dictionary column is tested once a value and then
 * looked up by code, never stored for all rows (speed.md, "What paid"). Null: all rows fulfil it; `false`: none.
 */
export function compileWhere(
  wheres: readonly (Where | undefined)[],
  kind: EventKind,
  context: RunContext,
): RowPredicate | null | false {
  const tests: RowPredicate[] = [];
  for (const [property, condition] of wheres.flatMap((where) => Object.entries(where ?? {}))) {
    const test = compileProperty(property, condition, kind, context);
    if (test === false) return false;
    if (test) tests.push(test);
  }
  if (tests.length === 0) return null;
  return tests.length === 1 ? tests[0]! : (row, subject) => tests.every((test) => test(row, subject));
}

function compileProperty(
  property: string,
  condition: Where[string],
  kind: EventKind,
  context: RunContext,
): RowPredicate | null | false {
  const ofPerson = personProperty(property);
  if (ofPerson === undefined) return compileColumn(kind.column(property), condition, context);
  const test = compileColumn(context.store.personColumn(ofPerson), condition, context);
  return test ? (_row, subject) => test(context.view.personOf(subject), subject) : test;
}

function compileColumn(
  column: Column | undefined,
  condition: Where[string],
  context: RunContext,
): RowPredicate | null | false {
  const matches = compileCondition(condition, context);
  if (column === undefined) return matches(undefined) ? null : false;
  if (column.kind === 'number') return (row) => matches(valueAt(column, row));
  const mask = Uint8Array.from(column.values, (value) => (matches(value) ? 1 : 0));
  if (!mask.includes(0)) return null;
  if (!mask.includes(1)) return false;
  const { codes } = column;
  return Object.assign((row: number) => mask[codes[row]!] === 1, { byCode: { codes, mask } });
}

/** Tests the conditions on the person alone (`person.x`), for steps that have no event. */
export function testPersonWhere(
  wheres: readonly (Where | undefined)[],
  context: RunContext,
): (subject: number) => boolean {
  const { store, view } = context;
  const tests = wheres
    .flatMap((where) => Object.entries(where ?? {}))
    .flatMap(([property, condition]) => {
      const ofPerson = personProperty(property);
      return ofPerson === undefined ? [] : [compileColumn(store.personColumn(ofPerson), condition, context)];
    })
    .filter((test) => test !== null);
  if (tests.includes(false)) return () => false;
  return (subject) => {
    const person = view.personOf(subject);
    return tests.every((test) => test && test(person, subject));
  };
}

/** A test of one value. A long list is looked up, not walked through for every value. */
function compileCondition(
  condition: Where[string],
  context: RunContext,
): (value: CellValue | undefined) => boolean {
  if (!Array.isArray(condition) || condition.some((wanted) => TOKENS.has(wanted))) {
    return (value) => testCondition(value, condition, context);
  }
  const wanted = new Set(condition.map(String));
  return (value) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).some((v) => wanted.has(String(v)));
}

/** The part of the conditions that reads the event. */
export function eventWhere(wheres: readonly (Where | undefined)[]): Where[] {
  return wheres.map((where) =>
    Object.fromEntries(
      Object.entries(where ?? {}).filter(([property]) => personProperty(property) === undefined),
    ),
  );
}

/**
 * Tests one value. Missing fulfils only `ne`, `notIn`, `notContains` and `exists: false`; a list (tags) fulfils an
 * equality when one of its entries does. Source: data.md, "`where`".
 */
export function testCondition(
  value: CellValue | undefined,
  condition: Where[string],
  context: RunContext,
): boolean {
  if (Array.isArray(condition)) return condition.some((wanted) => equals(value, wanted, context));
  if (typeof condition !== 'object') return equals(value, condition, context);
  return Object.entries(condition).every(([operator, operand]) =>
    operand === undefined ? true : OPERATORS[operator as keyof Operators](value, operand as never, context),
  );
}

type Test<T> = (value: CellValue | undefined, operand: T, context: RunContext) => boolean;

const OPERATORS: { [K in keyof Required<Operators>]: Test<NonNullable<Operators[K]>> } = {
  ne: (value, operand, context) => !equals(value, operand, context),
  notIn: (value, operand, context) => !operand.some((wanted) => equals(value, wanted, context)),
  lt: (value, operand, context) => compare(value, operand, context, (difference) => difference < 0),
  lte: (value, operand, context) => compare(value, operand, context, (difference) => difference <= 0),
  gt: (value, operand, context) => compare(value, operand, context, (difference) => difference > 0),
  gte: (value, operand, context) => compare(value, operand, context, (difference) => difference >= 0),
  contains: (value, operand) => contains(value, operand),
  notContains: (value, operand) => !contains(value, operand),
  exists: (value, operand) => (value !== undefined) === operand,
};

function equals(value: CellValue | undefined, wanted: Scalar, context: RunContext): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.some((entry) => equals(entry, wanted, context));
  if (TOKENS.has(wanted)) return compare(value, wanted, context, (difference) => difference === 0);
  return String(value) === String(wanted);
}

function contains(value: CellValue | undefined, part: string): boolean {
  if (value === undefined) return false;
  const text = Array.isArray(value) ? value.join('\n') : String(value);
  return text.toLowerCase().includes(part.toLowerCase());
}

/** Dates compare as instants, numbers as numbers, anything else not at all. */
function compare(
  value: CellValue | undefined,
  operand: Scalar,
  context: RunContext,
  holds: (difference: number) => boolean,
): boolean {
  if (value === undefined || Array.isArray(value)) return false;
  const right = TOKENS.has(operand) ? context.token(operand as string) : toDate(operand, context);
  if (right !== undefined) {
    const left = parseInstant(value, context.store.calendar)?.ms;
    return left !== undefined && holds(left - right);
  }
  const left = toNumber(value);
  // A number asked of a date is an instant in epoch milliseconds.
  const instant = Number.isNaN(left) ? parseInstant(value, context.store.calendar)?.ms : undefined;
  const difference = (instant ?? left) - toNumber(operand);
  return !Number.isNaN(difference) && holds(difference);
}

function toDate(operand: Scalar, context: RunContext): number | undefined {
  return typeof operand === 'string' && Number.isNaN(Number(operand))
    ? parseInstant(operand, context.store.calendar)?.ms
    : undefined;
}

function toNumber(value: string | number | boolean): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
