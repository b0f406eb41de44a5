import { FactorsOptionSchema, type FactorsOption } from './factors.ts';
import * as v from 'valibot';
import { FunnelwheelError, type ErrorCode } from '../error.ts';
import { DatasetSchema, type Dataset } from './dataset.ts';
import { DefinitionSchema, type FunnelDefinition } from './definition.ts';
import {
  PeopleQuerySchema,
  RunOptionsSchema,
  SegmentSchema,
  SegmentUnionSchema,
  TimeToConvertSchema,
  type FunnelSegment,
  type PeopleQuery,
  type RunOptions,
  type TimeToConvertOption,
} from './options.ts';
import { PeoplePageSchema, ResultSchema, type FunnelResult, type PeoplePage } from './result.ts';

/** Keys that every object inherits: a condition on one would be lost without a word. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses reserved keys, and values that contain themselves. */
export function refuseReserved(
  value: unknown,
  code: ErrorCode,
  path = '',
  above: readonly object[] = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  if (above.includes(value)) throw new FunnelwheelError(code, `${path}: contains itself`, { path });
  for (const [key, part] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (RESERVED.has(key))
      throw new FunnelwheelError(code, `${place}: a reserved name`, { path: place, value: key });
    refuseReserved(part, code, place, [...above, value]);
  }
}

/** Checks a value against a schema; the error names the path, the value and the reason. */
export function parseWith<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  code: ErrorCode,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = deepest(parsed.issues[0]);
  const path = toPath(issue.path);
  throw new FunnelwheelError(code, `${path || 'the value'}: ${issue.message}`, { path, value: issue.input });
}

/** Of a union's alternatives, the one that came furthest names the mistake best; a missing key names it worst. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const rank = ({ path, input }: v.BaseIssue<unknown>) =>
    2 * (path?.length ?? 0) + (input === undefined ? 0 : 1);
  let best = issue;
  for (const sub of issue.issues ?? []) {
    const inner = deepest(sub);
    if (!inner.path?.length) continue;
    const joined = { ...inner, path: [...(issue.path ?? []), ...inner.path] as never };
    if (rank(joined) > rank(best)) best = joined;
  }
  return best;
}

function toPath(path: v.BaseIssue<unknown>['path']): string {
  let text = '';
  for (const item of path ?? []) {
    const key = item.key;
    text += typeof key === 'number' ? `[${key}]` : text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}

/** @throws FunnelwheelError `invalid-definition` with the path of the mistake. Shape only, see `compileFunnel`. */
export function parseDefinition(value: unknown): FunnelDefinition {
  refuseReserved(value, 'invalid-definition');
  return parseWith(DefinitionSchema, value, 'invalid-definition');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseResult(value: unknown): FunnelResult {
  return parseWith(ResultSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseRunOptions(value: unknown): RunOptions {
  refuseReserved(value, 'invalid-options');
  return parseWith(RunOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-dataset` with the path of the mistake. The rows themselves are not looked at. */
export function parseDataset(value: unknown): Dataset {
  return parseWith(DatasetSchema, value, 'invalid-dataset');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parsePeoplePage(value: unknown): PeoplePage {
  return parseWith(PeoplePageSchema, value, 'invalid-result');
}

/** A segment, or `{anyOf: segments}`. @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseSegment(value: unknown): FunnelSegment {
  const isUnion = typeof value === 'object' && value !== null && 'anyOf' in value;
  return parseWith(isUnion ? SegmentUnionSchema : SegmentSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parsePeopleQuery(value: unknown): PeopleQuery {
  refuseReserved(value, 'invalid-options');
  return parseWith(PeopleQuerySchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseFactorsOption(value: unknown): FactorsOption {
  return parseWith(FactorsOptionSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseTimeToConvert(value: unknown): TimeToConvertOption {
  return parseWith(TimeToConvertSchema, value, 'invalid-options');
}
