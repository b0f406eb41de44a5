// Conditions of a case, in the engine's words; and judged here, where an event type of ours is made of them.
import type { Where } from '../../src/engine/index.ts';
import type { CaseCondition } from './case-file.ts';

type Scalar = string | number | boolean;
type Form = Where[string];
export type Properties = Record<string, Scalar | null>;

const asList = (value: CaseCondition['value']): Scalar[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
const first = (value: CaseCondition['value']): Scalar => asList(value)[0] ?? '';

/** One condition as the engine writes it. */
function toForm({ operator, value }: CaseCondition): Form {
  switch (operator) {
    case 'exact':
      return Array.isArray(value) ? value : first(value);
    case 'is_not':
      return Array.isArray(value) ? { notIn: value } : { ne: first(value) };
    case 'icontains':
      return { contains: String(first(value)) };
    case 'not_icontains':
      return { notContains: String(first(value)) };
    case 'is_set':
      return { exists: true };
    case 'is_not_set':
      return { exists: false };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { [operator]: first(value) };
  }
}

/** Two conditions on one property as one, where the engine's grammar allows it. */
function merge(one: Form, other: Form): Form | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || Array.isArray(one) || Array.isArray(other))
    return;
  const clash = Object.keys(one).some((operator) => operator in other);
  return clash ? undefined : { ...one, ...other };
}

/**
 * Names the columns of the translated dataset. Properties get a prefix of their own, so that none is taken for a
 * column with a meaning (`type`, `at`, `lastContactedAt`). Where two conditions on one property cannot be said as
 * one (`exact` and `gte`), the second is said of a copy of the column.
 */
export class ColumnNames {
  #copies = 1;

  /** The names under which a property's column is written: itself and its copies. */
  of(key: string): string[] {
    return Array.from({ length: this.#copies }, (_, copy) => this.#name(key, copy));
  }

  toWhere(conditions: readonly CaseCondition[] = []): Where {
    const where: Where = {};
    for (const condition of conditions) this.#add(where, condition);
    return where;
  }

  /** How a definition speaks of a property. */
  refer(key: string, scope: 'client' | 'event' | undefined, copy = 0): string {
    return `${scope === 'client' ? 'person.' : ''}${this.#name(key, copy)}`;
  }

  #name(key: string, copy: number): string {
    return copy === 0 ? `prop:${key}` : `copy${copy}:${key}`;
  }

  #add(where: Where, condition: CaseCondition): void {
    const form = toForm(condition);
    for (let copy = 0; ; copy++) {
      const name = this.refer(condition.key, condition.scope, copy);
      const present = where[name];
      const joined = present === undefined ? form : merge(present, form);
      if (joined === undefined) continue;
      where[name] = joined;
      this.#copies = Math.max(this.#copies, copy + 1);
      return;
    }
  }
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

function compares(operator: 'gt' | 'gte' | 'lt' | 'lte', left: number, right: number): boolean {
  if (operator === 'gt') return left > right;
  if (operator === 'gte') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

function fulfils(value: Scalar | null | undefined, { operator, value: asked }: CaseCondition): boolean {
  const missing = isMissing(value);
  const isIn = asList(asked).some((candidate) => String(candidate) === String(value));
  const contains = String(value)
    .toLowerCase()
    .includes(String(first(asked)).toLowerCase());
  switch (operator) {
    case 'exact':
      return !missing && isIn;
    case 'is_not':
      return missing || !isIn;
    case 'icontains':
      return !missing && contains;
    case 'not_icontains':
      return missing || !contains;
    case 'is_set':
      return !missing;
    case 'is_not_set':
      return missing;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return !missing && compares(operator, Number(value), Number(first(asked)));
  }
}

/** Whether an event with these properties, of a client with those, fulfils all conditions. */
export function fulfilsAll(
  conditions: readonly CaseCondition[] = [],
  event: Properties,
  client: Properties,
): boolean {
  return conditions.every((condition) =>
    fulfils((condition.scope === 'client' ? client : event)[condition.key], condition),
  );
}
