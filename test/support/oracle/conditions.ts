import type { Operators, Scalar, Where } from '../../../src/engine/schema/definition.ts';
import { isIsoDate, parseInstant } from './calendar.ts';
import type { Condition, OracleEvent, Row, Run } from './types.ts';

/** Absent, null and empty text are missing; 0 and false are values. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A property of an event; `person.x` reads the person. */
export function readProperty(name: string, props: Row, person: Row): unknown {
  return name.startsWith('person.') ? person[name.slice('person.'.length)] : props[name];
}

/** Whether an event is of one of the condition's types and fulfils its `where`. */
export function meetsCondition(event: OracleEvent, condition: Condition, run: Run): boolean {
  return isOfType(event, condition) && meetsWhere(event.props, event.person, condition.where, run);
}

/** Whether an event is of one of the condition's types; `*` is any. */
export function isOfType(event: OracleEvent, condition: Condition): boolean {
  return condition.types.includes('*') || condition.types.includes(event.type);
}

/** All properties of a `where` must hold. */
export function meetsWhere(props: Row, person: Row, where: Where, run: Run): boolean {
  return Object.entries(where).every(([name, wanted]) =>
    meetsValue(readProperty(name, props, person), wanted, run),
  );
}

function meetsValue(value: unknown, wanted: Where[string], run: Run): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => equals(value, one, run));
  if (typeof wanted !== 'object') return equals(value, wanted, run);
  return Object.entries(wanted).every(([operator, operand]) =>
    meetsOperator(value, operator as keyof Operators, operand, run),
  );
}

function meetsOperator(value: unknown, operator: keyof Operators, operand: unknown, run: Run): boolean {
  const missing = isMissing(value);
  const text = String(value).toLowerCase();
  switch (operator) {
    case 'exists':
      return operand === !missing;
    case 'ne':
      if (missing) return run.plant !== 'missing-fails-ne';
      return !equals(value, operand as Scalar, run);
    case 'notIn':
      return missing || !(operand as Scalar[]).some((one) => equals(value, one, run));
    case 'contains':
      return !missing && text.includes(String(operand).toLowerCase());
    case 'notContains':
      return missing || !text.includes(String(operand).toLowerCase());
    default:
      return !missing && compares(value, operator, operand as Scalar, run);
  }
}

function equals(value: unknown, wanted: Scalar, run: Run): boolean {
  if (isMissing(value)) return false;
  const reference = referredInstant(wanted, run);
  if (reference !== undefined) return asInstant(value, run) === reference;
  return String(value) === String(wanted);
}

/** `lt`, `lte`, `gt`, `gte`: dates by their instants, numbers by size, all else false. */
function compares(value: unknown, operator: 'lt' | 'lte' | 'gt' | 'gte', wanted: Scalar, run: Run): boolean {
  const reference =
    referredInstant(wanted, run) ?? (isIsoDate(wanted) ? parseInstant(wanted, run.calendar) : undefined);
  const left = reference === undefined ? asNumber(value) : asInstant(value, run);
  const right = reference ?? asNumber(wanted);
  if (left === undefined || right === undefined) return false;
  if (operator === 'lt') return left < right;
  if (operator === 'lte') return left <= right;
  if (operator === 'gt') return left > right;
  return left >= right;
}

function referredInstant(wanted: Scalar, run: Run): number | undefined {
  if (wanted === '$from') return run.from;
  if (wanted === '$to') return run.to;
  if (wanted === '$now') return run.now;
  return undefined;
}

function asInstant(value: unknown, run: Run): number | undefined {
  if (typeof value === 'number') return value;
  return isIsoDate(value) ? parseInstant(value, run.calendar) : undefined;
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : undefined;
}
